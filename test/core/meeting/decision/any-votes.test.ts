import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Choice } from '../../../../src/core/meeting/decision/ballot.ts'
import { isEnough } from '../../../../src/core/meeting/decision/tally.ts'
import type { MeetingEvent } from '../../../../src/core/meeting/event.ts'
import { evolveMeeting } from '../../../../src/core/meeting/evolve.ts'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { type MaybeMeeting, Meeting } from '../../../../src/core/meeting/meeting.ts'
import { compose } from '../../../../src/core/record.ts'
import { plusMinutes } from '../../../../src/core/time/instant.ts'
import { wordingFaults } from '../../case/wording.ts'
import { meetingId, person } from '../meeting.ts'
import { closing, conflict, letBack, now, openVoting, proposal, vote } from './deciding.ts'

/** Who speaks for which organisation; a local authority has no vote in a joint committee. */
const SPEAKERS = {
  rhea: 'south-east-team',
  mick: 'south-east-team',
  cleo: 'cqc',
  ada: 'downs-icb',
  lena: 'downs-council',
  wanda: 'willow',
  bao: 'willow',
  greta: 'gmc',
  quinn: 'harbour',
} as const
type Speaker = keyof typeof SPEAKERS
const PEOPLE = Object.keys(SPEAKERS) as Speaker[] // the names above
const SLUGS = [...new Set(Object.values(SPEAKERS))]

const somebody = fc.constantFrom(...PEOPLE)
const choice = fc.constantFrom(...Choice.options)
const someVotes = fc.array(fc.tuple(somebody, choice), { maxLength: 14 })
const affects = fc.subarray(SLUGS, { minLength: 1 })

function votedOn(affected: string[], votes: readonly (readonly [Speaker, Choice])[]) {
  const life = openVoting()
  life.ask(now, proposal({ affects: affected }))
  const before = life.record().decisions ?? []
  for (const [who, said] of votes) life.ask(now, vote(who, said))
  life.ask(now, closing())
  return { result: life.record().decisions?.[0]?.result ?? null, isPut: before.length > 0 }
}

describe('a vote', () => {
  test('passes if and only if more than half of what was cast for or against is for', () => {
    fc.assert(
      fc.property(affects, someVotes, (affected, votes) => {
        const { result } = votedOn(affected, votes)
        const last = new Map<string, Choice>()
        for (const [who, said] of votes) {
          const slug = SPEAKERS[who]
          if (slug !== 'downs-council' && affected.includes(slug)) last.set(slug, said)
        }
        const all = [...last.values()]
        const [yes, no] = ['for', 'against'].map((said) => all.filter((one) => one === said).length)
        if (all.length === 0) expect(result).toBeNull()
        else expect(result?.passed).toBe((yes ?? 0) > (no ?? 0))
      }),
      { numRuns: 300 },
    )
  })

  test('never counts whoever has none', () => {
    fc.assert(
      fc.property(affects, someVotes, (slugs, votes) => {
        const affected: readonly string[] = slugs
        const { result } = votedOn(slugs, votes)
        const counted = [
          ...(result?.for ?? []),
          ...(result?.against ?? []),
          ...(result?.abstained ?? []),
          ...(result?.silent ?? []),
        ]
        expect(counted.filter((slug) => !affected.includes(slug))).toEqual([])
        expect(counted).not.toContain('downs-council')
        expect(new Set(counted).size).toBe(counted.length)
      }),
    )
  })

  test('comes to the same in whatever order the organisations vote', () => {
    const ballots = fc
      .uniqueArray(somebody, { selector: (who) => SPEAKERS[who] })
      .chain((who) =>
        fc.tuple(
          fc.constant(who),
          fc.shuffledSubarray(who, { minLength: who.length }),
          fc.array(choice, { minLength: who.length, maxLength: who.length }),
        ),
      )
    fc.assert(
      fc.property(affects, ballots, (affected, [one, other, said]) => {
        const by = new Map(one.map((who, index) => [who, said[index] ?? 'abstain']))
        const votesOf = (order: Speaker[]) =>
          order.map((who) => [who, by.get(who) ?? 'abstain'] as const)
        expect(votedOn(affected, votesOf(other))).toEqual(votedOn(affected, votesOf(one)))
      }),
    )
  })

  test('needs more than the share that the pack states, whatever that is', () => {
    const few = fc.array(fc.constant('one'), { maxLength: 9 })
    fc.assert(
      fc.property(few, few, few, fc.boolean(), fc.nat(3), (yes, against, abstained, all, at) => {
        const [votes, of] = (
          [
            [1, 2],
            [2, 3],
            [3, 4],
            [1, 3],
          ] as const
        )[at] ?? [1, 2]
        const cast = yes.length + against.length + (all ? abstained.length : 0)
        const rule = { moreThan: { votes, of }, abstentionsCount: all }
        const counted = { for: yes, against, abstained }
        expect(isEnough(counted, rule)).toBe(cast > 0 && yes.length / cast > votes / of + 1e-12)
      }),
    )
  })
})

const anIntent: fc.Arbitrary<MeetingIntent> = fc.oneof(
  fc
    .tuple(affects, fc.constantFrom('joint', 'inCommon'), fc.option(fc.constantFrom(1, 2, 3)))
    .map(([affected, form, supersedes]) =>
      proposal({ affects: affected, form, supersedes, because: 'It is needed anew.' }),
    ),
  fc.constantFrom('risk', 'response', 'ending').map((gate) => proposal({ gate })),
  fc
    .tuple(somebody, choice, fc.constantFrom(1, 2, 3))
    .map(([who, said, decision]) => vote(who, said, decision)),
  fc.tuple(somebody, somebody).map(([who, by]) => conflict(who, by)),
  fc
    .tuple(fc.constantFrom(...SLUGS), somebody)
    .map(([slug, by]) => conflict({ type: 'organisation', slug }, by)),
  fc.tuple(fc.constantFrom(1, 2, 3), somebody).map(([n, by]) => letBack(n, by)),
  fc
    .tuple(fc.constantFrom(1, 2, 3), fc.constantFrom('closeVote', 'withdrawVote'))
    .map(([decision, type]) => ({ ...closing({ decision }), type })),
  fc.tuple(fc.constantFrom(1, 2, 3), somebody).map(([decision, who]) => ({
    ...closing({ decision, by: person(who) }),
    type: 'disputeDecision' as const,
  })),
  fc
    .tuple(fc.constantFrom(1, 2, 3), somebody, fc.constantFrom('stands', 'again'))
    .map(([decision, who, outcome]) => ({
      ...closing({ decision, by: person(who) }),
      type: 'resolveDispute' as const,
      outcome,
    })),
  fc.tuple(fc.constantFrom(1, 2, 3), somebody).map(([decision, who]) => ({
    kind: 'meeting' as const,
    type: 'nameResolver' as const,
    by: person('rhea'),
    decision,
    person: who,
  })),
)

/** Whoever is asked to chair after the first holds no seat, and is kept out by the second. */
const askedToChairOnly: MeetingIntent[] = [
  conflict('rhea', 'rhea'),
  conflict({ type: 'organisation', slug: 'south-east-team' }, 'mick'),
]

test('whatever is asked, and in whatever order: the history gives the record, and every message reads well', () => {
  fc.assert(
    fc.property(fc.array(anIntent, { maxLength: 25 }), (intents) => {
      const life = openVoting()
      const opened = life.record()
      const events: MeetingEvent[] = []
      const slots = new Set<string>()
      let at = now
      for (const intent of intents) {
        at = plusMinutes(at, 1)
        const happened = life.ask(at, intent)
        events.push(...(happened.events as MeetingEvent[])) // of a meeting’s own life
        for (const effect of happened.effects) if (effect.type === 'message') slots.add(effect.slot)
      }

      const record = Meeting.parse(life.record())
      const read: MeetingEvent[] = JSON.parse(JSON.stringify(events))
      const folded = read.reduce<MaybeMeeting>(evolveMeeting, opened)
      expect(isDeepStrictEqual(folded, record)).toBe(true)
      expect(record.id).toBe(meetingId)
      const { policy, directory } = life.context()
      const composing = { policy, directory, now: at, viewer: { type: 'operator' } } as const
      for (const slot of slots) {
        const message = compose(record, slot, composing)
        expect(message, slot).toBeDefined()
        expect(message && wordingFaults(message), slot).toEqual([])
      }
    }),
    { examples: [[askedToChairOnly]] },
  )
})
