import { describe, expect, test } from 'vitest'
import { answer, evidence, have, incident, openCase, person } from './cases.ts'

const saturday = '2027-03-27T12:00:00Z'

describe('done … for D1', () => {
  test('a reference alone is kept, and the time at which the Quality Manager was notified is asked', () => {
    const life = openCase()
    const { refusal } = life.ask(
      saturday,
      evidence('D1', null, { by: person('ivan'), reference: 'StEIS 2027/1234' }),
    )

    expect(refusal).toBeUndefined()
    expect(life.clock('D1')).toMatchObject({ state: 'running', reference: 'StEIS 2027/1234' })
    expect(life.prompt('notified-D1')).toMatchObject({ asked: ['ivan'], state: 'open' })
    expect(life.says('prompt:notified-D1')).toContain(
      'When was the Quality Manager notified?\nRecorded: reference StEIS 2027/1234. D1 is judged on this time.',
    )
  })

  test('the time answered meets it, with the reference given before', () => {
    const life = openCase()
    life.ask(saturday, evidence('D1', null, { by: person('ivan'), reference: 'StEIS 2027/1234' }))
    life.ask('2027-03-27T12:05:00Z', answer('ivan', 'notified-D1', '2027-03-27T11:40:00Z'))

    expect(life.clock('D1')).toMatchObject({
      state: 'met',
      metAt: '2027-03-27T11:40:00Z',
      recordedAt: '2027-03-27T12:05:00Z',
      late: false,
      reference: 'StEIS 2027/1234',
      nudgeAt: null,
      climbAt: null,
    })
    expect(life.prompt('notified-D1').state).toBe('answered')
    expect(life.says('notice:1')).toContain(
      'D1 StEIS alert: done, in time\nDone Sat 27 Mar 2027 11:40 GMT, recorded Sat 27 Mar 2027 12:05 GMT by Ivan Petrov (incident lead, Willow House). Reference StEIS 2027/1234.',
    )
    expect(life.says('prompt:notified-D1')).toContain(
      'Ivan Petrov answered at Sat 27 Mar 2027 12:05 GMT: Sat 27 Mar 2027 11:40 GMT',
    )
  })

  test('“now” is the time of the answer', () => {
    const life = openCase()
    life.ask(saturday, evidence('D1', null, { by: person('ivan'), reference: 'R1' }))
    life.ask('2027-03-27T12:05:00Z', answer('ivan', 'notified-D1', 'now'))

    expect(life.clock('D1').metAt).toBe('2027-03-27T12:05:00Z')
  })

  test.each(['soon', '', '12:05'])('an answer of “%s” is no time, and is asked again', (words) => {
    const life = openCase()
    life.ask(saturday, evidence('D1', null, { by: person('ivan'), reference: 'R1' }))

    expect(life.ask(saturday, answer('ivan', 'notified-D1', words)).refusal).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Reply with a time'),
    })
    expect(life.prompt('notified-D1').state).toBe('open')
  })

  test('asked for again while the question is open: one question, and a reply says how', () => {
    const life = openCase()
    life.ask(saturday, evidence('D1', null, { reference: 'R1' }))

    expect(life.ask(saturday, evidence('D1', null, { reference: 'R1' })).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('Reply with the time, for example 21:10.'),
    })
    expect(life.record().prompts.filter(({ about }) => about === 'D1')).toHaveLength(1)
  })

  test('exactly 48 hours is in time; a second more is late', () => {
    const times = ['2027-03-28T20:15:00Z', '2027-03-28T20:15:01Z']
    const judged = times.map((doneAt) => {
      const life = openCase()
      life.through('2027-03-29T08:00:00Z')
      life.ask('2027-03-29T08:30:00Z', evidence('D1', doneAt))
      return [life.clock('D1').late, life.says(`notice:${life.record().notices.length}`)]
    })

    expect(judged).toEqual([
      [false, expect.stringContaining('D1 StEIS alert: done, in time')],
      [true, expect.stringContaining('D1 StEIS alert: done, LATE')],
    ])
  })

  test('lateness is judged on when it was done, not on when that was recorded', () => {
    const life = openCase()
    life.through('2027-03-30T08:00:00Z')
    expect(life.clock('D1').state).toBe('missed')
    life.ask('2027-03-30T08:30:00Z', evidence('D1', '2027-03-28T10:00:00Z'))

    expect(life.clock('D1')).toMatchObject({ state: 'met', late: false })
    expect(life.says('root')).toContain('met Sun 28 Mar 2027 11:00 BST, in time')
  })

  test('a time in the future is refused, with the time it is now', () => {
    expect(openCase().ask(saturday, evidence('D1', '2027-03-27T12:00:01Z')).refusal).toMatchObject({
      code: 'invalid',
      message:
        'That time is in the future: it is Sat 27 Mar 2027 12:00 GMT. Record it when it is done.',
    })
  })

  test('a time before the clock began is refused', () => {
    expect(openCase().ask(saturday, evidence('D1', '2027-03-26T20:14:59Z')).refusal).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('D1 began at Fri 26 Mar 2027 20:15 GMT'),
    })
  })

  test('a clock that is met is not met again', () => {
    const life = openCase()
    life.ask(saturday, evidence('D1', '2027-03-27T11:00:00Z'))

    expect(life.ask(saturday, evidence('D1', '2027-03-27T11:30:00Z')).refusal).toMatchObject({
      code: 'stale',
      message: 'D1 was already met at Sat 27 Mar 2027 11:00 GMT.',
    })
  })

  test('sends no more nudges once it is met', () => {
    const life = openCase()
    life.ask(saturday, evidence('D1', '2027-03-27T11:00:00Z'))
    life.through('2027-03-30T12:00:00Z')

    expect(life.nudges('D1')).toHaveLength(1)
    expect(life.says('nudge:D1:1')).not.toContain('[')
  })
})

describe('who may give evidence', () => {
  test.each(['ivan', 'ines', 'otto', 'quinn', 'dora', 'omar', 'wanda', 'halima'])(
    '%s may for D1',
    (id) => {
      const done = evidence('D1', '2027-03-27T11:00:00Z', { by: person(id) })
      expect(openCase().ask(saturday, done).refusal).toBeUndefined()
    },
  )

  test.each(['cleo', 'anya'])('%s may not for D1, and learns of roles alone', (id) => {
    const done = evidence('D1', '2027-03-27T11:00:00Z', { by: person(id) })
    expect(openCase().ask(saturday, done).refusal?.message).toBe(
      'Only the incident lead of Willow House or the quality lead of Harbour NHS Foundation Trust may record D1 StEIS alert.',
    )
  })

  test.each(['nia', 'safia', 'mara', 'hugo'])('%s may not for D1', (id) => {
    const done = evidence('D1', '2027-03-27T11:00:00Z', { by: person(id) })
    expect(openCase().ask(saturday, done).refusal).toMatchObject({
      code: 'notYours',
      message:
        'Only the incident lead of Willow House (Ivan Petrov, Ines Carvalho, Otto Baptiste) or the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may record D1 StEIS alert.',
    })
  })

  test('the head acts as themselves, not in a role that somebody else holds', () => {
    const life = openCase()
    const done = evidence('D3', '2027-03-27T11:00:00Z', { by: person('halima') })
    life.ask(saturday, done)

    expect(life.says('notice:1')).toContain('by Halima Begum (Harbour NHS Foundation Trust)')
  })

  test('a clock that does not run on this case is refused', () => {
    expect(openCase().ask(saturday, evidence('E1a', saturday)).refusal).toMatchObject({
      code: 'notRunning',
      message: 'E1a does not run on this case.',
    })
  })
})

describe('D2, judged on D3’s receipt', () => {
  const shared = '2027-03-31T09:15:00Z'
  const sentBefore = '2027-03-30T15:00:00Z'
  const recorded = '2027-03-31T12:00:00Z'

  test('sent before or with the report it is in time', () => {
    for (const sent of [sentBefore, shared]) {
      const life = openCase()
      life.ask(recorded, evidence('D2', sent))
      life.ask(recorded, evidence('D3', shared))
      expect(life.clock('D2')).toMatchObject({ state: 'met', late: false })
    }
  })

  test('not sent when the report is shared, it is missed at that moment', () => {
    const life = openCase()
    life.ask(recorded, evidence('D3', shared))

    expect(life.clock('D2')).toMatchObject({ state: 'missed', dueAt: shared })
    expect(life.says('notice:2')).toContain(
      'D2 SitRep is OVERDUE\nIt was due Wed 31 Mar 2027 10:15 BST.',
    )
  })

  test('sent afterwards it is late; sent before and recorded afterwards it is in time', () => {
    const after = openCase()
    after.ask(recorded, evidence('D3', shared))
    after.ask('2027-03-31T13:00:00Z', evidence('D2', '2027-03-31T12:30:00Z'))
    expect(after.clock('D2')).toMatchObject({ state: 'met', late: true })

    const before = openCase()
    before.ask(recorded, evidence('D3', shared))
    before.ask('2027-03-31T13:00:00Z', evidence('D2', sentBefore))
    expect(before.clock('D2')).toMatchObject({ state: 'met', late: false })
  })

  test('a receipt that is back-dated before the SitRep makes it late after all', () => {
    const life = openCase()
    life.ask('2027-03-30T16:00:00Z', evidence('D2', sentBefore))
    expect(life.clock('D2').late).toBe(false)
    life.ask(recorded, evidence('D3', '2027-03-30T14:00:00Z'))

    expect(life.clock('D2')).toMatchObject({ state: 'met', late: true, metAt: sentBefore })
    expect(life.clock('D2').recordedAt).toBe('2027-03-30T16:00:00Z')
    expect(life.says(`notice:${life.record().notices.length}`)).toContain('D2 SitRep: done, LATE')
  })

  test('the verdict does not depend on which of the two is recorded first', () => {
    const times = ['2027-04-01T09:00:00Z', '2027-04-05T08:00:00Z', '2027-04-05T10:00:00Z']
    for (const sent of times) {
      for (const received of times) {
        const verdicts = [
          [evidence('D2', sent), evidence('D3', received)],
          [evidence('D3', received), evidence('D2', sent)],
        ].map((order) => {
          const life = openCase()
          life.through('2027-04-06T08:00:00Z')
          for (const one of order) life.ask('2027-04-06T12:00:00Z', one)
          return life.clock('D2').late
        })
        expect(verdicts).toEqual([sent > received, sent > received])
      }
    }
  })

  test('while no report has arrived it is due with D3, and late after that', () => {
    const life = openCase()
    life.through('2027-04-05T08:00:00Z')
    expect(life.clock('D2')).toMatchObject({ state: 'missed', dueAt: '2027-04-01T22:59:59Z' })

    life.ask('2027-04-05T09:00:00Z', evidence('D2', '2027-04-05T08:30:00Z'))
    expect(life.clock('D2')).toMatchObject({ state: 'met', late: true })
  })
})

describe('a clock that is overdue when it starts', () => {
  // S06: identified a week late.
  const late = incident({
    occurredAt: '2027-01-11T16:00:00Z',
    identifiedAt: '2027-01-18T10:05:00Z',
  })
  const at = '2027-01-18T10:10:00Z'

  test('asks its holder why, once, and D2 shares D3’s reason', () => {
    const life = openCase(late, at)

    expect(life.clock('D3')).toMatchObject({ state: 'missed', overdueOnEntry: true })
    expect(life.clock('D2')).toMatchObject({ state: 'missed', overdueOnEntry: true })
    expect(life.record().prompts.map(({ id }) => id)).toEqual(['triage', 'lateReason-D3'])
    expect(life.prompt('lateReason-D3').asked).toEqual(['quinn'])
  })

  test('keeps the reason and shows it; an empty one is refused', () => {
    const life = openCase(late, at)
    expect(life.ask(at, answer('quinn', 'lateReason-D3', 'reason')).refusal).toMatchObject({
      code: 'missing',
      fields: { reason: 'Give the reason.' },
    })
    life.ask(at, answer('quinn', 'lateReason-D3', 'reason', { reason: 'Found in a case review.' }))

    expect(life.clock('D3').lateReason).toBe('Found in a case review.')
    expect(life.says('root')).toContain('Why late: Found in a case review. ')
    expect(life.says('notice:1')).toContain('why it is late')
  })

  test('a reply in the thread gives the reason as well', () => {
    const life = openCase(late, at)
    life.ask(at, answer('dora', 'lateReason-D3', 'Found in a case review.'))

    expect(life.clock('D3').lateReason).toBe('Found in a case review.')
  })

  test('is met late, and its climb can still be taken', () => {
    const life = openCase(late, at)
    expect(life.ask(at, have('quinn', 'D3')).refusal).toBeUndefined()
    life.ask('2027-01-19T10:00:00Z', evidence('D3', '2027-01-19T09:30:00Z'))

    expect(life.clock('D3')).toMatchObject({ state: 'met', late: true })
  })

  test('D1 too, when the incident was identified more than 48 hours ago', () => {
    const life = openCase(late, '2027-01-21T10:00:00Z')

    expect(life.clock('D1')).toMatchObject({ state: 'missed', overdueOnEntry: true })
    expect(life.nudges('D1')).toEqual(['Thu 21 Jan 2027 10:00 GMT overdue: ivan'])
    expect(life.prompt('lateReason-D1').asked).toEqual(['ivan'])
  })
})
