import { acknowledging } from './acknowledging.ts'
import { changing } from './changing.ts'
import { convening } from './convening.ts'
import { guarding } from './guarding.ts'
import { nudging } from './nudging.ts'
import { opening } from './opening.ts'
import { permitting } from './permitting.ts'
import { postgres } from './postgres.ts'
import { sending } from './sending.ts'
import { startSlackApi } from './slack.ts'
import { starting } from './starting.ts'
import { submitting } from './submitting.ts'
import { sweeping } from './sweeping.ts'
import { type Row, table } from './table.ts'
import { teams } from './teams.ts'
import { tracking } from './tracking.ts'
import { trusting } from './trusting.ts'
import { writing } from './writing.ts'

/** `--smoke`: each once and briefly, to see that it runs; the figures then mean nothing. */
const smoke = process.argv.includes('--smoke')
const api = await startSlackApi()
/** `--only NAME`: one of them. */
const only = process.argv.includes('--only') ? process.argv.at(-1) : undefined
const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  acknowledging: () => acknowledging(api, smoke),
  submitting: () => submitting(api, smoke),
  teams: () => teams(smoke),
  changing: () => changing(smoke),
  writing: () => writing(smoke),
  convening: () => convening(smoke),
  nudging: () => nudging(smoke),
  sending: async () => [await sending('lowdb', smoke)],
  postgres: () => postgres(smoke),
  sweeping: () => sweeping(smoke),
  permitting: () => permitting(smoke),
  trusting: () => trusting(smoke),
  tracking: () => tracking(smoke),
  opening: () => opening(smoke),
  guarding: () => guarding(smoke),
  starting: () => starting(api, smoke),
}
const rows: Row[] = []
for (const [name, bench] of Object.entries(benches))
  if (only === undefined || name === only) rows.push(...(await bench()))
await api.stop()
process.stdout.write(`${table(rows)}\n`)
process.exit(0)
