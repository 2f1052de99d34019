import { type Effect, type Place, placeKey, type Slot } from '../../effect.ts'
import { type Late, lateEffects, mailed } from '../../late.ts'
import type { Directory } from '../../people/directory.ts'
import { findPerson } from '../../people/find.ts'
import { reachOf } from '../../people/reach.ts'
import type { Meeting } from '../meeting.ts'

type Told = Pick<Meeting, 'reach' | 'casePlaces'>

/**
 * The channels on which a person is told of a meeting: by mail alone where the directory says so and
 * mail is on, otherwise as everywhere.
 */
export function reachFor(
  directory: Directory,
  person: string,
  services: readonly string[],
  lastResort: readonly string[],
): string[] {
  const own = findPerson(directory, person)?.person.channel
  if (own !== undefined && lastResort.includes(own)) return [own]
  return reachOf(directory, person, services)
}

/** Where somebody is told by letter: on channels that have no rooms, so that the case stands on none of them. */
export function lettersOf(meeting: Told, person: string): readonly Place[] {
  return (meeting.reach[person] ?? [])
    .filter((channel) => isForLetters(meeting, channel))
    .map((channel) => ({ channel, to: { type: 'person', person } }))
}

export function isForLetters(
  { casePlaces }: Pick<Meeting, 'casePlaces'>,
  channel: string,
): boolean {
  return casePlaces.every((place) => place.channel !== channel)
}

/** Whether this place is one where somebody is told of it by letter. */
export function isLetters(meeting: Told, place: Place): boolean {
  const { to } = place
  if (to.type !== 'person') return false
  return lettersOf(meeting, to.person).some((one) => placeKey(one) === placeKey(place))
}

/** Every call by letter that may be wanted: of these people, or of all. */
export function byLetter(meeting: Meeting, people?: readonly string[]): Effect[] {
  return meeting.prompts.flatMap(({ id, asked }) =>
    asked
      .filter((person) => people?.includes(person) ?? true)
      .flatMap((person) =>
        lettersOf(meeting, person).map((place): Effect => {
          const slot: Slot = `prompt:${id}`
          return { type: 'message', place, slot, urgent: meeting.urgent }
        }),
      ),
  )
}

/** Who is told instead, and all else that they were called to. */
export function toldByLetter(meeting: Meeting, late: Pick<Late, 'told'>): Effect[] {
  const called = mailed({ told: late.told.filter(({ slot }) => isCall(slot)) })
  return [...lateEffects(late.told), ...byLetter(meeting, called)]
}

/** Whoever was called instead of on a service that took nothing is told in the same way from then on. */
export function withLetters(meeting: Meeting, { told }: Pick<Late, 'told'>): Meeting {
  const reach = { ...meeting.reach }
  for (const { place, slot } of told) {
    if (place.to.type !== 'person' || !isCall(slot)) continue
    const { person } = place.to
    reach[person] = [...new Set([...(reach[person] ?? []), place.channel])]
  }
  return { ...meeting, reach }
}

function isCall(slot: Slot): boolean {
  return slot.startsWith('prompt:')
}
