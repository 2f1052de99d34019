import { z } from 'zod'
import { type Refused, refuse } from '../core/decision.ts'
import type { AnyEvent } from '../core/record.ts'
import { type RecordId, referenceOf } from '../core/record-id.ts'
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

/** All that need be known of an event, whichever version wrote it. */
const About = z.looseObject({
  type: z.string(),
  because: z.unknown().optional(),
  rests: z.unknown().optional(),
  meeting: z.unknown().optional(),
  case: z.unknown().optional(),
  rule: z.unknown().optional(),
  telling: z.unknown().optional(),
})
type About = z.infer<typeof About>

/** The entries that hold words of these records: what led to a level, what they told of, and what was told of them. */
function toldOf({ entries }: Whole, records: readonly RecordId[]): readonly number[] {
  const all = entries.flatMap(({ seq, body }) => {
    const event = body === null ? undefined : About.safeParse(plainEvent(body)).data
    return event ? [{ seq, event }] : []
  })
  const own = all.filter(({ event }) => isToldOf(event, records))
  return [...new Set([...own.map(({ seq }) => seq), ...askedFor(all, records)])]
}

function isToldOf(
  { type, because, rests, meeting, case: kase, telling }: About,
  records: readonly RecordId[],
) {
  const isOne = (id: unknown) => records.some((one) => one === id)
  switch (type) {
    case 'levelDecided':
      return isOne(because) || isOne(rests)
    case 'actionNoted':
      return isOne(meeting)
    case 'signsNoted':
      return isOne(kase)
    case 'tellingBegun':
      return isOne(Object(telling).case)
    // Not a union of ours: any version may have written it.
    default:
      return false
  }
}

/** Why a meeting about a provider was asked for stands before it was called: it has no reference there yet. */
function askedFor(
  all: readonly { readonly seq: number; readonly event: About }[],
  records: readonly RecordId[],
): readonly number[] {
  const found: number[] = []
  const rules = new Map<unknown, unknown>()
  const asks = new Map<unknown, readonly number[]>()
  for (const { seq, event } of all) {
    const { type, rule, meeting } = event
    if (type === 'meetingAsked') asks.set(rule, [...(asks.get(rule) ?? []), seq])
    if (type === 'meetingCalled') {
      rules.set(meeting, rule)
      if (records.some((one) => one === meeting)) found.push(...(asks.get(rule) ?? []))
    }
    if (type === 'meetingClosed' || type === 'meetingCalledOff') asks.delete(rules.get(meeting))
  }
  return found
}
