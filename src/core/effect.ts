import { z } from 'zod'
import { RecordId } from './record-id.ts'

/**
 * Where a record's messages go on one channel: a room, a known person, or the account of somebody
 * who is not in the directory. `under` puts them into the thread of another record's root message.
 */
export const Place = z.object({
  channel: z.string(),
  to: z.discriminatedUnion('type', [
    z.object({ type: z.literal('room'), room: z.string() }),
    z.object({ type: z.literal('person'), person: z.string() }),
    z.object({ type: z.literal('account'), account: z.string() }),
  ]),
  under: RecordId.optional(),
})
export type Place = z.infer<typeof Place>

/**
 * Which message of a place: `root` is kept up to date, the others stand in its thread.
 * `prompt:ID`, `nudge:CLOCK:N`, `action:N`, `notice:N`, `roll`, `receipt`, `outcome:N`; `alarm:CHANNEL:SINCE`, also with
 * `:refused` or `:10`, `:100` …, is for administrators; `line:N` is a message inside a rehearsal. `decision:N`
 * is what a meeting votes on, kept up to date.
 */
export const Slot = z
  .string()
  .regex(/^(root|roll|receipt|(prompt|nudge|action|notice|outcome|alarm|line|decision):[\w:.-]+)$/)
export type Slot = z.infer<typeof Slot>

/** What a slot begins with, up to its colon. */
export type SlotKind = 'prompt' | 'nudge' | 'action' | 'notice' | 'outcome' | 'alarm'

/** Something to be done outside. A message is only named here: it is written when it is sent. */
export const Effect = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), place: Place, slot: Slot, urgent: z.boolean() }),
  z.object({
    type: z.literal('room'),
    channel: z.string(),
    name: z.string(),
    topic: z.string(),
    people: z.array(z.string()),
  }),
  z.object({ type: z.literal('invite'), place: Place, people: z.array(z.string()) }),
  /** Takes people out of a room. */
  z.object({ type: z.literal('remove'), place: Place, people: z.array(z.string()) }),
  /** Pins what stands at the head of a room, and puts its links where everybody finds them. */
  z.object({ type: z.literal('pin'), place: Place }),
  /** Asks somebody from outside the service into a room, by their mail address. */
  z.object({ type: z.literal('share'), place: Place, person: z.string() }),
  /** Closes a room that was made: it is read, and written in no more. */
  z.object({ type: z.literal('archive'), place: Place }),
  /** A call that people dial in to, made or given another start: when it starts is read when it is sent. */
  z.object({
    type: z.literal('call'),
    channel: z.string(),
    name: z.string(),
    subject: z.string(),
  }),
  /** Takes that call away: the meeting is not held. */
  z.object({ type: z.literal('endCall'), channel: z.string(), name: z.string() }),
])
export type Effect = z.infer<typeof Effect>

/** Somebody whom a service would not let into a room; the others are in it. */
export const NotLetIn = z.object({ person: z.string(), reason: z.string() })
export type NotLetIn = z.infer<typeof NotLetIn>

/** How one try ended. `unclear`: it may have arrived, so look before trying again. */
export const Outcome = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('done'),
    ref: z.string(),
    /** Of a room only: whom the service would not have in it, and why. */
    left: z.array(NotLetIn).optional(),
  }),
  z.object({
    type: z.literal('later'),
    reason: z.string(),
    retryAfterSeconds: z.number().optional(),
  }),
  z.object({ type: z.literal('unclear'), reason: z.string() }),
  z.object({
    type: z.literal('never'),
    reason: z.string(),
    /** Of a room only: too few of its people are on the service for one. */
    tooFew: z.literal(true).optional(),
    /** Of what goes into a room: it takes nothing any more. */
    shut: z.literal(true).optional(),
  }),
])
export type Outcome = z.infer<typeof Outcome>

/** The reference of a slot in which nothing stands: there was nothing to be said, a newer message says it, or it was given up. */
export const NOTHING_STANDS = '-'

/** The name of a place, and of the queue that its effects wait in: a failure holds up no other. */
export function placeKey(place: Place): string {
  const { to } = place
  switch (to.type) {
    case 'room':
      return `${place.channel}/room/${to.room}`
    case 'person':
      return `${place.channel}/person/${to.person}`
    case 'account':
      return `${place.channel}/account/${to.account}`
  }
}

export function queueOf(effect: Effect): string {
  switch (effect.type) {
    case 'room':
      return `${effect.channel}/new/${effect.name}`
    case 'call':
    case 'endCall':
      return `${effect.channel}/call/${effect.name}`
    // Whoever cannot be asked in holds no message up.
    case 'share':
      return `${placeKey(effect.place)}/share/${effect.person}`
    case 'message':
    case 'invite':
    case 'remove':
    case 'pin':
    case 'archive':
      return placeKey(effect.place)
  }
}

/**
 * Whether it goes before what can wait at its place: a message needs the room and those who are in it,
 * but a room is closed when all is said there.
 */
export function isPressing(effect: Effect): boolean {
  switch (effect.type) {
    case 'message':
      return effect.urgent
    case 'pin':
    case 'archive':
      return false
    case 'room':
    case 'call':
    case 'endCall':
    case 'invite':
    case 'remove':
    case 'share':
      return true
  }
}
