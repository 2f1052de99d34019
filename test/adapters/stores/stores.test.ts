import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { stores } from '../../../adapters/stores/index.ts'
import { testStore } from '../../contract/store.ts'

for (const kind of stores) testStore(kind, freshSettings)

async function freshSettings() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder }
}
