import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../../src/core/meeting/meeting.ts'
import { quorumOf } from '../../../src/core/meeting/quorum.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { policyOf } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { lifeOf } from '../../fixtures/life.ts'
import { movedTo } from './decision/deciding.ts'
import { answer, calledAt, meetingId, openSummit, person, roomOn, summit } from './meeting.ts'

const soon = '2027-08-14T07:57:00Z'
const pack = policyOf('provider-collaborative')

/** The pack with a quorum for a meeting, the risk summit unless another is named. */
function withQuorum(people: number, lines: string[], id = 'M1'): Policy {
  const citation = {
    document: 'Muster',
    section: 'test',
    note: 'Made up.',
    kind: 'choice',
  } as const
  const meetings = pack.meetings.map((rule) =>
    rule.id === id ? { ...rule, quorum: { people, lines, citation } } : rule,
  )
  return { ...pack, meetings }
}

function summitUnder(policy: Policy) {
  const life = lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId }, { policy })
  life.ask(calledAt, { ...summit, places: summit.places.slice(0, 1) })
  life.ask(calledAt, roomOn('web'))
  return life
}

describe('a quorum', () => {
  test('is not made up: where the rules state none, the brief and the roll say so', () => {
    const life = openSummit()

    expect(life.says('root')).toContain('Quorum: none stated.')
    expect(life.says('root')).toContain('Quorum: none stated.')
  })

  test('counts the people who come against what the rule asks for, and names the line that lacks', () => {
    const policy = withQuorum(2, ['cqc'])
    const life = summitUnder(policy)

    expect(life.says('root')).toContain(
      'Quorum: 2 people, among them somebody of Care Quality Commission. Not met: 1 coming; nobody of Care Quality Commission.',
    )
    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))

    expect(life.says('root')).toContain('Met: 2 coming.')
    expect(quorumOf(life.record(), { policy, directory })).toMatchObject({ isMet: true, people: 2 })
  })

  test('does not count whoever has a conflict of interest, as a vote does not', () => {
    const policy = withQuorum(2, ['cqc'])
    const life = summitUnder(policy)
    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))

    life.ask(soon, {
      kind: 'meeting',
      type: 'declareConflict',
      by: person('quinn'),
      whose: { type: 'person', person: 'cleo' },
      what: 'Worked there.',
    })

    expect(life.says('root')).toContain('Not met: 1 coming; nobody of Care Quality Commission.')
  })

  test('counts who was there once the record says so, whatever they had answered', () => {
    const policy = withQuorum(2, ['cqc'])
    const life = summitUnder(policy)
    const recording = { form: 'riskSummitRecord', answers: { present: ['cleo', 'rhea', 'lena'] } }
    const held = { by: person('quinn'), heldAt: calledAt, ...recording }

    life.ask(soon, { kind: 'meeting', type: 'record', ...held })

    const counted = 'among them somebody of Care Quality Commission. Met: 3 were there.'
    expect(life.says('root')).toContain(counted)
    expect(life.says(`notice:${life.record().notices.length}`)).toContain(counted)
  })

  test('says in the record how it was then: a conflict of interest that ends afterwards changes nothing of it', () => {
    const life = summitUnder(withQuorum(2, ['cqc']))
    const whose = { type: 'person', person: 'cleo' } as const
    const declared = { kind: 'meeting', type: 'declareConflict', by: person('quinn') } as const
    life.ask(soon, { ...declared, whose, what: 'Worked there.' })
    const answers = { present: ['cleo', 'quinn', 'rhea'] }
    const held = { by: person('quinn'), heldAt: calledAt, form: 'riskSummitRecord', answers }
    life.ask(soon, { kind: 'meeting', type: 'record', ...held })
    const then = 'Not met: 2 were there; nobody of Care Quality Commission.'
    expect(life.says('root')).toContain(then)

    const back = { kind: 'meeting', type: 'returnFromConflict', by: person('quinn') } as const
    const later = '2027-08-14T08:10:00Z'
    expect(life.ask(later, { ...back, conflict: 1, reason: 'It was long ago.' }).refusal).toBe(
      undefined,
    )

    expect(life.says('root')).toContain(then)
    life.ask('2027-08-14T08:20:00Z', {
      ...{ kind: 'meeting', type: 'correct', by: person('quinn'), version: 0, heldAt: calledAt },
      answers: { present: ['cleo', 'quinn', 'rhea', 'lena'] },
    })
    expect(life.says('root')).toContain('Not met: 3 were there; nobody of Care Quality')
  })

  test('of an organisation is not met by a stand-in from elsewhere, though they are one more who comes', () => {
    const policy = withQuorum(2, ['cqc'])
    const life = summitUnder(policy)
    const standIn = { kind: 'meeting', type: 'standIn', by: person('quinn') } as const

    life.ask(soon, { ...standIn, seat: 'cqc-inspector', person: 'ada' })

    expect(life.says('root')).toContain('Not met: 2 coming; nobody of Care Quality Commission.')
    const recording = { form: 'riskSummitRecord', answers: { present: ['ada', 'quinn', 'rhea'] } }
    const held = { by: person('quinn'), heldAt: calledAt, ...recording }
    life.ask(soon, { kind: 'meeting', type: 'record', ...held })
    expect(life.says('root')).toContain('Not met: 3 were there; nobody of Care Quality')
  })

  test('of an organisation is met by whoever was called from it, also listed elsewhere since', () => {
    const policy = withQuorum(2, ['cqc'])
    const life = summitUnder(policy)
    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))

    const moved = { policy, directory: movedTo('harbour', 'cleo') }

    expect(quorumOf(life.record(), moved)?.missing).toEqual([])
  })

  test('of a meeting that is over does not say of whoever was only put down that they had said they come', () => {
    const life = summitUnder(withQuorum(2, []))
    const standIn = { kind: 'meeting', type: 'standIn', by: person('quinn') } as const
    const held = { heldAt: calledAt, form: 'riskSummitRecord', answers: {} }
    life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))
    life.ask(soon, { ...standIn, seat: 'gmc-adviser', person: 'mick' })
    expect(life.says('root')).toContain('Met: 3 coming.')

    life.ask(soon, { kind: 'meeting', type: 'record', by: person('quinn'), ...held })

    expect(life.says('root')).toContain('Met: 2 said that they were coming.')
    expect(life.says('root')).toContain(
      'Answers to the call, by seat: 2 said that they were coming',
    )
  })

  test('counts whoever chairs it, also without a seat', () => {
    const policy = withQuorum(2, [], 'RRR')
    const life = lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId }, { policy })
    life.ask(calledAt, { ...summit, rule: 'RRR', places: summit.places.slice(0, 1) })
    life.ask(calledAt, roomOn('web'))
    expect(life.says('root')).toContain('Not met: 1 coming.')

    life.ask(soon, answer('nell', 'chair', 'confirm'))

    expect(life.says('root')).toContain('Met: 2 coming.')
  })

  test('asks nobody of a line that has no seat in this meeting', () => {
    const policy = withQuorum(1, ['local-authority'])
    const life = lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId }, { policy })
    const aspen = { slug: 'aspen', leadProvider: 'harbour', name: 'Aspen Clinic' }
    life.ask(calledAt, { ...summit, provider: aspen })

    expect(quorumOf(life.record(), { policy, directory })?.missing).toEqual([])
  })

  test('counts somebody in two seats once, as the tally does; both seats show them', () => {
    const organisations = directory.organisations.map((one) =>
      one.slug === 'south-east-team'
        ? {
            ...one,
            holdings: one.holdings.map((held) =>
              held.role === 'nurse-director' ? { ...held, holder: 'mick' } : held,
            ),
          }
        : one,
    )
    const policy = withQuorum(3, [])
    const life = lifeOf<Meeting>(
      { kind: 'meeting', status: 'none', id: meetingId },
      { policy, directory: { organisations } },
    )
    life.ask(calledAt, summit)
    life.ask(calledAt, roomOn('web'))
    life.ask(soon, answer('mick', 'seat-mick', 'coming'))

    const roll = life.says('root')
    expect(roll).toContain('Seats: 3 coming (2 people),')
    expect(roll).toContain('Not met: 2 coming.')
    expect(roll?.match(/Mick Farrell: coming/g)).toHaveLength(2)
  })
})
