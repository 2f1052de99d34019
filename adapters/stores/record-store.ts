import type { Entry } from '../../src/app/history.ts'
import type { Claim, Ended, Store, Whole } from '../../src/app/ports.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { keepable } from './border.ts'
import type { Catalogue } from './catalogue/index.ts'
import {
  outboxOf,
  type Row,
  withChange,
  withOutcome,
  withoutDead,
  withoutRequest,
  withRevived,
} from './row.ts'

/** Where rows are kept. */
interface Rows {
  read(id: RecordId): Promise<Row | undefined>
  /** Takes one step from the row as it stands; resolves when the new row is durable and in the catalogue. */
  change(id: RecordId, step: Step, tried?: Tried): Promise<Answer>
  /** The same for a step that erases: the row has all entries, and nothing of what goes is left anywhere. */
  erase(id: RecordId, step: Step): Promise<Answer>
  /** Every row, one after the other. */
  all(): AsyncIterable<Row>
}

/** What the step keeps where it is the outcome of a try and nothing else. */
export type Tried = Pick<Ended, 'task' | 'replies'>

/** `conflict` leaves the row as it is; so does the very row that came in. */
export type Step = (row: Row | undefined) => Row | 'conflict'
export type Answer = 'saved' | 'conflict'

export interface Settings {
  get(name: string): unknown
  keep(name: string, value: unknown): Promise<void>
  all(): Iterable<readonly [string, unknown]>
}

export interface Parts {
  readonly catalogue: Catalogue
  readonly rows: Rows
  readonly settings: Settings
  /** Resolves when it is durable that these are about to be tried. */
  readonly claimed?: (claims: readonly Claim[]) => Promise<void>
  /** All entries of a row; those of the row itself unless it is said. */
  readonly history?: (row: Row) => Promise<readonly Entry[]>
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** A store over rows, whatever keeps them: one record is one row, and a change is one step of it. */
export function recordStore(parts: Parts): Store {
  const { catalogue, rows, settings, complaints, close } = parts
  const { history = async (row: Row) => row.entries } = parts
  const rowOf = async (id: RecordId) => rows.read(id)

  return {
    load: async (id) => (await rowOf(id))?.saved,
    async save(id, expectedVersion, change) {
      const kept = keepable(change)
      const step = (row: Row | undefined) =>
        withChange(row, id, expectedVersion, kept, catalogue.positions)
      return kept.erasure ? rows.erase(id, step) : rows.change(id, step)
    },
    async history(id) {
      const row = await rowOf(id)
      return row ? history(row) : []
    },
    due: async (timeline, now, most) => catalogue.due(timeline, now, most),
    releaseDue: async (ids) => catalogue.releaseDue(ids),
    next: async (timeline, what, now) => catalogue.next(timeline, what, now),
    list: async (query) => catalogue.list(query),
    revision: async (kind) => catalogue.revision(kind),
    requests: async (most) => catalogue.requests(most),
    async answered(key) {
      const keeper = catalogue.keeperOf(key)
      if (keeper) await rows.change(keeper, (row) => withoutRequest(known(row, keeper), key))
      catalogue.releaseRequests([key])
    },
    releaseRequests: async (keys) => catalogue.releaseRequests(keys),
    ...outbox(parts),
    async outbox(id) {
      const row = await rowOf(id)
      return row ? outboxOf(row) : []
    },
    async shown(record, place, slot) {
      const shown = (await rowOf(record))?.shown ?? []
      return shown.find((one) => one.place === place && one.slot === slot)?.ref
    },
    async shownAt(place, ref) {
      const record = catalogue.shownAt(place, ref)
      const shown = record ? ((await rowOf(record))?.shown ?? []) : []
      const found = shown.find((one) => one.place === place && one.ref === ref)
      return record && found ? { record, ...found } : undefined
    },
    setting: async (name) => settings.get(name),
    keepSetting: async (name, value) => settings.keep(name, keepable(value)),
    ...wholes(rows, history),
    async *settings() {
      yield* settings.all()
    },
    restore: (row) => restored(rows, row),
    // No other process can use this store.
    heard: () => {},
    complaints,
    close,
  }
}

/** Rows with all of their entries. */
function wholes(rows: Rows, history: NonNullable<Parts['history']>) {
  return {
    async row(id: RecordId) {
      const row = await rows.read(id)
      return row && { ...row, entries: await history(row) }
    },
    async *rows() {
      for await (const row of rows.all()) yield { ...row, entries: await history(row) }
    },
  } satisfies Partial<Store>
}

function outbox({ catalogue, rows, claimed = async () => {} }: Parts) {
  const { claims, positions } = catalogue
  const ofDead = async (id: string, step: (row: Row) => Row) => {
    const record = catalogue.deadTask(id)?.record
    if (!record) return false
    let found = false
    await rows.change(record, (row) => {
      const next = step(known(row, record))
      found = next !== row
      return next
    })
    return found
  }

  return {
    async claim(realNow: Instant, most: number) {
      const given = catalogue.claim(realNow, most)
      try {
        if (given.length > 0) await claimed(given)
        return given
      } catch (error) {
        given.forEach(claims.release)
        throw error
      }
    },
    async settle(claim: Claim, ended: Ended) {
      if (!claims.hold(claim)) return 'lost'
      const { record } = claim.task
      try {
        const tried = keepable({ task: ended.task, replies: ended.replies })
        const step = (row: Row | undefined) => withOutcome(known(row, record), tried, positions)
        await rows.change(record, step, tried)
        claims.end(claim, ended)
        return 'settled'
      } catch (error) {
        claims.goOn(claim)
        throw error
      }
    },
    release: async (all) => all.forEach(claims.release),
    waiting: async (...asked) => catalogue.waiting(...asked),
    dead: async (most) => catalogue.dead(most),
    revive: (id, realNow) => ofDead(id, (row) => withRevived(row, id, realNow, positions)),
    bury: (id) => ofDead(id, (row) => withoutDead(row, id)),
    counts: async () => catalogue.counts(),
  } satisfies Partial<Store>
}

async function restored(rows: Rows, row: Whole): Promise<void> {
  const kept = keepable(row)
  const answer = await rows.change(row.id, (before) => (before ? 'conflict' : kept))
  if (answer === 'conflict')
    throw new Error(`${row.id} is here already: records are put into an empty store only.`)
}

function known(row: Row | undefined, id: RecordId): Row {
  if (!row) throw new Error(`The record ${id} is not in the store, so nothing of it can be settled`)
  return row
}
