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

/** In a case's thread the case's own root stands above. */
export function hasRoot({ room }: Meeting): boolean {
  return room === 'room'
}
