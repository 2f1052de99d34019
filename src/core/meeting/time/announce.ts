import type { Effect, Slot } from '../../effect.ts'
import { inRooms, itself, message, onChannels, toPeople } from '../addressing.ts'
import { withoutPlace } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'

/** All that says when it starts; and a message of its own to each, since one that is edited calls nobody. */
export function announceTime(meeting: Meeting): readonly Effect[] {
  const { prompts } = meeting
  const standing = prompts.filter(({ state }) => state !== 'withdrawn')
  return [
    ...timeSlots(meeting).flatMap((slot) => inRooms(meeting, slot)),
    ...toldOfTime(meeting, meeting.times?.at(-1)?.told ?? []),
    ...itself(meeting),
    ...standing.flatMap(({ id, asked }) => [
      ...(id === 'chair' ? inRooms(meeting, 'prompt:chair') : []),
      ...toPeople(meeting, asked, `prompt:${id}`),
    ]),
  ]
}

/** To those who are asked again and have not answered: an auditor looks for it. */
export function standingTime(meeting: Meeting): readonly Effect[] {
  const waiting = meeting.prompts.filter(({ state }) => state === 'open')
  return toldOfTime(meeting, [...new Set(waiting.flatMap(({ asked }) => asked))])
}

/** What these were told in private of the newest change, if they were called before; by letter the call itself says it. */
export function toldOfTime(meeting: Meeting, people: readonly string[]): readonly Effect[] {
  const channels = [...meeting.places.map(({ channel }) => channel), ...withoutPlace(meeting)]
  const { told = [] } = meeting.times?.at(-1) ?? {}
  return timeSlots(meeting).flatMap((slot) =>
    told
      .filter((person) => people.includes(person))
      .flatMap((person) =>
        onChannels(meeting, person, channels).map((place) => message(meeting, place, slot)),
      ),
  )
}

/** The newest change of its time; none where it starts as it was called. */
export function timeSlots({ notices }: Pick<Meeting, 'notices'>): Slot[] {
  const newest = notices.findLast(({ said }) => said.say === 'time')
  return newest ? [`notice:${newest.n}`] : []
}
