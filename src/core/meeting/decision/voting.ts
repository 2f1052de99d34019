import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { showLocal } from '../../time/local.ts'
import { conflictOf } from '../conflict/conflict.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotOf, openBallots } from './ballot.ts'
import { tieInDispute } from './dispute.ts'
import { closingFault } from './gates.ts'
import { partyIn } from './party.ts'
import { resultOf, voteOf, whyNoVote } from './tally.ts'
import { CHOICES, howItEnded, listed, unknownBallot } from './words.ts'

type Decided = Decision<MeetingEvent>

/** One vote for an organisation, by somebody of it who takes part and has no conflict of interest. */
export function vote(
  meeting: Meeting,
  { by, decision, choice }: MeetingIntentOf<'vote'>,
  context: Allowed,
): Decided {
  const { policy, directory, now } = context
  const ballot = ballotOf(meeting, decision)
  if (!ballot) return unknownBallot(decision)
  if (ballot.state !== 'open')
    return refuse('closed', `${howItEnded(ballot, policy)} Your vote was not counted.`)
  const party = by.type === 'person' ? partyIn(meeting, by.person, directory) : undefined
  const barred = noVoteFor(meeting, ballot, by, context)
  if (barred || !party) return barred ?? refuse('notYours', 'Only a person can vote.')
  const before = voteOf(meeting, ballot, party.slug)
  const at = before && `at ${showLocal(before.at, policy.zone)}`
  if (before?.choice === choice)
    return refuse(
      'alreadyOpen',
      `${party.name} voted “${CHOICES[choice]}” ${at} already. Nothing was changed.`,
    )
  if (before && !policy.voting?.mayChange)
    return refuse(
      'alreadyOpen',
      `${party.name} voted “${CHOICES[before.choice]}” ${at}. The rules do not let a vote be changed.`,
    )
  return accept({
    type: 'voteCast',
    at: now,
    decision,
    by: doerOf(directory, by),
    organisation: party.slug,
    choice,
  })
}

/** Why somebody who takes part has no vote in this; undefined where they have one. */
function noVoteFor(
  meeting: Meeting,
  ballot: Ballot,
  by: MeetingIntentOf<'vote'>['by'],
  { policy, directory }: Allowed,
): Refused | undefined {
  if (by.type !== 'person') return undefined
  const party = partyIn(meeting, by.person, directory)
  const affected = ballot.affected.find(({ slug }) => slug === party?.slug)
  if (!party || !affected) {
    const names = listed(ballot.affected.map(({ name }) => name))
    return refuse(
      'notYours',
      `Only those that it affects may vote on decision ${ballot.n}: ${names}. ${party?.name ?? 'Your organisation'} is not one of them.`,
    )
  }
  const why = whyNoVote(meeting, ballot, affected, { policy })
  if (why !== null)
    return refuse(
      'notYours',
      `${party.name} has no vote on decision ${ballot.n}: ${why}. Only the other affected organisations may vote.`,
    )
  if (conflictOf(meeting, by.person))
    return refuse(
      'notYours',
      `You have no vote on decision ${ballot.n}: a conflict of interest is declared for you. Somebody else of ${party.name} who is called may vote.`,
    )
  return undefined
}

/** Ends a vote with what it came to; a tie is in dispute where the rules say so. */
export function closeVote(
  meeting: Meeting,
  { by, decision, reason }: MeetingIntentOf<'closeVote'>,
  context: Allowed,
): Decided {
  const { policy, directory, acting, now } = context
  const { voting } = policy
  const ballot = ballotOf(meeting, decision)
  const fault = endingFault(ballot, decision, reason, context)
  if (fault || !ballot || !voting) return fault ?? unknownBallot(decision)
  const locked = closingFault(meeting, ballot, policy)
  if (locked) return locked
  const result = resultOf(meeting, ballot, voting, context)
  if (result.for.length + result.against.length + result.abstained.length === 0)
    return refuse(
      'tooEarly',
      `Nobody has voted on decision ${decision} yet. Ask them to vote, or withdraw it: “Withdraw it…” under the decision.`,
    )
  const doer = doerOf(directory, by, acting)
  const closed: MeetingEvent = {
    type: 'voteClosed',
    at: now,
    decision,
    by: doer,
    reason: reason.trim(),
    result,
  }
  return accept(closed, ...tieInDispute(meeting, closed, context))
}

export function withdrawVote(
  meeting: Meeting,
  { by, decision, reason }: MeetingIntentOf<'withdrawVote'>,
  context: Allowed,
): Decided {
  const fault = endingFault(ballotOf(meeting, decision), decision, reason, context)
  if (fault) return fault
  const { directory, acting, now } = context
  const doer = doerOf(directory, by, acting)
  return accept({ type: 'voteWithdrawn', at: now, decision, by: doer, reason: reason.trim() })
}

function endingFault(
  ballot: Ballot | undefined,
  decision: number,
  reason: string,
  { policy }: Pick<Allowed, 'policy'>,
): Refused | undefined {
  if (!ballot) return unknownBallot(decision)
  if (ballot.state !== 'open')
    return refuse('closed', `${howItEnded(ballot, policy)} Nothing was changed.`)
  if (reason.trim() === '')
    return refuse('missing', 'Say why: the record keeps it.', { reason: 'Say why.' })
  return undefined
}

/** A meeting is not recorded over the heads of those who are still voting. */
export function votesOpen(meeting: Meeting): Refused | undefined {
  const [first] = openBallots(meeting)
  if (!first) return undefined
  return refuse(
    'notOpen',
    `Decision ${first.n} is still being voted on: “${first.question}” Close the vote or withdraw it first, then record the meeting.`,
  )
}
