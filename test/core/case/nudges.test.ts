import { describe, expect, test } from 'vitest'
import { sent } from '../../fixtures/life.ts'
import { have, incident, openCase, person, wake } from './cases.ts'

const dueD1 = '2027-03-28T20:15:00Z'

describe('D1’s ladder and climb', () => {
  test('whoever owes it is told at once, then deputy, on call and the Lead Provider, every 30 minutes', () => {
    const life = openCase()
    life.through('2027-03-26T23:59:59Z')

    expect(life.nudges('D1')).toEqual([
      'Fri 26 Mar 2027 20:20 GMT the clock has started: ivan',
      'Fri 26 Mar 2027 20:50 GMT no answer yet: ivan ines',
      'Fri 26 Mar 2027 21:20 GMT no answer yet: ivan ines otto',
      'Fri 26 Mar 2027 21:50 GMT no answer yet: ivan ines otto quinn',
      'Fri 26 Mar 2027 22:20 GMT no answer yet: ivan ines otto quinn omar',
    ])
    expect(life.clock('D1').climbAt).toBeNull()
  })

  test('in immediate danger it climbs every 15 minutes', () => {
    const life = openCase(incident({ danger: true }))
    life.through('2027-03-26T20:50:00Z')

    expect(life.clock('D1').reached).toEqual(['ivan', 'ines', 'otto'])
  })

  test('half-way and 24 hours before are one nudge; 4 and 1 hours before and the due time follow', () => {
    const life = openCase()
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))
    life.through(dueD1)

    expect(life.nudges('D1').slice(1)).toEqual([
      'Sat 27 Mar 2027 20:15 GMT 24 h before it is due: ivan',
      'Sun 28 Mar 2027 17:15 BST 4 h before it is due: ivan',
      'Sun 28 Mar 2027 20:15 BST 1 h before it is due: ivan',
      'Sun 28 Mar 2027 21:15 BST due now: ivan',
    ])
  })

  test('after the due time it goes on every morning at nine, bank holidays included', () => {
    const life = openCase()
    life.through('2027-03-30T12:00:00Z')

    expect(life.nudges('D1').slice(-2)).toEqual([
      'Mon 29 Mar 2027 09:00 BST overdue: ivan ines otto quinn omar',
      'Tue 30 Mar 2027 09:00 BST overdue: ivan ines otto quinn omar',
    ])
  })

  test('is missed one second after it was due, not before', () => {
    const life = openCase()
    life.through(dueD1)
    expect(life.clock('D1').state).toBe('running')

    const [missed] = life.through('2027-03-28T20:15:01Z')
    expect(life.clock('D1').state).toBe('missed')
    expect(missed?.events).toEqual([
      { type: 'clockMissed', at: '2027-03-28T20:15:01Z', clock: 'D1', dueAt: dueD1 },
    ])
    expect(life.says(`notice:${life.record().notices.length}`)).toContain(
      'D1 StEIS alert is OVERDUE\nIt was due Sun 28 Mar 2027 21:15 BST. incident lead, Willow House owes it to Quality Manager, NHSE South East quality team.',
    )
  })

  test('after an outage one nudge is sent, and says what is true by then', () => {
    const life = openCase()
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))
    life.ask('2027-03-28T18:30:00Z', wake)

    expect(life.nudges('D1').slice(1)).toEqual(['Sun 28 Mar 2027 19:30 BST not done yet: ivan'])
    expect(life.clock('D1').nudgeAt).toBe('2027-03-28T19:15:00Z')
  })

  test('a wake before anything is due changes nothing', () => {
    expect(openCase().ask('2027-03-26T20:21:00Z', wake).events).toEqual([])
  })
})

describe('working-day clocks', () => {
  test('D3 nudges the working day before at nine and on its day at nine and four; a climb that coincides is the same nudge', () => {
    const life = openCase()
    life.through('2027-04-06T12:00:00Z')

    expect(life.nudges('D3')).toEqual([
      'Wed 31 Mar 2027 09:00 BST due Thu 1 Apr 2027: quinn',
      'Thu 1 Apr 2027 09:00 BST due today: quinn dora',
      'Thu 1 Apr 2027 16:00 BST due today: quinn dora',
      'Fri 2 Apr 2027 09:00 BST overdue: quinn dora omar',
      'Mon 5 Apr 2027 09:00 BST overdue: quinn dora omar halima',
      'Tue 6 Apr 2027 09:00 BST overdue: quinn dora omar halima',
    ])
    expect(life.clock('D3').state).toBe('missed')
  })

  test('D3a asks once after 72 hours and is never missed', () => {
    const life = openCase()
    life.through('2027-04-06T12:00:00Z')

    expect(life.nudges('D3a')).toEqual(['Mon 29 Mar 2027 21:15 BST due now: ivan'])
    expect(life.clock('D3a').state).toBe('running')
  })

  test('D4 has no time, so nothing is made up', () => {
    const life = openCase()
    life.through('2027-04-06T12:00:00Z')

    expect(life.clock('D4')).toMatchObject({ state: 'running', dueAt: null, nudges: [] })
    expect(life.says('root')).toContain('as required; the rule gives no time')
  })
})

describe('a prompt that nobody answers', () => {
  test('of an incident goes on every 30 minutes to deputy, on call and head, each in a message of its own', () => {
    const life = openCase()
    const happened = life.through('2027-03-26T22:20:00Z')

    expect(life.prompt('triage').asked).toEqual(['quinn', 'dora', 'omar', 'halima'])
    const asked = [...new Set(happened.flatMap(sent))].filter((one) =>
      one.startsWith('web/room/willow nudge:p'),
    )
    expect(asked.slice(0, 3)).toEqual(
      [2, 3, 4].map((n) => `web/room/willow nudge:prompt.triage:${n}`),
    )
    expect(life.says('nudge:prompt.triage:3')).toContain(
      'No answer yet: Please triage this case\nOmar Haddad, you are asked next.',
    )
  })

  test('reminds everybody who was asked every working morning, until somebody answers', () => {
    const life = openCase()
    const happened = life.through('2027-03-31T12:00:00Z')

    const asked = [...new Set(happened.flatMap(sent))].filter((one) =>
      one.startsWith('web/room/willow nudge:p'),
    )
    // Three more people, all of them half an hour later, then Tue 30 and Wed 31 Mar at 09:00 BST.
    expect(asked).toEqual([2, 3, 4, 5, 6, 7].map((n) => `web/room/willow nudge:prompt.triage:${n}`))
    expect(life.prompt('triage').climbAt).toBe('2027-04-01T08:00:00Z')
    expect(life.says('nudge:prompt.triage:7')).toContain('this still waits for an answer')
  })

  test('of an urgent case goes on every 15 minutes', () => {
    const life = openCase(incident({ danger: true }))
    life.through('2027-03-26T20:50:00Z')

    expect(life.prompt('urgent').asked).toEqual(['quinn', 'dora', 'omar'])
  })

  test('is answered by whoever was asked, even the head', () => {
    const life = openCase(incident({ danger: true }))
    life.through('2027-03-26T21:05:00Z')
    const no = {
      kind: 'case',
      type: 'answer',
      by: person('halima'),
      prompt: 'urgent',
      answer: 'no',
      revision: null,
      reason: 'The ward is safe again.',
    } as const

    expect(life.ask('2027-03-26T21:06:00Z', no).refusal).toBeUndefined()
    expect(life.prompt('urgent')).toMatchObject({ state: 'answered', answeredBy: 'halima' })
    expect(life.says('prompt:urgent')).toContain(
      'Halima Begum answered at Fri 26 Mar 2027 21:06 GMT: not needed: The ward is safe again.',
    )
  })
})
