import type { Effect, Place, Slot } from '../effect.ts'
import { personPlaces, withoutPlace } from './guarded.ts'
import { lettersOf } from './invitation/letters.ts'
import type { Meeting } from './meeting.ts'

/** Where each of these is told: in private on the services of the meeting, and by letter. */
export function toPeople(meeting: Meeting, people: readonly string[], slot: Slot): Effect[] {
  const channels = [...meeting.places.map(({ channel }) => channel), ...withoutPlace(meeting)]
  return people.flatMap((person) =>
    [...onChannels(meeting, person, channels), ...lettersOf(meeting, person)].map((place) =>
      message(meeting, place, slot),
    ),
  )
}

export function inRooms(meeting: Meeting, slot: Slot): Effect[] {
  return meeting.places.map((place) => message(meeting, place, slot))
}

export function onChannels(meeting: Meeting, person: string, channels: readonly string[]) {
  const reached = (meeting.reach[person] ?? []).filter((channel) => channels.includes(channel))
  return personPlaces(person, reached)
}

export function reaches({ reach }: Meeting, person: string, channel: string): boolean {
  return reach[person]?.includes(channel) ?? false
}

export function message({ urgent }: Meeting, place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent }
}

/** Where all of it stands, with its live roll: at the head of its room; in a case's thread one message of its own. */
export function itself(meeting: Meeting): Effect[] {
  return inRooms(meeting, ownSlot(meeting))
}

export function ownSlot({ room }: Pick<Meeting, 'room'>): 'root' | 'roll' {
  return room === 'room' ? 'root' : 'roll'
}

/** In a case's thread the case's own root stands above. */
export function hasRoot({ room }: Meeting): boolean {
  return room === 'room'
}
