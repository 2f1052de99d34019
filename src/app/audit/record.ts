import { placeKey } from '../../core/effect.ts'
import { type AnyRecord, indexOf, standingOf, wakeIntent } from '../../core/record.ts'
import type { RecordId } from '../../core/record-id.ts'
import type { Standing } from '../../core/standing.ts'
import { plusSeconds } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import { handle, rulesOf } from '../handle.ts'
import type { Task } from '../ports.ts'
import { upcast } from '../upcast.ts'
import { abandonedOf } from './abandoned.ts'

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
  const standing = standingOf(record, rulesOf(app, record).policy)
  if (standing.length === 0) return { woken: 0, repaired: 0 }
  const outbox = await app.store.outbox(id)
  const lost = await missing(app, id, standing, outbox)
  for (const one of lost) {
    app.log.error(named(id, one), 'A message was lost; it is sent anew')
    await repair(app, record, saved.version, one)
  }
  const left = await abandonedOf(app, record, outbox)
  for (const one of left) {
    app.log.warn(
      named(id, one),
      'A reminder was left to one that was given up; it is sent after all',
    )
    await repair(app, record, saved.version, one)
  }
  return { woken: 0, repaired: lost.length + left.length }
}

function named(record: RecordId, { slot, place }: Standing) {
  return { record, slot, place: placeKey(place) }
}

/** The version makes it one repair however many replicas look, and another one if it is lost again. */
async function repair(
  app: App,
  { id, kind }: AnyRecord,
  version: number,
  { slot, place }: Standing,
): Promise<void> {
  await handle(app, {
    key: `repair:${slot}:${placeKey(place)}:${version}`,
    to: id,
    intent: { kind, type: 'repair', slot, place: placeKey(place) },
  })
}

/** Of what must stand, that which was neither shown nor waits nor was given up. */
async function missing(
  { store }: App,
  id: RecordId,
  standing: readonly Standing[],
  outbox: readonly Task[],
): Promise<readonly Standing[]> {
  const name = (place: Standing['place'], slot: string) => `${placeKey(place)} ${slot}`
  const handed = new Set(
    outbox.flatMap(({ effect }) =>
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
