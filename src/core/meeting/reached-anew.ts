import type { Effect, Slot } from '../effect.ts'
import type { Context } from '../kind.ts'
import { placeOf } from '../late.ts'
import type { Directory } from '../people/directory.ts'
import { findPerson } from '../people/find.ts'
import { message } from './addressing.ts'
import type { Draft } from './draft.ts'
import type { Meeting } from './meeting.ts'

/** An account or an address was corrected after a call had failed there: it is made again. */
export interface ReachedAnewEvent {
  readonly type: 'reachedAnew'
  readonly person: string
  readonly channel: string
  readonly slot: Slot
}

/**
 * What the directory says of how somebody is found on a channel, as a mark that is another once that is
 * another: the record keeps no address.
 */
export function reachMark(directory: Directory, channel: string, person: string): string {
  const found = findPerson(directory, person)?.person
  const words = JSON.stringify([found?.accounts[channel] ?? null, found?.email ?? null])
  let mark = 5381
  for (const letter of words) mark = (mark * 33 + (letter.codePointAt(0) ?? 0)) % 0xffff_ffff
  return mark.toString(36)
}

/** The open calls that failed where the directory says something else by now. */
export function toReachAnew(
  { status, prompts, undelivered }: Meeting,
  directory: Directory,
): readonly Omit<ReachedAnewEvent, 'type'>[] {
  if (status === 'closed') return []
  const open = prompts.filter(({ state }) => state === 'open')
  return open.flatMap(({ id, asked }) =>
    asked.flatMap((person) =>
      undelivered.flatMap(({ slot, place, mark }) => {
        const [channel = '', to, name] = place.split('/')
        const isOwn = slot === `prompt:${id}` && to === 'person' && name === person
        if (!isOwn || mark === undefined) return []
        if (mark === reachMark(directory, channel, person)) return []
        return [{ person, channel, slot: `prompt:${id}` as const }]
      }),
    ),
  )
}

export function reachAnew(draft: Draft, { directory, now: at }: Context): void {
  for (const one of toReachAnew(draft.meeting(), directory))
    draft.add({ type: 'reachedAnew', at, ...one })
}

export function withReachedAnew(
  meeting: Meeting,
  { person, channel, slot }: ReachedAnewEvent,
): Meeting {
  const place = `${channel}/person/${person}`
  const undelivered = meeting.undelivered.filter((one) => one.slot !== slot || one.place !== place)
  return { ...meeting, undelivered }
}

export function announceReachedAnew(
  meeting: Meeting,
  { person, channel, slot }: ReachedAnewEvent,
): Effect[] {
  return [message(meeting, placeOf(channel, person), slot)]
}
