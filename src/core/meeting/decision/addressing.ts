import type { Effect, Slot } from '../../effect.ts'
import { inRooms, message, onChannels } from '../addressing.ts'
import { conflictOf } from '../conflict/conflict.ts'
import { withoutPlace } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'

/** In its rooms; whoever is on a service without one reads it in private. Nobody who is out. */
export function whereverTheyAre(meeting: Meeting, slot: Slot): Effect[] {
  const inside = meeting.people.filter((person) => conflictOf(meeting, person) === undefined)
  return [...inRooms(meeting, slot), ...withoutRoom(meeting, inside, slot)]
}

/** To those of these people who are told on a service where there is no room for them. */
export function withoutRoom(meeting: Meeting, people: readonly string[], slot: Slot): Effect[] {
  const channels = withoutPlace(meeting)
  return people.flatMap((person) =>
    onChannels(meeting, person, channels).map((place) => message(meeting, place, slot)),
  )
}
