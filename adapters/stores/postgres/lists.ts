import type { Listed, ListQuery } from '../../../src/app/ports.ts'
import type { Index } from '../../../src/core/kind.ts'
import type { RecordId, RecordKind } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { type Database, statement } from './connection.ts'
import { tagOf } from './save.ts'

/** Who asks, and how long what is given out stays with them. */
export interface Lessee {
  readonly holder: string
  readonly milliseconds: number
}

interface Woken {
  readonly id: RecordId
  readonly wake_at: Instant
}

const lease = statement<Woken>(
  'due',
  `update times t set leased_until = now() + $4::float8 * interval '1 millisecond', leased_by = $5::uuid
  from (
    select id from times
    where timeline = $1 and wake_at is not null and wake_at <= $2
      and (leased_until is null or leased_until <= now())
    order by wake_at, id limit $3
    for update skip locked
  ) due
  where t.id = due.id
  returning t.id, t.wake_at`,
)

export async function due(
  database: Database,
  { holder, milliseconds }: Lessee,
  timeline: string,
  now: Instant,
  most: number,
): Promise<readonly RecordId[]> {
  const rows = await database.ask(lease, [timeline, now, most, milliseconds, holder])
  return rows
    .toSorted((one, other) => compare(one.wake_at, other.wake_at) || compare(one.id, other.id))
    .map(({ id }) => id)
}

const giveBack = statement(
  'due:release',
  'update times set leased_until = null, leased_by = null where id = any($1::text[]) and leased_by = $2::uuid',
)

export async function releaseDue(
  database: Database,
  { holder }: Lessee,
  ids: readonly RecordId[],
): Promise<void> {
  if (ids.length > 0) await database.ask(giveBack, [ids, holder])
}

const nextOf = {
  wakeAt: statement<{ at: Instant }>(
    'next:wake',
    'select wake_at as at from times where timeline = $1 and wake_at is not null and wake_at > $2 order by wake_at limit 1',
  ),
  dueAt: statement<{ at: Instant }>(
    'next:due',
    'select due_at as at from times where timeline = $1 and due_at is not null and due_at > $2 order by due_at limit 1',
  ),
}

export async function next(
  database: Database,
  timeline: string,
  what: 'wakeAt' | 'dueAt',
  now: Instant,
): Promise<Instant | null> {
  const [found] = await database.ask(nextOf[what], [timeline, now])
  return found?.at ?? null
}

export interface IndexRow {
  readonly id: RecordId
  readonly timeline: string
  readonly wake_at: Instant | null
  readonly due_at: Instant | null
  readonly facets: Index['facets']
}

const tagged = statement<IndexRow>(
  'list',
  `select id, timeline, wake_at, due_at, facets from lists join times using (id)
  where tags @> $1::text[] order by due_at nulls last, id`,
)

export async function list(
  database: Database,
  { facets, timeline }: ListQuery,
): Promise<readonly Listed[]> {
  const tags = Object.entries(facets).map(([name, value]) => tagOf(name, value))
  if (timeline !== undefined) tags.push(tagOf('', timeline))
  const rows = await database.ask(tagged, [tags])
  return rows.map((row) => ({ id: row.id, index: indexOf(row) }))
}

const versions = statement<{ revision: number }>(
  'revision',
  `select coalesce(sum(version), 0)::float8 as revision from records
  where id >= $1::text || '-' and id < $1::text || '.'`,
)

/** The versions of all of a kind together: nobody needs to count, so nobody waits for a counter. */
export async function revision(database: Database, kind: RecordKind): Promise<number> {
  const [found] = await database.ask(versions, [kind])
  return found?.revision ?? 0
}

export function indexOf({ timeline, wake_at, due_at, facets }: IndexRow): Index {
  return { timeline, wakeAt: wake_at, dueAt: due_at, facets }
}

/** By code unit, as the database compares. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
