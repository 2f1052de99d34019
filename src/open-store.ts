import { stores } from '../adapters/stores/index.ts'
import type { StoreConfig } from './app/config.ts'
import { refuseHalf } from './app/moving/import.ts'
import type { Store } from './app/ports.ts'
import { complaintOf } from './app/upcast.ts'

/** The store that the settings name, whatever is in it. Throws a sentence. */
export function openAnyStore({ folder }: StoreConfig): Promise<Store> {
  const kind = stores.find(({ name }) => name === 'lowdb')
  if (!kind) throw new Error('The embedded store is missing from this build.')
  return kind.open({ folder, check: complaintOf })
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
