import { acceptedBy } from '../../../src/app/accepted.ts'
import type { Claim, Ended } from '../../../src/app/ports.ts'
import { NOTHING_STANDS } from '../../../src/core/effect.ts'
import { jsonOf } from '../border.ts'
import { held } from './claim.ts'
import { type Database, statement } from './connection.ts'
import { asking, keyed, taskRow } from './tasks.ts'

/** Older settled tasks are only of use to the history, which has its own events for them. */
export const SETTLED_KEPT = 200

const COLUMNS = {
  queue: 'text',
  fence: 'bigint',
  sent: 'jsonb',
  rest_until: 'text',
  record: 'text',
  calm: 'boolean',
  position: 'bigint',
  task_id: 'text',
  ending: 'text',
  task: 'jsonb',
  place: 'text',
  slot: 'text',
  ref: 'text',
  first: 'jsonb',
  added_at: 'text',
  tries: 'integer',
  retry_at: 'text',
  replies: 'json',
}

/**
 * Those whose claim holds: one that ended is left out; one whose lease ran out, but which nobody took
 * over, holds. Each is a row of its own, by its number, and a queue has one at most.
 */
const GUARD = `with given as materialized (
  select * from rows from (
    json_to_recordset($1::json) as (${Object.entries(COLUMNS)
      .map((column) => column.join(' '))
      .join(', ')})
  ) with ordinality as g (${Object.keys(COLUMNS).join(', ')}, n)
), guard as materialized (
  update queues q
  set leased_until = null, sent = given.sent, rest_until = given.rest_until
  from given
  where q.queue = given.queue and q.fence = given.fence and q.leased_until is not null
  returning given.*, given.record as id
)`

const IS_CLAIMED = '(o.calm, o.position) = (guard.calm, guard.position) and o.id = guard.task_id'

const settling = statement<{ readonly n: number }>(
  'settle',
  `${GUARD}, gone as (
  delete from outbox o using guard where guard.ending <> 'again' and ${IS_CLAIMED}
), kept as (
  insert into settled (record, id, task)
  select id, task_id, task from guard where ending <> 'again' order by n
), oldest as (
  select more.id as record, (
    select n from settled where record = more.id
    order by n desc offset greatest(${SETTLED_KEPT} - more.added, 0) limit 1
  ) as n
  from (select id, count(*) as added from guard where ending <> 'again' group by id) more
), old as (
  select s.record, s.n from settled s join oldest on s.record = oldest.record and s.n <= oldest.n
  order by s.record, s.n for update of s skip locked
), trimmed as (
  delete from settled s using old where s.record = old.record and s.n = old.n
), standing as (
  insert into shown as s (record, place, slot, ref, first)
  select id, place, slot, ref, first from guard where ending = 'done' and slot is not null
  on conflict (record, place, slot) do update set ref = excluded.ref, n = excluded.n, first = excluded.first
  where s.ref <> excluded.ref
), buried as (
  insert into dead (id, record, added_at, task)
  select task_id, id, added_at, task from guard where ending = 'never'
  on conflict (id) do nothing
), nothing as (
  insert into shown (record, place, slot, ref)
  select id, place, slot, '${NOTHING_STANDS}' from guard where ending = 'never' and slot is not null
  on conflict (record, place, slot) do nothing
), waits as (
  update outbox o
  set task = guard.task, tries = guard.tries, retry_at = guard.retry_at, fence = null, doubtful = false
  from guard where guard.ending = 'again' and ${IS_CLAIMED}
)${asking('guard.replies')}
select n::int as n from guard`,
)

const standing = statement<{ readonly ours: boolean }>(
  'settled',
  `select exists (select from settled where record = $1 and id = $2 and task = $3::jsonb)
    or exists (select from outbox where record = $1 and id = $2 and task = $3::jsonb) as ours`,
)

export interface Settling {
  readonly claimed: Claim['task']
  readonly task: Ended['task']
  readonly row: string
}

/** How a try ended as it goes in. Throws when no store can keep it. */
export function settlingOf(claim: Claim, ended: Ended): Settling {
  const { task: claimed, fence, calm, position } = held(claim)
  const { queue, record, id } = claimed
  const { task, sent, restUntil, replies } = ended
  const { place, slot, added_at, tries, retry_at } = taskRow(task, 0)
  const last = task.last
  const row: Record<keyof typeof COLUMNS, unknown> = {
    ...{ queue, fence, sent, record, calm, position, task, place, slot, added_at, tries, retry_at },
    task_id: id,
    rest_until: restUntil,
    ending: last?.type === 'done' || last?.type === 'never' ? last.type : 'again',
    ref: last?.type === 'done' ? last.ref : null,
    first: last?.type === 'done' && last.ref !== NOTHING_STANDS ? acceptedBy(task) : null,
    replies: keyed(replies),
  }
  return { claimed, task, row: jsonOf(row) }
}

/** Several at once, all flushed together; each has its own fence, and its own answer in their order. */
export async function settle(
  database: Database,
  all: readonly Settling[],
): Promise<readonly ('settled' | 'lost')[]> {
  const { rows, again } = await database.change(settling, [
    `[${all.map(({ row }) => row).join(',')}]`,
  ])
  const settled = new Set(rows.map(({ n }) => n))
  return Promise.all(
    all.map(async (one, index) => {
      if (settled.has(index + 1)) return 'settled'
      // Where the first try broke off, perhaps it is what ended the claim.
      return again && (await isSettled(database, one)) ? 'settled' : 'lost'
    }),
  )
}

async function isSettled(database: Database, { claimed, task }: Settling): Promise<boolean> {
  const [found] = await database.ask(standing, [claimed.record, claimed.id, JSON.stringify(task)])
  return found?.ours ?? false
}
