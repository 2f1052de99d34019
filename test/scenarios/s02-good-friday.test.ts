import { describe, expect, test } from 'vitest'
import { evidence, have, incident, person, snooze } from '../core/case/cases.ts'
import { expected, story, timesOf } from './story.ts'

const RAISED = '2027-03-26T20:20:00Z'
const DUE = '2027-03-28T20:15:00Z'

const opened = () => story(RAISED, incident(timesOf('S02')))

describe('S02: Good Friday and the night the clocks go forward', () => {
  test('48 hours later is an hour later by the clock on the wall', async () => {
    const s02 = await opened()

    expect((await s02.clock('D1')).dueAt).toBe(expected('S02', 'steis_alert_due'))
    expect(s02.says('root')).toContain('due Sun 28 Mar 2027 21:15 BST')
    expect(s02.says('nudge:D1:1')).toContain('it is an hour later by the clock on the wall')
  })

  test('the weekend and Easter Monday do not count towards D3, and the message says which days', async () => {
    const s02 = await opened()

    expect((await s02.clock('D3')).dueAt).toBe(expected('S02', 'report72_due'))
    expect(s02.says('root')).toContain(
      'due Thu 1 Apr 2027 23:59 BST. Owed by quality lead, Harbour NHS Foundation Trust, to Quality Manager, NHSE South East quality team. Counted: 3 working days from Fri 26 Mar; Sat 27, Sun 28 not counted; Mon 29 bank holiday (Easter Monday).',
    )
  })

  test('72 plain hours are information, and nothing falls due by them', async () => {
    const s02 = await opened()
    const { information } = await s02.clock('D3')
    const plain = expected('S02', 'plain_72_hours_from_occurrence_info_only')

    expect(information.map(({ label, words }) => `${label}: ${words}`)).toContainEqual(
      expect.stringContaining('72 plain hours from the incident: due Mon 29 Mar 2027 21:15 BST'),
    )
    await s02.app.moveTo('2027-03-30T00:00:00Z')
    expect((await s02.clock('D3')).state).toBe('running')
    expect(plain < '2027-03-30T00:00:00Z').toBe(true)
  })

  test('nobody answers: D1 goes up in the night to the Lead Provider’s on-call contact', async () => {
    const s02 = await opened()
    await s02.app.moveTo('2027-03-27T00:00:00Z')

    expect(await s02.nudges('D1')).toEqual([
      'Fri 26 Mar 2027 20:20 GMT the clock has started: ivan',
      'Fri 26 Mar 2027 20:50 GMT no answer yet: ivan ines',
      'Fri 26 Mar 2027 21:20 GMT no answer yet: ivan ines otto',
      'Fri 26 Mar 2027 21:50 GMT no answer yet: ivan ines otto quinn',
      'Fri 26 Mar 2027 22:20 GMT no answer yet: ivan ines otto quinn omar',
    ])
    expect(s02.says('nudge:D1:5')).toContain('Ivan Petrov, Ines Carvalho, Otto Baptiste')
    // A nudge is a message of its own: an edited one notifies nobody.
    const posts = s02.app.web.calls.filter((call) =>
      call.startsWith('post web/room/willow nudge:D1'),
    )
    expect(posts).toHaveLength(5)
  })

  test('taken, snoozed and done after all: every step is in the thread', async () => {
    const s02 = await opened()
    await s02.asks('2027-03-26T20:30:00Z', have('ines', 'D1'))
    expect(s02.says('root')).toContain('Ines Carvalho has it')
    await s02.asks('2027-03-27T20:00:00Z', snooze('ines', 'D1', 120))
    expect(s02.says('notice:1')).toContain('nudges snoozed until Sat 27 Mar 2027 22:00 GMT')
    await s02.app.moveTo('2027-03-28T20:00:00Z')
    expect((await s02.nudges('D1')).slice(1)).toEqual([
      'Sat 27 Mar 2027 22:00 GMT not done yet: ines',
      'Sun 28 Mar 2027 17:15 BST 4 h before it is due: ines',
      'Sun 28 Mar 2027 20:15 BST 1 h before it is due: ines',
    ])
    await s02.asks(
      '2027-03-28T20:14:00Z',
      evidence('D1', null, { by: person('ines'), reference: 'StEIS 2027/1234' }),
    )
    expect(s02.says('prompt:notified-D1')).toContain('When was the Quality Manager notified?')
    await s02.asks('2027-03-28T20:16:00Z', {
      kind: 'case',
      type: 'answer',
      by: person('ines'),
      prompt: 'notified-D1',
      answer: DUE,
      revision: null,
      reason: null,
    })
    expect(await s02.clock('D1')).toMatchObject({ state: 'met', metAt: DUE, late: false })
  })

  test('a minute before the due time it runs, a second after it is missed', async () => {
    const s02 = await opened()
    await s02.app.moveTo(DUE)
    expect((await s02.clock('D1')).state).toBe('running')
    await s02.app.moveTo('2027-03-28T20:15:01Z')
    expect((await s02.clock('D1')).state).toBe('missed')
    expect(s02.says('root')).toContain('OVERDUE since Sun 28 Mar 2027 21:15 BST')
  })
})
