import { writeSync } from 'node:fs'
import { openLowdb } from '../../../../../adapters/stores/lowdb/index.ts'
import type { Task } from '../../../../../src/app/ports.ts'
import type { RecordId } from '../../../../../src/core/record-id.ts'
import {
  change,
  done,
  message,
  numbered,
  task,
  tried,
} from '../../../../contract/store/fixtures.ts'

/** Changes eight records without end, and says aloud what the store has acknowledged. */
const [folder = ''] = process.argv.slice(2)
const store = await openLowdb(folder)
await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => write(numbered(n))))

async function write(id: RecordId): Promise<void> {
  const before = (await store.load(id))?.version ?? 0
  for (let version = before + 1; ; version++) {
    const one = task(`${id}:${version}`, message(`notice:${version}`, id), id)
    const events = [{ type: 'noted', version }]
    const record = { version, text: 'x'.repeat(Math.floor(Math.random() * 20_000)) }
    await store.save(id, version - 1, change({ version, record, events, tasks: [one] }))
    writeSync(1, `saved ${id} ${version}\n`)
    const settling = settle(version, one)
    // Every other outcome comes in while the next change is being written.
    if (version % 2 === 0) await settling
  }
}

async function settle(version: number, one: Task): Promise<void> {
  await store.settle(tried(one, done(`ref-${one.id}`)), [])
  writeSync(1, `settled ${one.record} ${version}\n`)
}
