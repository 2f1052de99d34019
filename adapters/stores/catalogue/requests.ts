import type { Request } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Pending } from '../row.ts'
import { difference } from './difference.ts'
import { byText, sortedList } from './sorted-list.ts'

/** The follow-up intents that nobody has answered yet. */
export interface PendingRequests {
  replace(keeper: RecordId, before: readonly Pending[], after: readonly Pending[]): void
  /** Those that `isFree` lets through. */
  oldest(most: number, isFree: (key: string) => boolean): Request[]
  keeperOf(key: string): RecordId | undefined
}

export function pendingRequests(): PendingRequests {
  const kept = new Map<string, { readonly keeper: RecordId; readonly one: Pending }>()
  const ordered = sortedList<Pending>(
    (one, other) => one.position - other.position || byText(one.request.key, other.request.key),
  )

  /** By its key: what is read from the journal again has another position. */
  const forget = (key: string) => {
    const before = kept.get(key)
    if (before) ordered.remove(before.one)
    kept.delete(key)
  }

  return {
    replace(keeper, before, after) {
      const { gone, come } = difference(before, after)
      for (const { request } of gone) forget(request.key)
      for (const one of come) {
        forget(one.request.key)
        ordered.add(one)
        kept.set(one.request.key, { keeper, one })
      }
    },
    oldest(most, isFree) {
      const requests: Request[] = []
      for (const { request } of ordered.from(() => true)) {
        if (requests.length === most) break
        if (isFree(request.key)) requests.push(request)
      }
      return requests
    },
    keeperOf: (key) => kept.get(key)?.keeper,
  }
}
