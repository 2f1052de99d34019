import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../../src/core/record-id.ts'
import { meetingId, person } from '../meeting.ts'
import { closing, later, now, openVoting, proposal, vote } from './deciding.ts'

const OTHER = RecordId.parse('meeting-2b3c4d5e')
const TWO = ['cqc', 'willow']
const INSTEAD = { meeting: OTHER, decision: 1 }

type Life = ReturnType<typeof openVoting>

/** Both organisations vote for it; the vote stays open. */
function put(life: Life, change: object) {
  const answer = life.ask(now, proposal({ affects: TWO, ...change }))
  if (answer.refusal) throw new Error(answer.refusal.message)
  const n = life.record().decisions?.length ?? 0
  for (const who of ['cleo', 'wanda']) life.ask(now, vote(who, 'for', n))
}

function told(life: Life, change: object = {}) {
  const gate = { meeting: OTHER, decision: 1, gate: 'risk', at: now, state: 'passed' } as const
  life.ask(now, { kind: 'meeting', type: 'noteGate', gate: { ...gate, ...change } })
}

const dispute = {
  kind: 'meeting',
  type: 'disputeDecision',
  by: person('wanda'),
  decision: 1,
  reason: 'It is another risk.',
} as const

function resolved(outcome: 'stands' | 'again') {
  const reason = 'It was looked at.'
  const by = person('ada')
  return { kind: 'meeting', type: 'resolveDispute', by, decision: 1, outcome, reason } as const
}

/** The first gate has passed, the second is being voted on, and the first comes into dispute. */
function disputedMeanwhile() {
  const life = openVoting()
  put(life, { gate: 'risk' })
  life.ask(now, closing())
  put(life, { gate: 'response' })
  life.ask(now, dispute)
  return life
}

describe('a vote on a gate while the gate before it comes into dispute', () => {
  test('is not closed: the refusal names that gate and says that the votes are kept', () => {
    const life = disputedMeanwhile()

    const { refusal, events } = life.ask(later, closing({ decision: 2 }))

    expect(events).toEqual([])
    expect(refusal?.message).toContain(
      'Decision 2 cannot be closed yet: the gate before it, “Which risk is shared”, is in dispute. The votes are kept.',
    )
    expect(life.record().decisions?.[1]).toMatchObject({ state: 'open', votes: [{}, {}] })
  })

  test('is closed once the decision before stands', () => {
    const life = disputedMeanwhile()
    life.ask(later, resolved('stands'))

    expect(life.ask(later, closing({ decision: 2 })).refusal).toBeUndefined()
    expect(life.record().decisions?.[1]?.result?.passed).toBe(true)
  })

  test('waits until that gate has passed anew where it is to be voted on again', () => {
    const life = disputedMeanwhile()
    life.ask(later, resolved('again'))
    expect(life.ask(later, closing({ decision: 2 })).refusal?.message).toContain('has not passed')

    put(life, { supersedes: 1, because: 'It was undone.' })
    life.ask(later, closing({ decision: 3 }))

    expect(life.ask(later, closing({ decision: 2 })).refusal).toBeUndefined()
  })

  test('may be withdrawn meanwhile, and is not put again before the first is settled', () => {
    const life = disputedMeanwhile()
    const withdrawn = { kind: 'meeting', type: 'withdrawVote', by: person('rhea') } as const

    life.ask(later, { ...withdrawn, decision: 2, reason: 'The first is undone.' })

    expect(life.record().decisions?.[1]?.state).toBe('withdrawn')
    expect(life.ask(later, proposal({ gate: 'response' })).refusal?.message).toContain(
      'is locked: the gate before it, “Which risk is shared”, is in dispute.',
    )
  })
})

test('a gate that did not pass is not put again while the gate before it is undone', () => {
  const life = openVoting()
  put(life, { gate: 'risk' })
  life.ask(now, closing())
  life.ask(now, proposal({ affects: TWO, gate: 'response' }))
  for (const who of ['cleo', 'wanda']) life.ask(now, vote(who, 'against', 2))
  life.ask(now, closing({ decision: 2 }))
  life.ask(now, dispute)

  expect(life.ask(later, proposal({ supersedes: 2 })).refusal?.message).toContain('is locked')
})

describe('a vote on a gate that another meeting decides meanwhile', () => {
  test.for(['passed', 'notPassed', 'disputed'] as const)(
    'is not closed where that is %s: the refusal names the other decision and what to do',
    (state) => {
      const life = openVoting()
      put(life, { gate: 'risk' })
      told(life, { state })

      const { refusal, followUps } = life.ask(later, closing())

      expect(refusal?.message).toContain(
        '“Which risk is shared” was decided meanwhile, by decision 1 of M-2B3C-4D5E, which stands. Withdraw decision 1.',
      )
      expect(followUps).toEqual([])
    },
  )

  test('is closed where it was put instead of that very decision', () => {
    const life = openVoting()
    told(life)
    put(life, { supersedesIn: INSTEAD, because: 'It is worse.' })

    expect(life.ask(later, closing()).refusal).toBeUndefined()
    put(life, { supersedes: 1, because: 'It is worse still.' })
    expect(life.ask(later, closing({ decision: 2 })).refusal).toBeUndefined()
  })

  test('is not closed where a newer one there stands instead of what it was put instead of', () => {
    const life = openVoting()
    told(life)
    put(life, { supersedesIn: INSTEAD, because: 'It is worse.' })
    told(life, { decision: 2, insteadOf: INSTEAD })

    expect(life.ask(later, closing()).refusal?.message).toContain('by decision 2 of M-2B3C-4D5E')
  })

  test('is not closed where it is about a decision of this meeting that was replaced there', () => {
    const life = openVoting()
    put(life, { gate: 'risk' })
    life.ask(now, closing())
    put(life, { supersedes: 1, because: 'It is worse.' })
    told(life, { insteadOf: { meeting: meetingId, decision: 1 } })

    expect(life.ask(later, closing({ decision: 2 })).refusal?.message).toContain(
      'was decided meanwhile, by decision 1 of M-2B3C-4D5E',
    )
  })
})

test('what passed here instead of a decision elsewhere keeps its place while it is in dispute', () => {
  const life = openVoting()
  told(life)
  put(life, { supersedesIn: INSTEAD, because: 'It is worse.' })
  life.ask(later, closing())
  life.ask(later, dispute)

  expect(life.says('root')).toMatch(/Gate “Which risk is shared”: in dispute$/m)
  expect(life.ask(later, proposal({ gate: 'response' })).refusal?.message).toContain('in dispute')
})
