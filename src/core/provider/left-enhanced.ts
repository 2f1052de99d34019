import { z } from 'zod'
import { Doer } from '../people/actor.ts'
import { Instant } from '../time/instant.ts'

/** A decision that took a provider out of enhanced, though a confidential meeting about it had not decided so. */
export const LeftEnhanced = z.object({
  from: z.string(),
  to: z.string(),
  transition: z.string(),
  decidedBy: Doer,
  decidedAt: Instant,
})
export type LeftEnhanced = z.infer<typeof LeftEnhanced>
