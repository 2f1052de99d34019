import type { Change, Saved } from '../../../src/app/ports.ts'
import type { Index } from '../../../src/core/kind.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { jsonOf, refuseBrokenText } from '../border.ts'
import { type Database, type Statement, statement } from './connection.ts'
import { asking, keyed, queueing, recording, taskRows } from './tasks.ts'

interface Guarded {
  readonly id: string
}

const RECORD = 'version, opener, schema, record, keys, head_seq, head_hash'
const RECORD_VALUES = '$3::int, $4::text, $5::int, $6::jsonb, $7::jsonb, $8::int, $9::text'
const TIMES = 'timeline, wake_at, due_at'
const TIMES_VALUES = '$10::text, $11::text, $12::text'
const LIST_VALUES = '$13::jsonb, $14::text[]'

const OPENED = `with guard as (
  insert into records (id, ${RECORD})
  select $1::text, ${RECORD_VALUES} where $2::int = 0
  on conflict (id) do nothing
  returning id
), times as (
  insert into times (id, ${TIMES}) select guard.id, ${TIMES_VALUES} from guard
), lists as (
  insert into lists (id, facets, tags) select guard.id, ${LIST_VALUES} from guard
)`

const CHANGED = `with guard as (
  update records set (${RECORD}) = row(${RECORD_VALUES})
  where id = $1::text and version = $2::int
  returning id
), times as (
  update times t set (${TIMES}) = row(${TIMES_VALUES}), leased_until = null, leased_by = null
  from guard
  where t.id = guard.id and (t.leased_until is not null
    or (t.timeline, t.wake_at, t.due_at) is distinct from (${TIMES_VALUES}))
), lists as (
  update lists l set (facets, tags) = row(${LIST_VALUES})
  from guard
  where l.id = guard.id and (l.facets, l.tags) is distinct from (${LIST_VALUES})
)`

/** The whole change in one statement: a stale version leaves the guard empty, and with it all that follows. */
function saving(
  opens: boolean,
  tasks: boolean,
  requests: boolean,
  erasing: 'nothing' | 'entries' | 'traces',
): Statement<Guarded> {
  const parts = [opens && 'open', tasks && 'tasks', requests && 'requests', erasing]
  const name = ['save', ...parts.filter((part) => part && part !== 'nothing')].join(':')
  const text = [
    opens ? OPENED : CHANGED,
    recording('$15'),
    tasks ? queueing('$16') : '',
    requests ? asking(tasks ? '$17' : '$16') : '',
    erasing === 'nothing' ? '' : erased(`$${16 + Number(tasks) + Number(requests)}`),
    erasing === 'traces' ? WITHOUT_TRACES : '',
    '\nselect id from guard',
  ]
  return statement(name, text.join(''))
}

/** What is added in the same statement is not there yet for it. */
function erased(parameter: string): string {
  return `, erased as (
  update entries e set salt = null, body = null from guard
  where e.record = guard.id and e.seq = any(${parameter}::int[])
)`
}

const WITHOUT_TRACES = ['outbox', 'settled', 'dead', 'requests', 'shown']
  .map((table) => `, no_${table} as (delete from ${table} o using guard where o.record = guard.id)`)
  .join('')

const standing = statement<{ readonly ours: boolean }>(
  'standing',
  `select exists (select from records where id = $1 and version = $2 and head_hash = $4)
    or exists (select from entries where record = $1 and seq = $3 and hash = $4) as ours`,
)

export async function save(
  database: Database,
  id: RecordId,
  expectedVersion: number,
  change: Change,
): Promise<'saved' | 'conflict'> {
  refuseBrokenText([id, change.saved.opener, change.index.timeline])
  const tasks = taskRows(change.tasks)
  const requests = keyed(change.requests)
  const { saved, index, entries } = change
  const values = [id, expectedVersion, ...savedValues(saved), ...indexValues(index)]
  values.push(jsonOf(entries))
  if (tasks.length > 0) values.push(jsonOf(tasks))
  if (requests.length > 0) values.push(jsonOf(requests))
  if (change.erasure) values.push(change.erasure.entries)
  const { head, version } = saved

  const erasing = change.erasure ? (change.erasure.traces ? 'traces' : 'entries') : 'nothing'
  const wanted = saving(expectedVersion === 0, tasks.length > 0, requests.length > 0, erasing)
  const { rows, again } = await database.change(wanted, values)
  if (rows.length > 0) return 'saved'
  if (!again) return 'conflict'
  // The first try broke off: perhaps it is what now stands in our way.
  const [found] = await database.ask(standing, [id, version, head.seq, head.hash])
  return found?.ours ? 'saved' : 'conflict'
}

export function savedValues(saved: Saved): unknown[] {
  const { version, opener, schema, record, keys, head } = saved
  return [version, opener, schema, jsonOf(record), jsonOf(keys), head.seq, head.hash]
}

export function indexValues(index: Index): unknown[] {
  const { timeline, wakeAt, dueAt, facets } = index
  return [timeline, wakeAt, dueAt, jsonOf(facets), tagsOf(index)]
}

/** What lists are searched by; the timeline counts as the facet without a name. */
function tagsOf({ timeline, facets }: Index): string[] {
  const named = Object.entries(facets).flatMap(([name, values]) =>
    values.map((value) => tagOf(name, value)),
  )
  return [tagOf('', timeline), ...named]
}

export function tagOf(name: string, value: string): string {
  return `${name}\n${value}`
}
