import type { PolicySource } from '../../core/policy/policy.ts'

/** How those are called to a meeting who are told by mail. */
export const invitations: NonNullable<PolicySource['invitations']> = {
  minutes: 60,
  linkHours: 24,
  voteHours: 72,
  lastingDays: 14,
  citation: {
    document: 'Muster',
    section: 'invitations',
    note: 'No source says how long a meeting takes, nor for how long an answer by a link may be given. A calendar shows one hour, and the link answers until a day after the start, or until the meeting is recorded. One to a vote answers for three days or until the vote is closed; one about an action or a dispute until two weeks after its day, or after the reminder that brings it.',
    kind: 'choice',
  },
}
