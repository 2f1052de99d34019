import type { PolicySource } from '../../core/policy/policy.ts'

/** Enhanced surveillance about which nothing is recorded is surveillance in name only; so is a case of which nobody is reminded. */
export const quiet: NonNullable<PolicySource['quiet']> = {
  id: 'quiet',
  label: 'Gone quiet',
  providerDays: 35,
  caseDays: 28,
  at: '09:00',
  mostDays: 90,
  citation: {
    document: 'Muster',
    section: 'gone quiet',
    note: 'No source says when somebody asks after a provider or a case that has gone quiet. 35 days without anything on record, a few days after the monthly enhanced feedback (D16) was due, and at most 90 days until it is looked at again, and 28 days on an open case of which nobody is reminded, are our choice.',
    kind: 'choice',
  },
}
