import { type Effect, type Place, Slot } from '../../effect.ts'
import { hasRoot, inRooms, itself, message, onChannels, reaches } from '../addressing.ts'
import { conflictOf } from '../conflict/conflict.ts'
import type { MeetingEventOf } from '../event.ts'
import { guestsOf } from '../guest/guests.ts'
import type { Meeting } from '../meeting.ts'
import type { RoomEvent } from './event.ts'

export function announceRooms(
  meeting: Meeting,
  event: MeetingEventOf<RoomEvent['type']>,
): readonly Effect[] {
  switch (event.type) {
    case 'roomsShut':
      return event.places.flatMap((place) => closing(meeting, place))
    case 'roomFoundShut': {
      const slot = Slot.safeParse(event.slot).data
      return slot ? instead(meeting, [event.place.channel], slot) : []
    }
    case 'notLetIn':
    case 'guestShared':
      return itself(meeting)
  }
}

/** It says that it is closed, behind all that waits to be said there. */
function closing(meeting: Meeting, place: Place): Effect[] {
  const head = hasRoot(meeting) ? [message(meeting, place, 'root')] : []
  return [...head, { type: 'archive', place }]
}

/** What is said once: in its rooms, and to each in private where a room is closed. */
export function said(meeting: Meeting, slot: Slot): Effect[] {
  const channels = (meeting.shut ?? []).map(({ place }) => place.channel)
  return [...inRooms(meeting, slot), ...instead(meeting, channels, slot)]
}

/** Each has their own call already, and looks up who else is called. */
function instead(meeting: Meeting, channels: readonly string[], slot: Slot): Effect[] {
  if (!/^(notice|decision):/.test(slot)) return []
  const inside = meeting.people.filter((person) => conflictOf(meeting, person) === undefined)
  return inside.flatMap((person) =>
    onChannels(meeting, person, channels).map((place) => message(meeting, place, slot)),
  )
}

/** All that a new room gets besides its messages. */
export function furnishing(meeting: Meeting, place: Place): Effect[] {
  return [...pins(meeting, [place]), ...shares(meeting, [place], guestsOf(meeting))]
}

/** In the thread of a case nothing is pinned: that is its own. */
export function pins(meeting: Meeting, places: readonly Place[]): Effect[] {
  if (!hasRoot(meeting)) return []
  return places.filter(isOwn).map((place): Effect => ({ type: 'pin', place }))
}

/** Whoever is brought in and has no account where a room is may be asked into it all the same. */
export function sharing(
  meeting: Meeting,
  { call: { person, via }, newcomer }: MeetingEventOf<'seatCalled' | 'stoodIn'>,
): Effect[] {
  return via === 'broughtIn' && newcomer ? shares(meeting, meeting.places, [person]) : []
}

/** The roll says so; a guest who turns out to have no account on a service is asked into its room. */
export function notReached(meeting: Meeting, { place }: MeetingEventOf<'undelivered'>): Effect[] {
  const [channel, to, person = ''] = place.split('/')
  const isGuest = to === 'person' && guestsOf(meeting).includes(person)
  const rooms = isGuest ? meeting.places.filter((one) => one.channel === channel) : []
  return [...itself(meeting), ...into(meeting, rooms, [person])]
}

/** Never into a confidential one: nobody can tell who uses an invitation that was sent to an address. */
function into(meeting: Meeting, places: readonly Place[], people: readonly string[]): Effect[] {
  if (meeting.confidential) return []
  return places
    .filter(isOwn)
    .flatMap((place) => people.map((person): Effect => ({ type: 'share', place, person })))
}

function shares(meeting: Meeting, places: readonly Place[], people: readonly string[]): Effect[] {
  return people.flatMap((person) =>
    into(
      meeting,
      places.filter(({ channel }) => !reaches(meeting, person, channel)),
      [person],
    ),
  )
}

function isOwn({ under }: Place): boolean {
  return under === undefined
}
