import { accept, type Decision, refuse } from '../decision.ts'
import { noteEdited } from '../edited.ts'
import type { Place } from '../effect.ts'
import type { Context } from '../kind.ts'
import { reminderAt } from '../overtaken.ts'
import { doerOf } from '../people/doer.ts'
import { type Allowed, permitted } from '../permission/permitted.ts'
import { referenceOf } from '../record-id.ts'
import { standingAt } from '../standing.ts'
import { showLocal } from '../time/local.ts'
import { barred, noteAccess } from './access.ts'
import { decideAction } from './action/decide.ts'
import { type ActionIntent, isActionIntent } from './action/intent.ts'
import { standingMeeting } from './announce.ts'
import { answer } from './answer.ts'
import { type AsideIntent, asksAside, decideAside, isWhileOpen } from './aside.ts'
import { askedOfMeeting, askedToCall } from './asked.ts'
import { call } from './call.ts'
import { hasCallFailed } from './call-made.ts'
import { keptOut } from './conflict/decide.ts'
import {
  type AboutDeciding,
  decideOnDecision,
  isAboutDeciding,
  outlastsMeeting,
} from './decision/decide.ts'
import { votesOpen } from './decision/voting.ts'
import type { MeetingEvent } from './event.ts'
import { decideGuest } from './guest/decide.ts'
import { type GuestIntent, isGuestIntent } from './guest/intent.ts'
import { impossiblyHeld } from './held.ts'
import type { MeetingIntent, MeetingIntentOf } from './intent.ts'
import { notAccepted, undelivered } from './late.ts'
import { chairedBy, shortOf } from './level/attended.ts'
import type { MaybeMeeting, Meeting } from './meeting.ts'
import { decideOnMinutes, drafting } from './minutes/decide.ts'
import { offWords } from './off/words.ts'
import { leadsTo } from './outcome.ts'
import { remindersOfMeeting } from './reminders.ts'
import { noteRemoval } from './retention.ts'
import { noteOfRooms, shutRooms } from './room/decide.ts'
import { isRoomIntent, type RoomIntent } from './room/intent.ts'
import { allRooms } from './room/rooms.ts'
import { standIn } from './stand-in.ts'
import { wake } from './wake.ts'

type Decided = Decision<MeetingEvent>

/** The whole rulebook of a meeting in one call: no clock, no I/O, no randomness. */
export function decideMeeting(
  meeting: MaybeMeeting,
  intent: MeetingIntent,
  context: Context,
): Decided {
  if (intent.type === 'call') return opened(meeting, intent, context)
  if (meeting.status === 'none')
    return refuse(
      'notFound',
      `There is no meeting ${referenceOf(meeting.id)}. Check the reference.`,
    )
  if (meeting.removed && intent.type !== 'noteRemoval')
    return refuse(
      'closed',
      `${referenceOf(meeting.id)} was removed under retention; nothing is kept of it.`,
    )
  const shut = barred(meeting, intent)
  if (shut) return shut
  const asked = askedOfMeeting(meeting, intent, context)
  if ('ok' in asked) return asked
  const out = keptOut(meeting, intent, asked, context)
  if (out) return out
  const may = permitted(asked, context)
  return may.ok ? decideCalled(meeting, intent, { ...context, acting: may.acting }) : may
}

function opened(meeting: MaybeMeeting, intent: MeetingIntentOf<'call'>, context: Context): Decided {
  if (meeting.status !== 'none')
    return refuse('alreadyOpen', `${referenceOf(meeting.id)} is called already.`)
  const asked = askedToCall(intent, context)
  if ('ok' in asked) return asked
  const may = permitted(asked, context)
  return may.ok ? call(intent, { ...context, acting: may.acting }) : may
}

function decideCalled(
  meeting: Meeting,
  intent: Exclude<MeetingIntent, { type: 'call' }>,
  context: Allowed,
): Decided {
  if (isActionIntent(intent))
    return meeting.calledOff && intent.type === 'askAction'
      ? over(meeting, intent, context)
      : decideAction(meeting, intent, context)
  if (isGuestIntent(intent)) return decideGuest(meeting, intent, context)
  if (isRoomIntent(intent)) return noteOfRooms(meeting, intent, context)
  if (isAboutDeciding(intent))
    return meeting.status === 'closed' && !outlastsMeeting(intent)
      ? over(meeting, intent, context)
      : decideOnDecision(meeting, intent, context)
  if (asksAside(intent))
    return meeting.status === 'closed' && isWhileOpen(intent)
      ? over(meeting, intent, context)
      : decideAside(meeting, intent, context)
  return decideOnCalling(meeting, intent, context)
}

/** All that is no part of its own. */
function decideOnCalling(
  meeting: Meeting,
  intent: Exclude<
    MeetingIntent,
    { type: 'call' } | ActionIntent | GuestIntent | RoomIntent | AboutDeciding | AsideIntent
  >,
  context: Allowed,
): Decided {
  switch (intent.type) {
    case 'noteConfidential':
      return meeting.confidential
        ? accept()
        : accept({ type: 'wentPrivate', at: context.now, list: intent.list })
    case 'noteAccess':
      return noteAccess(meeting, intent, context)
    case 'noteRoom':
      return noteRoom(meeting, intent, context)
    case 'noteCall': {
      const { channel, url } = intent
      const isKnown = meeting.call?.url && !hasCallFailed(meeting)
      return isKnown ? accept() : accept({ type: 'callMade', at: context.now, channel, url })
    }
    case 'noteDropped': {
      const { slot, place, reason } = intent
      return accept({ type: 'dropped', at: context.now, slot, place, reason })
    }
    case 'noteRemoval':
      return noteRemoval(meeting, intent, context)
    case 'noteEdited':
      return noteEdited(intent, context)
    case 'noteLate':
      return notAccepted(meeting, intent, context)
    case 'noteUndelivered':
      return undelivered(meeting, intent, context)
    case 'answer':
    case 'record':
    case 'standIn':
      return meeting.status === 'closed'
        ? over(meeting, intent, context)
        : whileOpen(meeting, intent, context)
    case 'correct':
    case 'seal':
    case 'addendum':
      return meeting.calledOff
        ? over(meeting, intent, context)
        : decideOnMinutes(meeting, intent, context)
    case 'note':
      return note(intent, context)
    case 'noteBrief':
      return accept({ type: 'briefed', at: context.now, brief: intent.brief })
    case 'wake':
      return wake(meeting, context)
    case 'repair': {
      const lost =
        standingAt(standingMeeting(meeting), intent) ??
        reminderAt(remindersOfMeeting(meeting), intent)
      return lost ? accept({ type: 'repaired', at: context.now, ...lost }) : accept()
    }
    case 'noteRefusal': {
      const { asked, refusal } = intent
      return accept({ type: 'followUpRefused', at: context.now, asked, refusal })
    }
  }
}

function whileOpen(
  meeting: Meeting,
  intent: MeetingIntentOf<'answer' | 'record' | 'standIn'>,
  context: Allowed,
): Decided {
  switch (intent.type) {
    case 'answer':
      return answer(meeting, intent, context)
    case 'record':
      return record(meeting, intent, context)
    case 'standIn':
      return standIn(meeting, intent, context)
  }
}

function noteRoom(
  meeting: Meeting,
  { channel, room }: MeetingIntentOf<'noteRoom'>,
  context: Context,
): Decided {
  const made = allRooms(meeting).some((place) => place.channel === channel && !place.under)
  if (made) return accept()
  const place: Place = { channel, to: { type: 'room', room } }
  const { calledOff, confidential } = meeting
  // One that was being made when it was called off is closed at once.
  const shut = calledOff
    ? shutRooms({ places: [place], ...(confidential && { confidential }) }, context)
    : []
  return accept<MeetingEvent>({ type: 'roomMade', at: context.now, place }, ...shut)
}

/** Closes the meeting with its record (forms 8 and 11). */
function record(meeting: Meeting, intent: MeetingIntentOf<'record'>, context: Allowed): Decided {
  const { directory, acting, now } = context
  const { by, heldAt, form, answers } = intent
  if (form !== meeting.form)
    return refuse('invalid', 'That form does not close this meeting. Use the button in its thread.')
  const impossible = impossiblyHeld(meeting, heldAt, context)
  if (impossible) return impossible
  const stillOpen = votesOpen(meeting)
  if (stillOpen) return stillOpen
  const doer = doerOf(directory, by, acting)
  const led = leadsTo(meeting, answers, context.policy)
  const decides = led.leadsTo !== undefined && !meeting.confidential
  const short = decides && shortOf({ ...meeting, record: { form, answers } }, context)
  const chaired = decides && !short && chairedBy(meeting, { form, answers }, context)
  const decided = { ...led, ...(short && { short }), ...chaired }
  return accept<MeetingEvent>(
    { type: 'recorded', at: now, by: doer, heldAt, form, answers, ...decided },
    drafting(meeting, context),
  )
}

function note({ by, text }: MeetingIntentOf<'note'>, context: Context): Decided {
  const { directory, now } = context
  if (text.trim() === '') return refuse('missing', 'Write what is to be noted after “note”.')
  return accept({ type: 'noted', at: now, by: doerOf(directory, by), text: text.trim() })
}

function over(meeting: Meeting, intent: MeetingIntent, context: Context) {
  const { id, label, record } = meeting
  const by = 'by' in intent ? intent.by : null
  const how = record
    ? `recorded at ${showLocal(record.at, context.policy.zone)}.`
    : offWords(meeting, by, context)
  const words = `${label} ${referenceOf(id)} is over; nothing was changed.`
  return refuse('closed', how === null ? words : `${words} It was ${how}`)
}
