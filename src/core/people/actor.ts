import { z } from 'zod'
import { Place } from '../effect.ts'

/**
 * Who asks or did something. `clock`: Muster itself. `unlisted`: somebody on a channel who is not in
 * the directory; they may raise and may not decide.
 */
export const Actor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person'), person: z.string() }),
  z.object({
    type: z.literal('unlisted'),
    channel: z.string(),
    account: z.string(),
    name: z.string(),
  }),
  z.object({ type: z.literal('clock') }),
])
export type Actor = z.infer<typeof Actor>

/** An actor as an event keeps them: with name, role and organisation as they were at that moment. */
export const Doer = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('person'),
    person: z.string(),
    name: z.string(),
    role: z.string().nullable(),
    /** Where the role is not their own. */
    as: z.enum(['deputy', 'on-call']).optional(),
    organisation: z.string(),
  }),
  z.object({
    type: z.literal('unlisted'),
    channel: z.string(),
    account: z.string(),
    name: z.string(),
  }),
  z.object({ type: z.literal('clock') }),
])
export type Doer = z.infer<typeof Doer>

/** Who raised a case. In confidence: one named role may learn the name. */
export const Raiser = z.object({
  how: z.enum(['named', 'inConfidence']),
  doer: Doer,
  /** Where the private confirmation and the outcomes go. */
  place: Place.nullable(),
})
export type Raiser = z.infer<typeof Raiser>
