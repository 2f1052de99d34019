import { NOTHING_STANDS, placeKey, type Slot } from '../../core/effect.ts'
import { abandoned, type End, reminderAt } from '../../core/overtaken.ts'
import { type AnyRecord, remindersOf } from '../../core/record.ts'
import type { Standing } from '../../core/standing.ts'
import type { App } from '../app.ts'
import { rulesOf } from '../handle.ts'
import type { Task } from '../ports.ts'

/** Reminders that were left to a newer one, which was given up at their place since. */
export async function abandonedOf(
  app: App,
  record: AnyRecord,
  outbox: readonly Task[],
): Promise<readonly Standing[]> {
  const subjects = remindersOf(record, rulesOf(app, record).policy)
  if (subjects.length === 0) return []
  const ends = await endsOf(app, record, outbox)
  return subjects.flatMap((reminders) => {
    const places = new Set(reminders.flatMap((one) => one.places.map(placeKey)))
    return [...places].flatMap((place) =>
      abandoned(reminders, place, (slot) => ends.get(nameOf(place, slot))).flatMap(
        (slot) => reminderAt([reminders], { slot, place }) ?? [],
      ),
    )
  })
}

/** Of every message that neither stands nor waits. One that was ever given up was not left to another. */
async function endsOf(
  { store }: App,
  { id }: AnyRecord,
  outbox: readonly Task[],
): Promise<ReadonlyMap<string, End>> {
  const ends = new Map<string, End>()
  const others = new Set<string>()
  for (const [order, { effect, last }] of outbox.entries()) {
    if (effect.type !== 'message') continue
    const name = nameOf(placeKey(effect.place), effect.slot)
    if (last?.type === 'never') {
      const ref = await store.shown(id, placeKey(effect.place), effect.slot)
      // Only a change of it may have been given up.
      if (ref === NOTHING_STANDS) ends.set(name, { type: 'givenUp', order })
      else others.add(name)
    } else if (last?.type !== 'done' || last.ref !== NOTHING_STANDS) others.add(name)
    else if (ends.get(name)?.type !== 'givenUp') ends.set(name, { type: 'left', order })
  }
  for (const name of others) ends.delete(name)
  return ends
}

function nameOf(place: string, slot: Slot): string {
  return `${place} ${slot}`
}
