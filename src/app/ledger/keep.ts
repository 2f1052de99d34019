import type { RecordId } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Head } from '../history.ts'
import type { Store } from '../ports.ts'
import { type Day, dayOf, isLedger, looseEnds, makeDay, readDay, shortened } from './day.ts'

/** Writes today's entry into the store if there is none. */
export async function keepLedgerDay(
  { store, realNow, log }: Pick<App, 'store' | 'realNow' | 'log'>,
  stopped: () => boolean = () => false,
): Promise<void> {
  const at = realNow()
  const days = await readLedger(store)
  if (days.some(({ day }) => day === dayOf(at))) return
  const last = lastHeads(days)
  const grown: [RecordId, number, string][] = []
  for await (const { id, saved } of store.rows()) {
    if (stopped()) return
    const { seq, hash } = saved.head
    const before = last.get(id)
    if (before && seq < before.seq)
      log.error({ record: id }, 'A history has become shorter; run “muster verify”')
    if (seq > 0 && before?.hash !== shortened(hash)) grown.push([id, seq, hash])
  }
  if (grown.length === 0 && days.length === 0) return
  const ends = looseEnds(days).map(({ head }) => head)
  const { name, day } = makeDay(at, ends, grown)
  await store.keepSetting(name, day)
}

/** The days that can be read, the oldest first. */
export async function readLedger(store: Store): Promise<readonly Day[]> {
  const days: Day[] = []
  for await (const [name, value] of store.settings()) {
    const day = isLedger(name) ? readDay(name, value).day : null
    if (day) days.push(day)
  }
  return days.sort((one, other) => (one.at < other.at ? -1 : 1))
}

function lastHeads(days: readonly Day[]): ReadonlyMap<RecordId, Head> {
  const all = days.flatMap(({ heads }) => heads)
  return new Map(all.map(([id, seq, hash]) => [id, { seq, hash }]))
}
