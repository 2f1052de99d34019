import { findIdentifiers } from '../../src/core/guard/find.ts'
import { policies } from '../../src/policies/index.ts'
import { corpus, NONE } from '../fixtures/identifiers/corpus.ts'
import { clock, median } from './measure.ts'
import type { Row } from './table.ts'

const LETTERS = 3000
const GOAL = 0.15
const PROSE = `The ward was two nurses short on the late shift. A patient was moved to the side room at 21:40
after she had hit a door, and nobody told the bed manager until the morning. The nurse in charge rang the
on-call manager twice, at 22:05 and at 22:50, and was told to wait. Her mother rang the ward in the evening
and again at breakfast; she says that she was promised a visit on Thursday. The care plan was last looked
at on 12 November 2026 and does not mention the risk that the family had raised. We have asked the agency
for two people for the next three nights, and the matron will speak to the family today. `

/** The identifier guard over a text of the longest kind that a form takes. */
export async function guarding(smoke: boolean): Promise<Row[]> {
  const lines = corpus('blind').filter(({ kind }) => kind === NONE)
  const figures = lines.map(({ text }) => text).join('. ')
  return [
    row('as an account of what happened', PROSE.repeat(6), smoke, GOAL),
    row('of nothing but figures and names', figures, smoke, null),
  ]
}

function row(name: string, text: string, smoke: boolean, goal: number | null): Row {
  const ours = median(times(text, smoke ? 20 : 10_000))
  const title = `identifier guard, ${LETTERS.toLocaleString('en-GB')} characters ${name}`
  return { name: title, unit: 'ms', ours, floorName: null, floor: null, goal }
}

function times(text: string, rounds: number): readonly number[] {
  const by = { rules: policies[0]?.identifiers ?? [], year: 2027 }
  return Array.from({ length: rounds }, (_, round) => {
    // A text that was never seen: nothing of it can be kept from the time before.
    const one = `${round} ${text}`.slice(0, LETTERS)
    const start = clock()
    findIdentifiers(one, by)
    return clock() - start
  })
}
