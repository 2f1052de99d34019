import { z } from 'zod'
import { Doer } from './people/actor.ts'
import { RecordId } from './record-id.ts'
import { Instant } from './time/instant.ts'

/** The decision by which a record was removed: what is left of it beside its hashes. */
export const Removal = z.object({
  at: Instant,
  by: Doer,
  because: z.string(),
  /** The rule that no longer keeps it, and the last day on which it did. */
  rule: z.string(),
  keptUntil: z.iso.date(),
})
export type Removal = z.infer<typeof Removal>

/** A decision that a record is kept beyond its time. */
export const Hold = z.object({ at: Instant, by: Doer, because: z.string() })
export type Hold = z.infer<typeof Hold>

/** What the removal of a case asks of the records that hold words of it. */
export const Forgetting = z.object({ records: z.array(RecordId), removal: Removal })
export type Forgetting = z.infer<typeof Forgetting>

export const REMOVED_WORDS = 'Removed under retention.'
