import { AnyRecord } from '../core/record.ts'
import { type RecordId, recordKind, referenceOf } from '../core/record-id.ts'
import type { Saved } from './ports.ts'
import { readSaved, type SavedFormat } from './saved-format.ts'
import { SCHEMA } from './schema.ts'
import { recordToThree, recordToTwo } from './upcasts.ts'

/** How records are saved. Events are never rewritten. */
export const recordFormat: SavedFormat<AnyRecord> = {
  number: SCHEMA,
  upcasts: { 1: recordToTwo, 2: recordToThree },
  shape: AnyRecord,
}

/**
 * A record that is there and cannot be used. The message is for the administrator; `told` is for those
 * who may know that it is there: to everybody else there is no such record.
 */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord'
  readonly told: string
  readonly record: RecordId

  constructor(id: RecordId, { why, cure }: { readonly why: string; readonly cure: string }) {
    super(`${id} cannot be read: ${why}. ${cure}`)
    this.record = id
    this.told = `This ${recordKind(id)} cannot be read; tell your administrator (reference ${referenceOf(id)}). If it is urgent, phone.`
  }
}

/** What was read of a body that a store gives out again and again, frozen. */
const known = new WeakMap<object, AnyRecord>()

/** The record as this version knows it. Throws `UnreadableRecord`. */
export function upcast(
  id: RecordId,
  { schema, record }: Pick<Saved, 'schema' | 'record'>,
  format = recordFormat,
): AnyRecord {
  const body = typeof record === 'object' && format === recordFormat ? record : null
  const before = body && known.get(body)
  if (before) return before
  const read = readSaved(format, { schema, body: record })
  if (!read.ok) throw new UnreadableRecord(id, read)
  if (body && Object.isFrozen(body)) known.set(body, read.value)
  return read.value
}

/** For a store that reads every record at the start: what an administrator should know of this one. */
export function complaintOf(id: RecordId, saved: Saved): string | null {
  const read = readSaved(recordFormat, { schema: saved.schema, body: saved.record })
  return read.ok ? null : new UnreadableRecord(id, read).message
}
