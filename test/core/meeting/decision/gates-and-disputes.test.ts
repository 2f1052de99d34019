import { describe, expect, test } from 'vitest'
import { ballotsOf } from '../../../../src/core/meeting/decision/ballot.ts'
import { gatesOf } from '../../../../src/core/meeting/decision/gates.ts'
import { directoryWith } from '../../../fixtures/directory.ts'
import { sent } from '../../../fixtures/life.ts'
import { person } from '../meeting.ts'
import { closing, conflict, later, movedTo, now, openVoting, proposal, vote } from './deciding.ts'

const TWO = ['cqc', 'willow']
const dispute = (who: string, reason = 'The question was not clear.') =>
  ({
    kind: 'meeting',
    type: 'disputeDecision',
    by: person(who),
    decision: 1,
    reason,
  }) as const
const resolve = (who: string, outcome: 'stands' | 'again') =>
  ({
    kind: 'meeting',
    type: 'resolveDispute',
    by: person(who),
    decision: 1,
    outcome,
    reason: 'Both sides were heard.',
  }) as const
const name = (who: string, by = 'rhea') =>
  ({ kind: 'meeting', type: 'nameResolver', by: person(by), decision: 1, person: who }) as const

type Life = ReturnType<typeof openVoting>

function decided(life: Life, votes: Record<string, 'for' | 'against'>, change = {}): void {
  const n = (life.record().decisions?.length ?? 0) + 1
  life.ask(now, proposal({ affects: TWO, ...change }))
  for (const [who, choice] of Object.entries(votes)) life.ask(now, vote(who, choice, n))
  life.ask(now, closing({ decision: n }))
}

const BOTH = { cleo: 'for', wanda: 'for' } as const
const TIE = { cleo: 'for', wanda: 'against' } as const

describe('gates', () => {
  test('open in their order: a later one is locked until the one before has passed', () => {
    const life = openVoting()

    expect(life.ask(now, proposal({ gate: 'response' })).refusal?.message).toContain(
      '“What is done about it” is locked: the gate before it, “Which risk is shared”, has not passed.',
    )
    decided(life, BOTH, { gate: 'risk' })
    expect(life.says('root')).toContain('Gate “Which risk is shared”: passed')
    expect(life.ask(later, proposal({ gate: 'response' })).refusal).toBeUndefined()
    expect(life.ask(later, proposal({ gate: 'response' })).refusal?.message).toContain(
      'is open already',
    )
    expect(life.ask(later, proposal({ gate: 'nowhere' })).refusal?.code).toBe('unknown')
  })

  test('that are decided stay so: a new decision names the one that it replaces, and why', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })

    expect(life.ask(later, proposal({ gate: 'risk' })).refusal?.message).toContain(
      'is decided by decision 1, which stands as it is',
    )
    expect(life.ask(later, proposal({ supersedes: 1 })).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('Decision 1 has passed. Say why'),
    })
    decided(life, BOTH, { supersedes: 1, because: 'The risk is another one.' })

    expect(life.record().decisions).toMatchObject([
      { supersededBy: 2, result: { passed: true } },
      { gate: 'risk', supersededBy: null },
    ])
    expect(life.says('decision:1')).toContain('passed; decision 2 stands instead')
    expect(life.says('decision:2')).toContain('Instead of: decision 1: The risk is another one.')
  })

  test('are passed by a decision only: advice is not put about one, and an older one opens none', () => {
    const life = openVoting()
    const advice = life.ask(now, proposal({ gate: 'risk', authority: 'advisory' }))

    expect(advice.refusal).toMatchObject({
      code: 'invalid',
      fields: { authority: expect.stringContaining('A gate is passed by a decision only') },
    })
    expect(life.ask(now, proposal({ authority: 'advisory' })).refusal).toBeUndefined()
  })

  test('is not passed by advice that is put instead of an earlier decision about one, which says a way out', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })
    const advice = proposal({ authority: 'advisory', supersedes: 1, because: 'New facts.' })

    expect(life.ask(later, advice).refusal?.message).toContain(
      'or put it without “Instead of an earlier decision?” and without a gate',
    )
    expect(life.ask(later, proposal({ authority: 'advisory' })).refusal).toBeUndefined()
    decided(life, BOTH, { gate: 'risk' })
    const [, own] = ballotsOf(life.record())
    const older = {
      ...life.record(),
      decisions: own ? [{ ...own, authority: 'advisory' as const }] : [],
    }
    expect(gatesOf(older, life.context().policy).map(({ state }) => state)).toEqual([
      'ready',
      'locked',
      'locked',
    ])
  })

  test('keep what has passed when what was put instead does not pass', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })

    decided(life, TIE, { supersedes: 1, because: 'It is to be looked at anew.' })

    expect(life.record().decisions?.[0]?.supersededBy).toBeNull()
    expect(life.says('root')).toContain('Gate “Which risk is shared”: passed')
  })

  test('are replaced only by what names a decision that is closed and stands', () => {
    const life = openVoting()
    life.ask(now, proposal({ affects: TWO }))
    expect(life.ask(now, proposal({ supersedes: 1 })).refusal?.message).toContain('still open')
    expect(life.ask(now, proposal({ supersedes: 9 })).refusal?.message).toContain('no decision 9')
    life.ask(now, vote('cleo', 'against'))
    life.ask(now, closing())
    decided(life, BOTH, { supersedes: 1 })

    expect(life.ask(later, proposal({ supersedes: 1 })).refusal?.message).toContain(
      'Decision 2 stands instead of it already',
    )
  })
})

describe('a dispute', () => {
  test('begins by itself with a tie: who resolves it and until when is said at once', () => {
    const life = openVoting()
    life.ask(now, proposal({ affects: TWO }))
    for (const [who, choice] of Object.entries(TIE)) life.ask(now, vote(who, choice))

    const happened = life.ask(now, closing())

    expect(sent(happened)).toContain('web/person/ada notice:2')
    expect(life.says('notice:1')).toContain('1 for, 1 against')
    expect(life.says('notice:1')).toContain('A tie does not pass.')
    const words = life.says('notice:2')
    expect(words).toContain('Resolved by: Ada Fofanah')
    expect(words).toContain('To be resolved by: Fri 27 Aug 2027 23:59 BST')
    expect(words).toContain('In dispute: a later gate stays locked meanwhile.')
    expect(life.says('decision:1')).toContain('not passed, in dispute')
  })

  test('is raised by an organisation that it affects, once, with a reason', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })

    expect(life.ask(later, dispute('quinn')).refusal?.message).toContain(
      'Only an organisation that decision 1 affects may dispute it.',
    )
    expect(life.ask(later, dispute('wanda', ' ')).refusal?.code).toBe('missing')
    expect(life.ask(later, dispute('wanda')).refusal).toBeUndefined()
    expect(life.ask(later, dispute('cleo')).refusal?.message).toContain('is in dispute already')
    expect(life.says('notice:2')).toContain('Disputed by: Willow House')
    expect(life.says('root')).toContain('Gate “Which risk is shared”: in dispute')
    expect(life.ask(later, proposal({ gate: 'response' })).refusal?.message).toContain('locked')
  })

  test('is resolved by whoever is named, or by the chair; the votes stay as they were cast', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })
    life.ask(now, dispute('wanda'))

    expect(life.ask(later, resolve('cleo', 'stands')).refusal).toMatchObject({ code: 'notYours' })
    expect(life.ask(later, resolve('ada', 'stands')).refusal).toBeUndefined()

    expect(life.says('notice:3')).toContain('The result stands.')
    expect(life.says('notice:3')).toContain('The votes stay as they were cast.')
    expect(life.record().decisions?.[0]?.votes).toHaveLength(2)
    expect(life.ask(later, proposal({ gate: 'response' })).refusal).toBeUndefined()
    expect(life.ask(later, resolve('rhea', 'again')).refusal?.code).toBe('notOpen')
  })

  test('whose outcome is to vote again takes the result back until that is done', () => {
    const life = openVoting()
    decided(life, BOTH, { gate: 'risk' })
    life.ask(now, dispute('wanda'))
    life.ask(now, resolve('rhea', 'again'))

    expect(life.says('root')).toContain('passed; to be voted on again')
    expect(life.ask(later, proposal({ gate: 'response' })).refusal?.message).toContain('locked')
    expect(life.says('notice:3')).toContain('[Vote again…]')
    decided(life, BOTH, { supersedes: 1 })
    expect(life.ask(later, proposal({ gate: 'response' })).refusal).toBeUndefined()
  })

  test('that nobody of the rules can resolve waits for the chair to name somebody, who is let in', () => {
    const life = openVoting()
    life.ask(now, conflict('ada', 'ada'))
    decided(life, TIE)

    expect(life.says('notice:3')).toContain('Resolved by: nobody yet: the chair names somebody')
    expect(life.ask(later, name('ada')).refusal?.message).toContain('has a conflict of interest')
    expect(life.ask(later, name('nobody')).refusal?.code).toBe('invalid')
    const happened = life.ask(later, name('carl'))

    expect(happened.effects).toContainEqual(
      expect.objectContaining({ type: 'invite', people: ['carl'] }),
    )
    expect(sent(happened)).toContain('web/person/carl notice:4')
    expect(life.says('decision:1')).toContain('Resolved by: Carl Nowak')
    expect(life.ask(later, resolve('carl', 'again')).refusal).toBeUndefined()
  })

  test('is resolved by nobody of the organisation that raised it, whoever names them', () => {
    const life = openVoting()
    decided(life, BOTH)
    life.ask(now, dispute('wanda'))

    const words = 'is of Willow House, which disputes decision 1. Somebody of another organisation'
    for (const who of ['wanda', 'ivan'])
      expect(life.ask(later, name(who)).refusal).toMatchObject({
        code: 'invalid',
        fields: { person: expect.stringContaining(words) },
      })
    const elsewhere = { directory: movedTo('harbour', 'bao') }
    expect(life.ask(later, name('bao'), elsewhere).refusal?.message).toContain(words)
    expect(life.record().decisions?.[0]?.dispute?.resolver).toBe('ada')
    expect(life.ask(later, name('carl')).refusal).toBeUndefined()
  })

  test('of the organisation whose post resolves by the rules waits for the chair to name somebody', () => {
    const life = openVoting()
    decided(life, BOTH, { affects: ['cqc', 'willow', 'downs-icb'] })
    life.ask(now, dispute('ada'))

    expect(life.says('notice:2')).toContain('Resolved by: nobody yet: the chair names somebody')
    expect(life.ask(later, resolve('ada', 'again')).refusal?.code).toBe('notYours')
    expect(life.ask(later, name('mara')).refusal).toBeUndefined()
    expect(life.ask(later, resolve('mara', 'stands')).refusal).toBeUndefined()
  })

  test('is not resolved by a chair whose organisation raised it', () => {
    const life = openVoting()
    decided(life, BOTH, { affects: ['cqc', 'willow', 'south-east-team'] })
    life.ask(now, dispute('rhea'))

    expect(life.says('decision:1')).toContain('in dispute')
    expect(life.ask(later, resolve('rhea', 'stands')).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('which disputes decision 1'),
    })
  })

  test('outlasts the meeting: it is raised and resolved also once that is recorded', () => {
    const life = openVoting()
    decided(life, BOTH)
    const answers = { judgement: 'It is safe.' }
    const record = { by: person('rhea'), heldAt: now, form: 'riskSummitRecord', answers }
    life.ask(later, { kind: 'meeting', type: 'record', ...record })

    expect(life.ask(later, dispute('wanda')).refusal).toBeUndefined()
    expect(life.says('notice:3')).not.toContain('Vote again')
    expect(life.ask(later, resolve('ada', 'stands')).refusal).toBeUndefined()
  })

  test('that is resolved once the record is sealed adds what came of it to that by itself', () => {
    const life = openVoting()
    decided(life, TIE)
    const answers = { judgement: 'It is safe.' }
    const record = { by: person('rhea'), heldAt: now, form: 'riskSummitRecord', answers }
    life.ask(later, { kind: 'meeting', type: 'record', ...record })
    life.ask(later, { kind: 'meeting', type: 'seal', by: person('rhea') })
    const sealed = life.record().minutes?.sealed

    const happened = life.ask('2027-08-16T10:00:00Z', resolve('ada', 'stands'))

    expect(happened.events.map(({ type }) => type)).toEqual(['disputeResolved', 'addendumAdded'])
    expect(life.record().minutes?.sealed).toEqual(sealed)
    const added = `notice:${life.record().notices.length}`
    const words = life.says(added)
    expect(words).toMatch(/ADDENDUM 1, added Mon 16 Aug 2027 11:00 BST by Ada/)
    expect(words).toContain(
      'Decision 1, “The unit takes no new patients until it is safe.”: in dispute since Sat 14 Aug 2027 15:30 BST. Resolved: The result stands. Both sides were heard.',
    )
    expect(life.says('notice:3')).toContain('ADDENDUM 1')
    expect(sent(happened)).toContain(`web/person/rhea ${added}`)
  })

  test('that began after the seal says in what is added who disputed it, and why', () => {
    const life = openVoting()
    decided(life, BOTH)
    const record = { by: person('rhea'), heldAt: now, form: 'riskSummitRecord', answers: {} }
    life.ask(later, { kind: 'meeting', type: 'record', ...record })
    life.ask(later, { kind: 'meeting', type: 'seal', by: person('rhea') })
    life.ask('2027-08-16T09:00:00Z', dispute('wanda'))
    life.ask('2027-08-16T10:00:00Z', resolve('ada', 'again'))

    expect(life.record().minutes?.addenda.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /in dispute since Mon 16 Aug 2027 10:00 BST by Wanda .*: The question was not clear\. Resolved: The question is to be put again\. Both sides were heard\.$/,
      ),
    ])
  })

  test('has no resolver of a directory that has none', () => {
    const life = openVoting({ directory: directoryWith('downs-icb', { holdings: [] }) })
    decided(life, TIE)

    expect(life.record().decisions?.[0]?.dispute).toMatchObject({ resolver: null })
  })
})
