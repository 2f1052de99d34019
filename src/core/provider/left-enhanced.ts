import { z } from 'zod'
import { Doer } from '../people/actor.ts'
import { Instant } from '../time/instant.ts'

/** A decision on a level that stands, though a confidential meeting about it speaks against it: it had not decided so. */
export const LeftEnhanced = z.object({
  from: z.string(),
  to: z.string(),
  transition: z.string(),
  decidedBy: Doer,
  decidedAt: Instant,
  /**
   * Where it rests on the meeting itself, which became confidential since: its record decides otherwise now, or
   * says another time of holding, by which the level was not open.
   */
  how: z.exactOptional(z.enum(['corrected', 'held'])),
})
export type LeftEnhanced = z.infer<typeof LeftEnhanced>
