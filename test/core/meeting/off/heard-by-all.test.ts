import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import type { Viewer } from '../../../../src/core/people/viewer.ts'
import { sent } from '../../../fixtures/life.ts'
import { answer, calledAt, newMeeting, openSummit, person, teleconference } from '../meeting.ts'

const at = '2027-08-14T09:05:00Z'
const later = '2027-08-14T09:15:00Z'
const SEATS = ['regional-director', 'provider-chief-executive']

function move(by: string, startsAt = '2027-08-15T10:00:00Z'): MeetingIntent {
  const reason = 'The director is on a train.'
  return { kind: 'meeting', type: 'changeTime', by: person(by), startsAt, reason }
}

function off(by: string): MeetingIntent {
  return { kind: 'meeting', type: 'callOff', by: person(by), reason: 'The wrong provider.' }
}

function conflict(who: string): MeetingIntent {
  const whose = { type: 'person', person: who } as const
  const what = 'She owns the building.'
  return { kind: 'meeting', type: 'declareConflict', by: person('quinn'), what, whose }
}

const to = (who: string): Viewer => ({
  type: 'place',
  place: { channel: 'web', to: { type: 'person', person: who } },
})

const refused = (slot: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteUndelivered',
  slot,
  place: 'web/person/wanda',
  reason: 'The account is closed.',
})

describe('that a meeting starts at another time', () => {
  test('is told to whoever called it, too, although they have no seat; they are asked nothing', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('rhea', 'chair', 'confirm'))

    const happened = life.ask(at, move('rhea'))

    expect(sent(happened)).toContain('web/person/quinn notice:1')
    expect(life.says('notice:1', to('quinn'))).not.toContain('please answer')
    expect(life.says('notice:1', to('wanda'))).toContain('please answer')
  })

  test('is asked of whoever chaired it unasked, too: whether they still do', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('remy', 'chair', 'confirm'))

    life.ask(at, move('quinn'))

    const chair = life.record().prompts.find(({ id }) => id === 'chair')
    expect(chair).toMatchObject({ state: 'open', asked: expect.arrayContaining(['remy']) })
  })

  test('twice is twice to be phoned about, where nobody was reached either time', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(at, move('quinn'))
    life.ask(at, refused('notice:1'))
    life.ask(later, move('quinn', '2027-08-16T10:00:00Z'))

    const { events } = life.ask(later, refused('notice:3'))

    expect(events.map(({ type }) => type)).toContain('untold')
  })
})

describe('that a meeting is called off', () => {
  test('is told to whoever has a conflict of interest and sits in it all the same', () => {
    const life = newMeeting()
    life.ask(calledAt, teleconference)
    const [who = ''] = life.record().people.filter((one) => one !== 'quinn')
    life.ask(calledAt, conflict(who))

    const happened = life.ask(at, off('quinn'))

    expect(sent(happened)).toContain(`web/person/${who} notice:2`)
  })

  test('is told to whoever is kept out of its room, without why', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, conflict('wanda'))

    const happened = life.ask(at, off('quinn'))

    const slot = sent(happened).find((one) => one.startsWith('web/person/wanda notice:'))
    expect(slot).toBeDefined()
    const words = life.says(slot?.split(' ')[1] ?? '', to('wanda'))
    expect(words).toContain('CALLED OFF')
    expect(words).not.toContain('The wrong provider')
  })
})
