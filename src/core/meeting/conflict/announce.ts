import type { Effect, Place } from '../../effect.ts'
import { actionSlot, nudgeSlot, toldPlaces } from '../action/places.ts'
import { inRooms, itself, message, onChannels, reaches, toPeople } from '../addressing.ts'
import { withoutRoom } from '../decision/addressing.ts'
import { ballotsOf, openBallots } from '../decision/ballot.ts'
import type { MeetingEventOf } from '../event.ts'
import { withoutPlace } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import { allRooms } from '../room/rooms.ts'
import { ownPrompt } from '../seats.ts'
import { conflictOf } from './conflict.ts'
import type { ConflictEvent } from './event.ts'

/** Who leaves its rooms or comes back; what they were told says so. */
export function announceConflict(
  meeting: Meeting,
  event: MeetingEventOf<ConflictEvent['type']>,
): Effect[] {
  const people = peopleOf(meeting, event)
  return [
    ...roomsOf(meeting, event).flatMap((place) => moving(meeting, event, place, people)),
    ...people.flatMap((person) => toOwnCall(meeting, person)),
    ...actionsTold(meeting, people),
    ...ballotsOf(meeting).flatMap(({ n }) => withoutRoom(meeting, people, `decision:${n}`)),
    ...itself(meeting),
    ...openBallots(meeting).flatMap(({ n }) => inRooms(meeting, `decision:${n}`)),
    ...inRooms(meeting, `notice:${meeting.notices.length}`),
    ...(meeting.status === 'closed' ? toReaders(meeting, people) : []),
  ]
}

/** Whoever is only asked to chair has no call to a seat: what they were asked says so itself. */
function toOwnCall(meeting: Meeting, person: string): Effect[] {
  const own = ownPrompt(meeting, person)
  return own ? toPeople(meeting, [person], `prompt:${own.id}`) : []
}

/** What is asked of their organisation has its words for them or not. */
function actionsTold(meeting: Meeting, people: readonly string[]): Effect[] {
  return (meeting.actions ?? []).flatMap((action) => {
    const nudge = action.nudges.at(-1)
    const newest = nudge ? [nudgeSlot(action, nudge)] : []
    return people.flatMap((person) =>
      toldPlaces(action, [person]).flatMap((place) =>
        [actionSlot(action), ...(nudge?.to.includes(person) ? newest : [])].map((slot) =>
          message(meeting, place, slot),
        ),
      ),
    )
  })
}

/** Whoever is let in once it is over is told so: their call of old is no place to look at. */
function toReaders(meeting: Meeting, people: readonly string[]): Effect[] {
  const channels = [...meeting.places.map(({ channel }) => channel), ...withoutPlace(meeting)]
  return people.flatMap((person) =>
    onChannels(meeting, person, channels).map((place) =>
      message(meeting, place, `notice:${meeting.notices.length}`),
    ),
  )
}

/** Who leaves a room that was asked for before they had a conflict of interest. */
export function keptOutOn(meeting: Meeting, { channel }: Place): readonly string[] {
  return meeting.people.filter(
    (person) => conflictOf(meeting, person) !== undefined && reaches(meeting, person, channel),
  )
}

/** Whoever is kept out by another conflict does not come back. */
function peopleOf(
  meeting: Meeting,
  event: MeetingEventOf<ConflictEvent['type']>,
): readonly string[] {
  if (event.type === 'conflictDeclared') return event.people
  const conflict = meeting.conflicts?.find(({ n }) => n === event.conflict)
  return (conflict?.people ?? []).filter(
    (person) => !conflictOf(meeting, person) && meeting.people.includes(person),
  )
}

/** Nobody comes back into a room that is closed; whoever has a conflict leaves that too. */
function roomsOf(
  meeting: Meeting,
  { type }: MeetingEventOf<ConflictEvent['type']>,
): readonly Place[] {
  return type === 'conflictDeclared' ? allRooms(meeting) : meeting.places
}

function moving(
  meeting: Meeting,
  { type }: MeetingEventOf<ConflictEvent['type']>,
  place: Place,
  people: readonly string[],
): Effect[] {
  return inOwnRoom(meeting, type === 'conflictDeclared' ? 'remove' : 'invite', place, people)
}

/** The thread of a case is read as the case is: nobody is kept out of it. */
function inOwnRoom(
  meeting: Meeting,
  type: 'remove' | 'invite',
  place: Place,
  people: readonly string[],
): Effect[] {
  const there = people.filter((person) => reaches(meeting, person, place.channel))
  return place.under || there.length === 0 ? [] : [{ type, place, people: there }]
}
