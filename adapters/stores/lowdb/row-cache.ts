import type { RecordId } from '../../../src/core/record-id.ts'
import type { Row } from '../row.ts'

/** The rows that were used last, as far as `most` characters of their files go. */
export interface RowCache {
  get(id: RecordId): Row | undefined
  set(row: Row, size: number): void
  /** As it was set; 0 when the row is not there. */
  size(id: RecordId): number
  forget(id: RecordId): void
}

export function rowCache(most: number): RowCache {
  const rows = new Map<RecordId, { readonly row: Row; readonly size: number }>()
  let total = 0

  const forget = (id: RecordId) => {
    total -= rows.get(id)?.size ?? 0
    rows.delete(id)
  }

  return {
    forget,
    size: (id) => rows.get(id)?.size ?? 0,
    get(id) {
      const found = rows.get(id)
      if (!found) return undefined
      // A map keeps the order of insertion: the one that was used last goes to the end.
      rows.delete(id)
      rows.set(id, found)
      return found.row
    },
    set(row, size) {
      forget(row.id)
      rows.set(row.id, { row, size })
      total += size
      for (const id of rows.keys()) {
        if (total <= most) break
        forget(id)
      }
    },
  }
}
