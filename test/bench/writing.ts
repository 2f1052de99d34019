import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stores } from '../../adapters/stores/index.ts'
import { NO_HISTORY } from '../../src/app/history.ts'
import type { Change } from '../../src/app/ports.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { crowded, median, timed } from './measure.ts'
import type { Row } from './table.ts'

const WRITERS = [1, 16, 64]
const ROUNDS = 7

/** Durable changes of the embedded store beside bare durable files of the same size, in turns. */
export async function writing(smoke: boolean): Promise<Row[]> {
  const rows: Row[] = []
  for (const writers of WRITERS) rows.push(await writingAt(writers, smoke))
  return rows
}

async function writingAt(writers: number, smoke: boolean): Promise<Row> {
  const count = smoke ? writers : Math.max(300, writers * 40)
  const [ours, floor] = await Promise.all([embedded(), bareFiles()])
  const times = { ours: [] as number[], floor: [] as number[] }
  try {
    for (let round = 0; round < (smoke ? 1 : ROUNDS); round += 1) {
      const names = Array.from({ length: count }, (_, index) => `${round}x${index}`)
      const name = (index: number) => names[index] ?? ''
      times.floor.push(
        await timed(() => crowded(count, writers, (index) => floor.write(name(index)))),
      )
      times.ours.push(await timed(() => crowded(count, writers, (index) => ours.save(name(index)))))
    }
  } finally {
    await Promise.all([ours.close(), floor.close()])
  }
  const [one, other] = [median(times.ours) / count, median(times.floor) / count]
  return {
    name: `a new record in the embedded store, ${writers} at once (${Math.round(1000 / one)}/s)`,
    unit: 'ms',
    ours: one,
    floorName: `bare durable file (${Math.round(1000 / other)}/s)`,
    floor: other,
    // At least 0.8 of the floor's rate.
    goal: 1.25,
  }
}

/** About what an incident's record takes up in its file. */
const TEXT = 'A fall on the stairs, seen by two of us. '.repeat(120)

export function changeOf(): Change {
  const index = { timeline: 'live', wakeAt: null, dueAt: null, facets: { kind: ['case'] } }
  const key = { key: 'k', at: '2027-03-26T20:20:00Z', version: 1 }
  const saved = { schema: 1, version: 1, opener: 'k', record: { text: TEXT }, keys: [key] }
  return { saved: { ...saved, head: NO_HISTORY }, index, entries: [], tasks: [], requests: [] }
}

async function embedded() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  const store = await stores.find(({ name }) => name === 'lowdb')?.open({ folder })
  if (!store) throw new Error('There is no embedded store')
  return {
    save: (name: string) => store.save(RecordId.parse(`case-${name}`), 0, changeOf()),
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What any program must do for a file to survive a power cut, in as many folders as ours. */
async function bareFiles() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  const shards = new Map<string, Promise<FileHandle>>()
  const content = JSON.stringify({ id: 'case-00000000', ...changeOf(), shown: [], settled: [] })
  const shardOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 2)
  const handleOf = async (shard: string) => {
    await mkdir(join(folder, shard), { recursive: true })
    return open(join(folder, shard), 'r')
  }
  return {
    async write(name: string) {
      const shard = shardOf(name)
      const opening = shards.get(shard) ?? handleOf(shard)
      shards.set(shard, opening)
      const handle = await opening
      const path = join(folder, shard, `${name}.json`)
      const file = await open(`${path}.tmp`, 'w')
      await file.writeFile(content)
      await file.sync()
      await file.close()
      await rename(`${path}.tmp`, path)
      await handle.sync()
    },
    async close() {
      for (const opening of shards.values()) await (await opening).close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
