import { describe, expect, test } from 'vitest'
import { hasConflict } from '../../../../src/core/meeting/conflict/conflict.ts'
import type { Meeting } from '../../../../src/core/meeting/meeting.ts'
import { lifeOf, sent } from '../../../fixtures/life.ts'
import {
  conflict,
  later,
  letBack,
  movedTo,
  now,
  openVoting,
  proposal,
  vote,
} from '../decision/deciding.ts'
import { answer, calledAt, meetingId, person, roomOn, summit, teleconference } from '../meeting.ts'

const wholeOf = (slug: string) => ({ type: 'organisation', slug }) as const
const asPerson = (who: string) => ({ type: 'actor', actor: person(who) }) as const

describe('a conflict of interest', () => {
  test('takes whoever declares it out of the room, and the roll and a notice say what it is', () => {
    const life = openVoting()

    const happened = life.ask(now, conflict('wanda', 'wanda'))

    expect(happened.effects).toContainEqual({
      type: 'remove',
      place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
      people: ['wanda'],
    })
    expect(sent(happened)).toEqual(
      expect.arrayContaining(['web/person/wanda prompt:seat-wanda', 'web/room/web-room root']),
    )
    expect(life.says('root')).toContain(
      'Wanda Mensah (Willow House): A trustee owns the building. Declared Sat 14 Aug 2027 15:30 BST by Wanda Mensah (chief executive, Willow House). No vote; out of the closed part.',
    )
    expect(life.says('notice:1')).toContain(
      'They have no vote and are out of this room until they are let back in.',
    )
    expect(life.says('prompt:seat-wanda')).toContain('You are out of the closed part')
  })

  test('of a whole organisation keeps out everybody of it who is called', () => {
    const life = openVoting()

    const { effects } = life.ask(now, conflict(wholeOf('willow'), 'bao'))

    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'remove', people: ['wanda', 'bao'] }),
    )
    expect(life.says('notice:1')).toContain('This organisation has no vote')
  })

  test('of a whole organisation keeps out also whoever speaks for it and is listed elsewhere since', () => {
    const life = openVoting()
    const directory = movedTo('harbour', 'cleo')

    const { effects } = life.ask(now, conflict(wholeOf('cqc'), 'rhea'), { directory })

    expect(effects).toContainEqual(expect.objectContaining({ type: 'remove', people: ['cleo'] }))
    expect(hasConflict(life.record(), 'cleo', directory)).toBe(true)
    expect(life.ask(now, conflict('quinn', 'quinn'), { directory }).refusal).toBeUndefined()
  })

  test('of a whole organisation is said by whoever speaks for it, and is not that of where they are listed since', () => {
    const life = openVoting()
    const directory = movedTo('willow', 'cleo')

    life.ask(now, conflict(wholeOf('willow'), 'bao'), { directory })

    expect(hasConflict(life.record(), 'cleo', directory)).toBe(false)
    expect(life.ask(now, conflict(wholeOf('cqc'), 'cleo'), { directory }).refusal).toBeUndefined()
  })

  test('is declared by oneself, or by whoever calls or chairs; nobody else is told of it', () => {
    const life = openVoting()

    expect(life.ask(now, conflict('wanda', 'mick')).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('Only'),
    })
    expect(life.ask(now, conflict('wanda', 'quinn')).refusal).toBeUndefined()
    expect(life.ask(now, conflict('bao', 'rhea')).refusal).toBeUndefined()
    expect(life.ask(now, conflict('nia', 'rhea')).refusal?.message).toContain('not called')
    expect(life.ask(now, conflict(wholeOf('fern'), 'rhea')).refusal?.message).toContain(
      'Nobody of that organisation is called',
    )
  })

  test('is said once, with what it is', () => {
    const life = openVoting()

    expect(life.ask(now, conflict('wanda', 'wanda', ' ')).refusal?.code).toBe('missing')
    life.ask(now, conflict('wanda', 'wanda'))
    expect(life.ask(later, conflict('wanda', 'rhea')).refusal).toMatchObject({
      code: 'alreadyOpen',
      message: expect.stringContaining('Sat 14 Aug 2027 15:30 BST'),
    })
  })

  test('hides what is decided from whoever is out, and leaves them their own call', () => {
    const life = openVoting()
    life.ask(now, conflict('wanda', 'wanda'))
    life.ask(now, proposal())

    for (const slot of ['root', 'decision:1', 'notice:1']) {
      const seen = life.says(slot, asPerson('wanda'))
      expect(seen).toContain('What is said and decided meanwhile is not shown to you.')
      expect(seen).not.toContain('takes no new patients')
    }
    expect(life.says('prompt:seat-wanda', asPerson('wanda'))).toContain('You are called')
    expect(life.says('decision:1', asPerson('mick'))).toContain('takes no new patients')
  })

  test('leaves its holder nothing to ask of the closed part, and names who may', () => {
    const life = openVoting()
    life.ask(now, conflict('quinn', 'quinn'))

    const by = person('quinn')
    const note = { kind: 'meeting', type: 'note', by, text: 'A word.' } as const
    for (const intent of [proposal({ by }), note, letBack(1, 'quinn')])
      expect(life.ask(later, intent).refusal).toMatchObject({
        code: 'notYours',
        message: expect.stringMatching(/Only those without a conflict of interest may .* Ask /),
      })
  })

  test('ends when whoever calls or chairs it lets them back in: they are invited, and the record says so', () => {
    const life = openVoting()
    life.ask(now, conflict('wanda', 'wanda'))

    const happened = life.ask(later, letBack(1))

    expect(happened.effects).toContainEqual(
      expect.objectContaining({ type: 'invite', people: ['wanda'] }),
    )
    expect(life.says('root')).toContain('Came back Sat 14 Aug 2027 15:40 BST, let in by Rhea Dutta')
    expect(life.says('root')).toContain('That item is over.')
    expect(life.says('root', asPerson('wanda'))).toContain('Seats: ')
    expect(life.ask(later, letBack(1)).refusal?.code).toBe('closed')
    expect(life.ask(later, letBack(7)).refusal?.code).toBe('unknown')
  })

  test('keeps somebody out for as long as another one does', () => {
    const life = openVoting()
    life.ask(now, conflict('wanda', 'wanda'))
    life.ask(now, conflict(wholeOf('willow'), 'rhea'))

    const { effects } = life.ask(later, letBack(1))

    expect(effects.filter(({ type }) => type === 'invite')).toEqual([])
    expect(life.says('root', asPerson('wanda'))).toContain('out of the closed part')
  })

  test('of the chair puts the next of the chair’s line in the question', () => {
    const life = openVoting()

    const happened = life.ask(now, conflict('rhea', 'rhea'))

    expect(sent(happened)).toContain('web/person/remy prompt:chair')
    expect(life.says('root')).toContain('Chair not confirmed. Asked: Remy Clarke.')
    expect(life.ask(later, answer('rhea', 'chair', 'confirm')).refusal?.code).toBe('notYours')
    life.ask(later, answer('remy', 'chair', 'confirm'))
    life.ask(later, letBack(1, 'remy'))
    expect(life.says('root')).toContain('Chair: Remy Clarke, confirmed.')
  })

  test('of the chair’s whole organisation leaves nobody of it to ask', () => {
    const life = openVoting()

    life.ask(now, conflict(wholeOf('south-east-team'), 'rhea'))

    expect(life.says('root')).toContain('Nobody of the chair’s organisation is left to ask')
    expect(life.says('root')).not.toContain('Remy Clarke')
  })

  test('calls nobody who has one when somebody else declines, and lets nobody send them', () => {
    const life = openVoting()
    life.ask(now, conflict(wholeOf('willow'), 'rhea'))

    life.ask(later, answer('wanda', 'seat-wanda', 'apologies'))

    expect(life.says('root')).toContain('Wanda Mensah: apologies')
    const guest = { by: person('rhea'), person: 'ivan', why: 'He was there.' }
    expect(life.ask(later, { kind: 'meeting', type: 'bringIn', ...guest }).refusal?.code).toBe(
      'invalid',
    )
    const sending = answer('bao', 'seat-bao', 'deputy', { person: 'nia' })
    expect(life.ask(later, sending).refusal?.message).toContain(
      'Nia Roberts can no longer be called',
    )
  })

  test('that is declared before the room is made takes them out of it once it is', () => {
    const life = lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId })
    life.ask(calledAt, { ...summit, places: summit.places.slice(0, 1) })
    life.ask(calledAt, conflict('wanda', 'wanda'))

    const { effects } = life.ask(calledAt, roomOn('web'))

    expect(effects).toContainEqual(expect.objectContaining({ type: 'remove', people: ['wanda'] }))
  })

  test('in the thread of a case takes nobody out: they have no vote, and it says so', () => {
    const life = lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId })
    life.ask(calledAt, teleconference)
    life.ask(calledAt, conflict('mara', 'mara'))

    const { effects } = life.ask(now, proposal({ by: person('quinn'), form: 'inCommon' }))

    expect(effects.filter(({ type }) => type === 'remove')).toEqual([])
    expect(life.says('notice:1')).toContain('nobody is taken out of it')
    expect(life.says('roll', asPerson('mara'))).toContain('Teleconference')
    expect(life.ask(later, vote('mara', 'for')).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('a conflict of interest is declared for you'),
    })
  })

  test('is not declared once the meeting is over', () => {
    const life = openVoting()
    const record = { form: 'riskSummitRecord', answers: { judgement: 'It is safe.' } }
    const held = { by: person('rhea'), heldAt: now, ...record }
    life.ask(later, { kind: 'meeting', type: 'record', ...held })

    expect(life.ask(later, conflict('wanda', 'wanda')).refusal?.code).toBe('closed')
  })
})
