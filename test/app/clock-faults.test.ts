import { expect, test } from 'vitest'
import { CHANGES, changingNights, clockJumps } from '../fixtures/clock-faults.ts'

test.each(CHANGES)(
  'minute by minute through the night of %s, each nudge comes once, in order, none skipped',
  async (day) => {
    const { faults, nudges } = await changingNights([day])

    expect(faults).toEqual([])
    expect(nudges).toBeGreaterThan(50)
  },
  60_000,
)

test('when the process’s clock jumps an hour or a day and back, each nudge comes once, in order, none skipped', async () => {
  const { faults, scenarios, nudges } = await clockJumps()

  expect(faults).toEqual([])
  expect(scenarios).toBe(16)
  expect(nudges).toBeGreaterThan(300)
}, 60_000)
