import type { Listed, ListQuery, Request, Task } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { frozen } from '../border.ts'
import type { Positions, Row } from '../row.ts'
import { facets } from './facets.ts'
import { queues } from './queues.ts'
import { pendingRequests } from './requests.ts'
import { timelines } from './timelines.ts'
import { whereabouts } from './whereabouts.ts'

/** What is known of all records without reading one. It holds only what was saved for good. */
export interface Catalogue {
  readonly positions: Positions
  replace(before: Row | undefined, after: Row): void
  due(timeline: string, now: Instant, most: number): RecordId[]
  next(timeline: string, what: 'wakeAt' | 'dueAt', now: Instant): Instant | null
  list(query: ListQuery): Listed[]
  requests(most: number): Request[]
  /** The record that keeps a request. */
  keeperOf(requestKey: string): RecordId | undefined
  tasks(realNow: Instant, most: number): Task[]
  /** The record that is shown under a reference of a place. */
  shownAt(place: string, ref: string): RecordId | undefined
}

export function createCatalogue(): Catalogue {
  const [times, lists, outbox] = [timelines(), facets(), queues()]
  const [asked, places] = [pendingRequests(), whereabouts()]
  let last = 0

  return {
    positions: { next: () => ++last, front: outbox.front },
    replace(before, after) {
      const { id, index, waiting, requests } = after
      // They are given out as they are, and a row that was just read is not frozen yet.
      frozen([index, waiting, requests])
      for (const { position } of [...waiting, ...requests]) last = Math.max(last, position)
      times.replace(id, lists.get(id), index)
      lists.replace(id, index)
      outbox.replace(before?.waiting ?? [], waiting)
      asked.replace(id, before?.requests ?? [], requests)
      places.replace(id, before?.shown ?? [], after.shown)
    },
    due: times.due,
    next: times.next,
    list: lists.list,
    requests: asked.oldest,
    keeperOf: asked.keeperOf,
    tasks: outbox.heads,
    shownAt: places.recordAt,
  }
}
