import { describe, expect, test } from 'vitest'
import type { Leave } from '../../../src/core/organisation/organisation.ts'
import { directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { evidence, have, incident, openCase, person, raisedAt, snooze, wake } from './cases.ts'

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

describe('I have it', () => {
  test('stops the climb, not the clock: later nudges go to whoever has it', () => {
    const life = openCase()
    life.through('2027-03-26T20:50:00Z')
    const { refusal } = life.ask('2027-03-26T20:55:00Z', have('ines', 'D1'))

    expect(refusal).toBeUndefined()
    expect(life.clock('D1')).toMatchObject({ haver: 'ines', climbAt: null, state: 'running' })
    life.through('2027-03-27T20:15:00Z')
    expect(life.nudges('D1').slice(2)).toEqual([
      'Sat 27 Mar 2027 20:15 GMT 24 h before it is due: ines',
    ])
  })

  test('is shown in the case’s first message and in the newest nudge', () => {
    const life = openCase()

    expect(sent(life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1')))).toEqual([
      'web/room/willow root',
      'web/room/willow nudge:D1:1',
      'slack/room/C0WILLOW root',
      'slack/room/C0WILLOW nudge:D1:1',
    ])
    expect(life.says('root')).toContain('Ivan Petrov has it')
    expect(life.says('nudge:D1:1')).toContain('Ivan Petrov has it.')
    expect(life.says('nudge:D1:1')).not.toContain('[I have it]')
  })

  test('said twice changes nothing; somebody else may take it over', () => {
    const life = openCase()
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))

    expect(life.ask('2027-03-26T20:26:00Z', have('ivan', 'D1'))).toMatchObject({
      events: [],
      refusal: undefined,
    })
    life.ask('2027-03-26T20:27:00Z', have('quinn', 'D1'))
    expect(life.clock('D1').haver).toBe('quinn')
  })

  test('is refused to whoever may not answer for the clock, naming the roles and who holds them', () => {
    const { refusal } = openCase().ask('2027-03-26T20:25:00Z', have('nia', 'D1'))

    expect(refusal).toMatchObject({
      code: 'notYours',
      message:
        'Only the incident lead of Willow House (Ivan Petrov, Ines Carvalho, Otto Baptiste) or the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may take D1 StEIS alert.',
    })
  })

  test('is refused for a clock that is met, cancelled or not there', () => {
    const life = openCase()
    life.ask('2027-03-26T21:00:00Z', evidence('D1', '2027-03-26T20:55:00Z'))

    expect(life.ask('2027-03-26T21:05:00Z', have('ivan', 'D1')).refusal?.code).toBe('stale')
    expect(life.ask('2027-03-26T21:05:00Z', have('ivan', 'D9')).refusal?.code).toBe('notRunning')
  })

  test('can be said by the head of the organisation, whom the climb reaches last', () => {
    const life = openCase()
    life.through('2027-04-05T12:00:00Z')
    expect(life.clock('D3').reached).toContain('halima')

    expect(life.ask('2027-04-05T12:01:00Z', have('halima', 'D3')).refusal).toBeUndefined()
    expect(life.clock('D3').haver).toBe('halima')
  })
})

describe('leave and roles', () => {
  const away = (who: string, cover: string | null): Leave => ({
    person: who,
    from: '2027-03-26T00:00:00Z',
    until: '2027-04-06T00:00:00Z',
    cover,
  })

  test('whoever covers is told in place of somebody on leave, and may answer', () => {
    const directory = directoryWith('willow', { leave: [away('ivan', 'safia')] })
    const life = openCase(incident(), raisedAt, { directory })

    expect(life.clock('D1').reached).toEqual(['safia'])
    expect(life.ask('2027-03-26T20:25:00Z', have('safia', 'D1')).refusal).toBeUndefined()
  })

  test('on leave with nobody to cover, the next rung is told at once', () => {
    const directory = directoryWith('willow', { leave: [away('ivan', null)] })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['ines'])
  })

  test('where the cover is on leave too, their cover is told', () => {
    const directory = directoryWith('willow', {
      leave: [away('ivan', 'safia'), away('safia', 'bao')],
    })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['bao'])
  })

  test('two who cover for each other and are both away are passed over', () => {
    const directory = directoryWith('willow', {
      leave: [away('ivan', 'safia'), away('safia', 'ivan')],
    })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['ines'])
  })

  test('whoever is reached already is not told again as the next rung', () => {
    const directory = directoryWith('willow', { leave: [away('ivan', 'ines')] })
    const life = openCase(incident(), raisedAt, { directory })
    life.through('2027-03-26T20:50:00Z')

    expect(life.clock('D1').reached).toEqual(['ines', 'otto'])
  })

  test('where the provider names nobody, the Lead Provider is told first', () => {
    const directory = directoryWith('willow', { holdings: [] })

    expect(openCase(incident(), raisedAt, { directory }).clock('D1').reached).toEqual(['quinn'])
  })

  test('where nobody at all holds a role, the message asks for somebody to be named', () => {
    const nobody = { holdings: [], head: null }
    const organisations = [
      ...directoryWith('willow', nobody).organisations.filter(({ slug }) => slug !== 'harbour'),
      ...directoryWith('harbour', nobody).organisations.filter(({ slug }) => slug === 'harbour'),
    ]
    const life = openCase(incident(), raisedAt, { directory: { organisations } })
    life.through('2027-03-27T21:00:00Z')

    expect(life.clock('D1').nudges.map(({ to }) => to)).toEqual([[], []])
    expect(life.says('nudge:D1:1')).toContain(
      'Nobody in the directory is incident lead, Willow House. Ask an administrator to name someone.',
    )
    expect(life.says('prompt:triage')).toContain('Ask an administrator to name someone.')
  })

  test('somebody named meanwhile is told at the next nudge', () => {
    const directory = directoryWith('willow', { holdings: [] })
    const life = openCase(incident({ provider: 'willow' }), raisedAt, {
      directory: {
        organisations: directory.organisations.map((one) =>
          one.slug === 'harbour' ? { ...one, holdings: [] } : one,
        ),
      },
    })
    expect(life.clock('D1').reached).toEqual([])

    life.through('2027-03-27T20:15:00Z', { directory: directoryWith('cqc', {}) })
    expect(life.clock('D1').reached).toEqual(['ivan'])
  })
})

describe('snooze', () => {
  test('delays nudges, says that the clock still runs, and is kept with its reason', () => {
    const life = openCase()
    const happened = life.ask('2027-03-26T20:25:00Z', snooze('ivan', 'D1', 120))

    expect(happened.refusal).toBeUndefined()
    expect(life.clock('D1')).toMatchObject({
      state: 'running',
      dueAt: dueD1,
      climbAt: '2027-03-26T22:25:00Z',
      snoozedUntil: '2027-03-26T22:25:00Z',
    })
    expect(life.says('notice:1')).toBe(
      [
        'D1 StEIS alert: nudges snoozed until Fri 26 Mar 2027 22:25 GMT',
        'Ivan Petrov (incident lead, Willow House): the ward is being made safe. The clock still runs: due Sun 28 Mar 2027 21:15 BST.',
      ].join('\n'),
    )
  })

  test('never passes the last nudge before the due time', () => {
    const life = openCase()
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))
    life.through('2027-03-28T18:00:00Z')
    life.ask('2027-03-28T18:00:00Z', snooze('ivan', 'D1', 300))

    expect(life.clock('D1').snoozedUntil).toBe('2027-03-28T19:15:00Z')
    life.through(dueD1)
    expect(life.nudges('D1').slice(-2)).toEqual([
      'Sun 28 Mar 2027 20:15 BST 1 h before it is due: ivan',
      'Sun 28 Mar 2027 21:15 BST due now: ivan',
    ])
  })

  test('after the last nudge before the due time it ends at the due time', () => {
    const life = openCase()
    life.ask('2027-03-28T19:20:00Z', wake)
    life.ask('2027-03-28T19:30:00Z', snooze('ivan', 'D1', 300))

    expect(life.clock('D1').snoozedUntil).toBe(dueD1)
  })

  test('a delayed nudge says what is true when it is sent', () => {
    const life = openCase()
    life.ask('2027-03-26T20:25:00Z', have('ivan', 'D1'))
    life.through('2027-03-28T16:14:00Z')
    life.ask('2027-03-28T16:14:30Z', snooze('ivan', 'D1', 300))
    life.through('2027-03-28T19:15:00Z')

    expect(life.nudges('D1').at(-1)).toBe('Sun 28 Mar 2027 20:15 BST 1 h before it is due: ivan')
  })

  test('without a clock named means the one that this person was nudged about last', () => {
    const life = openCase()
    life.through('2027-03-31T12:00:00Z')

    life.ask('2027-03-31T12:01:00Z', snooze('quinn', null, 60))
    expect(life.clock('D3').snoozedUntil).toBe('2027-03-31T13:01:00Z')
    expect(life.clock('D1').snoozedUntil).toBeNull()
  })

  test('asks which clock when several run and none is this person’s', () => {
    const { refusal } = openCase().ask('2027-03-26T20:25:00Z', snooze('mara', null, 60))

    expect(refusal).toMatchObject({
      code: 'missing',
      message: 'Say which clock: D1, D2, D3, D3a.',
    })
  })

  test('needs a reason', () => {
    expect(
      openCase().ask('2027-03-26T20:25:00Z', snooze('ivan', 'D1', 60, ' ')).refusal,
    ).toMatchObject({ code: 'missing', message: expect.stringContaining('because') })
  })

  test('is refused to whoever may not answer for the clock', () => {
    expect(openCase().ask('2027-03-26T20:25:00Z', snooze('ivan', 'D3', 60)).refusal).toMatchObject({
      code: 'notYours',
      message:
        'Only the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may snooze D3 72-hour report shared.',
    })
  })

  test('is refused for a clock that sends no nudges', () => {
    expect(openCase().ask('2027-03-26T20:25:00Z', snooze('quinn', 'D4', 60)).refusal).toMatchObject(
      { code: 'invalid', message: expect.stringContaining('D4') },
    )
  })
})

describe('a prompt that nobody answers', () => {
  test('of an incident goes on every 30 minutes to deputy, on call and head, each in a message of its own', () => {
    const life = openCase()
    const happened = life.through('2027-03-26T22:20:00Z')

    expect(life.prompt('triage').asked).toEqual(['quinn', 'dora', 'omar', 'halima'])
    const asked = happened.flatMap(sent).filter((one) => one.startsWith('web/room/willow nudge:p'))
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

    const asked = happened.flatMap(sent).filter((one) => one.startsWith('web/room/willow nudge:p'))
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
