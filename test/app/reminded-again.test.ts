import { expect, test } from 'vitest'
import type { Intent } from '../../src/core/intent.ts'
import { providerId } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'

const WILLOW = providerId('willow')
const by = person('quinn')

test('whoever owes a duty that was stopped and begun again is called by a new message, not by an edit of the old one', async () => {
  const world = await openApp({ startsAt: '2027-03-01T10:00:00Z' })
  const must = async (intent: Intent) => {
    const answer = await world.ask(intent, WILLOW)
    if (!answer.ok) throw new Error(answer.refusal.message)
  }
  const begin = () => {
    const duty = { kind: 'provider', type: 'beginDuty', by, cycle: 'D22' } as const
    return must({ ...duty, startAt: world.app.now(), amount: 1 })
  }
  const calls = () => world.web.calls.filter((call) => call.includes('web/room/willow nudge:D22'))
  await begin()
  await world.moveTo('2027-04-01T09:00:00Z')
  expect(calls()).toEqual(['post web/room/willow nudge:D22:1'])
  await must({ kind: 'provider', type: 'stopDuty', by, cycle: 'D22', reason: 'The ward closed.' })

  await world.moveTo('2028-03-01T10:00:00Z')
  const before = calls().length
  await begin()
  await world.moveTo('2028-03-31T09:00:00Z')

  expect(calls().slice(before)).toEqual(['post web/room/willow nudge:D22:2'])
})
