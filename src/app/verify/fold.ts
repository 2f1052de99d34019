import { isDeepStrictEqual } from 'node:util'
import { evolve, type MaybeRecord } from '../../core/record.ts'
import { recordKind } from '../../core/record-id.ts'
import { currentEvent, isOlder } from '../kept-event.ts'
import type { Whole } from '../ports.ts'
import { readSaved } from '../saved-format.ts'
import { SCHEMA } from '../schema.ts'
import { recordFormat } from '../upcast.ts'

/**
 * Whether the history gives the record that is saved; null where that cannot be asked, because a
 * body was erased, or the record or one of its events cannot be brought up to this version. `unsure`:
 * an older version wrote a part of it, and may have made the same facts into another record.
 */
export function foldsToItself({ id, saved, entries }: Whole): boolean | 'unsure' | null {
  const read = readSaved(recordFormat, { schema: saved.schema, body: saved.record })
  if (!read.ok) return null
  let folded: MaybeRecord = { kind: recordKind(id), status: 'none', id }
  let wasOlder = saved.schema < SCHEMA
  try {
    for (const { body } of entries) {
      const event = body === null ? null : currentEvent(body)
      if (body === null || event === null) return null
      wasOlder ||= isOlder(body)
      folded = evolve(folded, event)
    }
  } catch {
    return wasOlder ? 'unsure' : false
  }
  const record = saved.schema === SCHEMA ? saved.record : read.value
  if (isDeepStrictEqual(asKept(folded, wasOlder), asKept(record, wasOlder))) return true
  return wasOlder ? 'unsure' : false
}

/** As JSON; of what began before schema 2, without when a clock was taken, which nobody kept then. */
function asKept(record: unknown, wasOlder: boolean): unknown {
  const kept = (name: string, value: unknown) =>
    wasOlder && name === 'takenAt' ? undefined : value
  return JSON.parse(JSON.stringify(record, kept))
}
