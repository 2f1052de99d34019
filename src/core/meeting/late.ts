import { accept, type Decision } from '../decision.ts'
import { placeKey, Slot } from '../effect.ts'
import type { Context } from '../kind.ts'
import { byMail, countsAsLate, type Heard, isKnown } from '../late.ts'
import type { Prompt } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import { tellOwers } from './action/late.ts'
import { type Draft, draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import { ownPlaces } from './guarded.ts'
import type { MeetingIntentOf } from './intent.ts'
import { lettersOf } from './invitation/letters.ts'
import type { Meeting } from './meeting.ts'
import { tellOfCallLeft } from './off/call-left.ts'
import { reachMark } from './reached-anew.ts'
import { alarmFor, mayHaveMail, unreachable } from './reaching.ts'
import { foundShut } from './room/decide.ts'
import { seatPromptId } from './seats.ts'
import { tellOfEnd } from './untold/decide.ts'
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
  tellOfEnd(draft, { slot, place, reason, refused: false }, context)
  return accept(...draft.events)
}

/**
 * A call that does not arrive on any service goes by mail, and to the next in line at once where nobody
 * can wait for a mail to be read, or none can be sent; a room that cannot be made is done without.
 */
export function undelivered(
  meeting: Meeting,
  { slot, place, reason, tooFew, shut }: MeetingIntentOf<'noteUndelivered'>,
  context: Context,
): Decision<MeetingEvent> {
  const { now } = context
  const found = shut && foundShut(meeting, { slot, place }, now)
  if (found) return accept(found)
  const [channel = '', to = '', name = ''] = place.split('/')
  if (to === 'new') {
    const stands = meeting.places.some((one) => one.channel === channel)
    if (stands) return accept()
    const failed = { type: 'roomFailed', at: now, channel, reason } as const
    return accept(tooFew ? { ...failed, tooFew } : failed)
  }
  if (meeting.undelivered.some((one) => one.slot === slot && one.place === place)) return accept()
  const draft = draftOf(meeting)
  const mark = to === 'person' ? { mark: reachMark(context.directory, channel, name) } : {}
  draft.add({ type: 'undelivered', at: now, slot, place, reason, ...mark })
  tellOwers(draft, { slot, place, reason, refused: true }, context)
  const lost = to === 'person' && unreachable(draft.meeting(), [slot], name)
  const climbs = lost && !(mayWait(meeting) && mayHaveMail(meeting, name, context))
  tellOthers(draft, { slot, place, reason, refused: true }, context, climbs)
  tellOfEnd(draft, { slot, place, reason, refused: true }, context)
  tellOfCallLeft(draft, { slot, place, reason }, context)
  return accept(...draft.events)
}

/** Nothing where the call was answered meanwhile, or where it is known already. */
function tellOthers(
  draft: Draft,
  { slot: named, ...heard }: Heard,
  context: Context,
  climbs: boolean,
): void {
  const meeting = draft.meeting()
  const { late, prompts, label, id } = meeting
  const slot = Slot.safeParse(named).data
  const { place } = heard
  const prompt = prompts.find((one) => named === `prompt:${one.id}` && one.state === 'open')
  if (!slot || !prompt || !countsAsLate(slot)) return
  if (!ownPlaces(meeting).some((one) => placeKey(one) === place)) return
  const before = draft.events.length
  if (climbs && waitsFor(prompt, place)) climb(draft, prompt, context)
  const next = draft.events.slice(before).flatMap(calledIn)
  if (isKnown(late, slot, place)) return
  const told = [
    ...byMail(unheard(meeting, prompt, { slot, ...heard }), slot, context),
    ...next.flatMap(([person, own]) => byMail([person], own, context)),
  ]
  const instead = next[0]?.[1] ?? null
  const about = `a call to the ${label.toLowerCase()} ${referenceOf(id)}`
  // Those who may see it are told, and by mail.
  const alarm = alarmFor(meeting, heard, about, context)
  draft.add({ type: 'notAccepted', at: context.now, slot, ...heard, instead, told, ...alarm })
}

/** Who is still to be told by mail: nobody who is told so already, nor whom another service may reach. */
function unheard(meeting: Meeting, prompt: Prompt, { slot, place, refused }: Heard): string[] {
  const own = place.split('/')[1] === 'person'
  return toldAt(prompt, place)
    .filter((person) => lettersOf(meeting, person).length === 0)
    .filter((person) => !refused || !own || unreachable(meeting, [slot], person))
}

/** A mail may lie unread for longer than an urgent meeting can wait. */
function mayWait({ urgent, startsAt }: Meeting): boolean {
  return !urgent && startsAt !== null
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
