import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { alarmed, sent } from '../../../fixtures/life.ts'
import { calledAt, newMeeting, person, roomOn, summit } from '../meeting.ts'

const at = '2027-08-14T09:05:00Z'
const LATER = '2027-08-14T09:15:00Z'
const SEATS = ['regional-director', 'provider-chief-executive']

const off: MeetingIntent = {
  kind: 'meeting',
  type: 'callOff',
  by: person('quinn'),
  reason: 'It was called for the wrong provider.',
}
const moved: MeetingIntent = {
  kind: 'meeting',
  type: 'changeTime',
  by: person('quinn'),
  startsAt: '2027-08-15T10:00:00Z',
  reason: 'The director is on a train.',
}
const refused = (slot: string, place = 'web/person/wanda'): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteUndelivered',
  slot,
  place,
  reason: 'The account is closed.',
})
const late = (slot: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteLate',
  slot,
  place: 'web/person/wanda',
  reason: 'It is down.',
})

/** Everybody is in chat; mail is on, or not. */
function called(lastResort: readonly string[]) {
  const life = newMeeting()
  const context = { channels: ['web'], lastResort, administrators: ['hugo'] }
  const places = summit.places.filter(({ channel }) => channel === 'web')
  life.ask(calledAt, { ...summit, places, seats: SEATS }, context)
  life.ask(calledAt, roomOn('web'))
  return life
}

const mailed = (happened: Parameters<typeof sent>[0]) =>
  sent(happened).filter((one) => one.startsWith('mail/'))

describe('that a meeting is called off', () => {
  test('goes by mail to whom the service does not take it for, once, and stands on the roll', () => {
    const life = called(['mail'])
    life.ask(at, off)

    const happened = life.ask(at, refused('notice:1'))
    expect(mailed(happened)).toEqual(['mail/person/wanda prompt:seat-wanda'])
    expect(life.ask(at, refused('prompt:seat-wanda')).events.map(({ type }) => type)).toEqual([
      'undelivered',
    ])

    const lines = life.says('root')?.split('\n')
    expect(lines?.filter((line) => line.includes('Wanda Mensah was not reached'))).toEqual([
      expect.stringContaining('The account is closed. They are told by mail.'),
    ])
  })

  test('goes by mail to whom it has not reached in time, and administrators hear of the service', () => {
    const life = called(['mail'])
    life.ask(at, off)

    const happened = life.ask(LATER, late('prompt:seat-wanda'))

    expect(mailed(happened)).toEqual(
      expect.arrayContaining(['mail/person/wanda prompt:seat-wanda']),
    )
    expect(alarmed(happened)).toEqual(['mail/person/hugo: web'])
    expect(life.ask(LATER, late('prompt:seat-wanda')).events).toEqual([])
  })

  test.each([refused('notice:1'), late('prompt:seat-wanda')])(
    'is told by phone where nothing else is left: whoever called it off reads whom, once (%#)',
    (heard) => {
      const life = called([])
      life.ask(at, off)

      const happened = life.ask(LATER, heard)

      expect(sent(happened)).toContain('web/person/quinn notice:2')
      expect(life.says('notice:2')).toContain(
        'Wanda Mensah may not know that it is called off, and Muster has no other way to tell them. Phone them now.',
      )
      const again = life.ask(LATER, refused('prompt:seat-wanda'))
      expect(again.events.map(({ type }) => type)).toEqual(['undelivered'])
    },
  )

  test('is told by phone where the mail is refused too', () => {
    const life = called(['mail'])
    life.ask(at, off)
    life.ask(at, refused('notice:1'))

    const { events } = life.ask(LATER, refused('prompt:seat-wanda', 'mail/person/wanda'))

    expect(events.map(({ type }) => type)).toEqual(['undelivered', 'untold'])
    expect(life.says('root')).toContain('Nothing else reaches them')
  })
})

describe('that a meeting starts at another time', () => {
  test('goes by mail to whom the service does not take it for', () => {
    const life = called(['mail'])
    life.ask(at, moved)

    expect(mailed(life.ask(at, refused('notice:1')))).toEqual([
      'mail/person/wanda prompt:seat-wanda',
    ])
  })

  test('is told by phone where there is no mail: whoever moved it reads whom', () => {
    const life = called([])
    life.ask(at, moved)

    expect(sent(life.ask(at, refused('notice:1')))).toContain('web/person/quinn notice:2')
    expect(life.says('notice:2')).toContain('may not know that it starts at another time')
  })
})

test('of a meeting that stands as it was called, news that was not delivered tells nobody else', () => {
  const life = called(['mail'])
  const note: MeetingIntent = {
    kind: 'meeting',
    type: 'note',
    by: person('quinn'),
    text: 'Bring the plan.',
  }
  life.ask(at, note)

  expect(mailed(life.ask(at, refused('notice:1')))).toEqual([])
})
