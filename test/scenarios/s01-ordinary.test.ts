import { describe, expect, test } from 'vitest'
import { evidence, incident, person } from '../core/case/cases.ts'
import { expected, standingIn, story, timesOf } from './story.ts'

const RAISED = '2027-02-02T15:12:00Z'
const SHARED = '2027-02-05T10:15:00Z'

const opened = () => story(RAISED, incident(timesOf('S01')))

describe('S01: an ordinary serious incident in the middle of the week', () => {
  test('D1 is due 48 hours after it was identified, D3 three working days after it occurred', async () => {
    const s01 = await opened()

    expect((await s01.clock('D1')).dueAt).toBe(expected('S01', 'steis_alert_due'))
    expect((await s01.clock('D3')).dueAt).toBe(expected('S01', 'report72_due'))
    expect((await s01.clock('D2')).dueAt).toBe(expected('S01', 'report72_due'))
    expect(s01.says('root')).toContain('due Thu 4 Feb 2027 15:10 GMT')
    expect(s01.says('root')).toContain('due Fri 5 Feb 2027 23:59 GMT')
    expect(s01.says('root')).toContain(
      'Counted: no later than the receipt of D3; until that arrives 3 working days from Tue 2 Feb.',
    )
  })

  test('both rooms of its provider hear of it, the raiser in private, and nobody else', async () => {
    const s01 = await opened()
    const places = s01.app.channels.flatMap(({ standing }) => standing.map(({ place }) => place))

    expect([...new Set(places)].sort()).toEqual([
      'slack/room/C0WILLOW',
      'web/person/nia',
      'web/room/willow',
    ])
    expect(standingIn(s01, 'web/room/willow')).toEqual(['root', 'nudge:D1:1', 'prompt:triage'])
    expect(standingIn(s01, 'web/person/nia')).toEqual(['receipt'])
  })

  test('everything but the first message stands in its thread', async () => {
    const { app } = await opened()
    const room = app.web.standing.filter(({ place }) => place === 'web/room/willow')
    const [root, ...others] = room

    expect(root?.thread).toBeUndefined()
    expect(others.map(({ thread }) => thread)).toEqual(others.map(() => root?.ref))
  })

  test('told in time, sent in time, shared in time: D1, D2 and D3 are met, and the thread says so', async () => {
    const s01 = await opened()
    await s01.asks(
      '2027-02-03T09:35:00Z',
      evidence('D1', '2027-02-03T09:30:00Z', { by: person('ivan'), reference: 'StEIS 2027/1234' }),
    )
    expect(s01.says('notice:1')).toMatch(
      /^D1 StEIS alert: done, in time\nDone Wed 3 Feb 2027 09:30 GMT.*Reference StEIS 2027\/1234/,
    )
    await s01.asks('2027-02-04T16:05:00Z', evidence('D2', '2027-02-04T16:00:00Z'))
    await s01.asks('2027-02-05T10:20:00Z', evidence('D3', SHARED))

    const judged = (await s01.kase()).clocks.map(({ rule, state, late }) => [rule, state, late])
    expect(judged.slice(0, 3)).toEqual([
      ['D1', 'met', false],
      ['D2', 'met', false],
      ['D3', 'met', false],
    ])
  })

  test('variant: no SitRep when the report is shared is a breach of D2 at that moment', async () => {
    const s01 = await opened()
    await s01.asks('2027-02-05T10:20:00Z', evidence('D3', SHARED))

    expect(await s01.clock('D2')).toMatchObject({ state: 'missed', dueAt: SHARED })
    expect(s01.says('notice:3')).toContain(
      'D2 SitRep is OVERDUE\nIt was due Fri 5 Feb 2027 10:15 GMT. quality lead, Harbour NHS Foundation Trust owes it to Quality Manager, NHSE South East quality team.',
    )
    await s01.asks('2027-02-05T11:00:00Z', evidence('D2', '2027-02-05T10:45:00Z'))
    expect(await s01.clock('D2')).toMatchObject({ state: 'met', late: true })
    expect(s01.says('notice:4')).toContain(
      'It was due no later than the receipt of D3, Fri 5 Feb 2027 10:15 GMT.',
    )
  })
})
