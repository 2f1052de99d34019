import type { PoolClient } from 'pg'
import type { Entry } from '../../../src/app/history.ts'
import type { KeyedRequest, Shown, Task, Whole } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { frozen, refuseBrokenText } from '../border.ts'
import { type Database, statement } from './connection.ts'
import { type IndexRow, indexOf } from './lists.ts'
import { type SavedRow, savedOf } from './records.ts'
import { indexValues, savedValues } from './save.ts'
import { recording, taskRow } from './tasks.ts'

const AT_ONCE = 200

interface WholeRow extends SavedRow, IndexRow {
  readonly entries: readonly Entry[] | null
  readonly waiting: Whole['waiting'] | null
  readonly settled: readonly Task[] | null
  readonly dead: readonly Task[] | null
  readonly requests: readonly { readonly position: number; readonly request: KeyedRequest }[] | null
  readonly shown: readonly Omit<Shown, 'record'>[] | null
}

/** Sums in json, not jsonb: hashed bodies stay as they are, byte for byte. */
const WHOLE = `select r.id, r.version, r.opener, r.schema, r.record, r.keys, r.head_seq, r.head_hash,
  t.timeline, t.wake_at, t.due_at, l.facets,
  (select json_agg(json_build_object('seq', seq, 'hash', hash, 'previous', previous,
      'bodyHash', body_hash, 'salt', salt, 'body', body) order by n)
    from entries where record = r.id) as entries,
  (select json_agg(json_build_object('position', position, 'task', task) order by position)
    from outbox where record = r.id) as waiting,
  (select json_agg(task order by n) from settled where record = r.id) as settled,
  (select json_agg(task order by n) from dead where record = r.id) as dead,
  (select json_agg(json_build_object('position', position, 'request', request) order by position)
    from requests where record = r.id) as requests,
  (select json_agg(json_strip_nulls(json_build_object('place', place, 'slot', slot, 'ref', ref,
      'first', first)) order by n)
    from shown where record = r.id) as shown
from records r join times t on t.id = r.id join lists l on l.id = r.id`

const BATCH = `${WHOLE} where r.id > $1 order by r.id limit ${AT_ONCE}`

const one = statement<WholeRow>('row', `${WHOLE} where r.id = $1`)

export async function row(database: Database, id: RecordId): Promise<Whole | undefined> {
  const [found] = await database.ask(one, [id])
  return found && frozen(wholeOf(found))
}

/** Every record as all of them stood at one moment, a few at a time. */
export async function* rows(database: Database): AsyncGenerator<Whole> {
  for await (const row of inOneMoment(database, batches)) yield frozen(wholeOf(row))
}

export async function* settings(database: Database): AsyncGenerator<readonly [string, unknown]> {
  const found = await database.ask(allSettings)
  for (const { name, value } of found) yield frozen([name, value] as const)
}

const allSettings = statement<{ name: string; value: unknown }>(
  'settings',
  'select name, value from settings order by name',
)

async function* batches(client: PoolClient): AsyncGenerator<WholeRow> {
  let last = ''
  for (;;) {
    const { rows: batch } = await client.query<WholeRow>(BATCH, [last])
    yield* batch
    const end = batch.at(-1)
    if (!end) return
    last = end.id
  }
}

async function* inOneMoment<Row>(
  { pool }: Database,
  read: (client: PoolClient) => AsyncGenerator<Row>,
): AsyncGenerator<Row> {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin isolation level repeatable read read only')
    // Whoever takes the rows may be slow; that is no reason to be cut off.
    await client.query('set local idle_in_transaction_session_timeout = 0')
    yield* read(client)
    await client.query('commit')
    broken = false
  } finally {
    // One that was left in the middle goes with its transaction.
    client.release(broken)
  }
}

function wholeOf(row: WholeRow): Whole {
  return {
    id: row.id,
    saved: savedOf(row),
    index: indexOf(row),
    entries: row.entries ?? [],
    waiting: row.waiting ?? [],
    settled: row.settled ?? [],
    dead: row.dead ?? [],
    requests: row.requests ?? [],
    shown: row.shown ?? [],
  }
}

const put = statement<{ readonly id: RecordId }>(
  'restore',
  `with guard as (
  insert into records (id, version, opener, schema, record, keys, head_seq, head_hash)
  values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8)
  on conflict (id) do nothing
  returning id
), times as (
  insert into times (id, timeline, wake_at, due_at)
  select guard.id, $9::text, $10::text, $11::text from guard
), lists as (
  insert into lists (id, facets, tags) select guard.id, $12::jsonb, $13::text[] from guard
)${recording('$14')}, queued as (
  insert into outbox (position, id, record, queue, place, slot, calm, tries, added_at, retry_at, task)
  select n, t.id, guard.id, queue, place, slot, calm, tries, added_at, retry_at, task
  from guard, json_to_recordset($15::json) as t(n bigint, id text, queue text, place text,
    slot text, calm boolean, tries integer, added_at text, retry_at text, task jsonb)
), over as (
  insert into settled (record, id, task)
  select guard.id, s.task->>'id', s.task::jsonb
  from guard, json_array_elements($16::json) with ordinality as s(task, n) order by s.n
), gone as (
  insert into dead (id, record, added_at, task)
  select d.task->>'id', guard.id, d.task->>'addedAt', d.task::jsonb
  from guard, json_array_elements($17::json) with ordinality as d(task, n) order by d.n
), asked as (
  insert into requests (key, position, record, request)
  select q.request->>'key', q.position, guard.id, q.request
  from guard, json_to_recordset($18::json) as q(position bigint, request jsonb)
), standing as (
  insert into shown (record, place, slot, ref, first)
  select guard.id, s.place, s.slot, s.ref, s.first
  from guard, rows from (
    json_to_recordset($19::json) as (place text, slot text, ref text, first jsonb)
  ) with ordinality as s (place, slot, ref, first, n)
  order by s.n
), behind as (
  -- What is added from now on goes behind.
  select setval('positions', greatest($20::bigint, nextval('positions'))) from guard
)
select guard.id from guard, behind`,
)

export async function restore(database: Database, row: Whole): Promise<void> {
  refuseBrokenText(row)
  const { id, saved, index, waiting, requests } = row
  const waits = waiting.map(({ position, task }) => taskRow(task, position))
  const positions = [...waiting, ...requests].map(({ position }) => position)
  const lists = [row.entries, waits, row.settled, row.dead, requests, row.shown]
  const { rows: done, again } = await database.change(put, [
    id,
    ...savedValues(saved),
    ...indexValues(index),
    ...lists.map((list) => JSON.stringify(list)),
    Math.max(1, ...positions),
  ])
  if (done.length === 0 && !again)
    throw new Error(`${id} is here already: records are put into an empty store only.`)
}
