import { tryAll } from '../../fuzz/all.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'

export const fuzz: Row = {
  name: 'anything at all, at every way in',
  goal: 'no crash, no answer of 500 or more, nothing changed, nothing that takes longer than a second',
  run: thrownAtAll,
}

async function thrownAtAll({ part, random }: How): Promise<Found> {
  const tried = await tryAll(part ? 20_000 : 100_000, random.below(2 ** 31))
  const inputs = tried.reduce((sum, one) => sum + one.inputs, 0)
  const [slowest] = [...tried].sort((one, other) => other.slowestMs - one.slowestMs)
  const wrongs = tried.flatMap(({ name, wrong }) => (wrong === null ? [] : [`${name}: ${wrong}`]))
  return found(
    `${inputs} inputs at ${tried.length} ways in; the slowest took ${Math.round(slowest?.slowestMs ?? 0)} ms (${slowest?.name})`,
    wrongs,
  )
}
