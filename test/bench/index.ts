import { acknowledging } from './acknowledging.ts'
import { changing } from './changing.ts'
import { startSlackApi } from './slack.ts'
import { starting } from './starting.ts'
import { submitting } from './submitting.ts'
import { sweeping } from './sweeping.ts'
import { type Row, table } from './table.ts'

/** `--smoke`: each once and briefly, to see that it runs; the figures then mean nothing. */
const smoke = process.argv.includes('--smoke')
const api = await startSlackApi()
const benches = [
  () => acknowledging(api, smoke),
  () => submitting(api, smoke),
  () => changing(smoke),
  () => sweeping(smoke),
  () => starting(api, smoke),
]
const rows: Row[] = []
for (const bench of benches) rows.push(...(await bench()))
await api.stop()
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
