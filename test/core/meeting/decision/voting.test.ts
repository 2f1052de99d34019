import { describe, expect, test } from 'vitest'
import { partyIn } from '../../../../src/core/meeting/decision/party.ts'
import { sent } from '../../../fixtures/life.ts'
import { answer, person } from '../meeting.ts'
import { closing, conflict, later, movedTo, now, openVoting, proposal, vote } from './deciding.ts'

const FOUR = ['south-east-team', 'cqc', 'downs-icb', 'willow']

describe('a decision', () => {
  test('stands in the room with what is asked, how, of whom, and who has not voted yet', () => {
    const life = openVoting()

    const happened = life.ask(now, proposal({ ratifiedBy: 'the board of Willow House' }))

    expect(sent(happened)).toEqual(['web/room/web-room decision:1'])
    const words = life.says('decision:1')
    expect(words).toContain('Risk summit M-7K2M-9Q4X: decision 1, being voted on')
    expect(words).toContain('The unit takes no new patients until it is safe.')
    expect(words).toContain('How: Joint committee: one decision for all of them')
    expect(words).toContain('Weight: a decision')
    expect(words).toContain('To be ratified by: the board of Willow House')
    expect(words).toContain(
      '0 of 6 have voted. One vote for each organisation, which may change it until the close.',
    )
    expect(words).toContain('Quorum: none stated by the rules.')
    expect(words).toContain('- Care Quality Commission – not voted yet: Cleo Marchetti')
    expect(words).toContain('[For] [Against] [Abstain]')
    expect(words).toContain('[Close the vote…]')
    expect(words).toContain('Rule majority · Collaboratives 2023')
  })

  test('of a joint committee gives a local authority no vote, and says why', () => {
    const life = openVoting()
    life.ask(now, proposal())

    expect(life.says('decision:1')).toContain(
      '- Downs Council – no vote: a local authority cannot delegate to a joint committee',
    )
    expect(life.ask(later, vote('lena', 'for')).refusal).toMatchObject({
      code: 'notYours',
      message:
        'Downs Council has no vote on decision 1: a local authority cannot delegate to a joint committee. Only the other affected organisations may vote.',
    })
  })

  test('is voted on by those that it affects; the others see it and are told that they are not', () => {
    const life = openVoting()
    life.ask(now, proposal({ affects: FOUR }))

    expect(life.says('decision:1')).toContain(
      'Not affected, so without a vote: Downs Council; General Medical Council; Harbour NHS Foundation Trust.',
    )
    expect(life.ask(later, vote('quinn', 'for')).refusal?.message).toBe(
      'Only those that it affects may vote on decision 1: NHSE South East quality team, Care Quality Commission, Downs Integrated Care Board and Willow House. Harbour NHS Foundation Trust is not one of them.',
    )
    expect(life.ask(later, vote('nia', 'for')).refusal?.message).toMatch(/^Only .* may vote on/)
  })

  test('has one vote for each organisation, which may be changed until the close; both stay', () => {
    const life = openVoting()
    life.ask(now, proposal())

    life.ask(now, vote('wanda', 'for'))
    life.ask(later, vote('bao', 'against'))

    expect(life.says('decision:1')).toContain(
      '- Willow House – against: Bao Tran, Sat 14 Aug 2027 15:40 BST (before: for)',
    )
    expect(life.record().decisions?.[0]?.votes).toHaveLength(2)
    expect(life.ask(later, vote('wanda', 'against')).refusal).toMatchObject({
      code: 'alreadyOpen',
      message:
        'Willow House voted “against” at Sat 14 Aug 2027 15:40 BST already. Nothing was changed.',
    })
  })

  test('is voted on by whoever takes part: an apology has no vote until it is taken back', () => {
    const life = openVoting()
    life.ask(now, proposal())
    life.ask(now, answer('cleo', 'seat-cleo', 'apologies'))

    expect(life.says('decision:1')).toContain('it may send a deputy')
    expect(life.ask(later, vote('cleo', 'for')).refusal?.message).toContain(
      'If you were called and are there after all, answer “coming” first.',
    )
    life.ask(later, answer('cleo', 'seat-cleo', 'coming'))
    expect(life.ask(later, vote('cleo', 'for')).refusal).toBeUndefined()
  })

  test('gives whoever is brought in to advise no vote, nor their organisation', () => {
    const life = openVoting()
    const guest = { by: person('rhea'), person: 'faye', why: 'She knows the unit.' }
    life.ask(now, { kind: 'meeting', type: 'bringIn', ...guest })

    life.ask(now, proposal())

    expect(life.says('decision:1')).not.toContain('Fern Lodge')
    expect(life.ask(later, vote('faye', 'for')).refusal).toMatchObject({ code: 'notYours' })
  })

  test('counts the vote of somebody who is listed elsewhere since for the organisation they were called from', () => {
    const life = openVoting()
    life.ask(now, proposal())
    life.ask(now, vote('quinn', 'for'))

    life.ask(now, vote('cleo', 'against'), { directory: movedTo('harbour', 'cleo') })

    const words = life.says('decision:1')
    expect(words).toMatch(/Care Quality Commission – against: Cleo/)
    expect(words).toMatch(/Harbour NHS Foundation Trust – for: Quinn/)
  })

  test('counts it for that of their newest call, where they were let go from another and called anew', () => {
    const life = openVoting()
    const directory = movedTo('willow', 'cleo')
    const standIn = { kind: 'meeting', type: 'standIn', by: person('quinn') } as const
    life.ask(now, answer('cleo', 'seat-cleo', 'coming'))
    life.ask(now, { ...standIn, seat: 'cqc-inspector', person: 'ada' })
    life.ask(later, { ...standIn, seat: 'provider-chief-executive', person: 'cleo' }, { directory })

    expect(partyIn(life.record(), 'cleo', directory)?.slug).toBe('willow')
  })

  test('is put by whoever calls or chairs, with a question, to organisations that are called', () => {
    const life = openVoting()

    expect(life.ask(now, proposal({ by: person('mick') })).refusal?.code).toBe('notYours')
    expect(life.ask(now, proposal({ question: ' ' })).refusal?.code).toBe('missing')
    expect(life.ask(now, proposal({ form: 'lottery' })).refusal?.code).toBe('unknown')
    expect(life.ask(now, proposal({ affects: ['fern'] })).refusal?.message).toContain(
      'Only organisations that are called',
    )
    expect(life.ask(now, proposal({ affects: ['downs-council'] })).refusal?.message).toContain(
      'Nobody could vote on it',
    )
  })

  test('about what may not be delegated is put all the same, with a warning', () => {
    const life = openVoting()

    life.ask(now, proposal({ topic: 'remuneration' }))

    expect(life.says('decision:1')).toContain(
      'Remuneration: There can be no joint remuneration committee',
    )
  })
})

describe('the close of a vote', () => {
  test('shows what it came to, who closed it and why, and leaves nothing to press', () => {
    const life = openVoting()
    life.ask(now, proposal({ affects: FOUR }))
    for (const who of ['rhea', 'cleo', 'ada']) life.ask(now, vote(who, 'for'))

    const happened = life.ask(later, closing())

    expect(sent(happened)).toEqual([
      'web/room/web-room decision:1',
      'web/room/web-room root',
      'web/room/web-room notice:1',
    ])
    const words = life.says('decision:1') ?? ''
    expect(words).toContain('decision 1, passed')
    expect(words).toContain(
      'Passed: 3 for, 0 against, 0 abstained, 1 did not vote. It takes more than half of the 3 votes that count. Quorum: none stated by the rules.',
    )
    expect(words).toContain(
      'Closed Sat 14 Aug 2027 15:40 BST by Rhea Dutta (regional director, NHSE South East quality team): All that is known was weighed.',
    )
    expect(words).toContain('- Willow House – did not vote')
    expect(words).not.toContain('[')
    expect(life.says('notice:1')).toContain('decision 1 has passed')
    expect(life.says('notice:1')).toContain('[Dispute it…]')
    expect(life.says('root')).toContain(
      'Decision 1: The unit takes no new patients until it is safe. – passed',
    )
  })

  test('comes with a reason, by whoever calls or chairs it, and not before anybody has voted', () => {
    const life = openVoting()
    life.ask(now, proposal())

    expect(life.ask(now, closing()).refusal).toMatchObject({
      code: 'tooEarly',
      message: expect.stringContaining('Nobody has voted on decision 1 yet'),
    })
    life.ask(now, vote('cleo', 'for'))
    expect(life.ask(now, closing({ reason: '' })).refusal?.code).toBe('missing')
    expect(life.ask(now, closing({ by: person('cleo') })).refusal?.code).toBe('notYours')
    expect(life.ask(now, closing({ decision: 4 })).refusal?.code).toBe('unknown')
    expect(life.ask(now, closing({ by: person('quinn') })).refusal).toBeUndefined()
  })

  test('is final: a later vote is told when it closed, and how', () => {
    const life = openVoting()
    life.ask(now, proposal())
    life.ask(now, vote('cleo', 'for'))
    life.ask(later, closing())

    expect(life.ask(later, vote('ada', 'against')).refusal).toMatchObject({
      code: 'closed',
      message:
        'Decision 1 was closed at Sat 14 Aug 2027 15:40 BST: passed. Your vote was not counted.',
    })
    expect(life.ask(later, closing()).refusal?.code).toBe('closed')
  })

  test('counts no vote of whoever has a conflict of interest since, and keeps it', () => {
    const life = openVoting()
    life.ask(now, proposal({ affects: FOUR }))
    life.ask(now, vote('wanda', 'for'))
    life.ask(now, vote('cleo', 'against'))
    life.ask(now, conflict({ type: 'organisation', slug: 'willow' }, 'wanda'))

    expect(life.says('decision:1')).toContain(
      '- Willow House – no vote: it has a conflict of interest (voted for before that; it does not count)',
    )
    life.ask(later, closing())

    expect(life.record().decisions?.[0]).toMatchObject({
      votes: [{ organisation: 'willow' }, { organisation: 'cqc' }],
      result: { passed: false, for: [], against: ['cqc'] },
    })
  })

  test('stays as it was when a conflict of interest is declared, or ends, afterwards', () => {
    const life = openVoting()
    life.ask(now, proposal({ affects: FOUR }))
    life.ask(now, vote('wanda', 'for'))
    life.ask(now, closing())
    const before = life.says('decision:1')

    life.ask(later, conflict({ type: 'organisation', slug: 'willow' }, 'wanda'))

    expect(life.says('decision:1')).toBe(before)
  })

  test('of committees in common gives each organisation its own result', () => {
    const life = openVoting()
    life.ask(now, proposal({ form: 'inCommon', affects: ['cqc', 'downs-council', 'willow'] }))
    life.ask(now, vote('cleo', 'for'))
    life.ask(now, vote('lena', 'against'))

    life.ask(later, closing())

    const words = life.says('decision:1')
    expect(words).toMatch(/Care Quality Commission – for: .*; its own decision: passed/)
    expect(words).toMatch(/Downs Council – against: .*; its own decision: not passed/)
    expect(words).toContain('Willow House – did not vote; its own decision: not decided')
    expect(words).toContain('decision 1, not passed')
  })

  test('of a withdrawn decision gives no result', () => {
    const life = openVoting()
    life.ask(now, proposal())
    life.ask(now, vote('cleo', 'for'))
    const withdraw = { ...closing(), type: 'withdrawVote', reason: 'It was put wrongly' } as const

    life.ask(later, withdraw)

    expect(life.says('decision:1')).toContain('decision 1, withdrawn, not decided')
    expect(life.says('decision:1')).toContain('It was put wrongly.')
    expect(life.ask(later, vote('ada', 'for')).refusal?.message).toContain('was withdrawn at')
  })

  test('comes before the record of the meeting: that is refused while a vote is open', () => {
    const life = openVoting()
    life.ask(now, proposal())
    life.ask(now, vote('cleo', 'for'))
    const record = {
      kind: 'meeting',
      type: 'record',
      by: person('rhea'),
      heldAt: now,
      form: 'riskSummitRecord',
      answers: { judgement: 'It is safe.' },
    } as const

    expect(life.ask(later, record).refusal).toMatchObject({
      code: 'notOpen',
      message: expect.stringContaining('Decision 1 is still being voted on'),
    })
    life.ask(later, closing())
    life.ask(later, record)
    expect(life.says('notice:2')).toContain('Decision 1: passed')
    expect(life.ask(later, vote('ada', 'for')).refusal?.message).toContain(
      'is over; nothing was changed. It was recorded at Sat 14 Aug 2027 15:40 BST.',
    )
  })
})

test('where the rules state a quorum, nothing passes without it', () => {
  const life = openVoting()
  const { policy } = life.context()
  const stated = {
    document: 'Muster',
    section: 'a test',
    note: 'Three of them.',
    kind: 'choice',
  } as const
  const meetings = policy.meetings.map((rule) =>
    rule.id === 'M1' ? { ...rule, quorum: { people: 3, lines: [], citation: stated } } : rule,
  )
  const quorate = { policy: { ...policy, meetings } }
  life.ask(now, proposal(), quorate)
  life.ask(now, vote('cleo', 'for'), quorate)

  // Rhea chairs and Quinn called it: with Cleo, who votes, two others are there.
  expect(life.says('decision:1')).toContain('Quorum: 3 people needed, 3 there: quorate.')
  life.ask(now, conflict({ type: 'organisation', slug: 'harbour' }, 'rhea'), quorate)
  life.ask(later, closing(), quorate)

  expect(life.says('decision:1')).toContain(
    'Quorum: 3 people needed, 2 there: not quorate, so it does not pass.',
  )
  expect(life.record().decisions?.[0]?.result?.passed).toBe(false)
})
