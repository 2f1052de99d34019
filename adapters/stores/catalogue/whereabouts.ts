import type { RecordId } from '../../../src/core/record-id.ts'
import type { Standing } from '../row.ts'
import { difference } from './difference.ts'

/** Which record stands under a reference of a place. */
export interface Whereabouts {
  replace(id: RecordId, before: readonly Standing[], after: readonly Standing[]): void
  recordAt(place: string, ref: string): RecordId | undefined
}

export function whereabouts(): Whereabouts {
  const places = new Map<string, Map<string, RecordId>>()

  return {
    replace(id, before, after) {
      const { gone, come } = difference(before, after)
      for (const { place, ref } of gone) places.get(place)?.delete(ref)
      for (const { place, ref } of come) {
        const refs = places.get(place) ?? new Map<string, RecordId>()
        places.set(place, refs.set(ref, id))
      }
    },
    recordAt: (place, ref) => places.get(place)?.get(ref),
  }
}
