import { parseArgs } from 'node:util'
import { clock } from '../bench/measure.ts'
import { randomFrom } from './random.ts'
import type { Found, Row } from './row.ts'

/** Runs the rows that the command line names, all unless it does, and prints a line for each. */
export async function runRows(rows: readonly Row[]): Promise<never> {
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
  // Most of their time they wait for processes, leases and pauses.
  const beside = chosen.filter((row) => row.beside)
  const rest = chosen.filter((row) => !beside.includes(row))
  const how = { part: values.part, seed }
  const counts = await Promise.all([inTurn(beside, how), inTurn(beside, how, rest)])
  const failed = counts.reduce((sum, count) => sum + count, 0)
  process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}

interface Run {
  readonly part: boolean
  readonly seed: number
}

/** Takes one after the other until none is left, then of those that come after; how many failed. */
async function inTurn(left: Row[], how: Run, after: Row[] = []): Promise<number> {
  const next = () => left.shift() ?? after.shift()
  let failed = 0
  for (let row = next(); row; row = next()) {
    const start = clock()
    const { figure, held } = await outcomeOf(row, how)
    if (!held) failed += 1
    const seconds = ((clock() - start) / 1000).toFixed(0)
    const verdict = held ? 'held' : 'FAILED'
    process.stdout.write(
      `${verdict}  ${row.name} (seed ${how.seed}, ${seconds} s)\n  goal: ${row.goal}\n  ${figure}\n`,
    )
  }
  return failed
}

async function outcomeOf(row: Row, { part, seed }: Run): Promise<Found> {
  try {
    return await row.run({ part, random: randomFrom(seed) })
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { figure: `It broke off: ${why}`, held: false }
  }
}
