import type { Index } from '../../../src/core/kind.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { byText, type SortedList, sortedList } from './sorted-list.ts'

type What = 'wakeAt' | 'dueAt'

interface Moment {
  readonly at: Instant
  readonly id: RecordId
}

/** When records wake and are owed something, in order, so that a sweep reads only what is due. */
export interface Timelines {
  replace(id: RecordId, before: Index | undefined, after: Index): void
  /** Those that `isFree` lets through. */
  due(timeline: string, now: Instant, most: number, isFree: (id: RecordId) => boolean): RecordId[]
  next(timeline: string, what: What, now: Instant): Instant | null
}

export function timelines(): Timelines {
  const lists = {
    wakeAt: new Map<string, SortedList<Moment>>(),
    dueAt: new Map<string, SortedList<Moment>>(),
  }
  const listOf = (timeline: string, what: What) => {
    const known = lists[what].get(timeline)
    if (known) return known
    const list = sortedList<Moment>(byMoment)
    lists[what].set(timeline, list)
    return list
  }
  const move = (id: RecordId, what: What, before: Index | undefined, after: Index) => {
    if (before?.[what] === after[what] && before?.timeline === after.timeline) return
    const [was, is] = [before?.[what], after[what]]
    if (before && was) listOf(before.timeline, what).remove({ at: was, id })
    if (is) listOf(after.timeline, what).add({ at: is, id })
  }

  return {
    replace(id, before, after) {
      move(id, 'wakeAt', before, after)
      move(id, 'dueAt', before, after)
    },
    due(timeline, now, most, isFree) {
      const ids: RecordId[] = []
      for (const { at, id } of listOf(timeline, 'wakeAt').from(() => true)) {
        if (at > now || ids.length === most) break
        if (isFree(id)) ids.push(id)
      }
      return ids
    },
    next(timeline, what, now) {
      const [later] = listOf(timeline, what).from(({ at }) => at > now)
      return later?.at ?? null
    },
  }
}

function byMoment(one: Moment, other: Moment): number {
  return byText(one.at, other.at) || byText(one.id, other.id)
}
