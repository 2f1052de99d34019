import { describe, expect, test } from 'vitest'
import { meetingKind } from '../../../../src/core/meeting/index.ts'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { keptUntilOf } from '../../../../src/core/meeting/retention.ts'
import { providerId } from '../../../../src/core/record-id.ts'
import { contextAt } from '../../../fixtures/context.ts'
import { sent } from '../../../fixtures/life.ts'
import { askFor, withdraw } from '../action/action.ts'
import { closing, later, openVoting, proposal, vote, now as voting } from '../decision/deciding.ts'
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
  teleconference,
  wake,
} from '../meeting.ts'

const at = '2027-08-14T09:05:00Z'
const reason = 'It was called for the wrong provider.'

function off(by = 'quinn', why = reason): MeetingIntent {
  return { kind: 'meeting', type: 'callOff', by: person(by), reason: why }
}

const dispute = {
  kind: 'meeting',
  type: 'disputeDecision',
  by: person('wanda'),
  decision: 1,
  reason: 'The question was not clear.',
} as const

const SEATS = ['regional-director', 'provider-chief-executive']
const STANDS = 'The level stays as it is; decide on it with “/muster level willow”.'

describe('a meeting that is called off', () => {
  test('is over without a record: nobody is asked any more, and nobody is called after them', () => {
    const life = openSummit({ seats: SEATS })
    const { events } = life.ask(at, off())

    expect(events.map(({ type }) => type)).toEqual(['calledOff', 'roomsShut'])
    expect(life.record()).toMatchObject({ status: 'closed', record: null, calledOff: { reason } })
    expect(life.record().prompts.every(({ state }) => state === 'withdrawn')).toBe(true)
    expect(meetingKind.index(life.record())).toMatchObject({
      wakeAt: null,
      facets: { status: ['closed'], person: [] },
    })
    expect(life.ask('2027-08-20T09:00:00Z', wake).events).toEqual([])
    expect(meetingKind.standing(life.record(), life.context().policy)).toEqual([])
  })

  test('says what it asked for goes on, to those of whom it is asked and to whoever asked', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, askFor('rhea'))
    life.ask(at, off())

    const read = (slot: string, who: string) =>
      life.says(slot, { type: 'place', place: { channel: 'web', to: person(who) } })
    const goesOn = 'is not held. What it asked for goes on: action 1 of Willow House.'
    expect(read('prompt:seat-wanda', 'wanda')).toContain(goesOn)
    expect(read('prompt:seat-wanda', 'wanda')).not.toContain('Nothing more is wanted of you')
    expect(read('prompt:chair', 'rhea')).toContain(goesOn)
    life.ask(at, withdraw('rhea'))
    expect(read('prompt:seat-wanda', 'wanda')).toContain('Nothing more is wanted of you.')
  })

  test('says so by whom, when and why wherever it stands, and to each in private', () => {
    const life = openSummit({ seats: SEATS })
    const happened = life.ask(at, off())

    const words = 'CALLED OFF Sat 14 Aug 2027 10:05 BST by Quinn Adeyemi'
    for (const slot of ['root', 'notice:1', 'prompt:seat-wanda', 'prompt:chair']) {
      expect(life.says(slot)).toContain(words)
      expect(life.says(slot)).toContain(`because: ${reason}`)
      expect(life.says(slot)).toContain(STANDS)
    }
    expect(life.says('root')).not.toMatch(
      /Call it off|Another time|Ask for an action|Dial in|Quorum/,
    )
    expect(life.says('root')).not.toContain('Who took part is in the record')
    expect(sent(happened)).toEqual(
      expect.arrayContaining([
        'web/room/web-room root',
        'web/room/web-room root',
        'web/room/web-room notice:1',
        'web/person/rhea notice:1',
        'web/person/wanda notice:1',
        'web/person/wanda prompt:seat-wanda',
      ]),
    )
    expect(sent(happened)).not.toContain('web/person/quinn notice:1')
  })

  test('has decided nothing: once a vote is closed it was held, and is recorded instead', () => {
    const life = openVoting()
    life.ask(voting, proposal())
    life.ask(voting, vote('rhea', 'for'))
    expect(life.says('root')).toContain('[Call it off…]')
    life.ask(voting, closing())

    expect(life.ask(voting, off('quinn')).refusal).toMatchObject({
      code: 'closed',
      message:
        'It has decided: decision 1 (passed). What was held is not called off. Record it instead: press “Save summit record…” under its first message.',
    })
    expect(life.record().status).toBe('open')
    expect(life.says('root')).toContain('[Save summit record…]')
    expect(life.says('root')).not.toContain('Call it off')
    expect(life.ask(later, dispute).refusal).toBeUndefined()
    expect(life.ask(later, off('quinn')).refusal?.message).toContain(
      'decision 1 (passed, in dispute)',
    )
  })

  test('closes its room, also one that is made only afterwards', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, places: summit.places.slice(0, 1), seats: SEATS })
    life.ask(at, off())
    const { effects } = life.ask(at, roomOn('web'))

    expect(effects).toContainEqual({
      type: 'archive',
      place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
    })
    expect(life.record()).toMatchObject({ places: [], shut: [{ found: false }] })
  })

  test('ends what is being voted on without a result', () => {
    const life = openVoting()
    life.ask(voting, proposal())
    const { events } = life.ask(voting, off('rhea'))

    expect(events.map(({ type }) => type)).toEqual(['voteWithdrawn', 'calledOff', 'roomsShut'])
    expect(life.record().decisions).toMatchObject([{ state: 'withdrawn', result: null }])
  })

  test('meets no clock of its case and was held for nobody: what it was called from hears of it, and the provider', () => {
    const life = newMeeting()
    life.ask(calledAt, teleconference)
    const { followUps } = life.ask(at, off())

    const told = { kind: 'case', type: 'noteMeetingClosed', meeting: meetingId }
    expect(followUps).toEqual([
      { to: caseId, intent: { ...told, by: person('quinn'), heldAt: null, meets: null } },
      {
        to: providerId('willow'),
        intent: {
          kind: 'provider',
          type: 'noteOwnMeetingClosed',
          meeting: meetingId,
          by: person('quinn'),
          calledOff: true,
        },
      },
    ])
  })

  test('says how a level is taken back to which its call had put the provider, and then that it was', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(at, off())
    expect(life.says('notice:1')).toContain('If it was called by mistake, choose “Placed by mist')
    const back = { from: 'ENHANCED', to: 'ROUTINE', transition: 'G0', decidedAt: at } as const
    const decidedBy = life.record().by

    const happened = life.ask(at, {
      kind: 'meeting',
      type: 'noteLevel',
      ...back,
      decidedBy,
      takenBack: { reason, told: ['wanda'] },
    })

    expect(sent(happened)).toContain('web/person/rhea notice:2')
    expect(sent(happened)).toContain('web/person/rhea notice:1')
    expect(sent(happened)).not.toContain('web/person/wanda notice:2')
    expect(sent(happened)).not.toContain('web/person/quinn notice:2')
    expect(life.says('notice:1')).toContain('Willow House is on “Routine” again.')
    expect(life.says('notice:1')).not.toContain(STANDS)
    expect(life.says('notice:2')).toContain(`because:\n${reason}`)
    expect(life.says('notice:2')).toContain('The risk summit to which you were called is not held.')
  })

  test('is kept like one that was recorded, from the day on which it was called off', () => {
    const life = openSummit({ case: null })
    expect(keptUntilOf(life.record(), contextAt(at).policy)).toBeNull()
    life.ask(at, off())

    expect(keptUntilOf(life.record(), contextAt(at).policy)?.until).toContain('2047-08-14')
  })

  test('says why only to those who were called, where its case is confidential', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(at, { kind: 'meeting', type: 'noteConfidential', list: ['quinn', 'rhea'] })
    life.ask(at, off())

    const seenBy = (who: string) =>
      life.says('notice:1', {
        type: 'place',
        place: { channel: 'web', to: { type: 'person', person: who } },
      })
    expect(seenBy('rhea')).toContain(reason)
    expect(seenBy('wanda')).toContain('CALLED OFF')
    expect(seenBy('wanda')).not.toContain(reason)
    expect(seenBy('rhea')).not.toContain(STANDS)
  })

  test('tells whoever is let go later nothing of it', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(at, { kind: 'meeting', type: 'noteConfidential', list: ['quinn', 'rhea', 'wanda'] })
    life.ask(at, off())
    const gone = life.ask(at, {
      kind: 'meeting',
      type: 'noteAccess',
      person: 'rhea',
      listed: false,
    })

    expect(sent(gone)).toContain('web/person/rhea notice:1')
    const place = { channel: 'web', to: { type: 'person', person: 'rhea' } } as const
    expect(life.says('notice:1', { type: 'place', place })).not.toContain(reason)
  })
})

describe('calling a meeting off', () => {
  test('is for whoever called it and whoever chairs it', () => {
    expect(openSummit().ask(at, off('wanda')).refusal?.message).toMatch(
      /Only .* may call off the risk summit/,
    )
    const chaired = openSummit()
    chaired.ask(at, answer('rhea', 'chair', 'confirm'))
    expect(chaired.ask(at, off('rhea')).refusal).toBeUndefined()
    expect(openSummit().ask(at, off()).refusal).toBeUndefined()
  })

  test('asks for a reason', () => {
    const { refusal, events } = openSummit().ask(at, off('quinn', ' '))

    expect(refusal).toMatchObject({ code: 'missing', fields: { reason: expect.any(String) } })
    expect(events).toEqual([])
  })

  test('is refused once it was recorded', () => {
    const life = openSummit()
    const held = { heldAt: calledAt, form: 'riskSummitRecord', answers: {} }
    life.ask(at, { kind: 'meeting', type: 'record', by: person('quinn'), ...held })

    expect(life.ask(at, off()).refusal).toMatchObject({
      code: 'closed',
      message: expect.stringContaining('It was recorded at Sat 14 Aug 2027 10:05 BST'),
    })
  })

  test.each<[string, MeetingIntent]>([
    ['call it off again', off()],
    [
      'record it',
      {
        kind: 'meeting',
        type: 'record',
        by: person('quinn'),
        heldAt: calledAt,
        form: 'riskSummitRecord',
        answers: {},
      },
    ],
    ['seal a record', { kind: 'meeting', type: 'seal', by: person('rhea') }],
    ['say that they are coming', answer('rhea', 'seat-rhea', 'coming')],
    [
      'ask for an action',
      {
        kind: 'meeting',
        type: 'askAction',
        by: person('rhea'),
        what: 'Guard the window.',
        of: 'willow',
        owner: null,
        dueAt: '2027-08-20T09:00:00Z',
        evidence: 'A photograph.',
        risk: null,
        again: null,
      },
    ],
  ])('leaves nobody to %s', (_what, intent) => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
    life.ask(at, off())

    expect(life.ask(at, intent).refusal).toMatchObject({
      code: 'closed',
      message: expect.stringContaining('It was called off Sat 14 Aug 2027 10:05 BST'),
    })
  })
})
