import { describe, expect, test } from 'vitest'
import { disputeWakes } from '../../../../src/core/meeting/decision/dispute-clock.ts'
import { meetingKind } from '../../../../src/core/meeting/index.ts'
import { earliest } from '../../../../src/core/time/instant.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { sent } from '../../../fixtures/life.ts'
import { person, wake } from '../meeting.ts'
import { closing, conflict, now, openVoting, proposal, vote } from './deciding.ts'

/** In dispute since Sat 14 Aug 2027 14:30: ten working days end with Fri 27 Aug. */
const DAY_BEFORE = '2027-08-26T08:00:00Z'
const ON_THE_DAY = '2027-08-27T08:00:00Z'
const THAT_AFTERNOON = '2027-08-27T15:00:00Z'
const DUE = '2027-08-27T22:59:59Z'
const OVER = '2027-08-27T23:00:00Z'
/** Monday is a bank holiday. */
const NEXT_MORNING = '2027-08-31T08:00:00Z'

const resolve = (who: string, outcome: 'stands' | 'again' = 'stands') =>
  ({
    kind: 'meeting',
    type: 'resolveDispute',
    by: person(who),
    decision: 1,
    outcome,
    reason: 'Both sides were heard.',
  }) as const

type Life = ReturnType<typeof openVoting>

const wakesAt = (life: Life) => earliest([...disputeWakes(life.record())])
const indexOf = (life: Life) => meetingKind.index(life.record())
const about = (all: readonly string[], slot: string) => all.filter((one) => one.endsWith(slot))

function tied(...over: Parameters<typeof openVoting>) {
  const life = openVoting(...over)
  life.ask(now, proposal({ affects: ['cqc', 'willow'] }))
  life.ask(now, vote('cleo', 'for'))
  life.ask(now, vote('wanda', 'against'))
  life.ask(now, closing())
  return life
}

describe('a dispute whose time comes near', () => {
  test('is reminded of by the ladder of the rules: its resolver, the chair and whoever called', () => {
    const life = tied()
    expect(wakesAt(life)).toBe(DAY_BEFORE)
    expect(indexOf(life).dueAt).toBe(DUE)

    const happened = life.ask(DAY_BEFORE, wake)

    for (const who of ['ada', 'rhea', 'quinn'])
      expect(sent(happened)).toContain(`web/person/${who} nudge:dispute-1:1`)
    const words = life.says('nudge:dispute-1:1')
    expect(words).toContain('the dispute about decision 1, due Fri 27 Aug')
    expect(words).toContain('To be resolved by: Fri 27 Aug 2027 23:59 BST')
    expect(words).toContain('[Record the outcome…]')
    expect(words).not.toContain('OVERDUE')
    expect(wakesAt(life)).toBe(ON_THE_DAY)
  })

  test('and is over shows OVERDUE on its message at once, and goes on being reminded of', () => {
    const life = tied()
    for (const at of [DAY_BEFORE, ON_THE_DAY, THAT_AFTERNOON]) life.ask(at, wake)
    expect(wakesAt(life)).toBe(OVER)
    expect(life.ask(DUE, wake).events.map(({ type }) => type)).not.toContain('disputeOverdue')

    const happened = life.ask(OVER, wake)

    expect(about(sent(happened), 'decision:1')).toEqual(['web/room/web-room decision:1'])
    expect(sent(happened)).toContain('web/room/web-room root')
    expect(life.says('decision:1')).toContain('decision 1, not passed, in dispute, OVERDUE')
    expect(life.says('decision:1')).toContain(
      'To be resolved by: Fri 27 Aug 2027 23:59 BST: OVERDUE',
    )
    expect(life.says('root')).toContain('not passed, in dispute, OVERDUE')
    expect(wakesAt(life)).toBe(NEXT_MORNING)
    life.ask(NEXT_MORNING, wake)
    expect(life.says('nudge:dispute-1:4')).toContain('the dispute about decision 1, overdue')
    expect(life.says('nudge:dispute-1:3')).not.toContain('[Record the outcome…]')
  })

  test('is resolved late, and what came of it says so wherever it stands', () => {
    const life = tied()
    for (const at of [DAY_BEFORE, OVER]) life.ask(at, wake)

    life.ask(NEXT_MORNING, resolve('ada'))

    expect(life.says('notice:3')).toContain(
      'It was LATE: it was to be resolved by Fri 27 Aug 2027 23:59 BST.',
    )
    expect(life.says('decision:1')).toMatch(/Resolved: Tue 31 Aug 2027 09:00 BST by Ada .*, LATE/)
    expect(life.says('decision:1')).not.toContain('OVERDUE')
    expect(indexOf(life).dueAt).toBeNull()
    expect(life.ask('2027-09-01T08:00:00Z', wake).events.map(({ type }) => type)).not.toContain(
      'disputeReminded',
    )
    expect(life.says('nudge:dispute-1:1')).toContain('Nothing more is wanted of you.')
  })

  test('is resolved in time at its last moment, and nobody is reminded of it after that', () => {
    const life = tied()

    life.ask(DUE, resolve('ada'))

    expect(life.says('notice:3')).not.toContain('LATE')
    expect(life.says('decision:1')).not.toContain('LATE')
    expect(life.ask(OVER, wake).events.map(({ type }) => type)).not.toContain('disputeOverdue')
  })

  test('reminds nobody who has a conflict of interest, and asks for a resolver where none is named', () => {
    const life = openVoting()
    life.ask(now, conflict('ada', 'ada'))
    life.ask(now, conflict('quinn', 'rhea'))
    life.ask(now, proposal({ affects: ['cqc', 'willow'] }))
    life.ask(now, vote('cleo', 'for'))
    life.ask(now, vote('wanda', 'against'))
    life.ask(now, closing())

    const happened = life.ask(DAY_BEFORE, wake)

    expect(about(sent(happened), 'nudge:dispute-1:1')).toEqual([
      'web/person/rhea nudge:dispute-1:1',
    ])
    expect(life.says('nudge:dispute-1:1')).toContain('Nobody resolves it yet.')
    expect(life.says('nudge:dispute-1:1')).toContain('[Name who resolves it…]')
  })

  test('goes on after the meeting is recorded, and is watched over until it is resolved', () => {
    const life = tied()
    const record = { by: person('rhea'), heldAt: now, form: 'riskSummitRecord', answers: {} }
    life.ask(now, { kind: 'meeting', type: 'record', ...record })

    expect(indexOf(life).facets.status).toEqual(['closed', 'acting', 'draft'])
    const happened = life.ask(DAY_BEFORE, wake)
    expect(sent(happened)).toContain('web/person/ada nudge:dispute-1:1')
    life.ask(ON_THE_DAY, resolve('ada'))
    expect(indexOf(life).facets.status).toEqual(['closed'])
  })

  test('whose reminder a service does not take goes to that person by mail', () => {
    const life = tied({ lastResort: ['mail'] })
    life.ask(DAY_BEFORE, wake)
    const heard = { slot: 'nudge:dispute-1:1', place: 'web/person/ada', reason: 'Off.' }

    const happened = life.ask('2027-08-26T08:11:00Z', {
      kind: 'meeting',
      type: 'noteLate',
      ...heard,
    })

    expect(sent(happened)).toContain('mail/person/ada nudge:dispute-1:1')
  })

  test('is reminded of to nobody under rules that give no ladder for it, and is overdue all the same', () => {
    const policy = policyOf('provider-collaborative')
    const { voting } = policy
    if (!voting) throw new Error('Nobody votes')
    const { ladder: _, ...dispute } = voting.dispute
    const life = tied({ policy: { ...policy, voting: { ...voting, dispute } } })

    expect(wakesAt(life)).toBe(OVER)
    life.ask(OVER, wake)
    expect(life.says('decision:1')).toContain('OVERDUE')
    expect(wakesAt(life)).toBeNull()
  })
})
