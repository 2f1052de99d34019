import { parseArgs } from 'node:util'
import { clock } from '../bench/measure.ts'
import { randomFrom } from './random.ts'
import type { Found, Row } from './row.ts'
import { rows } from './rows/index.ts'

const { values } = parseArgs({
  options: {
    part: { type: 'boolean', default: false },
    row: { type: 'string' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const chosen = rows.filter(({ name }) => values.row === undefined || name.startsWith(values.row))
if (chosen.length === 0 || !Number.isInteger(seed)) {
  process.stderr.write(
    `--row takes one of: ${rows.map(({ name }) => name).join(', ')}; --seed a whole number.\n`,
  )
  process.exit(1)
}
let failed = 0
// What mostly waits goes on beside the others; where all is short it is not worth it.
const beside = chosen.filter(({ waits }) => waits && !values.part)
await Promise.all([inTurn(beside), inTurn(chosen.filter((row) => !beside.includes(row)))])
process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

async function inTurn(some: readonly Row[]): Promise<void> {
  for (const row of some) {
    const start = clock()
    const { figure, held } = await outcomeOf(row)
    if (!held) failed += 1
    const seconds = ((clock() - start) / 1000).toFixed(0)
    const verdict = held ? 'held' : 'FAILED'
    process.stdout.write(
      `${verdict}  ${row.name} (seed ${seed}, ${seconds} s)\n  goal: ${row.goal}\n  ${figure}\n`,
    )
  }
}

async function outcomeOf(row: Row): Promise<Found> {
  try {
    return await row.run({ part: values.part, random: randomFrom(seed) })
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { figure: `It broke off: ${why}`, held: false }
  }
}
