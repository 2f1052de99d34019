import type { PolicySource } from '../../core/policy/policy.ts'

/** What meetings ask for: each organisation accepts its own. */
export const actions: NonNullable<PolicySource['actions']> = {
  ladder: 'actions',
  declined: 'actions',
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Risk summit',
    note: 'No party directs another’s statutory functions: an action is asked for, and the organisation that is asked accepts it. Silent on days, evidence and sign-off, and on what comes of one that is declined: those are our choice.',
    kind: 'part',
  },
}
