import { describe, expect, test } from 'vitest'
import type { CaseIntent } from '../../src/core/case/intent.ts'
import { concern, person, triage } from '../core/case/cases.ts'
import { expected, story, timesOf } from './story.ts'

const RAISED = '2027-04-30T17:45:00Z'
const IDENTIFIED = '2027-05-01T08:20:00Z'

const becomeIncident: CaseIntent = {
  kind: 'case',
  type: 'becomeIncident',
  by: person('otto'),
  reason: 'The on-call review found a safeguarding matter.',
  ...timesOf('S04'),
  safeguarding: 'yes',
  answers: {},
}

describe('S04: a concern on Friday evening before a bank holiday becomes a serious incident', () => {
  test('the concern starts no clock and disturbs nobody at the weekend', async () => {
    const s04 = await story(RAISED, concern())
    await s04.app.moveTo('2027-05-03T12:00:00Z')

    expect((await s04.kase()).clocks).toEqual([])
    expect((await s04.kase()).prompts.map(({ asked }) => asked)).toEqual([['quinn']])
    // Monday is a bank holiday: the next is asked on Tuesday morning.
    await s04.app.moveTo('2027-05-04T08:00:00Z')
    expect((await s04.kase()).prompts.map(({ asked }) => asked)).toEqual([['quinn', 'dora']])
  })

  test('identified on Saturday by the on-call contact: D1 runs through the bank holiday, D3 from Friday', async () => {
    const s04 = await story(RAISED, concern())
    await s04.asks(IDENTIFIED, becomeIncident)

    expect((await s04.clock('D1')).dueAt).toBe(expected('S04', 'steis_alert_due'))
    expect((await s04.clock('D3')).dueAt).toBe(expected('S04', 'report72_due'))
    expect(s04.says('root')).toContain('Serious incident')
    expect(s04.says('root')).toContain('due Mon 3 May 2027 09:20 BST')
    expect(s04.says('root')).toContain('due Thu 6 May 2027 23:59 BST')
    expect(s04.says('outcome:1', 'web/person/nia')).toContain(
      'What you raised is now handled as a serious incident.',
    )
  })

  test('D1’s nudges reach the on-call contact within the hour and do not wait for Tuesday', async () => {
    const s04 = await story(RAISED, concern())
    await s04.asks(IDENTIFIED, becomeIncident)
    await s04.app.moveTo('2027-05-01T10:20:00Z')

    expect(await s04.nudges('D1')).toEqual([
      'Sat 1 May 2027 09:20 BST the clock has started: ivan',
      'Sat 1 May 2027 09:50 BST no answer yet: ivan ines',
      'Sat 1 May 2027 10:20 BST no answer yet: ivan ines otto',
      'Sat 1 May 2027 10:50 BST no answer yet: ivan ines otto quinn',
      'Sat 1 May 2027 11:20 BST no answer yet: ivan ines otto quinn omar',
    ])
  })

  test('a second time is refused, and so is a nurse', async () => {
    const s04 = await story(RAISED, concern())
    expect(await s04.refused(IDENTIFIED, { ...becomeIncident, by: person('nia') })).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('the incident lead of Willow House (Ivan Petrov'),
    })
    await s04.asks(IDENTIFIED, becomeIncident)
    expect((await s04.refused(IDENTIFIED, becomeIncident)).code).toBe('alreadyOpen')
  })

  test('a concern that stays one is closed by the quality lead with a reason, and its raiser hears the outcome', async () => {
    const s04 = await story(RAISED, concern())
    const close: CaseIntent = {
      kind: 'case',
      type: 'close',
      by: person('quinn'),
      outcome: 'The rota was put right.',
      reason: 'No risk is left.',
    }
    expect((await s04.refused('2027-05-04T09:00:00Z', close)).message).toContain('Triage it first')
    await s04.asks('2027-05-04T09:05:00Z', triage({ triggers: [], consequence: 2, likelihood: 2 }))
    await s04.asks('2027-05-04T09:10:00Z', close)

    expect(s04.says('root')).toContain('· CLOSED')
    expect(s04.says('outcome:2', 'web/person/nia')).toContain('Outcome: The rota was put right.')
  })
})
