import type { Place } from '../effect.ts'
import type { Guarded } from '../people/access.ts'
import type { Meeting } from './meeting.ts'

/** A room is for those who were called; what stands in a case's thread is read as the case is. */
export function guardedMeeting(meeting: Meeting): Guarded {
  const { provider, places, people, reach, room } = meeting
  const own = people.flatMap((person) => personPlaces(person, reach[person] ?? []))
  return { provider, places: [...places, ...own], people, only: room === 'room' }
}

/** Where a person is told in private. */
export function personPlaces(person: string, channels: readonly string[]): readonly Place[] {
  return channels.map((channel) => ({ channel, to: { type: 'person', person } }))
}
