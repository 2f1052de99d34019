import { databaseIsCurrent, databaseTrouble, stores } from '../adapters/stores/index.ts'
import type { StoreConfig } from './app/config.ts'
import { refuseHalf } from './app/moving/import.ts'
import type { Store } from './app/ports.ts'
import { complaintOf } from './app/upcast.ts'

/** The store that the settings name, whatever is in it. Throws a sentence. */
export function openAnyStore({ folder, databaseUrl }: StoreConfig): Promise<Store> {
  const wanted = databaseUrl === null ? 'lowdb' : 'postgres'
  const kind = stores.find(({ name }) => name === wanted)
  if (!kind) throw new Error(`The store ${wanted} is missing from this build.`)
  return kind.open({ folder, check: complaintOf, ...(databaseUrl === null ? {} : { databaseUrl }) })
}

/** The same, but not one that an import has filled only in part. */
export async function openStore(config: StoreConfig): Promise<Store> {
  const store = await openAnyStore(config)
  try {
    await refuseHalf(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Why a start over a database would fail; null when nothing is in its way. Changes nothing. */
export function reachDatabase(databaseUrl: string): Promise<string | null> {
  return databaseTrouble(databaseUrl)
}

/** Whether opening this database would change nothing in it. */
export function isCurrentDatabase(databaseUrl: string): Promise<boolean> {
  return databaseIsCurrent(databaseUrl)
}
