import { z } from 'zod'
import { Listing } from '../organisation/organisation.ts'
import { Instant } from '../time/instant.ts'

/** A made-up case to rehearse with: who is in it, what has just happened, and how far it goes. */
export const Rehearsal = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,20}$/),
  label: z.string().max(60),
  /** What is happening, who you are, what to do first: a sentence each. */
  story: z.array(z.string()).min(1).max(3),
  /** Everybody in it, all made up: nobody of the real directory is told anything. */
  cast: z.array(Listing).min(1),
  /** Whom a person plays where no question names somebody else. */
  plays: z.string(),
  /** The case as it was raised, and when. */
  raised: z.object({
    at: Instant,
    by: z.string(),
    case: z.enum(['concern', 'incident']),
    provider: z.string(),
    what: z.string(),
    where: z.string().nullable(),
    occurredAt: Instant.nullable(),
    identifiedAt: Instant.nullable(),
    danger: z.boolean(),
    done: z.string().nullable(),
    safeguarding: z.string(),
  }),
  /** Where it was triaged before people come in: without triggers, and its level is what the tool recommends. */
  triaged: z.exactOptional(z.object({ by: z.string(), consequence: z.int(), likelihood: z.int() })),
  /** Where its clock stands when people come in. */
  beginsAt: Instant,
  /** The stretch that is played at one press. */
  stretch: z.object({ label: z.string().max(40), until: Instant }),
  /** When it is over, and scored. */
  endsAt: Instant,
})
export type Rehearsal = z.infer<typeof Rehearsal>
