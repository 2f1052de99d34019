import type { PolicySource } from '../../core/policy/policy.ts'

/** How a call that is not answered is reminded of. */
export const calls: NonNullable<PolicySource['calls']> = {
  ladder: 'calls',
  chair: { everyMinutes: 60, forHours: 24 },
  citation: {
    document: 'Muster',
    section: 'calls',
    note: 'No source says when to remind anybody. Whoever does not answer is reminded when the next in line is called, then up to the start. The chair’s organisation is asked until it confirms: every hour for a day from the start, then each working morning, until the meeting is recorded.',
    kind: 'choice',
  },
}
