import type { Saved, Store } from '../../src/app/ports.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openLowdb } from './lowdb/index.ts'
import { memoryStore } from './memory.ts'

export interface StoreSettings {
  /** Where the embedded store keeps its files (MUSTER_DATA). */
  readonly folder: string
  /** Where PostgreSQL is (DATABASE_URL); only its store looks at it. */
  readonly databaseUrl?: string
  /** A sentence when a saved record is not what it should be; asked once for every record, at the start. */
  readonly check?: (id: RecordId, saved: Saved) => string | null
  /** How long a claim is somebody's who is heard of no more; a minute unless it is said. */
  readonly leaseMilliseconds?: number
}

export interface StoreKind {
  readonly name: string
  /** Whether what was saved is there again after `close` and `open`. */
  readonly durable: boolean
  /** Throws a sentence for the administrator when the store cannot be used. */
  open(settings: StoreSettings): Promise<Store>
}

/** Every store there is. The contract suite runs over this list, so none can be forgotten. */
export const stores: readonly StoreKind[] = [
  {
    name: 'memory',
    durable: false,
    open: async ({ leaseMilliseconds }) => memoryStore(leaseMilliseconds),
  },
  { name: 'lowdb', durable: true, open: ({ folder, ...wanted }) => openLowdb(folder, wanted) },
  { name: 'postgres', durable: true, open: openAtUrl },
]

/** Why Muster could not start over a database; null when nothing is in its way. Changes nothing. */
export async function databaseTrouble(databaseUrl: string): Promise<string | null> {
  const opening = await import('./postgres/opening.ts')
  return opening.databaseTrouble(databaseUrl)
}

/** Whether its tables are as this version makes them. Changes nothing. */
export async function databaseIsCurrent(databaseUrl: string): Promise<boolean> {
  const opening = await import('./postgres/opening.ts')
  return opening.databaseIsCurrent(databaseUrl)
}

async function openAtUrl({ databaseUrl, ...wanted }: StoreSettings): Promise<Store> {
  if (databaseUrl === undefined) throw new Error('DATABASE_URL is not set: name a database in it.')
  // Its driver is loaded only where it is used.
  const { openPostgres } = await import('./postgres/index.ts')
  return openPostgres(databaseUrl, wanted)
}
