import type { Context } from '../kind.ts'
import { findPerson } from '../people/find.ts'
import { lettersOf } from './invitation/letters.ts'
import type { Meeting } from './meeting.ts'

/** That somebody has no account is no fault of a service. */
export function isFaultOf(place: string, refused: boolean, { directory }: Context): boolean {
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

/** Whether no service took this message for somebody. */
export function unreachable(
  { reach, undelivered: failed }: Meeting,
  slot: string,
  person: string,
): boolean {
  const channels = reach[person] ?? []
  return channels.every((channel) =>
    failed.some((one) => one.slot === slot && one.place === `${channel}/person/${person}`),
  )
}
