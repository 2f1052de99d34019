import type { PolicySource } from '../../core/policy/policy.ts'

/** A reservation that was never answered must not block for good: a call takes seconds. */
export const convening: NonNullable<PolicySource['convening']> = {
  id: 'one-call-at-a-time',
  label: 'While a meeting is being called nobody else calls the same one, for 10 minutes at most',
  reservedMinutes: 10,
  citation: {
    document: 'Muster',
    section: 'convening',
    note: 'No source says what happens when two people call the same meeting at once. That the second waits for the first, and for how long, is our choice.',
    kind: 'choice',
  },
}
