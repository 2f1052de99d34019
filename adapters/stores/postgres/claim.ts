import { latestEnd } from '../../../src/app/pause.ts'
import type { Claim, Task } from '../../../src/app/ports.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { frozen } from '../border.ts'
import { type Database, statement } from './connection.ts'

/** A claim as it is given out here: it knows the row of its task, which is no other's until the claim has ended. */
export interface Held extends Claim {
  readonly calm: boolean
  readonly position: string
}

interface Taken {
  readonly queue: string
  readonly fence: string
  readonly sent: readonly Instant[]
}

/** How many tasks are looked at first, at most. */
const WINDOW = 256

const MAY_BE_TAKEN = `(q.leased_until is null or q.leased_until <= now())
  and (q.rest_until is null or q.rest_until <= $1 or q.rest_until > $4)`

/** Whoever saves never touches `queues`, so one that was never tried has no row yet. */
const taking = (name: string, heads: string) =>
  statement<Taken>(
    name,
    `with wanted as materialized (
  select heads.queue, q.queue is null as is_new
  from (${heads}) heads left join queues q on q.queue = heads.queue
  where (heads.retry_at is null or heads.retry_at <= $1 or heads.retry_at > $4) and ${MAY_BE_TAKEN}
  order by heads.calm, heads.position limit $2
), fresh as (
  insert into queues (queue, fence, leased_until)
  select queue, 1, now() + $3::float8 * interval '1 millisecond' from wanted where is_new
  order by queue
  on conflict (queue) do nothing
  returning queue, fence, sent
), free as (
  select q.queue from queues q join wanted on wanted.queue = q.queue
  where ${MAY_BE_TAKEN}
  for update of q skip locked
), taken as (
  update queues q
  set fence = q.fence + 1, leased_until = now() + $3::float8 * interval '1 millisecond'
  from free where q.queue = free.queue
  returning q.queue, q.fence, q.sent
)
select * from fresh union all select * from taken`,
  )

/**
 * As they are sent, what comes first of a queue is its head; the look ends with the last that is
 * wanted. Enough for most claims, however many queues there are.
 */
const takeFirst = taking(
  'take:first',
  `select first.* from (
    select queue, calm, position, retry_at from outbox order by calm, position limit ${WINDOW}
  ) first
  where not exists (
    select from outbox o
    where o.queue = first.queue and (o.calm, o.position) < (first.calm, first.position))`,
)

/** Jumps from queue to queue for their heads, however long each queue is. */
const takeAny = taking(
  'take:any',
  `with recursive jumps as (
    (select queue, calm, position, retry_at from outbox order by queue, calm, position limit 1)
    union all
    select next.* from jumps, lateral (
      select queue, calm, position, retry_at from outbox where outbox.queue > jumps.queue
      order by queue, calm, position limit 1) next
  ) select * from jumps`,
)

interface Head {
  readonly queue: string
  readonly calm: boolean
  readonly position: string
  readonly task: Task
  readonly doubtful: boolean
}

/**
 * Marks the heads as they stand now that nobody else can settle them. One that is being replaced at
 * this moment is left; a mark that is still there is of a try that left no outcome.
 */
const mark = statement<Head>(
  'mark',
  `with heads as materialized (
  select head.queue, head.calm, head.position, taken.fence
  from unnest($1::text[], $2::bigint[]) as taken (queue, fence), lateral (
    select queue, calm, position, retry_at from outbox where outbox.queue = taken.queue
    order by calm, position limit 1) head
  where head.retry_at is null or head.retry_at <= $3 or head.retry_at > $4
), found as (
  select o.calm, o.position, heads.fence from heads join outbox o
    on o.queue = heads.queue and o.calm = heads.calm and o.position = heads.position
  for update of o skip locked
)
update outbox o set fence = found.fence, doubtful = o.doubtful or o.fence is not null
from found where (o.calm, o.position) = (found.calm, found.position)
returning o.queue, o.calm, o.position, o.task, o.doubtful`,
)

/** How often it is looked again when another replica was quicker. */
const LOOKS = 3

export async function claim(
  database: Database,
  leaseMilliseconds: number,
  realNow: Instant,
  most: number,
): Promise<readonly Claim[]> {
  if (most <= 0) return []
  for (let look = 1; ; look++) {
    // Before another may take it, with something to spare.
    const until = performance.now() + leaseMilliseconds * 0.9
    const taken = await take(database, [realNow, most, leaseMilliseconds, latestEnd(realNow)])
    if (taken.length === 0) return []
    const claims = await marked(database, taken, realNow, until)
    if (claims.length > 0 || look === LOOKS) return claims
  }
}

async function take(database: Database, asked: readonly unknown[]): Promise<readonly Taken[]> {
  const first = await database.ask(takeFirst, asked)
  return first.length > 0 ? first : database.ask(takeAny, asked)
}

async function marked(
  database: Database,
  taken: readonly Taken[],
  realNow: Instant,
  until: number,
): Promise<readonly Claim[]> {
  const byQueue = new Map(taken.map((one) => [one.queue, one]))
  const fences = taken.map(({ fence }) => fence)
  const heads = await database.ask(mark, [[...byQueue.keys()], fences, realNow, latestEnd(realNow)])
  const claims = inOrder(heads).flatMap(({ queue, ...head }): readonly Held[] => {
    const { fence, sent } = byQueue.get(queue) ?? {}
    byQueue.delete(queue)
    return sent ? [frozen({ ...head, fence: Number(fence), until, sent })] : []
  })
  // Their heads were settled or put off while they were taken.
  await giveBack(
    database,
    [...byQueue.values()].map((one) => ({ ...one, calm: null, position: null })),
  )
  return claims
}

function inOrder(heads: readonly Head[]): readonly Head[] {
  return heads.toSorted(
    (one, other) =>
      Number(one.calm) - Number(other.calm) || Number(one.position) - Number(other.position),
  )
}

const free = statement(
  'release',
  `with freed as (
  update queues q set leased_until = null
  from unnest($1::text[], $2::bigint[], $3::boolean[], $4::bigint[])
    as given (queue, fence, calm, position)
  where q.queue = given.queue and q.fence = given.fence
  returning given.*
)
update outbox o set fence = null from freed
where (o.calm, o.position) = (freed.calm, freed.position) and o.fence = freed.fence`,
)

interface Given {
  readonly queue: string
  readonly fence: string | number
  readonly calm: boolean | null
  readonly position: string | null
}

export async function release(database: Database, claims: readonly Claim[]): Promise<void> {
  await giveBack(
    database,
    claims.map((claim) => ({ ...held(claim), queue: claim.task.queue })),
  )
}

/** Whoever gives a claim back, or settles it, has it from here. */
export function held(claim: Claim): Held {
  return claim as Held
}

async function giveBack(database: Database, given: readonly Given[]): Promise<void> {
  if (given.length === 0) return
  const columns = [
    given.map(({ queue }) => queue),
    given.map(({ fence }) => fence),
    given.map(({ calm }) => calm),
    given.map(({ position }) => position),
  ]
  await database.ask(free, columns)
}
