import type { Entry } from '../../../src/app/history.ts'
import type { Saved, Shown } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Database, statement } from './connection.ts'

export interface SavedRow {
  readonly version: number
  readonly opener: string
  readonly schema: number
  readonly record: unknown
  readonly keys: Saved['keys']
  readonly head_seq: number
  readonly head_hash: string
}

const some = statement<SavedRow & { readonly id: RecordId }>(
  'load',
  `select id, version, opener, schema, record, keys, head_seq, head_hash from records
  where id = any($1::text[])`,
)

/** In the order of the ids. */
export async function load(
  database: Database,
  ids: readonly RecordId[],
): Promise<readonly (Saved | undefined)[]> {
  const rows = await database.ask(some, [ids])
  const found = new Map(rows.map((row) => [row.id, savedOf(row)]))
  return ids.map((id) => found.get(id))
}

export function savedOf(row: SavedRow): Saved {
  const { version, opener, schema, record, keys, head_seq, head_hash } = row
  return { schema, version, opener, record, keys, head: { seq: head_seq, hash: head_hash } }
}

const chained = statement<Entry>(
  'history',
  `select seq, hash, previous, body_hash as "bodyHash", salt, body from entries
  where record = $1 order by n`,
)

export async function history(database: Database, id: RecordId): Promise<readonly Entry[]> {
  return database.ask(chained, [id])
}

export type Slotted = Omit<Shown, 'ref'>

const refsOf = statement<{ readonly n: number; readonly ref: string }>(
  'shown',
  `select asked.n::int as n, shown.ref
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (record, place, slot, n)
    join shown using (record, place, slot)`,
)

/** In the order of the slots. */
export async function shown(
  database: Database,
  slots: readonly Slotted[],
): Promise<readonly (string | undefined)[]> {
  const rows = await database.ask(refsOf, [
    slots.map(({ record }) => record),
    slots.map(({ place }) => place),
    slots.map(({ slot }) => slot),
  ])
  const found = new Map(rows.map(({ n, ref }) => [n, ref]))
  return slots.map((_, index) => found.get(index + 1))
}

const under = statement<Shown>(
  'shown:at',
  'select record, place, slot, ref from shown where place = $1 and ref = $2 limit 1',
)

export async function shownAt(database: Database, place: string, ref: string) {
  const [found] = await database.ask(under, [place, ref])
  return found
}

const kept = statement<{ value: unknown }>('setting', 'select value from settings where name = $1')

export async function setting(database: Database, name: string): Promise<unknown> {
  const [found] = await database.ask(kept, [name])
  return found?.value
}

const keep = statement(
  'setting:keep',
  `insert into settings (name, value) values ($1, $2::jsonb)
  on conflict (name) do update set value = excluded.value`,
)

export async function keepSetting(database: Database, name: string, value: unknown) {
  await database.ask(keep, [name, JSON.stringify(value)])
}
