import { describe, expect, test } from 'vitest'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import { plusMinutes } from '../../../src/core/time/instant.ts'
import { policyOf } from '../../fixtures/context.ts'
import { sent } from '../../fixtures/life.ts'
import { convene, incident, meetingId, openCase, person, raisedAt } from './cases.ts'

const at = '2027-03-27T09:00:00Z'

function note(who: string, text: string): CaseIntentOf<'note'> {
  return { kind: 'case', type: 'note', by: person(who), text }
}

describe('convening', () => {
  test('asks for the meeting with the case’s own places', () => {
    const { followUps, refusal } = openCase().ask(at, convene())

    expect(refusal).toBeUndefined()
    expect(followUps).toMatchObject([
      {
        intent: {
          kind: 'meeting',
          type: 'call',
          by: person('quinn'),
          rule: 'M3',
          case: 'case-7k2m9q4x',
          provider: { slug: 'willow' },
          places: [{ to: { room: 'willow' } }, { to: { room: 'C0WILLOW' } }],
        },
      },
    ])
  })

  test('a risk summit answers the urgent question; a teleconference does not', () => {
    const summit = openCase(incident({ danger: true }))
    summit.ask(at, convene({ meeting: 'M1', urgent: true }))
    expect(summit.prompt('urgent')).toMatchObject({
      state: 'answered',
      answer: 'Risk summit called',
    })

    const call = openCase(incident({ danger: true }))
    call.ask(at, convene())
    expect(call.prompt('urgent').state).toBe('open')
  })

  test.each([
    ['an unknown meeting', { meeting: 'M99' }, 'unknown', 'M99'],
    ['a time that has passed', { startsAt: '2027-03-27T08:59:59Z' }, 'invalid', 'has passed'],
    ['no reason', { why: ' ' }, 'missing', 'Say why it is called'],
    ['no seats', { seats: [] }, 'missing', 'Choose at least one seat'],
    ['an unknown seat', { seats: ['throne'] }, 'unknown', 'throne'],
    ['somebody who may not', { by: person('ivan') }, 'notYours', 'the quality lead of Harbour'],
  ] as const)('with %s is refused at once', (_name, over, code, words) => {
    const { refusal, events } = openCase().ask(
      at,
      convene({ ...over, seats: [...('seats' in over ? over.seats : ['quality-manager'])] }),
    )

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
    expect(events).toEqual([])
  })

  test('the head, asked last about a risk summit, may call it', () => {
    const life = openCase(incident({ danger: true }))
    life.through('2027-03-26T21:05:00Z')
    expect(life.prompt('urgent').asked).toContain('halima')

    const summit = convene({ meeting: 'M1', urgent: true, by: person('halima') })
    expect(life.ask('2027-03-26T21:06:00Z', summit).refusal).toBeUndefined()
  })

  test('reserves the meeting until that has begun: nobody calls it a second time meanwhile', () => {
    const life = openCase()
    life.ask(at, convene())

    expect(life.ask(at, convene({ by: person('halima') })).refusal).toMatchObject({
      code: 'alreadyOpen',
      message:
        'Quinn Adeyemi is calling the teleconference at this moment (Sat 27 Mar 2027 09:00 GMT). It shows here within a minute. If it does not, call it again after 10 minutes.',
    })
    expect(life.ask(at, convene({ meeting: 'M1', urgent: true })).refusal).toBeUndefined()
    life.ask(at, {
      kind: 'case',
      type: 'noteMeeting',
      meeting: meetingId,
      rule: 'M3',
      label: 'Teleconference',
    })
    expect(life.record().calling?.map(({ rule }) => rule)).toEqual(['M1'])
    expect(life.ask(at, convene()).refusal?.message).toContain('is called already')
  })

  test('reserves nothing once the call is refused, nor for good when no answer comes', () => {
    const life = openCase()
    life.ask(at, convene())
    const refusal = { code: 'missing', message: 'Nobody would be called.' } as const
    life.ask(at, { kind: 'case', type: 'noteRefusal', asked: 'call', rule: 'M3', refusal })

    expect(life.record()).not.toHaveProperty('calling')
    expect(life.ask(at, convene()).refusal).toBeUndefined()
    expect(life.ask('2027-03-27T09:09:59Z', convene()).refusal?.code).toBe('alreadyOpen')
    expect(life.ask('2027-03-27T09:10:00Z', convene()).refusal).toBeUndefined()
    expect(life.record().calling).toHaveLength(1)
  })

  test('reserves for as long as the rules say, and for ten minutes where they are silent', () => {
    const { convening, ...silent } = policyOf('provider-collaborative')
    const citation = convening?.citation ?? silent.prompting.citation
    const longer = { id: 'longer', label: 'Longer', reservedMinutes: 25, citation }

    for (const [policy, minutes] of [
      [{ ...silent, convening: longer }, 25],
      [silent, 10],
    ] as const) {
      const life = openCase(incident(), raisedAt, { policy })
      life.ask(at, convene())
      expect(life.ask(at, convene()).refusal?.message).toContain(`after ${minutes} minutes`)
      const over = plusMinutes(at, minutes)
      expect(life.ask(plusMinutes(over, -1), convene()).refusal?.code).toBe('alreadyOpen')
      expect(life.ask(over, convene()).refusal).toBeUndefined()
    }
  })

  test('leaves no trace of the reservation once the meeting has begun', () => {
    const life = openCase()
    life.ask(at, convene())
    const called = { meeting: meetingId, rule: 'M3', label: 'Teleconference' }
    life.ask(at, { kind: 'case', type: 'noteMeeting', ...called })

    expect(life.record()).not.toHaveProperty('calling')
  })

  test('a meeting that was called and held is shown, and its record meets D4', () => {
    const life = openCase()
    const called = { meeting: meetingId, rule: 'M3', label: 'Teleconference' }
    life.ask(at, { kind: 'case', type: 'noteMeeting', ...called })
    expect(life.ask(at, { kind: 'case', type: 'noteMeeting', ...called }).events).toEqual([])
    expect(life.says('notice:1')).toContain('Teleconference called\nReference M-7K2M-9Q4X.')
    expect(life.ask(at, convene()).refusal).toMatchObject({
      code: 'alreadyOpen',
      message:
        'The teleconference M-7K2M-9Q4X is called already. Record it or call it off before you call another one.',
    })

    life.ask('2027-03-27T11:00:00Z', {
      kind: 'case',
      type: 'noteMeetingClosed',
      meeting: meetingId,
      by: person('quinn'),
      heldAt: '2027-03-27T10:00:00Z',
      meets: 'D4',
    })
    expect(life.clock('D4')).toMatchObject({ state: 'met', metAt: '2027-03-27T10:00:00Z' })
    expect(life.clock('D4').late).toBe(false)
  })
})

describe('a meeting whose time of holding is corrected', () => {
  const HELD = '2027-03-27T10:00:00Z'
  const LATER = '2027-03-27T12:30:00Z'
  const told = {
    kind: 'case',
    type: 'noteMeetingClosed',
    meeting: meetingId,
    by: person('quinn'),
    meets: 'D4',
  } as const

  function heldOnce() {
    const life = openCase()
    const called = { meeting: meetingId, rule: 'M3', label: 'Teleconference' }
    life.ask(at, { kind: 'case', type: 'noteMeeting', ...called })
    life.ask('2027-03-27T11:00:00Z', { ...told, heldAt: HELD })
    return life
  }

  test('meets its clock at the corrected time, and the thread says what it was before', () => {
    const life = heldOnce()
    const { events } = life.ask('2027-03-27T13:00:00Z', { ...told, heldAt: LATER, was: HELD })

    expect(events.map(({ type }) => type)).toEqual(['clockMet', 'clockStartCorrected'])
    expect(life.clock('D4')).toMatchObject({
      state: 'met',
      metAt: LATER,
      recordedAt: '2027-03-27T11:00:00Z',
    })
    const words = life.says(`notice:${life.record().notices.length}`)
    expect(words).toContain('time corrected, done')
    expect(words).toContain(
      'Done Sat 27 Mar 2027 12:30 GMT, not Sat 27 Mar 2027 10:00 GMT: corrected Sat 27 Mar 2027 13:00 GMT by Quinn Adeyemi',
    )
  })

  test('is when the updates after it begin: one that was given since the corrected time is taken', () => {
    const life = heldOnce()
    const EARLY = '2027-03-27T09:15:00Z'
    const update = {
      kind: 'case',
      type: 'evidence',
      by: person('quinn'),
      clock: 'D5',
      doneAt: '2027-03-27T09:45:00Z',
      reference: null,
      form: 'update',
      answers: {},
    } as const
    expect(life.clock('D5').startAt).toBe(HELD)
    expect(life.ask(LATER, update).refusal?.message).toContain('D5 began at')

    life.ask(LATER, { ...told, heldAt: EARLY, was: HELD })

    expect(life.clock('D5')).toMatchObject({ startAt: EARLY, state: 'running', dueAt: null })
    expect(life.ask(LATER, update).refusal).toBeUndefined()
    expect(life.clock('D5').lastAt).toBe(update.doneAt)
    // How often is counted from the last of them, whatever is corrected after it.
    const { dueAt } = life.clock('D5')
    life.ask('2027-03-27T13:00:00Z', { ...told, heldAt: HELD, was: EARLY })
    expect(life.clock('D5')).toMatchObject({ startAt: HELD, dueAt, lastAt: update.doneAt })
  })

  test('is what a clock with a time of its own is counted from, where that began with it', () => {
    const pack = policyOf('provider-collaborative')
    const clocks = pack.clocks.map((one) => (one.id === 'E1c' ? { ...one, optional: false } : one))
    const life = openCase(incident(), raisedAt, { policy: { ...pack, clocks } })
    const meets = { ...told, meets: 'D1' }
    life.ask('2027-03-27T11:00:00Z', { ...meets, heldAt: HELD })
    const first = life.clock('E1c')

    const corrected = '2027-03-31T10:00:00Z'
    life.ask('2027-04-01T13:00:00Z', { ...meets, heldAt: corrected, was: HELD })

    expect(first).toMatchObject({ startAt: HELD, dueAt: '2027-06-23T22:59:59Z' })
    expect(life.clock('E1c')).toMatchObject({
      state: 'running',
      startAt: corrected,
      dueAt: '2027-06-25T22:59:59Z',
      nudgeAt: '2027-06-24T08:00:00Z',
      words: expect.stringContaining('60 working days from Wed 31 Mar'),
    })
  })

  test('changes no clock that was met by anything else, and none without such a time', () => {
    const life = heldOnce()

    const other = { ...told, heldAt: LATER, was: '2027-03-27T09:30:00Z' }
    expect(life.ask('2027-03-27T13:00:00Z', other).events).toEqual([])
    expect(life.ask('2027-03-27T13:00:00Z', { ...other, meets: null, was: HELD }).events).toEqual(
      [],
    )
  })

  test('judges a clock with a due time anew: in time, or late', () => {
    const life = heldOnce()
    const due = life.clock('D3').dueAt ?? ''
    const early = plusMinutes(due, -60)
    const late = plusMinutes(due, 60)
    const meets = { ...told, meets: 'D3' }
    const now = plusMinutes(due, 120)
    life.ask(now, { ...meets, heldAt: early })
    expect(life.clock('D3')).toMatchObject({ state: 'met', late: false })

    life.ask(now, { ...meets, heldAt: late, was: early })
    expect(life.clock('D3')).toMatchObject({ metAt: late, late: true })
    expect(life.says(`notice:${life.record().notices.length}`)).toContain(', LATE')

    life.ask(now, { ...meets, heldAt: early, was: late })
    expect(life.clock('D3')).toMatchObject({ metAt: early, late: false })
  })
})

describe('notes and what could not be done', () => {
  test.each([
    ['nia', true],
    ['quinn', true],
    ['mara', true],
    ['meera', false],
    ['faye', false],
    ['cleo', false],
  ])('%s, who may read the case or not, may note: %s', (id, may) => {
    const { refusal } = openCase().ask(at, note(id, ' Two staff are off. '))

    expect(refusal === undefined).toBe(may)
  })

  test('a note is shown with who wrote it; an empty one is refused', () => {
    const life = openCase()
    life.ask(at, note('ivan', ' Two staff are off. '))

    expect(life.says('notice:1')).toBe(
      'Note\nIvan Petrov (incident lead, Willow House)\nTwo staff are off.',
    )
    expect(life.ask(at, note('ivan', '  ')).refusal?.code).toBe('missing')
  })

  test('what another record refused is told in the thread', () => {
    const life = openCase()
    const refusal = { code: 'invalid', message: 'Willow House is on “Enhanced” already.' } as const
    life.ask(at, { kind: 'case', type: 'noteRefusal', asked: 'changeLevel', refusal })

    expect(life.says('notice:1')).toBe(
      'This could not be done\nWillow House is on “Enhanced” already.',
    )
  })

  test('a message that cannot be delivered is told in the places that are left, and never about a notice', () => {
    const life = openCase()
    const lost = { kind: 'case', type: 'noteUndelivered', reason: 'The room is gone.' } as const
    const place = 'web/room/willow'

    expect(sent(life.ask(at, { ...lost, slot: 'root', place }))).toEqual([
      'slack/room/C0WILLOW notice:1',
    ])
    expect(life.says('notice:1')).toContain('The room is gone.')
    expect(sent(life.ask(at, { ...lost, slot: 'notice:1', place }))).toEqual([])
    expect(life.record().notices).toHaveLength(1)
  })

  test('a message that an administrator gave up is told in the places that are left', () => {
    const life = openCase()
    const dropped = { kind: 'case', type: 'noteDropped', reason: 'The room was closed.' } as const

    expect(sent(life.ask(at, { ...dropped, slot: 'root', place: 'web/room/willow' }))).toEqual([
      'slack/room/C0WILLOW notice:1',
    ])
    expect(life.says('notice:1')).toContain(
      'An administrator gave up a message to a room on Web, which could not be delivered: The room was closed.',
    )
  })
})
