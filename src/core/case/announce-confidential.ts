import { type Effect, type Place, placeKey, type Slot } from '../effect.ts'
import { promptName } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import { slotOf } from '../telling/telling.ts'
import type { Case } from './case.ts'
import { lastSent } from './clock-run.ts'
import { type Confidential, ownPlacesOf } from './confidential.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { owed } from './rules.ts'
import { placesOfRoute } from './safeguarding/route.ts'

/** Of a question that was asked anew, as many reminders as it can have had before. */
const EARLIER_REMINDERS = 12

/** The rooms, invitations and messages by which a fact reaches those who may see a case, and nobody else. */
export function announceConfidential(kase: Case, event: CaseEvent): readonly Effect[] {
  const { confidential } = kase
  return confidential ? effectsOf(kase, confidential, event) : []
}

function effectsOf(kase: Case, confidential: Confidential, event: CaseEvent): Effect[] {
  if (event.type === 'raised') return rooms(kase, confidential)
  if (event.type === 'madeConfidential')
    return [...cleared(kase, confidential.left), ...rooms(kase, confidential)]
  if (event.type === 'roomMade')
    return [...membersOf(confidential, event.place), ...opening(kase, event.place)]
  if (event.type === 'roomFailed') {
    const here = ({ channel }: Place) => channel === event.channel
    const rest = kase.places.filter(here).flatMap((place) => opening(kase, place))
    return [...cleared(kase, confidential.left.filter(here)), ...rest]
  }
  if (event.type === 'accessGiven')
    return [...letIn(kase, confidential, event), ...asked(confidential, event.access.person)]
  if (event.type === 'accessRemoved') return takenOut(kase, confidential, event)
  const isRequest = event.type === 'accessAsked' || event.type === 'accessRefused'
  return isRequest ? asked(confidential, event.person) : []
}

function rooms(kase: Case, { access }: Confidential): Effect[] {
  const channels = [...new Set(access.flatMap((one) => one.channels))]
  return channels.map((channel) => roomOn(kase, access, channel))
}

/** The name says nothing but the reference: names of rooms are seen by others. */
function roomOn({ id }: Case, access: Confidential['access'], channel: string): Effect {
  const reference = referenceOf(id)
  const people = access.filter(({ channels }) => channels.includes(channel))
  return {
    type: 'room',
    channel,
    name: reference.toLowerCase(),
    topic: `${reference}. No patient identifiers.`,
    people: people.map(({ person }) => person),
  }
}

/** Who was let in or taken out while the room was being made. */
function membersOf({ access, since, gone }: Confidential, place: Place): Effect[] {
  const late = access.filter(
    ({ at, by, channels }) =>
      (at > since || by.type === 'clock') && channels.includes(place.channel),
  )
  const people = late.map(({ person }) => person)
  return [
    ...(gone.length > 0 ? [{ type: 'remove', place, people: gone } as const] : []),
    ...(people.length > 0 ? [{ type: 'invite', place, people } as const] : []),
  ]
}

/** All that stands at a place from the start, in a thread under the case itself. */
function opening(kase: Case, place: Place): Effect[] {
  const open = kase.prompts.filter(({ state }) => state === 'open')
  const slots: Slot[] = [
    'root',
    ...open.map((prompt): Slot => `prompt:${promptName(prompt)}`),
    ...owed(kase).flatMap((run): Slot[] => {
      const n = lastSent(run)
      return n === 0 ? [] : [`nudge:${run.rule}:${n}`]
    }),
    ...kase.notices.map(({ n }): Slot => `notice:${n}`),
  ]
  return slots.map((slot) => message(place, slot))
}

/** What stands at places that the case has left is replaced, in threads too. */
function cleared(kase: Case, places: readonly Place[]): Effect[] {
  return places.flatMap((place) => {
    const isTold = placesOfRoute(kase).some((one) => placeKey(one) === placeKey(place))
    const slots = isTold && kase.route ? [slotOf(kase.route)] : everySlot(kase)
    return slots.map((slot) => message(place, slot))
  })
}

/** Every message of a case that may ever have stood in one of its rooms. */
function everySlot({ clocks, prompts, notices }: Case): Slot[] {
  return [
    'root',
    ...prompts.flatMap(({ id, revision, asked, climbed }) =>
      upTo(revision).flatMap((one): Slot[] => {
        const name = promptName({ id, revision: one })
        const most = one === revision ? asked.length + climbed : EARLIER_REMINDERS
        return [`prompt:${name}`, ...upTo(most).map((n): Slot => `nudge:prompt.${name}:${n}`)]
      }),
    ),
    ...clocks.flatMap(({ rule, nudges }) => nudges.map(({ n }): Slot => `nudge:${rule}:${n}`)),
    ...notices.map(({ n }): Slot => `notice:${n}`),
  ]
}

/** A room takes them in; whoever is the first on a service gets one there. */
function letIn(
  kase: Case,
  confidential: Confidential,
  { access }: CaseEventOf<'accessGiven'>,
): Effect[] {
  const others = confidential.access.filter(({ person }) => person !== access.person)
  return access.channels.flatMap((channel): Effect[] => {
    const here = kase.places.filter((place) => place.channel === channel)
    const room = here.find(({ to }) => to.type === 'room')
    if (room) return [{ type: 'invite', place: room, people: [access.person] }]
    if (confidential.withoutRoom.includes(channel))
      return ownPlacesOf({ ...access, channels: [channel] }).flatMap((place) =>
        opening(kase, place),
      )
    // One that is asked for already takes them in when it is made.
    const isAsked = others.some(({ channels }) => channels.includes(channel))
    return isAsked ? [] : [roomOn(kase, confidential.access, channel)]
  })
}

function takenOut(
  kase: Case,
  { left }: Confidential,
  { person }: CaseEventOf<'accessRemoved'>,
): Effect[] {
  const own = left.filter(({ to }) => to.type === 'person' && to.person === person)
  const places = kase.places.filter(({ to }) => to.type === 'room')
  return [
    ...places.map((place): Effect => ({ type: 'remove', place, people: [person] })),
    ...cleared(kase, own),
  ]
}

/** The private question about somebody who asked for access. */
function asked({ requests }: Confidential, person: string): Effect[] {
  return requests
    .filter((one) => one.person === person)
    .flatMap(({ n, places }) => places.map((place) => message(place, `notice:ask.${n}`)))
}

/** Whether a place is one that the case has left, so that nothing of it is shown there any more. */
export function hasLeft({ confidential, raiser }: Case, place: Place, slot: Slot): boolean {
  const key = placeKey(place)
  const isRaiser = raiser.place !== null && placeKey(raiser.place) === key
  if (isRaiser && isForRaiser(slot)) return false
  return confidential?.left.some((one) => placeKey(one) === key) ?? false
}

/** What whoever raised it is told, whether or not they may see the case. */
export function isForRaiser(slot: Slot): boolean {
  return slot === 'receipt' || slot.startsWith('outcome:')
}

function upTo(most: number): number[] {
  return Array.from({ length: most }, (_, index) => index + 1)
}

function message(place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent: !/^notice:\d/.test(slot) }
}
