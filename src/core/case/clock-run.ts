import { z } from 'zod'
import { Instant } from '../time/instant.ts'

const Nudge = z.object({
  n: z.int().positive(),
  at: Instant,
  /** `48 h clock started`, `24 h before it is due`, `no answer after 30 minutes` … */
  why: z.string(),
  to: z.array(z.string()),
  /** Told in the notice after an outage, not in a message of its own. */
  folded: z.boolean(),
})
export type Nudge = z.infer<typeof Nudge>

/** How often something is wanted, where a person chose that. */
export const Cadence = z.object({
  unit: z.enum(['days', 'workingDays']),
  amount: z.int().positive(),
})
export type Cadence = z.infer<typeof Cadence>

/** A clock of a case, running or over. `missed`: past its due time; it can still be met late. */
export const ClockRun = z.object({
  rule: z.string(),
  state: z.enum(['running', 'missed', 'met', 'cancelled']),
  /** Nudges, and is never missed. */
  soft: z.boolean(),
  startAt: Instant,
  /** Null where the rule gives no time. */
  dueAt: Instant.nullable(),
  /** How it was counted, in words that anyone can check. */
  words: z.string(),
  provisional: z.boolean(),
  information: z.array(z.object({ label: z.string(), words: z.string() })),
  overdueOnEntry: z.boolean(),
  workingDaysLate: z.int().nullable(),
  lateReason: z.string().nullable(),
  urgent: z.boolean(),
  /** Who owed it when it began; null where nobody held the post. */
  owner: z.string().nullable(),
  /** Who has been told so far, the latest last. */
  reached: z.array(z.string()),
  /** Who said `I have it`. */
  haver: z.string().nullable(),
  takenAt: Instant.nullable(),
  climbed: z.int(),
  climbAt: Instant.nullable(),
  nudgeAt: Instant.nullable(),
  nudgeWhy: z.string().nullable(),
  snoozedUntil: Instant.nullable(),
  nudges: z.array(Nudge),
  reference: z.string().nullable(),
  /** When the thing was done, on which lateness is judged; when that was recorded. */
  metAt: Instant.nullable(),
  recordedAt: Instant.nullable(),
  late: z.boolean().nullable(),
  /** It was past its due time when it was cancelled: that stays. */
  wasMissed: z.exactOptional(z.literal(true)),
  /** Why it turned out not to be needed. */
  lapsed: z.exactOptional(z.string()),
  /** Of one that goes on: how often, once chosen; how many times it was done, and when last. */
  every: z.exactOptional(Cadence.nullable()),
  times: z.exactOptional(z.int()),
  lastAt: z.exactOptional(Instant),
})
export type ClockRun = z.infer<typeof ClockRun>

/** The number of the newest nudge that is a message of its own: the one with the live buttons. */
export function lastSent({ nudges }: Pick<ClockRun, 'nudges'>): number {
  return nudges.findLast(({ folded }) => !folded)?.n ?? 0
}
