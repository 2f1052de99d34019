import { z } from 'zod'
import { Citation, rule } from './citation.ts'
import { Post } from './post.ts'
import { GateRule } from './voting.ts'

const Seat = z.object({
  id: z.string(),
  label: z.string(),
  post: Post,
  /** Never blocks a meeting: an empty required seat is listed. */
  required: z.boolean(),
  /** For up to so many whom the directory names for the post, each in a seat of their own; one where nothing is said. */
  many: z.exactOptional(z.int().min(2)),
  /** Offered seats are called only if the convener leaves them ticked. */
  offered: z.boolean().default(false),
  citation: Citation.optional(),
})
export type SeatRule = z.infer<typeof Seat>

const Line = z.object({
  id: z.string(),
  label: z.string(),
  condition: z.enum(['jointlyCommissioned']).optional(),
  seats: z.array(Seat).min(1),
  citation: Citation,
})

/** How many must be there; somebody in two seats counts once. Left out where no document states one. */
const Quorum = z.object({
  people: z.int().positive(),
  /** Lines of which somebody must be among them. */
  lines: z.array(z.string()).default([]),
  citation: Citation,
})
export type QuorumRule = z.infer<typeof Quorum>

/** What an answer of its record leads to: a way to another level. */
const Outcome = z.object({ field: z.string(), is: z.string(), transition: z.string() })

/**
 * Who was there by its record where it changes a level by itself: the chair or somebody of the organisation
 * that chairs it, and people of so many organisations besides the provider that it is about.
 */
const Attended = z.object({ organisations: z.int().min(2), citation: Citation })

export const MeetingRule = z.object({
  ...rule,
  /** What it is about, so where it is called from: a case, unless it says otherwise. */
  about: z.exactOptional(z.enum(['case', 'provider', 'either'])),
  /** `thread`: held from the case's own thread. `room`: a private room of its own. */
  room: z.enum(['thread', 'room']),
  mayCall: z.array(Post).min(1),
  chair: Post.nullable(),
  /** Who chairs instead, where whoever calls it acts for one of them. */
  orChair: z.exactOptional(z.array(Post).min(1)),
  lines: z.array(Line).min(1),
  /** Who settles when and where it is, in the words of its label; for a meeting to which no document gives a time. */
  timing: z.exactOptional(z.object(rule)),
  quorum: z.exactOptional(Quorum),
  /** Whoever was brought in to one is offered, and ticked, for the next one of the same case. */
  keepsTeam: z.exactOptional(z.literal(true)),
  /** The question of its record beside which the directory’s on-call contacts stand; they stand in its brief too. */
  outOfHours: z.exactOptional(z.string()),
  /** The form whose answers close the meeting. */
  record: z.string(),
  /** The clock of the case that the record meets. */
  meets: z.string().optional(),
  /** The stages of what it decides, in order. */
  gates: z.exactOptional(z.array(GateRule)),
  /** Calling it puts the provider on this level, by this transition. */
  entersLevel: z.object({ level: z.string(), transition: z.string() }).optional(),
  leadsTo: z.exactOptional(z.array(Outcome)),
  decidesWith: z.exactOptional(Attended),
})
export type MeetingRule = z.infer<typeof MeetingRule>
