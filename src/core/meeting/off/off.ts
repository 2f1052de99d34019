import { z } from 'zod'
import { Actor, Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

/** That it is over without having been held, and why. */
export const CalledOff = z.object({ at: Instant, by: Doer, reason: z.string() })
type CalledOff = z.infer<typeof CalledOff>

export type OffEvent = { readonly type: 'calledOff' } & Omit<CalledOff, 'at'>

/** How many changes of its time stood when the form was opened; none is compared without. */
const seen = z.exactOptional(z.int().nonnegative())

export function callOffIntent(kind: z.ZodLiteral<'meeting'>) {
  return z.object({ kind, type: z.literal('callOff'), by: Actor, reason: z.string(), seen })
}

/** Its online call could not be deleted then, as its service says why. */
const CallLeft = z.object({ channel: z.string(), reason: z.string() })
export type CallLeftEvent = { readonly type: 'callLeft' } & z.infer<typeof CallLeft>

/** What whoever called it off reads of that: somebody must delete it by hand. */
export const CallLeftNotice = z.object({ say: z.literal('callLeft'), ...CallLeft.shape })
export type CallLeftNotice = z.infer<typeof CallLeftNotice>

/** What everybody is told of it; the words stand with the meeting. */
export const OffNotice = z.object({ say: z.literal('calledOff') })
