import type { Effect, Place, Slot } from '../effect.ts'
import { referenceOf } from '../record-id.ts'
import type { Standing } from '../standing.ts'
import { actionsIn, announceAction } from './action/announce.ts'
import { isActionEvent } from './action/event.ts'
import { standingActions } from './action/places.ts'
import { inRooms, itself, message, onChannels, ownSlot, reaches, toPeople } from './addressing.ts'
import { announceAside, isAside } from './aside.ts'
import { toldAgain } from './back-announce.ts'
import { closing } from './closing.ts'
import { keptOutOn } from './conflict/announce.ts'
import { announceDeciding, decisionSlots, votesOpen } from './decision/announce.ts'
import { standingDisputes } from './decision/dispute-clock.ts'
import { isOfDeciding } from './decision/event.ts'
import type { CallingEvent, MeetingEvent, Newcomer } from './event.ts'
import type { AccessEvent } from './evolve-access.ts'
import { withoutPlace } from './guarded.ts'
import { announceGuest } from './guest/announce.ts'
import { isGuestEvent } from './guest/event.ts'
import { byLetter, isForLetters, toldByLetter } from './invitation/letters.ts'
import { lettersToVote } from './letter/announce.ts'
import { takenBackSlots } from './level/level.ts'
import type { Meeting } from './meeting.ts'
import { announceMinutes } from './minutes/announce.ts'
import { isOfMinutes } from './minutes/event.ts'
import { standingNudges } from './nudge/announce.ts'
import { offSlots } from './off/announce.ts'
import { ownCall, withDialIn } from './online-call.ts'
import { announceRooms, furnishing, notReached, said, sharing } from './room/announce.ts'
import { isOfRooms } from './room/event.ts'
import { allRooms, isShutOn } from './room/rooms.ts'
import { aboutSeat, toSeat } from './seat-announce.ts'
import { seatPromptId } from './seats.ts'
import { standingTime, timeSlots, toldOfTime } from './time/announce.ts'

/** Which messages, rooms and invitations a fact makes out of date; the meeting is as it is after it. */
export function announceMeeting(meeting: Meeting, event: MeetingEvent): readonly Effect[] {
  if (isOfMinutes(event)) return announceMinutes(meeting, event)
  if (isActionEvent(event)) return announceAction(meeting, event)
  if (isGuestEvent(event)) return announceGuest(meeting, event)
  if (isOfRooms(event)) return announceRooms(meeting, event)
  if (isAside(event)) return announceAside(meeting, event)
  const toVote = lettersToVote(meeting, event)
  if (isOfDeciding(event)) return [...announceDeciding(meeting, event), ...toVote]
  return [...announceCalled(meeting, event), ...toVote]
}

function announceCalled(meeting: Meeting, event: CallingEvent): readonly Effect[] {
  switch (event.type) {
    case 'called':
      return called(meeting)
    case 'wentPrivate':
    case 'letGo':
    case 'letInAgain':
    case 'leftDirectory':
    case 'listedAgain':
    case 'successorLetIn':
      return aboutAccess(meeting, event)
    case 'callMade':
      return withDialIn(meeting)
    case 'roomMade':
      return [...lateMembers(meeting, event.place), ...furnished(meeting, event.place)]
    case 'roomFailed':
      return withoutRoom(meeting, event.channel)
    case 'seatCalled':
    case 'stoodIn':
      return [
        ...invitation(meeting, event.call.person, event.newcomer),
        ...sharing(meeting, event),
        ...aboutSeat(meeting, event.seat, event.call.person),
      ]
    case 'seatAnswered':
    case 'stoodDown':
      return [...toSeat(meeting, event.person), ...itself(meeting)]
    case 'chairAsked':
    case 'chairConfirmed':
      return [...invitation(meeting, event.person, event.newcomer), ...aboutChair(meeting)]
    case 'chairDeclined':
      return aboutChair(meeting)
    case 'climbed':
    case 'messageEdited':
    case 'removed':
      return []
    case 'repaired':
      return [{ type: 'message', place: event.place, slot: event.slot, urgent: event.urgent }]
    case 'undelivered':
      return event.slot === 'call' ? withDialIn(meeting) : notReached(meeting, event)
    case 'notAccepted':
      return [...itself(meeting), ...toldByLetter(meeting, event)]
    case 'noted':
    case 'followUpRefused':
    case 'dropped':
      return said(meeting, `notice:${meeting.notices.length}`)
    case 'recorded':
      return closing(meeting)
    case 'briefed':
      return itself(meeting)
  }
}

/** Whoever is told by letter waits for no room. */
function called(meeting: Meeting): Effect[] {
  const { places } = meeting
  const where = places.length > 0 ? opening(meeting, places) : newRooms(meeting)
  return [...ownCall(meeting), ...byLetter(meeting), ...where]
}

function withoutRoom(meeting: Meeting, channel: string): Effect[] {
  const here = meeting.places.filter((place) => place.channel === channel)
  return opening(meeting, here, [channel])
}

function aboutAccess(meeting: Meeting, event: AccessEvent): Effect[] {
  if (event.type === 'wentPrivate') return goingPrivate(meeting)
  if (event.type === 'successorLetIn')
    return [...invitation(meeting, event.person, event.newcomer), ...itself(meeting)]
  if (event.type === 'listedAgain')
    return [
      ...invitation(meeting, event.person, event.newcomer),
      ...toldAgain(meeting, event.person),
    ]
  const { person } = event
  return event.type === 'letInAgain' ? toSeat(meeting, person) : lettingGo(meeting, person)
}

/** Where it stood so far it says so; it goes on in rooms of its own. */
function goingPrivate(meeting: Meeting): Effect[] {
  return [
    ...(meeting.left ?? []).flatMap((place) => everywhereIn(meeting, place)),
    ...actionsIn(meeting, meeting.left ?? []),
    ...itself(meeting),
    ...calls(meeting),
    ...(meeting.status === 'open' && meeting.places.length === 0 ? newRooms(meeting) : []),
  ]
}

/** What each was told says no longer why it was called, also where it was held in a thread. */
function calls(meeting: Meeting): Effect[] {
  const rooms = [...(meeting.left ?? []), ...meeting.places].map(({ channel }) => channel)
  const channels = [...rooms, ...withoutPlace(meeting)]
  return meeting.prompts.flatMap(({ id, asked }) =>
    asked.flatMap((person) =>
      onChannels(meeting, person, channels).map((place) => message(meeting, place, `prompt:${id}`)),
    ),
  )
}

/** Out of its rooms; what they were told says so. */
function lettingGo(meeting: Meeting, person: string): Effect[] {
  const own = (meeting.left ?? []).filter(({ to }) => to.type === 'person' && to.person === person)
  const slots: Slot[] = [
    `prompt:${seatPromptId(person)}`,
    ...(meeting.chair ? (['prompt:chair'] as const) : []),
    ...timeSlots(meeting),
    ...offSlots(meeting, person),
    ...takenBackSlots(meeting, person),
  ]
  return [
    ...allRooms(meeting).map((place): Effect => ({ type: 'remove', place, people: [person] })),
    ...own.flatMap((place) => slots.map((slot) => message(meeting, place, slot))),
    ...actionsIn(meeting, own),
    ...(meeting.status === 'open' ? aboutChair(meeting) : []),
  ]
}

/** What must stand in an open meeting: itself, who is coming, and every call that waits for an answer. */
export function standingMeeting(meeting: Meeting): readonly Standing[] {
  const lasting = [...standingActions(meeting), ...standingDisputes(meeting)]
  if (meeting.status === 'closed') return lasting
  const open = meeting.prompts.filter(({ state }) => state === 'open')
  const called = [
    ...itself(meeting),
    ...votesOpen(meeting).flatMap((slot) => inRooms(meeting, slot)),
    ...standingTime(meeting),
    ...open.flatMap(({ id, asked }) => [
      ...(id === 'chair' ? inRooms(meeting, 'prompt:chair') : []),
      ...toPeople(meeting, asked, `prompt:${id}`),
    ]),
  ].flatMap((effect) => {
    if (effect.type !== 'message') return []
    const { place, slot, urgent } = effect
    return [{ place, slot, urgent }]
  })
  return [...called, ...standingNudges(meeting), ...lasting]
}

/** Every message of it that may stand in the thread of its case. */
function everywhereIn(meeting: Meeting, place: Place): Effect[] {
  const slots: Slot[] = [
    'roll',
    ...(meeting.chair ? (['prompt:chair'] as const) : []),
    ...meeting.notices.map(({ n }): Slot => `notice:${n}`),
    ...decisionSlots(meeting),
  ]
  return slots.map((slot) => message(meeting, place, slot))
}

/** The name says which meeting it is and not which provider it is about: names of rooms are seen by others. */
function newRooms(meeting: Meeting): Effect[] {
  const channels = [...new Set(meeting.casePlaces.map(({ channel }) => channel))]
  return channels.flatMap((channel) => roomOn(meeting, channel))
}

/** None where nobody of those called is told: there is nobody to read it. */
function roomOn(meeting: Meeting, channel: string): Effect[] {
  const { id, label } = meeting
  const people = meeting.people.filter((person) => reaches(meeting, person, channel))
  if (people.length === 0) return []
  const reference = referenceOf(id)
  const name = `${label}-${reference}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  const topic = `${label} ${reference}. No patient identifiers.`
  return [{ type: 'room', channel, name, topic, people }]
}

/** All that stands in these places from the start, and the calls of the people on their channels. */
function opening(
  meeting: Meeting,
  places: readonly Place[],
  channels: readonly string[] = places.map(({ channel }) => channel),
): Effect[] {
  const slots = [
    ownSlot(meeting),
    ...(meeting.chair ? (['prompt:chair'] as const) : []),
    ...votesOpen(meeting),
  ]
  const shared = places.flatMap((place) => slots.map((slot) => message(meeting, place, slot)))
  const own = meeting.prompts.flatMap(({ id, asked }) =>
    asked.flatMap((person) =>
      onChannels(meeting, person, channels).map((place) => message(meeting, place, `prompt:${id}`)),
    ),
  )
  return [...shared, ...actionsIn(meeting, places), ...own]
}

function furnished(meeting: Meeting, place: Place): Effect[] {
  return [...opening(meeting, [place]), ...furnishing(meeting, place)]
}

/** Who was called, or let go, between the asking for the room and its making. */
function lateMembers(meeting: Meeting, place: Place): Effect[] {
  const { gone = [] } = meeting
  const out = [...gone, ...keptOutOn(meeting, place)]
  const late = meeting.prompts
    .filter(({ openedAt }) => openedAt > meeting.calledAt)
    .flatMap(({ asked }) => asked)
    .filter((person) => reaches(meeting, person, place.channel) && !out.includes(person))
  const members = (type: 'remove' | 'invite', people: readonly string[]): Effect[] =>
    people.length > 0 ? [{ type, place, people: [...new Set(people)] }] : []
  return [...members('remove', out), ...members('invite', late)]
}

function invitation(meeting: Meeting, person: string, newcomer: Newcomer): Effect[] {
  if (!newcomer) return []
  const invited = meeting.places
    .filter((place) => !place.under && newcomer.includes(place.channel))
    .map((place): Effect => ({ type: 'invite', place, people: [person] }))
  // No room is made for what is over.
  const made = meeting.status === 'open' ? roomsFor(meeting, person, newcomer) : []
  return [...invited, ...made]
}

/**
 * Whoever is the first on a channel gets a room there; one that is asked for already takes them in.
 * Where there were too few for one it is asked for again.
 */
function roomsFor(meeting: Meeting, person: string, newcomer: readonly string[]): Effect[] {
  const others = meeting.people.filter((one) => one !== person)
  return newcomer
    .filter((channel) => !meeting.places.some((place) => place.channel === channel))
    .filter((channel) => !isForLetters(meeting, channel) && !isShutOn(meeting, channel))
    .filter(
      (channel) =>
        withoutPlace(meeting).includes(channel) ||
        !others.some((one) => reaches(meeting, one, channel)),
    )
    .flatMap((channel) => roomOn(meeting, channel))
}

function aboutChair(meeting: Meeting): Effect[] {
  const asked = meeting.prompts.find(({ id }) => id === 'chair')?.asked ?? []
  return [
    ...itself(meeting),
    ...inRooms(meeting, 'prompt:chair'),
    ...toPeople(meeting, asked, 'prompt:chair'),
    ...toldOfTime(meeting, asked),
  ]
}
