import { z } from 'zod'
import { type Effect, Place, placeKey, Slot, type SlotKind } from './effect.ts'
import type { Composing, Context } from './kind.ts'
import type { Part, Text } from './message/message.ts'
import type { Viewer } from './people/viewer.ts'
import { Instant } from './time/instant.ts'
import { showLocal } from './time/local.ts'

/** Of what administrators are told, and where: the organisation of each says it for all records. */
const Alarm = z.object({
  /** `the reminder of D1 StEIS alert`. */
  about: z.string(),
  tell: z.array(z.object({ organisation: z.string(), place: Place })),
})
export type Alarm = z.infer<typeof Alarm>

/** A reminder or question that its service has not accepted, and who was told instead. Once for a slot and a place. */
export const Late = z.object({
  at: Instant,
  slot: Slot,
  place: z.string(),
  /** Whether it will never arrive; otherwise it is tried on. */
  refused: z.boolean(),
  /** What was last heard of the service. */
  reason: z.string(),
  /** The message by which the next rung is told; null where nobody is left. */
  instead: Slot.nullable(),
  /** Outside the record’s own places: people by mail. */
  told: z.array(z.object({ place: Place, slot: Slot })),
  alarm: z.exactOptional(Alarm),
})
export type Late = z.infer<typeof Late>
type Told = Late['told']

/** What is heard of a message, whatever it is. */
export type Heard = Pick<Late, 'place' | 'refused' | 'reason'> & { readonly slot: string }

/** Reminders and questions: somebody else must be told when a service does not accept one in time. */
export const COUNT_AS_LATE: readonly SlotKind[] = ['nudge', 'prompt', 'action']

export function countsAsLate(slot: string): boolean {
  return COUNT_AS_LATE.some((kind) => slot.startsWith(`${kind}:`))
}

/** Whether this was noted before, or goes to somebody else already because of an earlier one. */
export function isKnown(all: readonly Late[], slot: string, place: string): boolean {
  return all.some(
    (one) =>
      (one.slot === slot && one.place === place) || (one.instead === slot && one.slot !== slot),
  )
}

/** The same message, not accepted at another place before: everybody but that service’s administrators knows. */
export function isRepeated(all: readonly Late[], slot: string): boolean {
  return all.some((one) => one.slot === slot)
}

export function byMail(
  people: readonly string[],
  slot: Slot,
  { lastResort }: Pick<Context, 'lastResort'>,
): Told {
  return [...new Set(people)].flatMap((person) =>
    lastResort.map((channel) => ({ place: placeOf(channel, person), slot })),
  )
}

export function lateEffects(told: Told): Effect[] {
  return told.map(({ place, slot }) => ({ type: 'message', place, slot, urgent: true }))
}

export function latePlaces(all: readonly Late[]): Place[] {
  return all.flatMap(({ told }) => told.map(({ place }) => place))
}

/** Whether a viewer is one of those who are told outside the record’s own places. */
export function isToldInstead(all: readonly Late[], viewer: Viewer, slot: string): boolean {
  if (viewer.type !== 'place') return false
  const key = placeKey(viewer.place)
  return all.some(({ told }) =>
    told.some((one) => one.slot === slot && placeKey(one.place) === key),
  )
}

/** Whether a place is known for these messages only: it is shown nothing else of the record. */
export function isOnlyTold(
  all: readonly Late[],
  own: readonly Place[],
  viewer: Viewer,
  slot: string,
): boolean {
  if (viewer.type !== 'place' || isToldInstead(all, viewer, slot)) return false
  const key = placeKey(viewer.place)
  return !own.some((place) => placeKey(place) === key)
}

/** Who was told by mail, each once. */
export function mailed({ told }: Pick<Late, 'told'>): string[] {
  const people = told.flatMap(({ place: { to } }) => (to.type === 'person' ? [to.person] : []))
  return [...new Set(people)]
}

/** `Slack`, of `slack/room/C0WILLOW`. */
export function serviceOf(place: string): string {
  return serviceName(channelOf(place))
}

export function serviceName(channel: string): string {
  return `${channel.charAt(0).toUpperCase()}${channel.slice(1)}`
}

/** `was not reached on Slack: no account`; what the service’s own sentence begins with is not said twice. */
export function notReachedWords(channel: string, reason: string): string {
  const service = serviceName(channel)
  return `was not reached on ${service}: ${reason.replace(`Not reached on ${service}: `, '')}`
}

/** `Slack has not accepted it` or that it cannot be delivered there. */
export function notAcceptedWords(late: Late, what: string, composing: Composing): string {
  const service = serviceOf(late.place)
  const { policy } = composing
  const { lateMinutes } = policy.prompting
  return !late.refused
    ? `${service} had not accepted ${what} by ${showLocal(late.at, policy.zone)}, ${lateMinutes} minutes or more after it was due. Sending is tried for 24 hours in all.`
    : `${service} did not take ${what}: ${late.reason}`
}

/** The last words of a reminder by mail: why it comes this way, and where it is answered. */
export function whyByMail(all: readonly Late[], slot: Slot): Part {
  const about = all.findLast((one) => one.told.some((told) => told.slot === slot))
  const service = about ? serviceOf(about.place) : 'The chat service'
  return {
    kind: 'text',
    text: `You are told by mail because ${service} has not accepted the message. Answer there as soon as it works again; replies to this mail are not read. If it cannot wait, phone.`,
  }
}

/** `Told by mail: …`. */
export function mailedText(all: readonly Late[], { slot }: Pick<Late, 'slot'>): Text {
  const people = [...new Set(all.filter((one) => one.slot === slot).flatMap(mailed))]
  if (people.length === 0) return 'Nobody could be told by mail.'
  return [
    'Told by mail: ',
    ...people.flatMap((person, n) => [...(n > 0 ? [', '] : []), { person }]),
    '.',
  ]
}

export function placeOf(channel: string, person: string): Place {
  return { channel, to: { type: 'person', person } }
}

/** `slack`, of `slack/room/C0WILLOW`. */
export function channelOf(place: string): string {
  return place.slice(0, place.indexOf('/'))
}
