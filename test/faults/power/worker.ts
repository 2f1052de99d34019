import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Store } from '../../../src/app/ports.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { randomFrom } from '../../proof/random.ts'
import type { Acknowledged } from './operation.ts'
import { recordDisk } from './record.ts'

/** Uses the embedded store as Muster does, and tells all that it asked of the disk. */
const { folder, count, seed } = z
  .object({ folder: z.string(), count: z.number(), seed: z.number() })
  .parse(workerData)
const operations = recordDisk(folder)
// Only now: the store must find the disk that is watched.
const { storeNamed } = await import('../keeping.ts')
const { changeTo, claimAndSettle } = await import('./changes.ts')
const random = randomFrom(seed)
const store: Store = await storeNamed('lowdb').open({ folder })
const versions = new Map<RecordId, number>()
const acknowledge = (what: Acknowledged) => operations.push({ type: 'acknowledged', what })
let left = count

await Promise.all([0, 1, 2, 3].map(lane))
await store.close()
parentPort?.postMessage(operations)

async function lane(number: number): Promise<void> {
  while (left > 0) {
    left -= 1
    const chance = random.below(10)
    if (chance === 0) await keep(number)
    else if (chance < 4) for (const what of await claimAndSettle(store)) acknowledge(what)
    else await save(number)
  }
}

async function save(number: number): Promise<void> {
  const id = RecordId.parse(`case-000000${number}${random.below(5)}`)
  const version = (versions.get(id) ?? 0) + 1
  const answer = await store.save(id, version - 1, changeTo(id, version))
  if (answer !== 'saved') return
  versions.set(id, version)
  acknowledge({ type: 'record', id, version })
}

async function keep(number: number): Promise<void> {
  const value = left
  await store.keepSetting(`setting-${number}`, value)
  acknowledge({ type: 'setting', name: `setting-${number}`, value })
}
