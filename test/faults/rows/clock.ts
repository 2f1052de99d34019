import { plusMinutes } from '../../../src/core/time/instant.ts'
import { CHANGES, changingNights, clockJumps, JUMPS } from '../../fixtures/clock-faults.ts'
import { policyOf } from '../../fixtures/context.ts'
import { ticking } from '../../fixtures/ticking.ts'
import { type Found, found, type Row } from '../../proof/row.ts'

const policy = policyOf('provider-collaborative')

export const faultyClock: Row = {
  name: 'the clock jumps, and the nights in which it changes',
  goal: 'each nudge exactly once, in order, none skipped',
  run: faulty,
}

async function faulty(): Promise<Found> {
  const changing = await changingNights(CHANGES)
  const jumps = await clockJumps(JUMPS)
  const ladders = CHANGES.flatMap(tickedLadders)
  const due = ladders.reduce((sum, { nudges }) => sum + nudges, 0)
  return found(
    `${CHANGES.length} nights minute by minute (${changing.sweeps} sweeps, ${changing.nudges} nudges; each ladder by itself: ${due} nudges) and ${jumps.scenarios} jumps of an hour or a day (${jumps.nudges} nudges)`,
    [...changing.faults, ...jumps.faults, ...ladders.flatMap(({ faults }) => faults)],
  )
}

/** Every ladder of the pack, four days from the evening before, with a due time soon after the change. */
function tickedLadders(day: string) {
  const change = `${day}T01:00:00Z`
  const span = { startAt: plusMinutes(change, -270), dueAt: plusMinutes(change, 90) }
  return policy.ladders.map((ladder) => {
    const time = { from: plusMinutes(span.startAt, -1), hours: 4 * 24 }
    const { ticked, all } = ticking(ladder, span, time, policy)
    const right = ticked.join() === all.join()
    const fault = `${day}, ladder ${ladder.id}: ticked ${ticked.join()} instead of ${all.join()}`
    return { nudges: all.length, faults: right ? [] : [fault] }
  })
}
