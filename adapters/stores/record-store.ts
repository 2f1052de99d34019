import type { Store } from '../../src/app/ports.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { keepable } from './border.ts'
import type { Catalogue } from './catalogue/index.ts'
import { outboxOf, type Row, withChange, withOutcome, withoutRequest } from './row.ts'

/** Where rows are kept. */
interface Rows {
  read(id: RecordId): Promise<Row | undefined>
  /** Takes one step from the row as it stands; resolves when the new row is durable and in the catalogue. */
  change(id: RecordId, step: Step): Promise<Answer>
}

/** `conflict` leaves the row as it is; so does the very row that came in. */
export type Step = (row: Row | undefined) => Row | 'conflict'
export type Answer = 'saved' | 'conflict'

export interface Settings {
  get(name: string): unknown
  keep(name: string, value: unknown): Promise<void>
}

export interface Parts {
  readonly catalogue: Catalogue
  readonly rows: Rows
  readonly settings: Settings
  readonly complaints: readonly string[]
  close(): Promise<void>
}

/** A store over rows, whatever keeps them: one record is one row, and a change is one step of it. */
export function recordStore({ catalogue, rows, settings, complaints, close }: Parts): Store {
  const { positions } = catalogue
  const rowOf = async (id: RecordId) => rows.read(id)

  return {
    load: async (id) => (await rowOf(id))?.saved,
    async save(id, expectedVersion, change) {
      const kept = keepable(change)
      return rows.change(id, (row) => withChange(row, id, expectedVersion, kept, positions))
    },
    history: async (id) => (await rowOf(id))?.entries ?? [],
    due: async (timeline, now, most) => catalogue.due(timeline, now, most),
    next: async (timeline, what, now) => catalogue.next(timeline, what, now),
    list: async (query) => catalogue.list(query),
    requests: async (most) => catalogue.requests(most),
    async answered(key) {
      const keeper = catalogue.keeperOf(key)
      if (keeper) await rows.change(keeper, (row) => withoutRequest(known(row, keeper), key))
    },
    tasks: async (realNow, most) => catalogue.tasks(realNow, most),
    async settle(task, replies) {
      const kept = keepable({ task, replies })
      await rows.change(task.record, (row) =>
        withOutcome(known(row, task.record), kept.task, kept.replies, positions),
      )
    },
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
    complaints,
    close,
  }
}

function known(row: Row | undefined, id: RecordId): Row {
  if (!row) throw new Error(`The record ${id} is not in the store, so nothing of it can be settled`)
  return row
}
