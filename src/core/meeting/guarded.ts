import { type Place, placeKey, type Slot } from '../effect.ts'
import { latePlaces } from '../late.ts'
import type { Guarded } from '../people/access.ts'
import { actionNamed } from './action/action.ts'
import { actionPeople, actionPlaces } from './action/places.ts'
import type { Meeting } from './meeting.ts'
import { allRooms } from './room/rooms.ts'

/** Who sees the meeting, and beside them whoever was told of one of its actions, which is all that they see. */
export function guardedMeeting(meeting: Meeting): Guarded {
  const others = actionPeople(meeting)
  return others.length > 0 ? { ...guardedRoom(meeting), others } : guardedRoom(meeting)
}

/** A room is for those who were called; what stands in a case's thread is read as the case is. */
export function guardedRoom(meeting: Meeting): Guarded {
  const { provider, people, room, late, left, gone = [] } = meeting
  const isTheirs = ({ to }: Place) => to.type !== 'person' || !gone.includes(to.person)
  const everywhere = [...ownPlaces(meeting), ...latePlaces(late)].filter(isTheirs)
  const only = room === 'room'
  return { provider, places: everywhere, people, only, ...(left && { left }) }
}

/** Where it stands, and where each who was called is told. */
export function ownPlaces(meeting: Meeting): readonly Place[] {
  const { people, reach, actions = [] } = meeting
  const own = people.flatMap((person) => personPlaces(person, reach[person] ?? []))
  return [...allRooms(meeting), ...own, ...actionPlaces({ actions })]
}

/** The services without a room, since too few were called there or it is closed: who was called there is told in private only. */
export function withoutPlace({ places, undelivered, shut = [] }: Meeting): readonly string[] {
  const failed = undelivered.filter(({ slot }) => slot === 'room').map(({ place }) => place)
  const closed = shut.map(({ place }) => place.channel)
  return [...new Set([...failed, ...closed])].filter(
    (name) => !places.some(({ channel }) => channel === name),
  )
}

/** Where a person is told in private. */
export function personPlaces(person: string, channels: readonly string[]): readonly Place[] {
  return channels.map((channel) => ({ channel, to: { type: 'person', person } }))
}

/** Whether it has left a place; whoever still has an action of it is told of that. */
export function hasLeft({ left = [], actions = [] }: Meeting, place: Place, slot: Slot): boolean {
  if (!left.some((one) => placeKey(one) === placeKey(place))) return false
  const { to } = place
  const action = actions.find(({ n }) => n === actionNamed(slot))
  return to.type !== 'person' || !action || !(to.person in action.reach)
}

/** Whoever is called again after they were taken out is told again. */
export function stillLeft(left: readonly Place[], person: string): Place[] {
  return left.filter(({ to }) => to.type !== 'person' || to.person !== person)
}
