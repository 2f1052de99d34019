import { pausesOver } from '../../../src/app/pause.ts'
import type {
  Claim,
  Listed,
  ListQuery,
  OutboxCounts,
  Request,
  Task,
} from '../../../src/app/ports.ts'
import type { SlotKind } from '../../../src/core/effect.ts'
import { type RecordId, type RecordKind, recordKind } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { frozen } from '../border.ts'
import type { Known, Positions } from '../row.ts'
import { type Claims, claims } from './claims.ts'
import { deadLetters } from './dead.ts'
import { facets } from './facets.ts'
import { leases } from './leases.ts'
import { queues } from './queues.ts'
import { pendingRequests } from './requests.ts'
import { timelines } from './timelines.ts'
import { whereabouts } from './whereabouts.ts'

/** What is known of all records without reading one. It holds only what was saved for good. */
export interface Catalogue {
  readonly positions: Positions
  readonly claims: Claims
  has(id: RecordId): boolean
  replace(before: Known | undefined, after: Known): void
  due(timeline: string, now: Instant, most: number): RecordId[]
  releaseDue(ids: readonly RecordId[]): void
  next(timeline: string, what: 'wakeAt' | 'dueAt', now: Instant): Instant | null
  list(query: ListQuery): Listed[]
  revision(kind: RecordKind): number
  requests(most: number): Request[]
  releaseRequests(keys: readonly string[]): void
  /** The record that keeps a request. */
  keeperOf(requestKey: string): RecordId | undefined
  claim(realNow: Instant, most: number): Claim[]
  waiting(addedBy: Instant, most: number, only?: readonly SlotKind[]): Task[]
  dead(most: number): Task[]
  deadTask(id: string): Task | undefined
  counts(): OutboxCounts
  /** The record that is shown under a reference of a place. */
  shownAt(place: string, ref: string): RecordId | undefined
}

export const LEASE_MILLISECONDS = 60_000

export function createCatalogue(leaseMilliseconds = LEASE_MILLISECONDS): Catalogue {
  const [times, lists, outbox] = [timelines(), facets(), queues()]
  const [asked, places, given] = [pendingRequests(), whereabouts(), deadLetters()]
  const [waking, asking] = [leases<RecordId>(leaseMilliseconds), leases<string>(leaseMilliseconds)]
  const working = claims(leaseMilliseconds)
  const revisions = new Map<RecordKind, number>()
  const revision = (kind: RecordKind) => revisions.get(kind) ?? 0
  let last = 0

  return {
    positions: { next: () => ++last, isTried: working.isTried },
    claims: working,
    has: (id) => lists.get(id) !== undefined,
    replace(before, after) {
      const { id, index, waiting, requests } = after
      // They are given out as they are, and a row that was just read is not frozen yet.
      for (const part of [index, waiting, requests, after.dead]) frozen(part)
      for (const { position } of [...waiting, ...requests]) last = Math.max(last, position)
      if (before?.saved.version !== after.saved.version) {
        waking.free(id)
        revisions.set(recordKind(id), revision(recordKind(id)) + 1)
      }
      times.replace(id, lists.get(id), index)
      lists.replace(id, index)
      outbox.replace(before?.waiting ?? [], waiting)
      asked.replace(id, before?.requests ?? [], requests)
      given.replace(before?.dead ?? [], after.dead)
      places.replace(id, before?.shown ?? [], after.shown)
    },
    due: (timeline, now, most) => taken(waking, times.due(timeline, now, most, waking.isFree)),
    releaseDue: (ids) => ids.forEach(waking.free),
    next: times.next,
    list: lists.list,
    revision,
    requests(most) {
      const requests = asked.oldest(most, asking.isFree)
      taken(
        asking,
        requests.flatMap(({ key }) => key ?? []),
      )
      return requests
    },
    releaseRequests: (keys) => keys.forEach(asking.free),
    keeperOf: asked.keeperOf,
    claim: (realNow, most) => outbox.heads(most, triableAt(realNow, working)).map(working.take),
    waiting: outbox.oldest,
    dead: given.oldest,
    deadTask: given.get,
    counts: () => ({
      waiting: outbox.count(),
      dead: given.count(),
      oldest: outbox.oldest('~', 1)[0]?.addedAt ?? null,
    }),
    shownAt: places.recordAt,
  }
}

function triableAt(realNow: Instant, working: Claims): (task: Task) => boolean {
  const isOver = pausesOver(realNow)
  return (task) => isOver(task.retryAt) && working.isFree(task, isOver)
}

function taken<Key>(by: { take(key: Key): void }, keys: Key[]): Key[] {
  for (const key of keys) by.take(key)
  return keys
}
