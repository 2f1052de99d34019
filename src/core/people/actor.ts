import { z } from 'zod'
import { Place } from '../effect.ts'

/** Where it was not said in chat: on the page behind the link in a mail. */
const Way = { via: z.exactOptional(z.literal('link')) }

/**
 * Who asks or did something. `clock`: Muster itself. `unlisted`: somebody on a channel who is not in
 * the directory; they may raise and may not decide. `anonymous`: somebody who raises without a name,
 * or who has shown the code of what they raised so.
 */
export const Actor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person'), person: z.string(), ...Way }),
  z.object({
    type: z.literal('unlisted'),
    channel: z.string(),
    account: z.string(),
    name: z.string(),
  }),
  z.object({ type: z.literal('anonymous') }),
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
    ...Way,
  }),
  z.object({
    type: z.literal('unlisted'),
    channel: z.string(),
    account: z.string(),
    name: z.string(),
  }),
  z.object({ type: z.literal('anonymous') }),
  z.object({ type: z.literal('clock') }),
])
export type Doer = z.infer<typeof Doer>

/** What a code is held against; the code itself is kept nowhere. */
export const SealedCode = z.object({ salt: z.string(), hash: z.string() })
export type SealedCode = z.infer<typeof SealedCode>

export const HowRaised = z.enum(['named', 'inConfidence', 'anonymous'])

/** Who raised a case. In confidence: one named role may learn the name. Anonymous: nobody may, for it is not kept. */
export const Raiser = z.object({
  how: HowRaised,
  doer: Doer,
  /** By which somebody anonymous is known again. */
  code: z.exactOptional(SealedCode),
  /** Where the private confirmation and the outcomes go. */
  place: Place.nullable(),
})
export type Raiser = z.infer<typeof Raiser>
