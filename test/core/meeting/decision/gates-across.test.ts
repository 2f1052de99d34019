import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../../src/core/intent.ts'
import { RecordId } from '../../../../src/core/record-id.ts'
import { openApp } from '../../../fixtures/app.ts'
import { convening, incident } from '../../../fixtures/cases.ts'
import { sent } from '../../../fixtures/life.ts'
import { openCase } from '../../case/cases.ts'
import { listedProvider } from '../../provider/provider.ts'
import { answer, caseId, meetingId, person } from '../meeting.ts'
import { closing, later, now, openVoting, proposal, vote } from './deciding.ts'

const BEFORE = RecordId.parse('meeting-2b3c4d5e')
const TWO = ['cqc', 'willow']
const OPENED = '2027-03-26T21:00:00Z'

const told = (change: object = {}) =>
  ({
    kind: 'meeting',
    type: 'noteGate',
    gate: { meeting: BEFORE, decision: 1, gate: 'risk', at: now, state: 'passed', ...change },
  }) as const

type Life = ReturnType<typeof openVoting>

function decided(life: Life, votes: Record<string, 'for' | 'against'>, change = {}) {
  const n = (life.record().decisions?.length ?? 0) + 1
  const put = life.ask(now, proposal({ affects: TWO, ...change }))
  if (put.refusal) throw new Error(put.refusal.message)
  for (const [who, choice] of Object.entries(votes)) life.ask(now, vote(who, choice, n))
  return life.ask(now, closing({ decision: n }))
}

const BOTH = { cleo: 'for', wanda: 'for' } as const
const TIE = { cleo: 'for', wanda: 'against' } as const
const INSTEAD = { meeting: BEFORE, decision: 1 }

describe('a gate that another meeting about the same case has decided', () => {
  test('opens the next one here, and the roll says which decision of which meeting passed it', () => {
    const life = openVoting()
    expect(life.ask(now, proposal({ gate: 'response' })).refusal?.message).toContain('locked')

    life.ask(now, told())

    expect(life.says('root')).toContain(
      'Gate “Which risk is shared”: passed by decision 1 of M-2B3C-4D5E',
    )
    expect(life.ask(now, proposal({ gate: 'response' })).refusal).toBeUndefined()
  })

  test('stays as it is unless a new decision names it, and says why', () => {
    const life = openVoting()
    life.ask(now, told())

    expect(life.ask(now, proposal({ gate: 'risk' })).refusal?.message).toContain(
      'is decided by decision 1 of M-2B3C-4D5E, which stands as it is.',
    )
    expect(life.ask(now, proposal({ supersedesIn: INSTEAD })).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('Decision 1 of M-2B3C-4D5E has passed. Say why'),
    })
    const nothing = { supersedesIn: { meeting: BEFORE, decision: 7 }, because: 'New.' }
    expect(life.ask(now, proposal(nothing)).refusal?.message).toContain('There is no decision 7 of')
    const other = { supersedesIn: INSTEAD, because: 'New.', gate: 'response' }
    expect(life.ask(now, proposal(other)).refusal?.message).toContain('is about another gate')

    const happened = decided(life, BOTH, { supersedesIn: INSTEAD, because: 'Two more were hurt.' })

    expect(life.says('decision:1')).toContain(
      'Instead of: decision 1 of M-2B3C-4D5E: Two more were hurt.',
    )
    expect(life.says('root')).toMatch(/Gate “Which risk is shared”: passed$/m)
    expect(happened.followUps).toEqual([
      {
        to: caseId,
        intent: {
          kind: 'case',
          type: 'noteGate',
          gate: {
            meeting: meetingId,
            decision: 1,
            gate: 'risk',
            at: now,
            state: 'passed',
            insteadOf: INSTEAD,
          },
        },
      },
    ])
  })

  test('goes on standing where what was put instead does not pass, and may be put again', () => {
    const life = openVoting()
    life.ask(now, told())

    const happened = decided(life, TIE, {
      supersedesIn: INSTEAD,
      because: 'It is to be seen anew.',
    })

    expect(happened.followUps.at(-1)?.intent).toMatchObject({ gate: { state: 'disputed' } })
    expect(JSON.stringify(happened.followUps)).not.toContain('insteadOf')
    expect(life.says('root')).toContain('passed by decision 1 of M-2B3C-4D5E')
    decided(life, BOTH, { supersedes: 1, because: 'It is to be seen anew.' })
    expect(life.says('root')).toMatch(/Gate “Which risk is shared”: passed$/m)
  })

  test('that did not pass, or is in dispute there, locks the next one here too', () => {
    const life = openVoting()
    for (const state of ['notPassed', 'disputed'] as const) {
      life.ask(now, told({ state }))
      expect(life.ask(now, proposal({ gate: 'response' })).refusal?.message).toContain('locked')
    }
    expect(life.says('root')).toContain('in dispute by decision 1 of M-2B3C-4D5E')
    decided(life, BOTH, { supersedesIn: INSTEAD })
    expect(life.ask(later, proposal({ gate: 'response' })).refusal).toBeUndefined()
  })

  test('changes nothing where it is told twice, nor where these rules have no such gate', () => {
    const life = openVoting()
    life.ask(now, told())

    expect(life.ask(now, told()).events).toEqual([])
    life.ask(now, told({ gate: 'sustained', decision: 2 }))
    expect(life.says('root')).not.toContain('decision 2')
  })

  test('has a decision of this meeting replaced: that says so, its votes stay, and nobody disputes it', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })
    const at = { decision: 1, insteadOf: { meeting: meetingId, decision: 1 } }

    const happened = life.ask(later, told(at))

    expect(sent(happened)).toContain('web/room/web-room decision:1')
    expect(life.says('decision:1')).toContain('passed; decision 1 of M-2B3C-4D5E stands instead')
    expect(life.record().decisions?.[0]?.votes).toHaveLength(2)
    const dispute = { type: 'disputeDecision', decision: 1, reason: 'No.' } as const
    const by = { type: 'person', person: 'wanda' } as const
    expect(life.ask(later, { kind: 'meeting', by, ...dispute }).refusal?.message).toContain(
      'Another stands instead of it: decision 1 of M-2B3C-4D5E.',
    )
    expect(life.ask(later, proposal({ supersedes: 1 })).refusal?.message).toContain(
      'Another stands instead of it',
    )
    expect(life.ask(later, proposal({ gate: 'response' })).refusal).toBeUndefined()
  })
})

describe('what meetings decided about the same matter', () => {
  const gate = { ...told().gate, meeting: BEFORE }
  const other = RecordId.parse('meeting-3c4d5e6f')
  const noteOf = (to: RecordId) => ({ to, intent: { kind: 'meeting', type: 'noteGate', gate } })

  test('is kept by its case, and told to its other meetings and to those that are called later', () => {
    const life = openCase()
    const called = { rule: 'M1', label: 'Risk summit' }
    for (const meeting of [BEFORE, meetingId])
      life.ask(OPENED, { kind: 'case', type: 'noteMeeting', meeting, ...called })

    const happened = life.ask(OPENED, { kind: 'case', type: 'noteGate', gate })

    expect(happened.followUps).toEqual([noteOf(meetingId)])
    expect(happened.effects).toEqual([])
    expect(life.ask(OPENED, { kind: 'case', type: 'noteGate', gate }).events).toEqual([])
    const later = { kind: 'case', type: 'noteMeeting', meeting: other, ...called } as const
    expect(life.ask(OPENED, later).followUps).toEqual([noteOf(other)])
  })

  test('is kept by its provider where it is about no case', () => {
    const life = listedProvider()
    const called = { rule: 'M2', label: 'Quality surveillance group' }
    life.ask(now, { kind: 'provider', type: 'noteOwnMeeting', meeting: BEFORE, ...called })

    life.ask(now, { kind: 'provider', type: 'noteGate', gate })

    const later = { kind: 'provider', type: 'noteOwnMeeting', meeting: other, ...called } as const
    expect(life.ask(now, later).followUps).toEqual([noteOf(other)])
    expect(life.says('root')).not.toContain('risk')
  })
})

test('a later summit about the same case goes on at the next gate, and may replace what passed', async () => {
  const app = await openApp({ channels: ['web'], startsAt: '2027-08-14T07:55:00Z' })
  const raised = await app.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const asked = async (intent: Intent, to: RecordId) => {
    const answer = await app.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
  }
  const summitOn = async () => {
    await asked(convening(), raised.id)
    const meeting = (await app.record('case', raised.id)).meetings.at(-1)?.meeting
    if (!meeting) throw new Error('No meeting was called')
    await asked(answer('rhea', 'chair', 'confirm'), meeting)
    return meeting
  }
  const passes = async (meeting: RecordId, change: object) => {
    const n = ((await app.record('meeting', meeting)).decisions?.length ?? 0) + 1
    await asked(proposal({ affects: TWO, ...change }), meeting)
    for (const who of ['cleo', 'wanda']) await asked(vote(who, 'for', n), meeting)
    await asked(closing({ decision: n }), meeting)
  }
  const first = await summitOn()
  await passes(first, { gate: 'risk' })
  const form = 'riskSummitRecord'
  const record = { kind: 'meeting', type: 'record', heldAt: app.app.now(), form } as const
  await asked({ ...record, by: person('rhea'), answers: { judgement: 'Shared.' } }, first)

  const second = await summitOn()
  await passes(second, { gate: 'response' })
  const instead = { supersedesIn: { meeting: first, decision: 1 }, because: 'It is worse.' }
  await passes(second, instead)

  expect((await app.record('meeting', first)).decisions).toMatchObject([
    { result: { passed: true }, supersededIn: { meeting: second, decision: 2 } },
  ])
  expect((await app.record('meeting', second)).decisions?.[1]).toMatchObject({
    gate: 'risk',
    supersedesIn: { meeting: first, decision: 1 },
  })
  expect(app.complaints).toEqual([])
})
