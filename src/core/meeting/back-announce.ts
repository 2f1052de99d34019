import type { Effect } from '../effect.ts'
import { itself, toPeople } from './addressing.ts'
import type { Meeting } from './meeting.ts'
import { slotOfRecord } from './minutes/announce.ts'
import { toldOfTime } from './time/announce.ts'

/** What said that they are no longer called says again what it said; a record that is sealed by now is theirs too. */
export function toldAgain(meeting: Meeting, person: string): Effect[] {
  const own = meeting.prompts.filter(({ asked }) => asked.includes(person))
  const record = meeting.minutes?.sealed ? slotOfRecord(meeting) : []
  return [
    ...itself(meeting),
    ...own.flatMap(({ id }) => toPeople(meeting, [person], `prompt:${id}`)),
    ...toldOfTime(meeting, [person]),
    ...record.flatMap((slot) => toPeople(meeting, [person], slot)),
  ]
}
