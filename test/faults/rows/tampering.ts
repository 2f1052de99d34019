import { tamperTrials } from '../../fixtures/tampering.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'

const TRIALS = 1000

export const tamperedHistory: Row = {
  name: 'the history is tampered with',
  goal: 'every random change, removal, addition, reordering and cut-off tail is found, the first entry named',
  run: tampered,
}

async function tampered({ random }: How): Promise<Found> {
  const { tried, found: noticed, named, exact, failures } = await tamperTrials(TRIALS, random)
  return found(
    `${tried} random changes: ${noticed} found, the first entry named in ${named}, and it alone in ${exact}`,
    failures,
  )
}
