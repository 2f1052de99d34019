import { CHANGES, changingNights, clockJumps } from '../../fixtures/clock-faults.ts'
import { type Found, found, type How, type Row } from '../row.ts'

export const faultyClock: Row = {
  name: 'the clock jumps, and the nights in which it changes',
  goal: 'each nudge exactly once, in order, none skipped',
  run: faulty,
}

async function faulty({ part, random }: How): Promise<Found> {
  const night = random.pick(CHANGES)
  const nights = part && night !== undefined ? [night] : CHANGES
  const changing = await changingNights(nights)
  const jumps = await clockJumps()
  return found(
    `${nights.length} nights minute by minute (${changing.sweeps} sweeps, ${changing.nudges} nudges) and ${jumps.scenarios} jumps of an hour or a day (${jumps.nudges} nudges)`,
    [...changing.faults, ...jumps.faults],
  )
}
