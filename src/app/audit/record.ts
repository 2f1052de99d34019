import { placeKey } from '../../core/effect.ts'
import { indexOf, standingOf, wakeIntent } from '../../core/record.ts'
import type { RecordId } from '../../core/record-id.ts'
import type { Standing } from '../../core/standing.ts'
import { plusSeconds } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import { handle, rulesOf } from '../handle.ts'
import { upcast } from '../upcast.ts'

export interface Found {
  readonly woken: number
  readonly repaired: number
}

/** One record: woken if it was forgotten; otherwise what it should have said is looked for. */
export async function look(app: App, id: RecordId, lagSeconds: number): Promise<Found> {
  const saved = await app.store.load(id)
  if (!saved) return { woken: 0, repaired: 0 }
  const record = upcast(id, saved)
  const { timeline, wakeAt } = indexOf(record)
  if (
    timeline === app.timeline &&
    wakeAt !== null &&
    wakeAt < plusSeconds(app.now(), -lagSeconds)
  ) {
    app.log.error({ record: id, wakeAt }, 'A record was not woken in time; it is woken now')
    await handle(app, { key: null, to: id, intent: wakeIntent(record.kind) })
    return { woken: 1, repaired: 0 }
  }
  const lost = await missing(app, id, standingOf(record, rulesOf(app, record).policy))
  for (const { slot, place } of lost) {
    app.log.error(
      { record: id, slot, place: placeKey(place) },
      'A message was lost; it is sent anew',
    )
    // The version makes it one repair however many replicas look, and another one if it is lost again.
    await handle(app, {
      key: `repair:${slot}:${placeKey(place)}:${saved.version}`,
      to: id,
      intent: { kind: record.kind, type: 'repair', slot, place: placeKey(place) },
    })
  }
  return { woken: 0, repaired: lost.length }
}

/** Of what must stand, that which was neither shown nor waits nor was given up. */
async function missing(
  { store }: App,
  id: RecordId,
  standing: readonly Standing[],
): Promise<readonly Standing[]> {
  const name = (place: Standing['place'], slot: string) => `${placeKey(place)} ${slot}`
  if (standing.length === 0) return []
  const handed = new Set(
    (await store.outbox(id)).flatMap(({ effect }) =>
      effect.type === 'message' ? [name(effect.place, effect.slot)] : [],
    ),
  )
  const lost: Standing[] = []
  for (const one of standing) {
    if (handed.has(name(one.place, one.slot))) continue
    const ref = await store.shown(id, placeKey(one.place), one.slot)
    if (ref === undefined) lost.push(one)
  }
  return lost
}
