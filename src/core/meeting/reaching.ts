import { alarmOf } from '../alarm.ts'
import type { Context } from '../kind.ts'
import type { Alarm, Heard } from '../late.ts'
import { findPerson } from '../people/find.ts'
import { lettersOf } from './invitation/letters.ts'
import type { Meeting } from './meeting.ts'

/** That somebody has no account is no fault of a service. */
function isFaultOf(place: string, refused: boolean, { directory }: Context): boolean {
  const [channel = '', to, name = ''] = place.split('/')
  if (!refused || to !== 'person') return true
  return channel in (findPerson(directory, name)?.person.accounts ?? {})
}

/** Whether somebody is told of it by letter as soon as it is wanted, and is not so far. */
export function mayHaveMail(
  meeting: Meeting,
  person: string,
  { lastResort, directory }: Context,
): boolean {
  const hasAddress = findPerson(directory, person)?.person.email !== undefined
  return hasAddress && lastResort.length > 0 && lettersOf(meeting, person).length === 0
}

/** Whether no service took any of these messages for somebody. */
export function unreachable(
  { reach, undelivered: failed }: Meeting,
  slots: readonly string[],
  person: string,
): boolean {
  const channels = reach[person] ?? []
  return channels.every((channel) =>
    failed.some(
      ({ slot, place }) => slots.includes(slot) && place === `${channel}/person/${person}`,
    ),
  )
}

/** For administrators, where a service is at fault; they may not see what is confidential. */
export function alarmFor(
  { confidential }: Pick<Meeting, 'confidential'>,
  { place, refused }: Pick<Heard, 'place' | 'refused'>,
  about: string,
  context: Context,
): { readonly alarm?: Alarm } {
  if (confidential || !isFaultOf(place, refused, context)) return {}
  return { alarm: alarmOf(place, about, context) }
}
