import { z } from 'zod'
import { Actor } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

const kind = z.literal('meeting')

export const timeIntents = [
  /** Another start: everybody who was called is told, and asked again. */
  z.object({
    kind,
    type: z.literal('changeTime'),
    by: Actor,
    startsAt: Instant,
    reason: z.string(),
    /** How many changes of its time stood when the form was opened; none is compared without. */
    seen: z.exactOptional(z.int().nonnegative()),
  }),
] as const

export type TimeIntent = z.infer<(typeof timeIntents)[number]>
