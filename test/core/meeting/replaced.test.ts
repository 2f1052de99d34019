import { describe, expect, test } from 'vitest'
import type { MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { seenStandIns } from '../../../src/core/meeting/stand-in-seen.ts'
import { organisationOf } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { sevenMembers } from '../../fixtures/seven-members.ts'
import { now, openVoting, proposal, vote } from './decision/deciding.ts'
import { answer, openSummit, person, wake } from './meeting.ts'

const soon = '2027-08-14T07:57:00Z'

function standIn(by: string, seat: string, who: string): MeetingIntentOf<'standIn'> {
  return { kind: 'meeting', type: 'standIn', by: person(by), seat, person: who }
}

/** Cleo said that she comes, and Quinn put Ada in her seat. */
function replaced() {
  const life = openVoting()
  life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))
  const happened = life.ask(soon, standIn('quinn', 'cqc-inspector', 'ada'))
  return { life, happened }
}

const seatOf = (says: string | undefined) => says?.match(/Care Quality Commission – .*/)?.[0]

describe('whoever said that they were coming, and in whose seat somebody is put', () => {
  test('is told in a message of its own, and can take the seat back', () => {
    const { life, happened } = replaced()

    expect(sent(happened)).toContain('web/person/cleo nudge:seat-cleo:1')
    expect(life.says('nudge:seat-cleo:1')).toContain('somebody stands in for you')
    expect(life.says('prompt:seat-cleo')).toContain(
      'Ada Fofanah was given your seat “Care Quality Commission” since. If you come all the same, answer “coming”: it is yours again.',
    )
    expect(life.says('prompt:seat-cleo')).toContain('[Coming]')
  })

  test('has the seat and the vote again once they answer “coming”; who was put there is let go', () => {
    const { life } = replaced()

    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))

    expect(seatOf(life.says('root'))).toContain(
      'Cleo Marchetti: coming; Ada Fofanah, standing in: no longer needed',
    )
    expect(life.says('prompt:seat-cleo')).not.toContain('was given your seat')
    expect(life.ask(soon, answer('cleo', 'seat-cleo', 'coming')).events).toEqual([])
    life.ask(now, proposal())
    expect(life.ask(now, vote('cleo', 'for')).refusal).toBeUndefined()
  })

  test('has it alone again also when the stand-in said themselves that they come, and is told', () => {
    const { life } = replaced()
    life.ask(soon, answer('ada', 'seat-ada', 'coming'))

    const happened = life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))

    expect(seatOf(life.says('root'))).toBe(
      'Care Quality Commission – Cleo Marchetti: coming; Ada Fofanah, standing in: no longer needed',
    )
    expect(sent(happened)).toContain('web/person/ada nudge:seat-ada:2')
    expect(life.says('nudge:seat-ada:2')).toContain('you need not stand in any more')
  })

  test('has it alone again also when whoever chairs had taken it themselves', () => {
    const life = openVoting()
    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))
    life.ask(soon, standIn('rhea', 'cqc-inspector', 'rhea'))

    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))

    expect(seatOf(life.says('root'))).toBe(
      'Care Quality Commission – Cleo Marchetti: coming; Rhea Dutta, standing in: no longer needed',
    )
  })

  test('has the seat again, and is told, when the stand-in cannot come', () => {
    const { life } = replaced()

    const happened = life.ask(soon, answer('ada', 'seat-ada', 'apologies'))

    expect(seatOf(life.says('root'))).toBe(
      'Care Quality Commission – Cleo Marchetti: coming; Ada Fofanah, standing in: apologies',
    )
    expect(sent(happened)).toContain('web/person/cleo nudge:seat-cleo:2')
    expect(life.says('nudge:seat-cleo:2')).toContain('your seat is yours again')
  })

  test('has the seat again when the stand-in leaves the directory', () => {
    const { life } = replaced()
    const left = sevenMembers.map((one) =>
      organisationOf({ ...one, people: one.people.filter(({ id }) => id !== 'ada') }),
    )

    const happened = life.ask(soon, wake, { directory: { organisations: left } })

    expect(seatOf(life.says('root'))).toMatch(/Cleo Marchetti: coming; .*has left the directory$/)
    expect(sent(happened)).toContain('web/person/cleo nudge:seat-cleo:2')
  })

  test('does not when they sent apologies meanwhile', () => {
    const { life } = replaced()
    life.ask(soon, answer('cleo', 'seat-cleo', 'apologies'))

    life.ask(soon, answer('ada', 'seat-ada', 'apologies'))

    expect(seatOf(life.says('root'))).toContain('Cleo Marchetti: apologies')
  })
})

describe('a seat that is given back with the same form', () => {
  test('is that of whoever had it, once; who was put there by mistake is told', () => {
    const { life } = replaced()

    const happened = life.ask(soon, standIn('quinn', 'cqc-inspector', 'cleo'))

    expect(happened.events?.find(({ type }) => type === 'seatCalled')).toMatchObject({
      by: { type: 'person', person: 'quinn', role: 'quality-lead' },
    })
    expect(seatOf(life.says('root'))).toBe(
      'Care Quality Commission – Cleo Marchetti: coming; Ada Fofanah, standing in: no longer needed',
    )
    expect(sent(happened)).toEqual(
      expect.arrayContaining([
        'web/person/ada nudge:seat-ada:2',
        'web/person/cleo nudge:seat-cleo:2',
      ]),
    )
    expect(life.says('nudge:seat-ada:2')).toContain('you need not stand in any more')
    expect(life.says('nudge:seat-cleo:2')).toContain('your seat is yours again')
    expect(life.says('prompt:seat-cleo')).not.toContain('was given your seat')
    expect(life.ask(soon, answer('cleo', 'seat-cleo', 'coming')).events).toEqual([])
  })

  test('asks whoever had it where they have not answered for the time that it has now', () => {
    const { life } = replaced()
    const moved = { startsAt: '2027-08-14T15:00:00Z', reason: 'The train is late.' }
    life.ask(soon, { kind: 'meeting', type: 'changeTime', by: person('quinn'), ...moved })

    life.ask(soon, standIn('quinn', 'cqc-inspector', 'cleo'))

    expect(seatOf(life.says('root'))).toContain('Cleo Marchetti: called, no answer yet')
  })
})

describe('two people who give one seat to two', () => {
  test('at once: the second reads what the first did, and decides again', () => {
    const life = openSummit()
    const seen = seenStandIns(life.record())
    life.ask(soon, { ...standIn('quinn', 'nmc-adviser', 'lena'), seen })

    const second = life.ask(soon, { ...standIn('rhea', 'nmc-adviser', 'wanda'), seen })

    expect(second.refusal).toMatchObject({
      code: 'stale',
      message: expect.stringContaining(
        'Quinn Adeyemi put Lena Marsh down for “Nursing and Midwifery Council” while your form was open.',
      ),
    })
    const other = { ...standIn('rhea', 'gmc-adviser', 'wanda'), seen }
    expect(life.ask(soon, other).refusal).toBeUndefined()
  })

  test('one after the other: who was put down first is told that they need not come', () => {
    const life = openSummit()
    life.ask(soon, standIn('quinn', 'gmc-adviser', 'bao'))
    life.ask(soon, standIn('quinn', 'provider-chief-executive', 'bao'))

    const second = life.ask(soon, standIn('rhea', 'provider-chief-executive', 'nia'))

    expect(sent(second)).toContain('web/person/bao nudge:seat-bao:2')
    expect(life.says('prompt:seat-bao')).toContain(
      'Nia Roberts was given your seat “Provider: chief executive” since.',
    )
    expect(life.says('root')).toContain('Nia Roberts: put down by Rhea Dutta to stand in')
  })

  test('and who has no other seat is asked nothing more', () => {
    const life = openSummit()
    life.ask(soon, standIn('quinn', 'icb-accountable-officer', 'carl'))

    life.ask(soon, standIn('rhea', 'icb-accountable-officer', 'lena'))

    expect(life.says('prompt:seat-carl')).toContain('Somebody else was given your seat')
    expect(life.says('prompt:seat-carl')).toContain('You need not come.')
    expect(life.record().prompts.find(({ id }) => id === 'seat-carl')?.state).toBe('withdrawn')
  })
})
