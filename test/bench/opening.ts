import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stores } from '../../adapters/stores/index.ts'
import { complaintOf } from '../../src/app/upcast.ts'
import { toInstant } from '../../src/core/time/instant.ts'
import { median, timed } from './measure.ts'
import { seeded } from './seeded.ts'
import type { Row } from './table.ts'

/** So many that the records are not all alike to whoever looks for one. */
const PEOPLE = 1000

/** Opening the embedded store after a stop, beside the mere reading of its files. */
export async function opening(smoke: boolean): Promise<Row[]> {
  const count = smoke ? 50 : 100_000
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  try {
    const { store } = await seeded('lowdb', count, { folder, people: PEOPLE }).then(
      ({ app }) => app,
    )
    await store.close()
    const times = { ours: [] as number[], floor: [] as number[] }
    for (let round = 0; round < (smoke ? 1 : 5); round += 1) {
      times.floor.push(await timed(async () => readAll(join(folder, 'records'))))
      times.ours.push(await timed(() => openOnce(folder)))
    }
    return [
      {
        name: `opening ${count.toLocaleString('en-GB')} records`,
        unit: 'ms',
        ours: median(times.ours),
        floorName: 'reading the files',
        floor: median(times.floor),
        goal: 1.5,
      },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** With the first questions of an app: what is sorted only when somebody asks is sorted by then. */
async function openOnce(folder: string): Promise<void> {
  const store = await stores
    .find(({ name }) => name === 'lowdb')
    ?.open({ folder, check: complaintOf })
  const now = toInstant(new Date())
  await store?.list({ facets: { kind: 'organisation' } })
  await store?.due('live', now, 1)
  await store?.next('live', 'dueAt', now)
  await store?.close()
}

function readAll(folder: string): number {
  let size = 0
  for (const shard of readdirSync(folder))
    for (const name of readdirSync(join(folder, shard)))
      size += readFileSync(join(folder, shard, name), 'utf8').length
  return size
}
