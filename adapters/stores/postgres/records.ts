import type { Entry } from '../../../src/app/history.ts'
import type { Saved, Shown } from '../../../src/app/ports.ts'
import type { Slot } from '../../../src/core/effect.ts'
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

const one = statement<SavedRow>(
  'load',
  'select version, opener, schema, record, keys, head_seq, head_hash from records where id = $1',
)

export async function load(database: Database, id: RecordId): Promise<Saved | undefined> {
  const [row] = await database.ask(one, [id])
  return row && savedOf(row)
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

const refOf = statement<{ ref: string }>(
  'shown',
  'select ref from shown where record = $1 and place = $2 and slot = $3',
)

export async function shown(database: Database, record: RecordId, place: string, slot: Slot) {
  const [found] = await database.ask(refOf, [record, place, slot])
  return found?.ref
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
