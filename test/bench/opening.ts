import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stores } from '../../adapters/stores/index.ts'
import { complaintOf } from '../../src/app/upcast.ts'
import { median, timed } from './measure.ts'
import { seeded } from './seeded.ts'
import type { Row } from './table.ts'

/** Opening the embedded store after a stop, beside the mere reading of its files. */
export async function opening(smoke: boolean): Promise<Row[]> {
  const count = smoke ? 50 : 100_000
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  try {
    const { store } = await seeded('lowdb', count, { folder }).then(({ app }) => app)
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

async function openOnce(folder: string): Promise<void> {
  const store = await stores
    .find(({ name }) => name === 'lowdb')
    ?.open({ folder, check: complaintOf })
  await store?.close()
}

function readAll(folder: string): number {
  let size = 0
  for (const shard of readdirSync(folder))
    for (const name of readdirSync(join(folder, shard)))
      size += readFileSync(join(folder, shard, name), 'utf8').length
  return size
}
