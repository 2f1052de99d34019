import type { Saved, Store } from '../../src/app/ports.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openLowdb } from './lowdb/index.ts'
import { memoryStore } from './memory.ts'

export interface StoreSettings {
  /** Where the embedded store keeps its files (MUSTER_DATA). */
  readonly folder: string
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
]
