import { providerId } from '../record-id.ts'
import { withNotice } from '../with-notice.ts'
import { isActionEvent } from './action/event.ts'
import { evolveAction } from './action/evolve.ts'
import { evolveAside, isAside } from './aside.ts'
import { withCall, withFailure } from './call-made.ts'
import { isOfDeciding } from './decision/event.ts'
import { evolveDeciding } from './decision/evolve.ts'
import type { CallingEvent, MeetingEvent, MeetingEventOf } from './event.ts'
import { evolveAccess } from './evolve-access.ts'
import { allWithdrawn, evolveChair, evolveSeats, withPrompt } from './evolve-seats.ts'
import { withoutPlace } from './guarded.ts'
import { isGuestEvent } from './guest/event.ts'
import { evolveGuest } from './guest/evolve.ts'
import { withLetters } from './invitation/letters.ts'
import type { MaybeMeeting, Meeting } from './meeting.ts'
import { isOfMinutes } from './minutes/event.ts'
import { evolveMinutes } from './minutes/evolve.ts'
import { tombstone } from './retention.ts'
import { isOfRooms } from './room/event.ts'
import { evolveRooms } from './room/evolve.ts'

/** Applies one fact. Never refuses. */
export function evolveMeeting(meeting: MaybeMeeting, event: MeetingEvent): Meeting {
  if (event.type === 'called') return called(meeting, event)
  if (meeting.status === 'none')
    throw new Error(`${meeting.id} has "${event.type}" before "called"`)
  if (isOfMinutes(event)) return evolveMinutes(meeting, event)
  if (isActionEvent(event)) return evolveAction(meeting, event)
  if (isGuestEvent(event)) return evolveGuest(meeting, event)
  if (isOfRooms(event)) return evolveRooms(meeting, event)
  if (isOfDeciding(event)) return evolveDeciding(meeting, event)
  if (isAside(event)) return evolveAside(meeting, event)
  return evolveCalled(meeting, event)
}

/** What is no part of its own. */
type Own = Exclude<CallingEvent, MeetingEventOf<'called'>>

function evolveCalled(meeting: Meeting, event: Own): Meeting {
  switch (event.type) {
    case 'wentPrivate':
    case 'letGo':
    case 'letInAgain':
    case 'leftDirectory':
    case 'listedAgain':
    case 'successorLetIn':
      return evolveAccess(meeting, event)
    case 'roomMade':
      return roomMade(meeting, event)
    case 'callMade':
      return withCall(meeting, event)
    case 'roomFailed':
      return roomFailed(meeting, event)
    case 'seatCalled':
    case 'stoodIn':
    case 'seatAnswered':
    case 'stoodDown':
      return evolveSeats(meeting, event)
    case 'chairAsked':
    case 'chairConfirmed':
    case 'chairDeclined':
      return evolveChair(meeting, event)
    case 'climbed':
      return withPrompt(meeting, event.prompt, (prompt) => ({
        ...prompt,
        climbAt: null,
        climbed: prompt.climbed + 1,
      }))
    case 'repaired':
    case 'messageEdited':
      return meeting
    case 'removed':
      return removed(meeting, event)
    case 'undelivered':
      return withFailure(meeting, event)
    case 'notAccepted':
      return notAccepted(meeting, event)
    case 'noted':
      return withNotice(meeting, event.at, { say: 'noted', by: event.by, text: event.text })
    case 'recorded':
      return recorded(meeting, event)
    case 'briefed':
      return { ...meeting, brief: event.brief }
    case 'dropped':
      return dropped(meeting, event)
    case 'followUpRefused': {
      const { asked, refusal } = event
      return withNotice(meeting, event.at, { say: 'notDone', asked, refusal })
    }
  }
}

function called({ id }: MaybeMeeting, event: MeetingEventOf<'called'>): Meeting {
  const { type, at, ...facts } = event
  const inThread = facts.room === 'thread' && facts.case !== null
  return {
    kind: 'meeting',
    status: 'open',
    id,
    calledAt: at,
    ...facts,
    places: inThread ? threadOf(facts) : [],
    undelivered: [],
    late: [],
    notices: [],
    record: null,
  }
}

function removed(meeting: Meeting, event: MeetingEventOf<'removed'>): Meeting {
  const { type, ...removal } = event
  return tombstone(meeting, removal)
}

function dropped(meeting: Meeting, event: MeetingEventOf<'dropped'>): Meeting {
  const { place, reason } = event
  return withNotice(meeting, event.at, { say: 'dropped', place, reason })
}

function notAccepted(meeting: Meeting, event: MeetingEventOf<'notAccepted'>): Meeting {
  const { type, ...late } = event
  return withLetters({ ...meeting, late: [...meeting.late, late] }, late)
}

/** The places of whatever it is about, each in the thread of that one's root message. */
function threadOf({
  casePlaces,
  case: kase,
  provider: { slug },
}: Pick<Meeting, 'casePlaces' | 'case' | 'provider'>) {
  const under = kase ?? (slug === null ? null : providerId(slug))
  return casePlaces.map((place) => (under === null ? place : { ...place, under }))
}

/** One for which there were too few before is not missing any more. */
function roomMade(meeting: Meeting, { place }: MeetingEventOf<'roomMade'>): Meeting {
  const isWithout = withoutPlace(meeting).includes(place.channel)
  return {
    ...meeting,
    places: [...meeting.places, place],
    undelivered: isWithout ? besides(meeting, place.channel) : meeting.undelivered,
  }
}

/** The case's thread has more readers than were called: it is no place for what one person can be told. */
function roomFailed(
  meeting: Meeting,
  { channel, reason, tooFew }: MeetingEventOf<'roomFailed'>,
): Meeting {
  const instead =
    tooFew || meeting.confidential
      ? []
      : threadOf(meeting).filter((place) => place.channel === channel)
  return {
    ...meeting,
    places: [...meeting.places, ...instead],
    undelivered: [...besides(meeting, channel), { slot: 'room', place: channel, reason }],
  }
}

function besides({ undelivered }: Meeting, channel: string): Meeting['undelivered'] {
  return undelivered.filter(({ slot, place }) => slot !== 'room' || place !== channel)
}

function recorded(meeting: Meeting, event: MeetingEventOf<'recorded'>): Meeting {
  const { type, ...record } = event
  return {
    ...withNotice(meeting, event.at, { say: 'recorded' }),
    status: 'closed',
    record,
    prompts: allWithdrawn(meeting.prompts),
  }
}
