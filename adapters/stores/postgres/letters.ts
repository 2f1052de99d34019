import type { OutboxCounts, Task } from '../../../src/app/ports.ts'
import type { SlotKind } from '../../../src/core/effect.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { untried } from '../row.ts'
import { type Database, statement } from './connection.ts'
import { SETTLED_KEPT } from './settle.ts'
import { queueing, taskRow } from './tasks.ts'

/** Nobody is to be alarmed by a rehearsal: what it sends is counted nowhere. */
const LIVE = "record not like 'drill-%'"

interface TaskOnly {
  readonly task: Task
}

const oldest = statement<TaskOnly>(
  'waiting',
  `select task from outbox
  where added_at <= $1 and ${LIVE} and ($3::text[] is null or split_part(slot, ':', 1) = any($3))
  order by added_at, position limit $2`,
)

export async function waiting(
  database: Database,
  addedBy: Instant,
  most: number,
  only?: readonly SlotKind[],
) {
  return tasksOf(await database.ask(oldest, [addedBy, most, only ?? null]))
}

const givenUp = statement<TaskOnly>(
  'dead',
  `select task from dead where ${LIVE} order by added_at, id limit $1`,
)

export async function dead(database: Database, most: number) {
  return tasksOf(await database.ask(givenUp, [most]))
}

const deadOne = statement<TaskOnly>('dead:one', 'select task from dead where id = $1')

const backIntoItsQueue = statement(
  'revive',
  `with guard as (
  delete from dead where id = $1 returning record as id
), forgotten as (
  delete from settled s using guard where s.record = guard.id and s.id = $1
)${queueing('$2')}
select id from guard`,
)

export async function revive(database: Database, id: string, realNow: Instant): Promise<boolean> {
  const [found] = await database.ask(deadOne, [id])
  if (!found) return false
  const values = [id, JSON.stringify([taskRow(untried(found.task, realNow), 0)])]
  const { rows, again } = await database.change(backIntoItsQueue, values)
  // It was among the dead a moment ago: when a try broke off, that try took it out.
  return rows.length > 0 || again
}

const takenOff = statement('bury', 'delete from dead where id = $1 returning id')

export async function bury(database: Database, id: string): Promise<boolean> {
  const { rows, again } = await database.change(takenOff, [id])
  return rows.length > 0 || again
}

const totals = statement<{ waiting: number; dead: number; oldest: Instant | null }>(
  'counts',
  `select (select count(*) from outbox where ${LIVE})::float8 as waiting,
    (select count(*) from dead where ${LIVE})::float8 as dead,
    (select min(added_at) from outbox where ${LIVE}) as oldest`,
)

export async function counts(database: Database): Promise<OutboxCounts> {
  const [found] = await database.ask(totals)
  return found ?? { waiting: 0, dead: 0, oldest: null }
}

const ofRecord = statement<TaskOnly>(
  'outbox',
  `select task from (
    (select 0 as later, n as place, task from settled where record = $1 order by n desc limit ${SETTLED_KEPT})
    union all
    select 1, position, task from outbox where record = $1
  ) ordered order by later, place`,
)

export async function outbox(database: Database, id: RecordId): Promise<readonly Task[]> {
  return tasksOf(await database.ask(ofRecord, [id]))
}

function tasksOf(rows: readonly TaskOnly[]): readonly Task[] {
  return rows.map(({ task }) => task)
}
