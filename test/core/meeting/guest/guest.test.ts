import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { sent } from '../../../fixtures/life.ts'
import { answer, openSummit, person } from '../meeting.ts'

const NOW = '2027-08-14T08:30:00Z'

function bringIn(who: string, whom = 'safia', why = 'She knows the ward.'): MeetingIntent {
  return { kind: 'meeting', type: 'bringIn', by: person(who), person: whom, why }
}

function takeOut(who: string, whom = 'safia', reason = 'It is settled.'): MeetingIntent {
  return { kind: 'meeting', type: 'takeOut', by: person(who), person: whom, reason }
}

describe('a specialist', () => {
  test('is brought in by whoever called or chairs: into the room, called, and on the roll', () => {
    const life = openSummit()

    const brought = life.ask(NOW, bringIn('quinn'))

    expect(brought.effects).toContainEqual({
      type: 'invite',
      place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
      people: ['safia'],
    })
    expect(sent(brought)).toEqual(['web/person/safia prompt:seat-safia', 'web/room/web-room root'])
    expect(life.says('root')).toContain('Brought in by Quinn Adeyemi: She knows the ward.')
    expect(life.says('prompt:seat-safia')).toContain('You are called: Risk summit')
    expect(life.says('root', { type: 'actor', actor: person('safia') })).toContain('Risk summit')
  })

  test('answers as everybody else does', () => {
    const life = openSummit()
    life.ask(NOW, bringIn('rhea'))

    life.ask(NOW, answer('safia', 'seat-safia', 'coming'))

    expect(life.says('root')).toContain('Safia Khan, brought in: coming')
  })

  test.each([
    ['by somebody else who was called', bringIn('nell'), /Only/],
    ['who is in it already', bringIn('quinn', 'rhea'), /is in this meeting already/],
    ['who is in no directory', bringIn('quinn', 'nobody-known'), /not in the directory/],
    ['without a reason', bringIn('quinn', 'safia', ' '), /Say why/],
  ])('is not brought in %s', (_, intent, words) => {
    expect(openSummit().ask(NOW, intent).refusal?.message).toMatch(words)
  })

  test('is taken out again: out of the room, told so, with the reason on the roll', () => {
    const life = openSummit()
    life.ask(NOW, bringIn('quinn'))

    const taken = life.ask(NOW, takeOut('quinn'))

    expect(taken.effects).toContainEqual({
      type: 'remove',
      place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
      people: ['safia'],
    })
    expect(sent(taken)).toEqual(['web/person/safia prompt:seat-safia', 'web/room/web-room root'])
    expect(life.says('root')).toContain('no longer called (It is settled.)')
    const own = { channel: 'web', to: { type: 'person', person: 'safia' } } as const
    expect(life.says('prompt:seat-safia', { type: 'place', place: own })).toContain(
      'You are no longer called',
    )
    expect(life.record().people).not.toContain('safia')
  })

  test('is brought in again after that', () => {
    const life = openSummit()
    life.ask(NOW, bringIn('quinn'))
    life.ask(NOW, takeOut('quinn'))

    const again = life.ask(NOW, bringIn('quinn'))

    expect(sent(again)).toContain('web/person/safia prompt:seat-safia')
    const own = { channel: 'web', to: { type: 'person', person: 'safia' } } as const
    expect(life.says('prompt:seat-safia', { type: 'place', place: own })).toContain(
      'You are called',
    )
  })

  test('who has a seat by the rule is not taken out: they send apologies', () => {
    expect(openSummit().ask(NOW, takeOut('quinn', 'rhea')).refusal?.message).toContain(
      'was not brought in',
    )
  })
})
