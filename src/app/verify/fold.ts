import { isDeepStrictEqual } from 'node:util'
import { evolve, type MaybeRecord } from '../../core/record.ts'
import { recordKind } from '../../core/record-id.ts'
import { currentEvent } from '../kept-event.ts'
import type { Whole } from '../ports.ts'
import { SCHEMA } from '../schema.ts'

/**
 * Whether the history gives the record that is saved; null where that cannot be asked, because a
 * body was erased, or the record or one of its events is of an older format.
 */
export function foldsToItself({ id, saved, entries }: Whole): boolean | null {
  if (saved.schema !== SCHEMA) return null
  let folded: MaybeRecord = { kind: recordKind(id), status: 'none', id }
  try {
    for (const { body } of entries) {
      const event = body === null ? null : currentEvent(body)
      if (event === null) return null
      folded = evolve(folded, event)
    }
  } catch {
    return false
  }
  return isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), saved.record)
}
