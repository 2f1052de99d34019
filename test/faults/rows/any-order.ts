import fc from 'fast-check'
import { aLife, brokenIn } from '../../core/case/any-life.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'

export const anyOrder: Row = {
  name: 'anything asked of a case, in any order',
  goal: 'each nudge once and in order, the history gives the record, no broken words',
  run: ordered,
}

async function ordered({ part, random }: How): Promise<Found> {
  const property = fc.property(aLife, (life) => {
    const broken = brokenIn(life)
    if (broken.length > 0) throw new Error(broken.join('; '))
  })
  const seed = random.below(2 ** 31)
  const details = fc.check(property, { numRuns: part ? 200 : 1000, seed })
  const wrongs = details.failed ? [fc.defaultReportMessage(details) ?? 'It was interrupted'] : []
  return found(`${details.numRuns} lives of a case, by chance`, wrongs)
}
