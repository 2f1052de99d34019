import { z } from 'zod'
import { type Refused, refuse } from '../core/decision.ts'
import type { AnyEvent } from '../core/record.ts'
import { RecordId, referenceOf } from '../core/record-id.ts'
import { plainEvent } from './kept-event.ts'
import type { Erasure, Saved, Store, Whole } from './ports.ts'

/** What events erase of the record that they happened to; `stale`: the record is another by now. */
export type Erasing =
  | { readonly ok: true; readonly erasure: Erasure | undefined }
  | { readonly ok: true; readonly stale: true }
  | Refused

/** Looked up where something was removed, and at no other time. */
export async function erasingOf(
  store: Store,
  id: RecordId,
  saved: Saved | undefined,
  events: readonly AnyEvent[],
): Promise<Erasing> {
  const removing = events.some(({ type }) => type === 'removed' || type === 'forgotten')
  if (!removing) return { ok: true, erasure: undefined }
  const row = await store.row(id)
  if (!row || row.saved.version !== saved?.version) return { ok: true, stale: true }
  const forgotten = events.flatMap((event) => (event.type === 'forgotten' ? event.records : []))
  if (forgotten.length > 0)
    return { ok: true, erasure: { entries: toldOf(row, forgotten), traces: false } }
  const waits = row.waiting.length + row.requests.length
  if (waits > 0)
    return refuse(
      'notOpen',
      `${waits} messages or follow-ups of ${referenceOf(id)} have not been dealt with. Let Muster run until they are, or see: muster outbox list`,
    )
  return { ok: true, erasure: { entries: row.entries.map(({ seq }) => seq), traces: true } }
}

/** All that need be known of it, whichever version wrote it. */
const Because = z.object({ type: z.literal('levelDecided'), because: RecordId })

/** The entries that hold words of a record which led to a decision. */
function toldOf({ entries }: Whole, records: readonly RecordId[]): readonly number[] {
  return entries.flatMap(({ seq, body }) => {
    const told = body === null ? undefined : Because.safeParse(plainEvent(body)).data
    return told && records.includes(told.because) ? [seq] : []
  })
}
