import { describe, expect, test } from 'vitest'
import { list, read } from '../../src/app/read.ts'
import { readersOf } from '../../src/core/people/access.ts'
import { evidence, incident, person } from '../core/case/cases.ts'
import { expected, story, timesOf } from './story.ts'

const RAISED = '2027-06-09T23:20:00Z'
const ROOM = 'web/room/aspen'

const opened = () =>
  story(RAISED, incident({ ...timesOf('S07'), provider: 'aspen', by: person('anya') }))

describe('S07: the service stands in another region than its Lead Provider', () => {
  test('D1 from the identification after midnight, D3 from the day before', async () => {
    const s07 = await opened()

    expect((await s07.clock('D1')).dueAt).toBe(expected('S07', 'steis_alert_due'))
    expect((await s07.clock('D3')).dueAt).toBe(expected('S07', 'report72_due'))
    expect(s07.says('root', ROOM)).toContain('due Sat 12 Jun 2027 00:10 BST')
    expect(s07.says('root', ROOM)).toContain('due Mon 14 Jun 2027 23:59 BST')
  })

  test('from the identification D3 would be a day later: that is information and no due time', async () => {
    const s07 = await opened()
    const wrong = expected('S07', 'report72_due_if_clock_ran_from_identification')

    expect((await s07.clock('D3')).information[0]).toMatchObject({
      label: '3 working days from identification',
      words: expect.stringContaining('due Tue 15 Jun 2027 23:59 BST'),
    })
    expect((await s07.kase()).clocks.map(({ dueAt }) => dueAt)).not.toContain(wrong)
  })

  test('its room is read by itself, its Lead Provider and the teams of both regions, and nobody else', async () => {
    const { app, id } = await opened()
    const directory = app.app.directory()

    expect([...readersOf(directory, { slug: 'aspen', leadProvider: 'harbour' })].sort()).toEqual([
      'aspen',
      'harbour',
      'midlands-team',
      'south-east-team',
    ])
    const seen = await Promise.all(
      ['anya', 'quinn', 'mara', 'meera', 'ivan', 'faye', 'carl', 'cleo'].map(async (one) => {
        const viewer = { type: 'actor', actor: person(one) } as const
        const rows = await list(app.app, viewer, { facets: { kind: 'case' } })
        expect(rows).toHaveLength((await read(app.app, viewer, id)) ? 1 : 0)
        return rows.length === 1 ? one : null
      }),
    )
    expect(seen.filter((one) => one !== null)).toEqual(['anya', 'quinn', 'mara', 'meera'])
  })

  test('the Midlands team does not read a case in the South East', async () => {
    const { app, id } = await story(RAISED, incident(timesOf('S07')))
    const meera = { type: 'actor', actor: person('meera') } as const

    expect(await read(app.app, meera, id)).toBeUndefined()
  })

  test('the message says who keeps the oversight, and on whom D1 is judged', async () => {
    const says = (await opened()).says('root', ROOM)

    expect(says).toContain(
      'Oversight: NHSE Midlands quality team, where the service is. D1 is met when NHSE South East quality team is notified; tell both.',
    )
    expect(says).toContain('to Quality Manager, NHSE South East quality team')
  })

  test('Aspen’s incident lead is nudged, then the Lead Provider: it has no deputy and no on-call contact', async () => {
    const s07 = await opened()
    await s07.app.moveTo('2027-06-10T00:30:00Z')

    expect(await s07.nudges('D1')).toEqual([
      'Thu 10 Jun 2027 00:20 BST the clock has started: anya',
      'Thu 10 Jun 2027 00:50 BST no answer yet: anya quinn',
      'Thu 10 Jun 2027 01:20 BST no answer yet: anya quinn omar',
    ])
  })

  test('D1 is met when the Lead Provider’s Quality Manager was notified, by whoever owes it', async () => {
    const s07 = await opened()
    const done = evidence('D1', '2027-06-11T23:10:00Z', { by: person('anya'), reference: 'S 7' })
    expect((await s07.refused('2027-06-11T23:11:00Z', { ...done, by: person('meera') })).code).toBe(
      'notYours',
    )
    await s07.asks('2027-06-11T23:12:00Z', done)

    expect(await s07.clock('D1')).toMatchObject({ state: 'met', late: false })
  })
})
