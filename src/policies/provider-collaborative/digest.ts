import type { PolicySource } from '../../core/policy/policy.ts'

/** The tracker for whoever asks for it, without looking it up. */
export const digest: NonNullable<PolicySource['digest']> = {
  id: 'digest',
  label: 'Digest of the tracker',
  at: '08:00',
  weeklyOn: 'Monday',
  daysAhead: 7,
  citation: {
    document: 'Muster',
    section: 'digest',
    note: 'No source asks for a digest. Each working day at 08:00, or on Mondays (the next working day where Monday is a bank holiday), with what is due in the next seven days, is our choice.',
    kind: 'choice',
  },
}
