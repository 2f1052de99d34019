import type { AnyEvent, AnyRecord } from '../../core/record.ts'
import { referenceOf } from '../../core/record-id.ts'
import { currentEvent, saidIn } from '../kept-event.ts'
import type { SaidIn, Whole } from '../ports.ts'
import { upcast } from '../upcast.ts'

/** An entry of a history with what it says; `event` is null where that was erased or cannot be brought up to this version. */
export interface Told {
  readonly seq: number
  readonly event: AnyEvent | null
  readonly said: SaidIn | undefined
  readonly erased: boolean
  /** It tells of what only those on a list may know: it is shown to nobody here. */
  readonly hidden?: true
}

export function toldIn({ entries }: Pick<Whole, 'entries'>): readonly Told[] {
  return entries.map(({ seq, body }) => ({
    seq,
    event: body === null ? null : currentEvent(body),
    said: body === null ? undefined : saidIn(body),
    erased: body === null,
  }))
}

/** A record with all that is kept of it. */
export interface Gathered<State extends AnyRecord = AnyRecord> {
  readonly row: Whole
  readonly record: State
  readonly told: readonly Told[]
  readonly reference: string
}

/** Undefined where the record is of another kind. Throws `UnreadableRecord`. */
export function gathered<Kind extends AnyRecord['kind']>(
  kind: Kind,
  row: Whole,
): Gathered<Extract<AnyRecord, { kind: Kind }>> | undefined {
  const record = upcast(row.id, row.saved)
  if (record.kind !== kind) return undefined
  // The line above has just checked it; the compiler cannot carry that through a generic.
  const known = record as Extract<AnyRecord, { kind: Kind }>
  return { row, record: known, told: toldIn(row), reference: referenceOf(row.id) }
}
