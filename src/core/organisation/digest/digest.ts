import { z } from 'zod'
import { Place, type Slot } from '../../effect.ts'
import { Instant } from '../../time/instant.ts'

export const RoomUse = z.enum(['cases', 'triage'])
export type RoomUse = z.infer<typeof RoomUse>

/** Whom the digest is for: everybody in the organisation’s rooms of one use, or one person of it. */
export const DigestFor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rooms'), use: RoomUse }),
  z.object({ type: z.literal('person'), person: z.string() }),
])
export type DigestFor = z.infer<typeof DigestFor>

export const Often = z.enum(['daily', 'weekly'])
export type Often = z.infer<typeof Often>

/** A digest that somebody asked for. */
const DigestOrder = z.object({
  to: DigestFor,
  every: Often,
  /** What the next one tells of begins here: when the last was sent. */
  since: Instant,
  /** Null while the rules in force know no digest. */
  nextAt: Instant.nullable(),
})
export type DigestOrder = z.infer<typeof DigestOrder>

/** One that was sent. What it says is written when it is sent, and kept nowhere else. */
export const DigestSent = z.object({
  n: z.int().positive(),
  to: DigestFor,
  every: Often,
  from: Instant,
  upTo: Instant,
  places: z.array(Place),
})
export type DigestSent = z.infer<typeof DigestSent>

/** `sent`: the latest, the newest last. */
export const Digests = z.object({ orders: z.array(DigestOrder), sent: z.array(DigestSent) })
export type Digests = z.infer<typeof Digests>

export const NO_DIGESTS: Digests = { orders: [], sent: [] }

export function isSame(one: DigestFor, other: DigestFor): boolean {
  if (one.type === 'rooms') return other.type === 'rooms' && other.use === one.use
  return other.type === 'person' && other.person === one.person
}

export function slotOfDigest({ n }: Pick<DigestSent, 'n'>): Slot {
  return `notice:digest.${n}`
}
