import type { Request, Task } from '../../../src/app/ports.ts'
import { isPressing, placeKey } from '../../../src/core/effect.ts'

/** A row of the outbox as it goes in. */
export interface TaskRow {
  readonly n: number
  readonly id: string
  readonly queue: string
  readonly place: string | null
  readonly slot: string | null
  /** What is urgent goes first: it is the other way round, so that it sorts as it is sent. */
  readonly calm: boolean
  readonly tries: number
  readonly added_at: string
  readonly retry_at: string | null
  readonly task: Task
}

const COLUMNS =
  'n integer, id text, queue text, place text, slot text, calm boolean, tries integer, added_at text, retry_at text, task jsonb'

/** Of two updates of one slot in the same change the newer takes the place of the older. */
export function taskRows(tasks: readonly Task[]): readonly TaskRow[] {
  const rows: TaskRow[] = []
  for (const task of tasks) {
    const row = taskRow(task, rows.length)
    const n = rows.findIndex(
      ({ tries, place, slot }) =>
        slot !== null && tries === 0 && place === row.place && slot === row.slot,
    )
    const before = rows[n]
    if (before) rows[n] = { ...row, ...asUrgent(row, before.calm), n }
    else rows.push(row)
  }
  return rows
}

export function taskRow(task: Task, n: number): TaskRow {
  const { id, queue, effect, tries, addedAt, retryAt } = task
  const isMessage = effect.type === 'message'
  return {
    n,
    id,
    queue,
    place: isMessage ? placeKey(effect.place) : null,
    slot: isMessage ? effect.slot : null,
    calm: !isPressing(effect),
    tries,
    added_at: addedAt,
    retry_at: retryAt ?? null,
    task,
  }
}

function asUrgent({ task, calm }: TaskRow, wasCalm: boolean): Pick<TaskRow, 'calm' | 'task'> {
  const { effect } = task
  return !wasCalm && effect.type === 'message'
    ? { calm: false, task: { ...task, effect: { ...effect, urgent: true } } }
    : { calm, task }
}

/**
 * Puts task rows (JSON in `$n`) into the outbox of the record in `guard(id)`: one of a slot takes the
 * place of one there that nobody tried yet, and its urgency.
 */
export function queueing(parameter: string): string {
  return `,
tasks as materialized (
  select * from json_to_recordset(${parameter}::json) as t(${COLUMNS})
), heirs as (
  update outbox o
  set id = t.id, queue = t.queue, calm = o.calm and t.calm, added_at = t.added_at,
    retry_at = t.retry_at,
    task = case when o.calm then t.task else jsonb_set(t.task, '{effect,urgent}', 'true') end
  from guard, tasks t
  where o.record = guard.id and o.tries = 0 and o.fence is null and not o.doubtful
    and o.place = t.place and o.slot = t.slot
  returning t.n
), queued as (
  insert into outbox (id, record, queue, place, slot, calm, tries, added_at, retry_at, task)
  select t.id, guard.id, t.queue, t.place, t.slot, t.calm, t.tries, t.added_at, t.retry_at, t.task
  from guard, tasks t
  where t.n not in (select n from heirs)
  order by t.n
)`
}

/** Keeps requests (JSON in `$n`, or in a column of the guard) for the record in `guard(id)`; a key that waits already is left. */
export function asking(parameter: string): string {
  return `,
asked as (
  insert into requests (key, record, request)
  select r.request->>'key', guard.id, r.request
  from guard, json_array_elements(${parameter}::json) with ordinality as j(value, n),
    lateral (select j.value::jsonb as request) r
  order by j.n
  on conflict (key) do nothing
)`
}

export function keyed(requests: readonly Request[]): readonly Request[] {
  if (requests.some(({ key }) => key === null))
    throw new Error('A request without a key cannot be kept')
  return requests
}

/** Adds entries (JSON in `$n`) to the history of the record in `guard(id)`. What is wrong in it stays: it is evidence. */
export function recording(parameter: string): string {
  return `,
history as (
  insert into entries (record, seq, hash, previous, body_hash, salt, body)
  select guard.id, e.seq, e.hash, e.previous, e."bodyHash", e.salt, e.body
  from guard, rows from (
    json_to_recordset(${parameter}::json)
      as (seq int, hash text, previous text, "bodyHash" text, salt text, body text)
  ) with ordinality as e (seq, hash, previous, "bodyHash", salt, body, n)
  order by e.n
)`
}
