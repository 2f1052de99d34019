import { describe, expect, test } from 'vitest'
import { incident } from '../core/case/cases.ts'
import { policyOf } from '../fixtures/context.ts'
import { expected, story, timesOf } from './story.ts'

const RAISED = '2026-12-24T18:30:00Z'

describe('S03: Christmas Eve 2026', () => {
  test('the hours run through Christmas; the working days wait for Tuesday', async () => {
    const s03 = await story(RAISED, incident(timesOf('S03')))

    expect((await s03.clock('D1')).dueAt).toBe(expected('S03', 'steis_alert_due'))
    expect((await s03.clock('D3')).dueAt).toBe(expected('S03', 'report72_due'))
    expect(s03.says('root')).toContain('due Sat 26 Dec 2026 18:20 GMT')
    expect(s03.says('root')).toContain(
      'Counted: 3 working days from Thu 24 Dec; Sat 26, Sun 27 not counted; Fri 25 bank holiday (Christmas Day), Mon 28 bank holiday (Boxing Day, substitute day).',
    )
  })

  test('D3 nudges on working mornings only', async () => {
    const s03 = await story(RAISED, incident(timesOf('S03')))
    await s03.app.moveTo('2026-12-31T20:00:00Z')

    expect(await s03.nudges('D3')).toEqual([
      'Wed 30 Dec 2026 09:00 GMT due Thu 31 Dec 2026: quinn',
      'Thu 31 Dec 2026 09:00 GMT due today: quinn dora',
      'Thu 31 Dec 2026 16:00 GMT due today: quinn dora',
    ])
  })

  test('the duty of candour letter, where a pack switches it on, is due after ten working days', async () => {
    const pack = policyOf('provider-collaborative')
    const clocks = pack.clocks.map((rule) =>
      rule.id === 'E2' ? { ...rule, optional: false } : rule,
    )
    const s03 = await story(RAISED, incident(timesOf('S03')), { policy: { ...pack, clocks } })
    const off = await story(RAISED, incident(timesOf('S03')))

    expect((await s03.clock('E2')).dueAt).toBe(expected('S03', 'duty_of_candour_10wd_info'))
    await expect(off.clock('E2')).rejects.toThrow('E2 does not run')
  })
})
