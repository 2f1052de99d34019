import type { Place } from '../../core/effect.ts'
import { plusDays, weekdayOf } from '../../core/time/day.ts'
import type { Instant } from '../../core/time/instant.ts'
import { atLocal, localDay } from '../../core/time/local.ts'
import type { App } from '../app.ts'
import { handle } from '../handle.ts'
import { looseEnds, spokenHead } from './day.ts'
import { readLedger } from './keep.ts'

const TIME = '09:00:00'

/** The Monday of the week, and from when on its head is printed: 09:00 in the zone of the pack. */
export function printingOf(now: Instant, zone: string): { monday: string; from: Instant } {
  let monday = localDay(now, zone)
  while (weekdayOf(monday) !== 'Monday') monday = plusDays(monday, -1)
  return { monday, from: atLocal(monday, TIME, zone) }
}

/**
 * Prints the newest head into a room, once a week: whichever replica comes first, and later where
 * Muster was off at the time. An organisation’s record owns the message; the first that has people.
 * False while it cannot be done yet.
 */
export async function printHead(app: App, place: Place, monday: string): Promise<boolean> {
  const owner = app.directory().organisations.find(({ people }) => people.length > 0)
  const newest = looseEnds(await readLedger(app.store)).at(-1)
  if (!owner || !newest || !app.channels.has(place.channel)) return false
  const { at: upTo, head } = newest
  const intent = {
    kind: 'organisation',
    type: 'printHead',
    printed: { place, upTo, head: spokenHead(head) },
  } as const
  const answer = await handle(app, { key: `ledger-head:${monday}`, to: owner.id, intent })
  return answer.ok
}
