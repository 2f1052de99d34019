import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stores } from '../../adapters/stores/index.ts'
import type { Store } from '../../src/app/ports.ts'
import { complaintOf } from '../../src/app/upcast.ts'

/** Where a bot keeps what it is told: settings for its process, and a look into it from outside. */
export interface Keeping {
  readonly name: string
  /** For files of the test. */
  readonly folder: string
  readonly settings: Readonly<Record<string, string>>
  /** Nobody else may use it meanwhile where the store is for one process only. */
  open(): Promise<Store>
  remove(): Promise<void>
}

export async function lowdbKeeping(): Promise<Keeping> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-faults-'))
  const data = join(folder, 'data')
  return {
    name: 'lowdb',
    folder,
    settings: { MUSTER_DATA: data },
    open: () => storeNamed('lowdb').open({ folder: data, check: complaintOf }),
    // What is being stopped may write for a moment longer.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 20 }),
  }
}

export function storeNamed(name: string) {
  const kind = stores.find((one) => one.name === name)
  if (!kind) throw new Error(`There is no store ${name}`)
  return kind
}
