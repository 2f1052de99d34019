import { describe, expect, test } from 'vitest'
import type { MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { sent } from '../../fixtures/life.ts'
import { answer, calledAt, openSummit, person, wake } from './meeting.ts'

const soon = '2027-08-14T07:57:00Z'
const climb = '2027-08-14T08:10:00Z'

function standIn(by: string, seat: string, who = by): MeetingIntentOf<'standIn'> {
  return { kind: 'meeting', type: 'standIn', by: person(by), seat, person: who }
}

describe('standing in for a seat', () => {
  test('is said by whoever is in the meeting, and the roll shows it beside the one who was called', () => {
    const life = openSummit()

    const happened = life.ask(soon, standIn('quinn', 'regional-medical-director', 'ada'))

    expect(life.says('root')).toMatch(
      /medical director – Mick Farrell: called, no answer yet.*; Ada Fofanah: put down by Quinn Adeyemi to stand in/,
    )
    expect(sent(happened)).toContain('web/room/web-room root')
    expect(life.says('prompt:seat-ada')).toContain(
      'medical director (put down by Quinn Adeyemi to stand in)',
    )
  })

  test('by somebody else’s word answers nothing for them: their own call waits, and they are told', () => {
    const life = openSummit()

    const happened = life.ask(soon, standIn('quinn', 'regional-medical-director', 'ada'))

    expect(happened.events.map(({ type }) => type)).toEqual(['stoodIn', 'callReminded'])
    expect(sent(happened)).toContain('web/person/ada nudge:seat-ada:1')
    expect(life.says('prompt:seat-ada')).toContain('Please answer: are you coming')
    expect(life.says('root')).toContain(
      'accountable officer or chief nurse – Ada Fofanah: called, no answer yet',
    )

    life.ask(soon, answer('ada', 'seat-ada', 'coming'))
    expect(life.says('root')).toContain('Ada Fofanah, standing in: coming')
    expect(life.says('root')).toContain('accountable officer or chief nurse – Ada Fofanah: coming')
  })

  test('is asked of somebody who was not called, and again of somebody who had sent apologies', () => {
    const life = openSummit()
    life.ask(soon, answer('ada', 'seat-ada', 'apologies'))

    life.ask(soon, standIn('quinn', 'gmc-adviser', 'ada'))
    life.ask(soon, standIn('quinn', 'icb-accountable-officer', 'carl'))

    for (const slot of ['prompt:seat-ada', 'prompt:seat-carl']) {
      expect(life.says(slot)).toContain('(put down by Quinn Adeyemi to stand in)')
      expect(life.says(slot)).toContain('Please answer: are you coming')
    }
    expect(life.says('root')).toContain('Ada Fofanah: apologies')
  })

  test('oneself answers an own call that waits, and nobody else is called for the seat', () => {
    const life = openSummit()
    life.ask(soon, answer('rhea', 'chair', 'confirm'))
    life.ask(soon, standIn('rhea', 'regional-medical-director'))
    life.ask(soon, standIn('ada', 'icb-nominated-director'))

    expect(life.says('prompt:seat-ada')).toContain('You answered')
    const { events } = life.ask(climb, wake)
    expect(events).not.toContainEqual(
      expect.objectContaining({ type: 'seatCalled', seat: 'regional-medical-director' }),
    )
  })

  test('fills a seat that nobody holds: it is empty no more', () => {
    const life = openSummit()
    expect(life.says('root')).toMatch(/Empty seats: .*General Medical Council/)

    life.ask(soon, standIn('quinn', 'gmc-adviser', 'ada'))

    expect(life.says('root')).not.toMatch(/Empty seats: .*General Medical Council/)
    expect(life.says('root')).toContain(
      'General Medical Council – Ada Fofanah: put down by Quinn Adeyemi to stand in',
    )
  })

  test('lets a colleague of the organisation whose seat it is into the room', () => {
    const life = openSummit()

    const happened = life.ask(soon, standIn('quinn', 'icb-accountable-officer', 'carl'))

    expect(happened.effects).toContainEqual(
      expect.objectContaining({ type: 'invite', people: ['carl'] }),
    )
    expect(life.record().people).toContain('carl')
  })

  test('is for the next in line again when the one who stands in cannot come after all', () => {
    const life = openSummit()
    life.ask(soon, answer('mick', 'seat-mick', 'apologies'))
    life.ask(soon, standIn('quinn', 'regional-medical-director', 'ada'))

    life.ask(soon, answer('ada', 'seat-ada', 'apologies'))

    expect(life.says('root')).toMatch(/Ada Fofanah, standing in: apologies/)
  })

  test.each([
    [
      'for a seat that is not there',
      standIn('quinn', 'the-throne', 'ada'),
      'unknown',
      'no such seat',
    ],
    [
      'for a seat that was not called',
      standIn('quinn', 'icb-commissioner', 'ada'),
      'unknown',
      'no such seat',
    ],
    [
      'by somebody who is coming for it',
      standIn('quinn', 'lead-provider-quality-lead'),
      'invalid',
      'is coming for this seat already',
    ],
    [
      'by somebody who is in no directory',
      standIn('quinn', 'gmc-adviser', 'nobody-known'),
      'unknown',
      'cannot stand in',
    ],
    [
      'by somebody of another organisation who was not called',
      standIn('quinn', 'gmc-adviser', 'hugo'),
      'notYours',
      'not in this meeting',
    ],
    [
      'of another, by somebody who neither calls nor chairs it',
      standIn('wanda', 'gmc-adviser', 'ada'),
      'notYours',
      'may say who stands in at the risk summit',
    ],
    [
      'by somebody who was not called',
      standIn('nia', 'gmc-adviser'),
      'notYours',
      'may say who stands in at the risk summit',
    ],
  ])('is refused %s, with what to do instead', (_what, intent, code, words) => {
    const { refusal } = openSummit().ask(soon, intent)

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
  })

  test('is refused once the meeting is over', () => {
    const life = openSummit()
    const record = {
      kind: 'meeting',
      type: 'record',
      by: person('quinn'),
      heldAt: calledAt,
      form: 'riskSummitRecord',
      answers: {},
    } as const
    life.ask(soon, record)

    expect(life.ask(soon, standIn('ada', 'gmc-adviser')).refusal?.code).toBe('closed')
  })
})

describe('whoever neither calls nor chairs a meeting', () => {
  test('takes an empty seat of their own organisation, and gives none to another', () => {
    const life = openSummit()

    expect(life.ask(soon, standIn('wanda', 'cqc-inspector')).refusal?.message).toContain(
      'Only whoever calls or chairs the meeting may say that you stand in for it. You can take an empty seat of your own organisation, and “Care Quality Commission” is none.',
    )
    expect(life.ask(soon, standIn('carl', 'icb-nominated-director')).refusal?.message).toMatch(
      /^Only /,
    )
    expect(life.ask(soon, standIn('ada', 'icb-nominated-director')).refusal).toBeUndefined()
  })

  test('takes no seat to which somebody comes', () => {
    const life = openSummit()
    life.ask(soon, answer('mick', 'seat-mick', 'coming'))

    const { refusal } = life.ask(soon, standIn('nell', 'regional-medical-director'))

    expect(refusal?.message).toContain('Mick Farrell is coming for this seat.')
  })
})

test('whoever said that they were coming does not count once somebody sits there in their place', () => {
  const life = openSummit()
  life.ask(soon, answer('mick', 'seat-mick', 'coming'))

  life.ask(soon, standIn('quinn', 'regional-medical-director', 'ada'))

  expect(life.says('root')).toMatch(
    /medical director – Mick Farrell: no longer called \(somebody stands in\); Ada Fofanah: put down by Quinn Adeyemi to stand in/,
  )
})
