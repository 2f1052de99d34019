import { describe, expect, test } from 'vitest'
import { meetingKind } from '../../../src/core/meeting/index.ts'
import { previewCall } from '../../../src/core/meeting/line-up.ts'
import { Meeting } from '../../../src/core/meeting/meeting.ts'
import { seatsOf } from '../../../src/core/meeting/seats.ts'
import { policies } from '../../../src/policies/index.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directoryWith } from '../../fixtures/directory.ts'
import {
  answer,
  calledAt,
  caseId,
  meetingId,
  newMeeting,
  openSummit,
  person,
  roomOn,
  summit,
  wake,
} from './meeting.ts'

const seatOf = (meeting: Meeting, id: string) => seatsOf(meeting).find((seat) => seat.id === id)

describe('who is called to a risk summit', () => {
  test('is its nine lines and our two, each seat with who comes after, and each empty seat with why', () => {
    const life = newMeeting()

    life.ask(calledAt, summit)

    const meeting = life.record()
    expect(meeting.lines.map(({ id }) => id)).toEqual([
      'nhse-region',
      'cqc',
      'icb',
      'local-authority',
      'provider',
      'gmc',
      'nmc',
      'hee',
      'secretariat',
      'lead-provider',
      'commissioner',
    ])
    expect(seatOf(meeting, 'regional-director')).toMatchObject({
      calls: [{ person: 'rhea', via: 'holder' }],
      next: [
        { person: 'remy', via: 'deputy' },
        { person: 'ruth', via: 'on-call' },
      ],
    })
    expect(seatOf(meeting, 'gmc-adviser')).toMatchObject({ calls: [], empty: 'noOrganisation' })
    expect(seatOf(meeting, 'icb-nominated-director')).toMatchObject({ calls: [], empty: 'nobody' })
    expect(seatOf(meeting, 'icb-commissioner')).toMatchObject({ calls: [], empty: 'notChosen' })
    expect(seatOf(meeting, 'local-authority-safeguarding')).toMatchObject({
      calls: [{ person: 'lena' }],
    })
    expect(Meeting.parse(JSON.parse(JSON.stringify(meeting)))).toEqual(meeting)
  })

  test('leaves the local authority out unless the provider is jointly commissioned', () => {
    const life = newMeeting()

    life.ask(calledAt, {
      ...summit,
      provider: { slug: 'aspen', leadProvider: 'harbour', name: 'Aspen Clinic' },
    })

    expect(seatOf(life.record(), 'local-authority-safeguarding')).toMatchObject({
      calls: [],
      empty: 'conditionNotMet',
    })
  })

  test('is the cover of somebody who is on leave, and tells an absence without cover from a post without a holder', () => {
    const away = { person: 'cleo', from: '2027-08-01T00:00:00Z', until: '2027-08-20T00:00:00Z' }
    const seat = (cover: string | null) => {
      const changed = directoryWith('cqc', { leave: [{ ...away, cover }] })
      const lines = previewCall(
        { rule: 'M1', provider: summit.provider, seats: null },
        contextAt(calledAt, { directory: changed }),
      )
      return lines.flatMap(({ seats }) => seats).find(({ id }) => id === 'cqc-inspector')
    }

    expect(seat('carl')).toMatchObject({ called: { person: 'carl', via: 'cover' }, empty: null })
    expect(seat(null)).toMatchObject({ called: null, empty: 'away' })
  })

  test('is the same in the preview as in the call', () => {
    const life = newMeeting()
    life.ask(calledAt, summit)

    const lines = previewCall(summit, contextAt(calledAt))

    expect(lines.map(({ seats }) => seats.map(({ called }) => called?.person ?? null))).toEqual(
      life.record().lines.map(({ seats }) => seats.map(({ calls }) => calls[0]?.person ?? null)),
    )
  })

  test('counts a person with two seats once', () => {
    const holdings = [
      { role: 'chief-executive', holder: 'wanda', deputy: null, onCall: null },
      { role: 'board-representative', holder: 'wanda', deputy: null, onCall: null },
    ]
    const life = newMeeting()

    life.ask(calledAt, summit, { directory: directoryWith('willow', { holdings }) })

    const { people, prompts } = life.record()
    expect(people.filter((one) => one === 'wanda')).toHaveLength(1)
    expect(prompts.filter(({ id }) => id === 'seat-wanda')).toHaveLength(1)
  })

  test('calls as many for one post as its rule allows and the directory names, each in a seat of their own', () => {
    const post = { role: 'board-representative', deputy: 'wanda', onCall: null }
    const directory = directoryWith('willow', { holdings: [{ ...post, holder: 'bao' }] })
    const life = newMeeting()

    life.ask(calledAt, summit, { directory })

    const seats = seatsOf(life.record()).filter(({ id }) => /board-representative/.test(id))
    expect(
      seats.map(({ id, label, calls }) => [id, label, calls.map((one) => one.person)]),
    ).toEqual([
      ['provider-board-representative', 'Provider: board representative (1 of up to 3)', ['bao']],
      [
        'provider-board-representative.2',
        'Provider: board representative (2 of up to 3)',
        ['wanda'],
      ],
    ])
    life.ask(calledAt, roomOn('web'))
    life.ask(calledAt, answer('bao', 'seat-bao', 'coming'))
    expect(life.says('root')).toContain('(2 of up to 3) – Wanda Mensah, deputy: called, no answer')
    life.ask(calledAt, answer('wanda', 'seat-wanda', 'apologies'))
    expect(life.says('root')).toContain('They do not hold the meeting up.')
  })

  test('of a post for several calls whoever is new to it when one of them has left', () => {
    const post = { role: 'board-representative', holder: 'bao', onCall: null }
    const before = directoryWith('willow', { holdings: [{ ...post, deputy: 'wanda' }] })
    const life = newMeeting()
    life.ask(calledAt, summit, { directory: before })
    life.ask(calledAt, answer('bao', 'seat-bao', 'coming'), { directory: before })
    const people = (
      directoryWith('willow', {}).organisations.find(({ slug }) => slug === 'willow')?.people ?? []
    ).filter(({ id }) => id !== 'wanda')

    life.ask(calledAt, wake, {
      directory: directoryWith('willow', { people, holdings: [{ ...post, deputy: 'ivan' }] }),
    })

    const seats = seatsOf(life.record()).filter(({ id }) => /board-representative/.test(id))
    expect(
      seats.map(({ calls }) => calls.map(({ person, state }) => `${person} ${state}`)),
    ).toEqual([['bao coming'], ['wanda gone', 'ivan asked']])
  })

  test('of a post for several leaves out whom the convener does not tick', () => {
    const holdings = [
      { role: 'board-representative', holder: 'bao', deputy: 'wanda', onCall: null },
    ]
    const life = newMeeting()

    const seats = ['provider-board-representative.2']
    life.ask(calledAt, { ...summit, seats }, { directory: directoryWith('willow', { holdings }) })

    expect(life.record().prompts.map(({ id }) => id)).toContain('seat-wanda')
    expect(life.record().people).not.toContain('bao')
  })

  test('of a post for several that nobody holds has one empty seat', () => {
    const life = newMeeting()
    life.ask(calledAt, summit, { directory: directoryWith('willow', { holdings: [] }) })

    const labels = seatsOf(life.record()).map(({ label }) => label)
    expect(labels.filter((label) => /board representative/.test(label))).toEqual([
      'Provider: board representative (1 of up to 3)',
    ])
  })

  test('is exactly the seats that the convener ticks', () => {
    const life = newMeeting()

    life.ask(calledAt, { ...summit, seats: ['cqc-inspector', 'icb-commissioner'] })

    expect(life.record().people).toEqual(['quinn', 'cleo', 'carl', 'rhea'])
  })
})

describe('a call is refused', () => {
  test.each([
    [
      'by somebody without a role that may call',
      { by: person('ivan') },
      'notYours',
      'quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi',
    ],
    ['without a reason', { why: ' ' }, 'missing', 'Say why'],
    ['for a meeting that the rules do not know', { rule: 'M99' }, 'unknown', 'M99'],
    ['with a seat that is not the meeting’s', { seats: ['throne'] }, 'unknown', 'throne'],
    ['with no seat at all', { seats: [] }, 'missing', 'at least one seat'],
    [
      'on channels that are off',
      { places: [{ channel: 'teams', to: { type: 'room' as const, room: 'x' } }] },
      'missing',
      'None of the channels',
    ],
    [
      'in a thread that does not exist',
      { rule: 'M3', case: null },
      'missing',
      'Call it from a case',
    ],
  ])('%s', (_what, change, code, words) => {
    const { refusal } = newMeeting().ask(calledAt, { ...summit, ...change })

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
  })

  test('a second time', () => {
    expect(openSummit().ask(calledAt, summit).refusal?.code).toBe('alreadyOpen')
  })
})

describe('what a call asks of other records', () => {
  test('the case notes it, and the provider changes its level by G13 for the same reason', () => {
    const { followUps } = newMeeting().ask(calledAt, summit)

    expect(followUps).toEqual([
      {
        to: caseId,
        intent: {
          kind: 'case',
          type: 'noteMeeting',
          meeting: meetingId,
          rule: 'M1',
          label: 'Risk summit',
        },
      },
      {
        to: 'provider-willow',
        intent: {
          kind: 'provider',
          type: 'changeLevel',
          by: person('quinn'),
          transition: 'G13',
          reason: summit.why,
          evidence: null,
          because: meetingId,
        },
      },
      {
        to: 'provider-willow',
        intent: { kind: 'provider', type: 'noteMeeting', meeting: meetingId, rule: 'M1' },
      },
    ])
  })

  test('a provider that is not listed has no level to change', () => {
    const unlisted = { slug: null, leadProvider: 'harbour', name: 'Old Mill' }

    const { followUps } = newMeeting().ask(calledAt, { ...summit, provider: unlisted })

    expect(followUps).toHaveLength(1)
  })
})

test('every meeting of every pack can be called, and an empty directory post never stops it', () => {
  for (const policy of policies) {
    for (const rule of policy.meetings) {
      const called = ['quinn', 'mara'].map((who) =>
        newMeeting().ask(calledAt, { ...summit, by: person(who), rule: rule.id }, { policy }),
      )
      const events = called.map((one) => one.events.length)
      expect([rule.id, Math.max(...events)]).toEqual([rule.id, 1])
    }
  }
})

test('is found by its case, its provider, everybody who owes an answer and whoever owes its record', () => {
  const { facets, dueAt } = meetingKind.index(openSummit({ seats: ['cqc-inspector'] }).record())

  expect(facets).toEqual({
    kind: ['meeting'],
    status: ['open'],
    provider: ['willow'],
    case: [caseId],
    rule: ['M1'],
    person: ['rhea', 'cleo', 'quinn'],
  })
  expect(dueAt).toBeNull()
})
