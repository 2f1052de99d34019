import { describe, expect, test } from 'vitest'
import { guardedMeeting, meetingKind } from '../../../src/core/meeting/index.ts'
import { previewCall } from '../../../src/core/meeting/line-up.ts'
import { Meeting } from '../../../src/core/meeting/meeting.ts'
import { seatsOf } from '../../../src/core/meeting/seats.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { policies } from '../../../src/policies/index.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directory, directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import {
  calledAt,
  caseId,
  meetingId,
  newMeeting,
  openSummit,
  person,
  roomOn,
  summit,
  teleconference,
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

  test('is exactly the seats that the convenor ticks', () => {
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

describe('the room of a risk summit', () => {
  test('is asked for on every channel of the case, named by reference and not by provider, with the people called', () => {
    const { effects } = newMeeting().ask(calledAt, summit)

    expect(effects).toMatchObject([
      { type: 'room', channel: 'web', name: 'risk-summit-m-7k2m-9q4x' },
      { type: 'room', channel: 'slack', name: 'risk-summit-m-7k2m-9q4x' },
    ])
    const [room] = effects
    expect(room?.type === 'room' ? [...room.people].sort() : []).toEqual(
      ['ada', 'bao', 'cleo', 'lena', 'mick', 'nell', 'quinn', 'rhea', 'sven', 'wanda'].sort(),
    )
  })

  test('gets the brief, the roll and the question who chairs; each person gets their own call in private', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats: ['cqc-inspector', 'provider-chief-executive'] })

    const made = life.ask(calledAt, roomOn('web'))

    expect(sent(made)).toEqual([
      'web/room/web-room root',
      'web/room/web-room roll',
      'web/room/web-room prompt:chair',
      'web/person/rhea prompt:chair',
      'web/person/cleo prompt:seat-cleo',
      'web/person/wanda prompt:seat-wanda',
    ])
    expect(life.ask(calledAt, roomOn('web')).events).toEqual([])
  })

  test('opens with what, how urgent and how to dial in, and says that the chair is not confirmed', () => {
    const brief = openSummit().says('root')?.split('\n')

    expect(brief?.slice(0, 4)).toEqual([
      'Risk summit: Willow House (M-7K2M-9Q4X)',
      'Risk summit about Willow House. Urgent; it starts Sat 14 Aug 2027 15:00 BST.',
      'Dial in: https://bridge.example.test/harbour or phone 01632 960111, code 4411',
      'Chair not confirmed. Asked: Rhea Dutta. Nothing waits for it.',
    ])
    expect(brief).toContain('Two patients were found without observation.')
    expect(brief).toContain('Called at: Sat 14 Aug 2027 08:55 BST')
    expect(brief?.some((line) => line.startsWith('Rule M1'))).toBe(true)
  })

  test('lists who is called and which seats are empty, and why', () => {
    const roll = openSummit().says('roll')

    expect(roll).toContain('Seats: 0 coming, 10 not answered, 4 empty.')
    expect(roll).toContain('NHSE/I regional team: director – Rhea Dutta: called, no answer yet')
    expect(roll).toContain(
      'General Medical Council – empty: the organisation is not in the directory',
    )
    expect(roll).toContain('ICB: nominated director – empty: nobody holds this role')
    expect(roll).toContain('They do not hold the meeting up.')
  })

  test('is replaced by the case’s thread on a channel where it cannot be made', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats: ['cqc-inspector'] })

    const failed = life.ask(calledAt, {
      kind: 'meeting',
      type: 'noteUndelivered',
      slot: 'root',
      place: 'slack/new/risk-summit-m-7k2m-9q4x',
      reason: 'the app may not make rooms',
    })

    expect(sent(failed)).toContain('slack/room/C0WILLOW root')
    expect(sent(failed)).toContain('slack/person/cleo prompt:seat-cleo')
    expect(life.record().places).toEqual([
      { channel: 'slack', to: { type: 'room', room: 'C0WILLOW' }, under: caseId },
    ])
    expect(life.says('roll')).toContain('the app may not make rooms')
  })

  test('is read by those who were called, and not by the provider’s other readers', () => {
    const guarded = guardedMeeting(openSummit().record())
    const sees = (id: string) => maySee({ type: 'actor', actor: person(id) }, guarded, directory)

    expect(['quinn', 'cleo', 'rhea', 'lena'].map(sees)).toEqual([true, true, true, true])
    expect(['nia', 'mara', 'dora', 'remy'].map(sees)).toEqual([false, false, false, false])
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
    ])
  })

  test('a provider that is not listed has no level to change', () => {
    const unlisted = { slug: null, leadProvider: 'harbour', name: 'Old Mill' }

    const { followUps } = newMeeting().ask(calledAt, { ...summit, provider: unlisted })

    expect(followUps).toHaveLength(1)
  })
})

describe('a teleconference', () => {
  test('stands in the case’s thread, with the bridge, and calls each person in private', () => {
    const life = newMeeting()

    const called = life.ask(calledAt, teleconference)

    expect(sent(called)).toEqual([
      'web/room/willow roll',
      'slack/room/C0WILLOW roll',
      'web/person/quinn prompt:seat-quinn',
      'slack/person/quinn prompt:seat-quinn',
      'web/person/mara prompt:seat-mara',
      'slack/person/mara prompt:seat-mara',
    ])
    expect(life.record().places.map(({ under }) => under)).toEqual([caseId, caseId])
    expect(life.says('roll')).toContain('Dial in: https://bridge.example.test/harbour')
    expect(life.says('root')).toBeUndefined()
    expect(called.followUps).toHaveLength(1)
  })

  test('says how a bridge is set when there is none', () => {
    const life = newMeeting()

    life.ask(calledAt, teleconference, { directory: directoryWith('harbour', { bridge: null }) })

    expect(life.says('roll')).toContain(
      'an administrator can add a bridge to Harbour NHS Foundation Trust',
    )
  })
})

test('every meeting of every pack can be called, and an empty directory post never stops it', () => {
  for (const policy of policies) {
    for (const rule of policy.meetings) {
      const { refusal, events } = newMeeting().ask(
        calledAt,
        { ...summit, rule: rule.id },
        { policy },
      )
      expect([rule.id, refusal, events.length]).toEqual([rule.id, undefined, 1])
    }
  }
})

test('is found by its case, its provider and everybody who still owes an answer', () => {
  const { facets, dueAt } = meetingKind.index(openSummit({ seats: ['cqc-inspector'] }).record())

  expect(facets).toEqual({
    kind: ['meeting'],
    status: ['open'],
    provider: ['willow'],
    case: [caseId],
    rule: ['M1'],
    person: ['rhea', 'cleo'],
  })
  expect(dueAt).toBeNull()
})
