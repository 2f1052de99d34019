import { expect, test } from 'vitest'
import { changingNights, clockJumps, JUMPS } from '../fixtures/clock-faults.ts'

test.each(['2027-03-28', '2027-10-31'])(
  'minute by minute through the night of %s, each nudge comes once, in order, none skipped',
  async (day) => {
    const { faults, nudges } = await changingNights([day])

    expect(faults).toEqual([])
    expect(nudges).toBeGreaterThan(50)
  },
)

test('when the process’s clock jumps an hour or a day and back, each nudge comes once, in order, none skipped', async () => {
  const { faults, nudges } = await clockJumps(JUMPS.filter(({ afterHours }) => afterHours === 46.8))

  expect(faults).toEqual([])
  expect(nudges).toBeGreaterThan(75)
})
