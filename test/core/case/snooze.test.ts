import { describe, expect, test } from 'vitest'
import { have, openCase, snooze, wake } from './cases.ts'

const dueD1 = '2027-03-28T20:15:00Z'

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

  test('of an overdue clock lasts a day at the most', () => {
    const life = openCase()
    life.through('2027-04-03T10:00:00Z')
    life.ask('2027-04-03T10:00:00Z', snooze('quinn', 'D3', 365 * 24 * 60))

    expect(life.clock('D3').snoozedUntil).toBe('2027-04-04T10:00:00Z')
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
