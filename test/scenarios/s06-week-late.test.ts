import { describe, expect, test } from 'vitest'
import { answer, evidence, incident } from '../core/case/cases.ts'
import { expected, standingIn, story, timesOf } from './story.ts'

const RAISED = '2027-01-18T10:10:00Z'

const opened = () => story(RAISED, incident(timesOf('S06')))

describe('S06: identified a week after it occurred', () => {
  test('D1 runs from the identification; D3 and D2 are overdue on entry, two working days late', async () => {
    const s06 = await opened()

    expect((await s06.clock('D1')).dueAt).toBe(expected('S06', 'steis_alert_due'))
    expect(await s06.clock('D3')).toMatchObject({
      dueAt: expected('S06', 'report72_due'),
      state: 'missed',
      overdueOnEntry: true,
      workingDaysLate: 2,
    })
    expect(await s06.clock('D2')).toMatchObject({ state: 'missed', overdueOnEntry: true })
    expect(s06.says('root')).toContain('OVERDUE on entry, 2 working days late')
  })

  test('what it would be from the identification is information only', async () => {
    expect((await opened()).says('root')).toContain(
      'For information only, 3 working days from identification: due Thu 21 Jan 2027 23:59 GMT.',
    )
  })

  test('nothing is made up about earlier notices: no breach is announced for a time before the case', async () => {
    const s06 = await opened()

    expect(standingIn(s06, 'web/room/willow')).toEqual([
      'root',
      'nudge:D1:1',
      'prompt:triage',
      'prompt:lateReason-D3',
    ])
    expect((await s06.kase()).notices).toEqual([])
  })

  test('the quality lead is asked why, in the thread, and the reason stays on the case', async () => {
    const s06 = await opened()
    expect(s06.says('prompt:lateReason-D3')).toContain(
      'D3 72-hour report shared was overdue when the case was raised. Why?',
    )
    expect(s06.says('prompt:lateReason-D3')).toContain('Asked: Quinn Adeyemi')
    const reason = 'It was found when the notes were reviewed.'
    await s06.asks('2027-01-18T10:20:00Z', answer('quinn', 'lateReason-D3', reason))

    expect(s06.says('root')).toContain(`Why late: ${reason}`)
    expect(s06.says('prompt:lateReason-D3')).toContain(
      `Quinn Adeyemi answered at Mon 18 Jan 2027 10:20 GMT: ${reason}`,
    )
  })

  test('a nurse who gives the reason is told who may', async () => {
    const s06 = await opened()
    const refusal = await s06.refused(
      '2027-01-18T10:20:00Z',
      answer('nia', 'lateReason-D3', 'Busy.'),
    )

    expect(refusal).toMatchObject({
      code: 'notYours',
      message:
        'Only the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may answer this.',
    })
  })

  test('overdue, it nudges every working morning until it is met, late', async () => {
    const s06 = await opened()
    await s06.app.moveTo('2027-01-20T12:00:00Z')
    expect(await s06.nudges('D3')).toEqual([
      'Tue 19 Jan 2027 09:00 GMT overdue: quinn',
      'Wed 20 Jan 2027 09:00 GMT overdue: quinn dora',
    ])
    await s06.asks('2027-01-20T13:00:00Z', evidence('D3', '2027-01-20T12:30:00Z'))

    expect(await s06.clock('D3')).toMatchObject({ state: 'met', late: true })
    await s06.app.moveTo('2027-01-22T12:00:00Z')
    expect(await s06.nudges('D3')).toHaveLength(2)
  })
})
