import { onTestFinished } from 'vitest'
import { openPostgres } from '../../../../adapters/stores/postgres/index.ts'
import type { Store } from '../../../../src/app/ports.ts'
import { ask } from './databases.ts'

export type Settings = Parameters<typeof openPostgres>[1]

/** Closed when the test ends. */
export async function replica(url: string, settings?: Settings): Promise<Store> {
  const store = await openPostgres(url, settings)
  onTestFinished(() => store.close())
  return store
}

/** Cuts every connection of the stores to a database, as its administrator can. */
export function cut(url: string): Promise<void> {
  return ask(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'muster%'`,
  )
}
