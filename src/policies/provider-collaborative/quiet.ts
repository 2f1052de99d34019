import type { PolicySource } from '../../core/policy/policy.ts'

/** Enhanced surveillance about which nothing is recorded is surveillance in name only. */
export const quiet: NonNullable<PolicySource['quiet']> = {
  id: 'quiet',
  label: 'Gone quiet',
  providerDays: 35,
  at: '09:00',
  mostDays: 90,
  citation: {
    document: 'Muster',
    section: 'gone quiet',
    note: 'No source says when somebody asks after a provider that has gone quiet. 35 days without anything on record, a few days after the monthly enhanced feedback (D16) was due, and at most 90 days until it is looked at again, are our choice.',
    kind: 'choice',
  },
}
