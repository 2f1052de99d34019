import type { PolicySource } from '../../core/policy/policy.ts'

/** Until when the record of a meeting may be corrected. */
export const minutes: NonNullable<PolicySource['minutes']> = {
  id: 'record-corrections',
  label: 'The record of a meeting may be corrected for 2 working days',
  within: { unit: 'workingDays', amount: 2 },
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Risk Summit',
    note: 'The chair provides a record of the discussion and the agreed actions. Silent on when it is final: two working days are our choice; then it is sealed.',
    kind: 'choice',
  },
}
