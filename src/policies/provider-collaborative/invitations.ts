import type { PolicySource } from '../../core/policy/policy.ts'

/** How those are called to a meeting who are told by mail. */
export const invitations: NonNullable<PolicySource['invitations']> = {
  minutes: 60,
  linkHours: 24,
  citation: {
    document: 'Muster',
    section: 'invitations',
    note: 'No source says how long a meeting takes, nor for how long an answer by a link may be given. A calendar shows one hour, and the link answers until a day after the start, or until the meeting is recorded.',
    kind: 'choice',
  },
}
