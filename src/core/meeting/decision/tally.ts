import type { Directory } from '../../people/directory.ts'
import type { MeetingRule } from '../../policy/meeting.ts'
import type { Policy } from '../../policy/policy.ts'
import type { VotingRule } from '../../policy/voting.ts'
import { conflictOf, organisationConflict } from '../conflict/conflict.ts'
import type { Call, Meeting } from '../meeting.ts'
import { quorumOf } from '../quorum.ts'
import type { Ballot, Count, Result, Vote } from './ballot.ts'
import type { Party } from './party.ts'

type Rules = { readonly policy: Policy }
type Listed = Rules & { readonly directory: Directory }

/** Why an affected organisation has no vote in this; null where it has one. */
export function whyNoVote(
  meeting: Meeting,
  { form }: Pick<Ballot, 'form'>,
  { slug, type }: Party,
  { policy }: Rules,
): string | null {
  const rule = policy.voting?.forms.find(({ id }) => id === form)
  const without = rule?.without.find((one) => one.type === type)
  if (without) return without.why
  return organisationConflict(meeting, slug) ? 'it has a conflict of interest' : null
}

/** The affected organisations that have a vote. */
export function eligible(
  meeting: Meeting,
  ballot: Pick<Ballot, 'form' | 'affected'>,
  rules: Rules,
): readonly Party[] {
  return ballot.affected.filter((party) => whyNoVote(meeting, ballot, party, rules) === null)
}

/** The vote of an organisation that counts: its last by somebody without a conflict of interest. */
export function voteOf(meeting: Meeting, ballot: Ballot, slug: string): Vote | undefined {
  return ballot.votes.findLast(
    ({ organisation, by }) =>
      organisation === slug && (by.type !== 'person' || !conflictOf(meeting, by.person)),
  )
}

/** How the votes stand: those of organisations that have none are not among them. */
export function count(meeting: Meeting, ballot: Ballot, rules: Rules): Count {
  const votes = eligible(meeting, ballot, rules).map(({ slug }) => ({
    slug,
    choice: voteOf(meeting, ballot, slug)?.choice,
  }))
  const of = (wanted: Vote['choice'] | undefined) =>
    votes.filter(({ choice }) => choice === wanted).map(({ slug }) => slug)
  return {
    for: of('for'),
    against: of('against'),
    abstained: of('abstain'),
    silent: of(undefined),
  }
}

/** How many votes a share is taken of. */
export function votesThatCount(
  { for: yes, against, abstained }: Pick<Count, 'for' | 'against' | 'abstained'>,
  { abstentionsCount }: Pick<VotingRule, 'abstentionsCount'>,
): number {
  return yes.length + against.length + (abstentionsCount ? abstained.length : 0)
}

/** More than the share of the pack; without votes nothing passes. */
export function isEnough(
  counted: Pick<Count, 'for' | 'against' | 'abstained'>,
  rule: Pick<VotingRule, 'moreThan' | 'abstentionsCount'>,
): boolean {
  const { votes, of } = rule.moreThan
  return counted.for.length * of > votesThatCount(counted, rule) * votes
}

export function resultOf(
  meeting: Meeting,
  ballot: Ballot,
  voting: VotingRule,
  rules: Listed,
): Result {
  const counted = count(meeting, ballot, rules)
  const each = eachDecides(voting, ballot) ? ownOutcomes(ballot.affected, counted, voting) : null
  const quorum = quorumIn(meeting, ballot, rules)
  const agreed = each
    ? counted.for.length > 0 &&
      each.every(({ organisation, outcome }) =>
        isWithout(counted, organisation) ? true : outcome === 'passed',
      )
    : isEnough(counted, voting)
  return {
    ...counted,
    without: ballot.affected.flatMap((party) => {
      const why = whyNoVote(meeting, ballot, party, rules)
      return why === null ? [] : [{ organisation: party.slug, why }]
    }),
    passed: agreed && (quorum?.met ?? true),
    tied: each === null && counted.for.length > 0 && counted.for.length === counted.against.length,
    quorum,
    each,
  }
}

export function eachDecides({ forms }: VotingRule, { form }: Pick<Ballot, 'form'>): boolean {
  return forms.find(({ id }) => id === form)?.decides === 'each'
}

function isWithout({ for: yes, against, abstained, silent }: Count, slug: string): boolean {
  return ![...yes, ...against, ...abstained, ...silent].includes(slug)
}

/** Where each organisation decides for itself, its own vote is all that counts. */
function ownOutcomes(
  affected: readonly Party[],
  counted: Count,
  voting: VotingRule,
): NonNullable<Result['each']> {
  return affected.map(({ slug: organisation }) => {
    const only = (slugs: readonly string[]) => slugs.filter((slug) => slug === organisation)
    const own = {
      for: only(counted.for),
      against: only(counted.against),
      abstained: only(counted.abstained),
    }
    if (isEnough(own, voting)) return { organisation, outcome: 'passed' }
    return { organisation, outcome: own.against.length > 0 ? 'notPassed' : 'undecided' }
  })
}

/** Who is there against what the pack states; null where it states nothing. Whoever votes is there. */
export function quorumIn(meeting: Meeting, ballot: Ballot, rules: Listed) {
  const voters = ballot.votes.map(({ by }) => (by.type === 'person' ? by.person : ''))
  const isThere = ({ person, state }: Call) =>
    state === 'coming' || (state === 'asked' && voters.includes(person))
  const lines = meeting.lines.map((line) => ({
    ...line,
    seats: line.seats.map((seat) => ({
      ...seat,
      calls: seat.calls.map((call): Call => (isThere(call) ? { ...call, state: 'coming' } : call)),
    })),
  }))
  const standing = quorumOf({ ...meeting, lines }, rules)
  if (!standing) return null
  const { people, missing, isMet, rule } = standing
  return { present: people, needed: rule.people, missing: [...missing], met: isMet }
}

export function ruleOf({ rule }: Pick<Meeting, 'rule'>, policy: Policy): MeetingRule | undefined {
  return policy.meetings.find(({ id }) => id === rule)
}
