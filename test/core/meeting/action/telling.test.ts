import { describe, expect, test } from 'vitest'
import { guardedMeeting, meetingKind } from '../../../../src/core/meeting/index.ts'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { sectionsOf } from '../../../../src/core/meeting/minutes/sections.ts'
import { maySee } from '../../../../src/core/people/access.ts'
import { contextAt } from '../../../fixtures/context.ts'
import { directory } from '../../../fixtures/directory.ts'
import { alarmed, sent } from '../../../fixtures/life.ts'
import { openSummit, person, wake } from '../meeting.ts'
import { ASKED_AT, answerTo, askedSummit, askFor, done, signOff } from './action.ts'

const LATER = '2027-08-14T17:00:00Z'
const SEALED = '2027-08-18T08:00:00Z'
const told = { lastResort: ['mail'], administrators: ['hugo'] }

const record: MeetingIntent = {
  kind: 'meeting',
  type: 'record',
  by: person('quinn'),
  heldAt: ASKED_AT,
  form: 'riskSummitRecord',
  answers: { judgement: 'It is safe.' },
}

describe('an action that a service does not accept in time', () => {
  const late: MeetingIntent = {
    kind: 'meeting',
    type: 'noteLate',
    slot: 'action:1',
    place: 'web/person/ivan',
    reason: 'The service is down.',
  }

  test('is told by mail, without buttons, and administrators learn that it was', () => {
    const life = askedSummit()

    const happened = life.ask(LATER, late, told)

    expect(sent(happened)).toContain('mail/person/ivan action:1')
    expect(alarmed(happened)).toContain('mail/person/hugo: web')
    const place = { channel: 'mail', to: { type: 'person', person: 'ivan' } } as const
    const words = life.says('action:1', { type: 'place', place })
    expect(words).toContain('Put a second nurse on each night shift.')
    expect(words).toContain('You are told by mail because Web has not accepted the message.')
    expect(words).not.toContain('[Accept]')
  })

  test('is told once, and not once it is over', () => {
    const life = askedSummit()
    life.ask(LATER, late, told)
    expect(sent(life.ask(LATER, late, told))).toEqual([])

    const over = askedSummit()
    over.ask(LATER, done('ivan'), told)
    over.ask(LATER, signOff('quinn'), told)
    expect(sent(over.ask(LATER, late, told))).toEqual([])
  })
})

describe('what a store knows of a meeting', () => {
  test('is when it reminds next, who has something to do, and that it goes on when it is closed', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'accept'))
    life.ask(LATER, record)
    // By then the record of the meeting is sealed.
    life.ask(SEALED, wake)

    const index = meetingKind.index(life.record())

    expect(index).toMatchObject({
      wakeAt: '2027-09-02T08:00:00Z',
      dueAt: '2027-09-03T22:59:59Z',
      facets: { status: ['closed', 'acting'], person: ['ivan'] },
    })
    life.ask(SEALED, done('ivan'))
    life.ask(SEALED, signOff('quinn'))
    expect(meetingKind.index(life.record())).toMatchObject({
      wakeAt: null,
      dueAt: null,
      facets: { status: ['closed'], person: [] },
    })
  })

  test('what must stand of a closed meeting are its open actions', () => {
    const life = askedSummit()
    life.ask(LATER, record)
    const { policy } = contextAt(LATER)

    const standing = meetingKind.standing(life.record(), policy)

    expect([...new Set(standing.map(({ slot }) => slot))]).toEqual(['action:1'])
  })
})

describe('the provider', () => {
  const asked = (life: ReturnType<typeof openSummit>, intent: MeetingIntent) =>
    life.ask(LATER, intent).followUps.map(({ intent: one }) => one)

  test('is told of an action that is open, and that it is over', () => {
    const life = openSummit()

    expect(asked(life, askFor())).toMatchObject([
      { kind: 'provider', type: 'noteAction', n: 1, action: { state: 'asked', of: 'willow' } },
    ])
    expect(asked(life, answerTo('ivan', 'accept'))).toMatchObject([
      { action: { state: 'accepted', owner: 'ivan' } },
    ])
    asked(life, done('ivan'))
    expect(asked(life, signOff('quinn'))).toMatchObject([{ n: 1, action: null }])
  })

  test('is told nothing of a confidential meeting: its case keeps what is open', () => {
    const life = openSummit({ confidential: true })

    const intents = asked(life, askFor('rhea', { owner: 'wanda' }))

    expect(life.record().actions).toHaveLength(1)
    expect(intents).toMatchObject([{ kind: 'case', type: 'noteAction', n: 1 }])
  })
})

describe('a confidential meeting', () => {
  test('asks only people who were called', () => {
    const life = openSummit({ confidential: true })

    expect(life.ask(LATER, askFor('rhea', { owner: 'ivan' })).refusal?.message).toContain(
      'Bring them in first',
    )
    expect(life.ask(LATER, askFor('rhea', { owner: null })).refusal).toBeUndefined()
    expect(Object.keys(life.record().actions?.[0]?.reach ?? {})).toEqual(['wanda'])
  })

  test('that becomes so lets go whoever was told of an action without being called', () => {
    const life = askedSummit()
    const ivan = { type: 'actor', actor: person('ivan') } as const
    expect(maySee(ivan, guardedMeeting(life.record()), directory)).toBe(true)

    const gone = life.ask(LATER, { kind: 'meeting', type: 'noteConfidential', list: ['quinn'] })

    expect(maySee(ivan, guardedMeeting(life.record()), directory)).toBe(false)
    expect(sent(gone)).toContain('web/person/ivan action:1')
    const place = { channel: 'web', to: { type: 'person', person: 'ivan' } } as const
    expect(life.says('action:1', { type: 'place', place })).toContain('You are no longer called')
    expect(life.record().actions?.[0]?.told).toEqual([])
  })
})

test('the record of a meeting says what was asked for, of whom, and what came of it', () => {
  const life = openSummit({ agenda: ['Staffing at night'] })
  life.ask(ASKED_AT, askFor())
  life.ask(LATER, answerTo('ivan', 'accept'))
  life.ask(LATER, record)
  const { policy } = contextAt(LATER)
  const viewer = { type: 'operator' } as const

  const sections = sectionsOf(life.record(), { policy, directory, viewer, now: LATER })

  expect(sections).toContainEqual({
    heading: 'Agenda',
    lines: [{ kind: 'list', items: ['Staffing at night'] }],
  })
  expect(sections).toContainEqual({
    heading: 'Actions',
    lines: [
      {
        kind: 'list',
        items: [
          '1. Put a second nurse on each night shift. Willow House, Ivan Petrov: accepted, due Fri 3 Sep 2027.',
        ],
      },
    ],
  })
})
