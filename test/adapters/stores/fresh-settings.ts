import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { StoreSettings } from '../../../adapters/stores/index.ts'
import { freshDatabase } from './postgres/databases.ts'

/** Settings under which nothing was stored yet; what is stored is gone when the test ends. */
export async function freshSettings(): Promise<StoreSettings> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder, databaseUrl: await freshDatabase() }
}
