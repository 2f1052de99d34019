import { z } from 'zod'
import { Actor } from '../../people/actor.ts'

const kind = z.literal('meeting')
const by = Actor
const person = z.string()

export const guestIntents = [
  /** Somebody of the directory who has no seat: a specialist. */
  z.object({ kind, type: z.literal('bringIn'), by, person, why: z.string() }),
  z.object({ kind, type: z.literal('takeOut'), by, person, reason: z.string() }),
] as const

export type GuestIntent = z.infer<(typeof guestIntents)[number]>

export function isGuestIntent<Asked extends { readonly type: string }>(
  intent: Asked,
): intent is Extract<Asked, { type: GuestIntent['type'] }> {
  return intent.type === 'bringIn' || intent.type === 'takeOut'
}
