import { z } from 'zod'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

/** A start that was given up for another. `from` null: it was to start as soon as it was called. */
export const TimeChange = z.object({
  at: Instant,
  by: Doer,
  from: Instant.nullable(),
  to: Instant,
  reason: z.string(),
  /** Whoever was called then, but for who changed it: each is told in private. */
  told: z.array(z.string()),
})
export type TimeChange = z.infer<typeof TimeChange>

/** What everybody is told of one; counted from 1. */
export const TimeNotice = z.object({ say: z.literal('time'), change: z.int().positive() })
export type TimeNotice = z.infer<typeof TimeNotice>
