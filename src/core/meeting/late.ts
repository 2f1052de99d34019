import { alarmOf } from '../alarm.ts'
import { accept, type Decision } from '../decision.ts'
import { placeKey, Slot } from '../effect.ts'
import type { Context } from '../kind.ts'
import { byMail, countsAsLate, type Heard, isKnown, isRepeated } from '../late.ts'
import type { Prompt } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import { tellOwers } from './action/late.ts'
import { type Draft, draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import { ownPlaces } from './guarded.ts'
import type { MeetingIntentOf } from './intent.ts'
import type { Meeting } from './meeting.ts'
import { seatPromptId } from './seats.ts'
import { climb } from './wake.ts'

/** A call that its service has not accepted in time: the next in line is called, all of them by mail as well. */
export function notAccepted(
  meeting: Meeting,
  { slot, place, reason }: MeetingIntentOf<'noteLate'>,
  context: Context,
): Decision<MeetingEvent> {
  const draft = draftOf(meeting)
  tellOwers(draft, { slot, place, reason, refused: false }, context)
  tellOthers(draft, { slot, place, reason, refused: false }, context, true)
  return accept(...draft.events)
}

/** A call that does not arrive goes to the next in line at once; a room that cannot be made is done without. */
export function undelivered(
  meeting: Meeting,
  { slot, place, reason, tooFew }: MeetingIntentOf<'noteUndelivered'>,
  context: Context,
): Decision<MeetingEvent> {
  const { now } = context
  const [channel = '', to = '', name = ''] = place.split('/')
  if (to === 'new') {
    const stands = meeting.places.some((one) => one.channel === channel)
    if (stands) return accept()
    const failed = { type: 'roomFailed', at: now, channel, reason } as const
    return accept(tooFew ? { ...failed, tooFew } : failed)
  }
  if (meeting.undelivered.some((one) => one.slot === slot && one.place === place)) return accept()
  const draft = draftOf(meeting)
  draft.add({ type: 'undelivered', at: now, slot, place, reason })
  tellOwers(draft, { slot, place, reason, refused: true }, context)
  const climbs = to === 'person' && unreachable(draft.meeting(), slot, name)
  tellOthers(draft, { slot, place, reason, refused: true }, context, climbs)
  return accept(...draft.events)
}

/** Nothing where the call was answered meanwhile, or where it is known already. */
function tellOthers(
  draft: Draft,
  { slot: named, ...heard }: Heard,
  context: Context,
  climbs: boolean,
): void {
  const { late, prompts, ...meeting } = draft.meeting()
  const slot = Slot.safeParse(named).data
  const { place } = heard
  const prompt = prompts.find(({ id, state }) => named === `prompt:${id}` && state === 'open')
  if (!slot || !prompt || !countsAsLate(slot)) return
  if (!ownPlaces({ late, prompts, ...meeting }).some((one) => placeKey(one) === place)) return
  const repeated = isRepeated(late, slot)
  const before = draft.events.length
  if (climbs && waitsFor(prompt, place)) climb(draft, prompt, context)
  const next = draft.events.slice(before).flatMap(calledIn)
  if (isKnown(late, slot, place)) return
  const told = [
    ...(repeated ? [] : byMail(toldAt(prompt, place), slot, context)),
    ...next.flatMap(([person, own]) => byMail([person], own, context)),
  ]
  const instead = next[0]?.[1] ?? null
  const about = `a call to the ${meeting.label.toLowerCase()} ${referenceOf(meeting.id)}`
  // Administrators may not see what is confidential: those who may are told, and by mail.
  const alarm = meeting.confidential ? {} : { alarm: alarmOf(place, about, context) }
  draft.add({ type: 'notAccepted', at: context.now, slot, ...heard, instead, told, ...alarm })
}

/** Whether the person at this place, or anybody in this room, is the last who was asked. */
function waitsFor({ asked, climbAt }: Prompt, place: string): boolean {
  const last = asked.at(-1)
  return climbAt !== null && last !== undefined && toldAt({ asked }, place).includes(last)
}

function toldAt({ asked }: Pick<Prompt, 'asked'>, place: string): readonly string[] {
  const [, to, name = ''] = place.split('/')
  return to === 'person' ? asked.filter((person) => person === name) : asked
}

/** Who is called by a fact, and in which message. */
function calledIn(event: MeetingEvent): readonly (readonly [person: string, slot: Slot])[] {
  if (event.type === 'seatCalled')
    return [[event.call.person, `prompt:${seatPromptId(event.call.person)}`]]
  return event.type === 'chairAsked' ? [[event.person, 'prompt:chair']] : []
}

function unreachable(
  { reach, undelivered: failed }: Meeting,
  slot: string,
  person: string,
): boolean {
  const channels = reach[person] ?? []
  return channels.every((channel) =>
    failed.some((one) => one.slot === slot && one.place === `${channel}/person/${person}`),
  )
}
