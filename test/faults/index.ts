import { runRows } from '../proof/run.ts'
import { rows } from './rows/index.ts'

await runRows(rows)
