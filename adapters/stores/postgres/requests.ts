import type { KeyedRequest, Request } from '../../../src/app/ports.ts'
import { type Database, statement } from './connection.ts'
import type { Lessee } from './lists.ts'

interface Waits {
  readonly position: string
  readonly request: KeyedRequest
}

const lease = statement<Waits>(
  'requests',
  `update requests r set leased_until = now() + $2::float8 * interval '1 millisecond', leased_by = $3::uuid
  from (
    select key from requests where leased_until is null or leased_until <= now()
    order by position limit $1
    for update skip locked
  ) free
  where r.key = free.key
  returning r.position, r.request`,
)

export async function requests(
  database: Database,
  { holder, milliseconds }: Lessee,
  most: number,
): Promise<readonly Request[]> {
  const rows = await database.ask(lease, [most, milliseconds, holder])
  return rows
    .toSorted((one, other) => Number(one.position) - Number(other.position))
    .map(({ request }) => request)
}

const done = statement('answered', 'delete from requests where key = $1')

export async function answered(database: Database, key: string): Promise<void> {
  await database.ask(done, [key])
}

const giveBack = statement(
  'requests:release',
  'update requests set leased_until = null, leased_by = null where key = any($1::text[]) and leased_by = $2::uuid',
)

export async function releaseRequests(
  database: Database,
  { holder }: Lessee,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0) await database.ask(giveBack, [keys, holder])
}

const giveAllBack = statement(
  'close',
  `with woken as (
  update times set leased_until = null, leased_by = null where leased_by = $1::uuid
)
update requests set leased_until = null, leased_by = null where leased_by = $1::uuid`,
)

/** For a stop: others need not wait for the leases to run out. What is being sent stays claimed. */
export async function releaseAll(database: Database, { holder }: Lessee): Promise<void> {
  await database.ask(giveAllBack, [holder])
}
