import { writeSync } from 'node:fs'
import { openLowdb } from '../../../../../adapters/stores/lowdb/index.ts'
import type { Claim } from '../../../../../src/app/ports.ts'
import type { RecordId } from '../../../../../src/core/record-id.ts'
import {
  change,
  done,
  ended,
  message,
  numbered,
  task,
  tried,
} from '../../../../contract/store/fixtures.ts'

/** Changes eight records without end, and says aloud what the store has acknowledged. */
const [folder = ''] = process.argv.slice(2)
const store = await openLowdb(folder)
await Promise.all([...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => write(numbered(n))), settleAll()])

async function write(id: RecordId): Promise<void> {
  const before = (await store.load(id))?.version ?? 0
  for (let version = before + 1; ; version++) {
    const one = task(`${id}:${version}`, message(`notice:${version}`, id), id)
    const events = [{ type: 'noted', version }]
    const record = { version, text: 'x'.repeat(Math.floor(Math.random() * 20_000)) }
    await store.save(id, version - 1, change({ version, record, events, tasks: [one] }))
    writeSync(1, `saved ${id} ${version}\n`)
  }
}

/** Outcomes come in while other changes are being written. */
async function settleAll(): Promise<void> {
  for (;;) {
    const claims = await store.claim('2027-03-27T09:00:00Z', 8)
    await Promise.all(claims.map(settle))
    if (claims.length === 0) await new Promise(setImmediate)
  }
}

async function settle(claim: Claim): Promise<void> {
  const { id, record } = claim.task
  await store.settle(claim, ended(tried(claim.task, done(`ref-${id}`))))
  writeSync(1, `settled ${record} ${id.split(':')[1]}\n`)
}
