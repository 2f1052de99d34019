import { z } from 'zod'
import { Citation } from './citation.ts'

/** How those are called to a meeting who are told by mail. */
export const InvitationRule = z.object({
  /** How long a meeting takes in a calendar where nobody says when it ends. */
  minutes: z.int().positive(),
  /** For how long after its start the link in the mail answers; not once the meeting is over. */
  linkHours: z.int().positive(),
  /** For how long after it was put the link to a vote answers; without it there is none. */
  voteHours: z.exactOptional(z.int().positive()),
  /** For how long after its day a link about an action or a dispute answers; without it there is none. */
  lastingDays: z.exactOptional(z.int().positive()),
  citation: Citation,
})
