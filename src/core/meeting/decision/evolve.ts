import { withNotice } from '../../with-notice.ts'
import { evolveConflict } from '../conflict/evolve.ts'
import type { MeetingEvent, MeetingEventOf } from '../event.ts'
import { withNewcomer } from '../evolve-seats.ts'
import type { Meeting, Notice } from '../meeting.ts'
import { type Ballot, ballotOf, ballotsOf, type Dispute, isPassed } from './ballot.ts'
import type { DecidingEvent } from './event.ts'
import { withGateNoted } from './told-gates.ts'

/** What a meeting decides, after one fact. Votes and results are never changed. */
export function evolveDeciding(meeting: Meeting, event: DecidingEvent): Meeting {
  switch (event.type) {
    case 'conflictDeclared':
    case 'conflictReturned':
      return evolveConflict(meeting, event)
    case 'decisionProposed':
      return { ...meeting, decisions: [...ballotsOf(meeting), proposed(meeting, event)] }
    case 'voteCast': {
      const { organisation, choice, at, by } = event
      const vote = { organisation, choice, at, by }
      return withBallot(meeting, event, (one) => ({ ...one, votes: [...one.votes, vote] }))
    }
    case 'voteClosed':
      return noticed(closed(meeting, event), event, 'closed')
    case 'voteWithdrawn': {
      const ended = saidIn(event)
      const after = withBallot(meeting, event, (one) => ({ ...one, state: 'withdrawn', ended }))
      return noticed(after, event, 'withdrawn')
    }
    case 'decisionDisputed': {
      const { organisation, resolver, dueAt, nudgeAt = null } = event
      const dispute = { ...saidIn(event), organisation, resolver, dueAt, nudgeAt, outcome: null }
      const after = withBallot(meeting, event, (one) => ({ ...one, dispute }))
      return noticed(joined(after, event), event, 'disputed')
    }
    case 'disputeReminded': {
      const { nudge, nudgeAt } = event
      return withDispute(meeting, event, (one) => ({
        ...one,
        nudgeAt,
        nudges: [...(one.nudges ?? []), nudge],
      }))
    }
    case 'disputeOverdue':
      return withDispute(meeting, event, (one) => ({ ...one, overdueAt: event.at }))
    case 'gateNoted':
      return withGateNoted(meeting, event.gate)
    case 'resolverNamed': {
      const { resolver, instead } = event
      const after = withDispute(meeting, event, (one) => ({
        ...one,
        resolver,
        ...(instead && { earlier: [...(one.earlier ?? []), instead] }),
      }))
      return noticed(joined(after, event), event, 'resolver')
    }
    case 'disputeResolved': {
      const outcome = { ...saidIn(event), is: event.outcome }
      const after = withDispute(meeting, event, (one) => ({ ...one, outcome }))
      return noticed(after, event, 'resolved')
    }
  }
}

function proposed(meeting: Meeting, event: MeetingEventOf<'decisionProposed'>): Ballot {
  const { type, ...facts } = event
  return {
    n: ballotsOf(meeting).length + 1,
    ...facts,
    votes: [],
    state: 'open',
    ended: null,
    result: null,
    dispute: null,
    supersededBy: null,
  }
}

/** The one that it was put instead of is replaced, unless that has passed and this has not. */
function closed(meeting: Meeting, event: MeetingEventOf<'voteClosed'>): Meeting {
  const { decision: n, result } = event
  const after = withBallot(meeting, event, (one) => ({
    ...one,
    state: 'closed',
    ended: saidIn(event),
    result,
  }))
  const before = ballotOf(after, ballotOf(after, n)?.supersedes ?? 0)
  if (!before || (isPassed(before) && !result.passed)) return after
  return withBallot(after, { decision: before.n }, (one) => ({ ...one, supersededBy: n }))
}

function saidIn({ at, by, reason }: Pick<MeetingEventOf<'voteClosed'>, 'at' | 'by' | 'reason'>) {
  return { at, by, reason }
}

/** Whoever resolves a dispute and was not called is let in. */
function joined(
  meeting: Meeting,
  { resolver, newcomer }: Pick<MeetingEventOf<'decisionDisputed'>, 'resolver' | 'newcomer'>,
): Meeting {
  return resolver === null ? meeting : withNewcomer(meeting, resolver, newcomer)
}

function withBallot(
  meeting: Meeting,
  { decision }: { readonly decision: number },
  change: (ballot: Ballot) => Ballot,
): Meeting {
  const decisions = ballotsOf(meeting).map((one) => (one.n === decision ? change(one) : one))
  return { ...meeting, decisions }
}

function withDispute(
  meeting: Meeting,
  event: { readonly decision: number },
  change: (dispute: Dispute) => Dispute,
): Meeting {
  return withBallot(meeting, event, (one) => ({
    ...one,
    dispute: one.dispute && change(one.dispute),
  }))
}

type What = Extract<Notice['said'], { say: 'decision' }>['what']

function noticed(
  meeting: Meeting,
  { at, decision }: { readonly at: MeetingEvent['at']; readonly decision: number },
  what: What,
): Meeting {
  return withNotice(meeting, at, { say: 'decision', what, decision })
}
