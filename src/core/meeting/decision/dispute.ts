import { accept, type Decision, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Directory } from '../../people/directory.ts'
import { doerOf } from '../../people/doer.ts'
import { findPerson, nameOf } from '../../people/find.ts'
import { resolvePost } from '../../people/posts.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { dueDate } from '../../time/due.ts'
import type { Instant } from '../../time/instant.ts'
import { newcomer } from '../calling.ts'
import { hasConflict } from '../conflict/conflict.ts'
import type { MeetingEvent, MeetingEventOf } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotOf, isDisputed } from './ballot.ts'
import { firstReminder } from './dispute-clock.ts'
import { elsewhereWords } from './gates.ts'
import { partyOf } from './party.ts'
import { unknownBallot } from './words.ts'

type Decided = Decision<MeetingEvent>

/** A tie that the rules hold to be in dispute: nobody needs to say so. */
export function tieInDispute(
  meeting: Meeting,
  { decision, result }: MeetingEventOf<'voteClosed'>,
  context: Context,
): MeetingEvent[] {
  if (!result.tied || !context.policy.voting?.dispute.ties) return []
  return [
    {
      type: 'decisionDisputed',
      at: context.now,
      decision,
      by: { type: 'clock' },
      reason: 'The votes are tied.',
      organisation: null,
      ...resolving(meeting, context),
    },
  ]
}

/** An affected organisation does not accept what was decided. */
export function disputeDecision(
  meeting: Meeting,
  { by, decision, reason }: MeetingIntentOf<'disputeDecision'>,
  context: Allowed,
): Decided {
  const { directory, now } = context
  const ballot = ballotOf(meeting, decision)
  if (!ballot) return unknownBallot(decision)
  if (ballot.state !== 'closed')
    return refuse(
      'notOpen',
      `Decision ${decision} is not decided: there is nothing to dispute yet.`,
    )
  if (ballot.supersededBy !== null)
    return refuse(
      'closed',
      `Decision ${ballot.supersededBy} stands instead of it. Dispute that one.`,
    )
  if (ballot.supersededIn)
    return refuse('closed', `Another stands instead of it: ${elsewhereWords(ballot.supersededIn)}.`)
  if (ballot.dispute)
    return refuse(
      'alreadyOpen',
      `Decision ${decision} ${isDisputed(ballot) ? 'is in dispute already' : 'was in dispute, and that is resolved'}. Nothing was changed.`,
    )
  const party = by.type === 'person' ? partyOf(by.person, directory) : undefined
  if (!party || !ballot.affected.some(({ slug }) => slug === party.slug))
    return refuse(
      'notYours',
      `Only an organisation that decision ${decision} affects may dispute it.`,
    )
  if (reason.trim() === '')
    return refuse('missing', 'Say what is disputed, and why.', { reason: 'Say why.' })
  return accept({
    type: 'decisionDisputed',
    at: now,
    decision,
    by: doerOf(directory, by),
    reason: reason.trim(),
    organisation: party.slug,
    ...resolving(meeting, context, party.slug),
  })
}

/** Whoever resolves disputes by the rules, and until when; nobody where none of the post may: then the chair names somebody. */
function resolving(meeting: Meeting, context: Context, raisedBy: string | null = null) {
  const { policy, directory, now } = context
  const post = policy.voting?.dispute.resolver
  const { confidential, people, list = [], gone = [] } = meeting
  // Nobody is let into a confidential meeting by the rules alone.
  const may = (person: string) =>
    !hasConflict(meeting, person, directory) &&
    !isOf(person, raisedBy, directory) &&
    !gone.includes(person) &&
    (!confidential || [...people, ...list].includes(person))
  const found = post ? resolvePost(directory, meeting.provider, post, now, may) : null
  const resolver = found?.person ?? null
  const dueAt = dueOf(context)
  return {
    resolver,
    dueAt,
    nudgeAt: firstReminder(dueAt, context),
    newcomer: resolver === null ? null : newcomer(meeting, resolver, context),
  }
}

function dueOf({ policy, now }: Context): Instant | null {
  const within = policy.voting?.dispute.within
  return (within && dueDate(within, now, policy)?.due) ?? null
}

/** The chair names who resolves it: where the rules find nobody, or somebody else is better placed. */
export function nameResolver(
  meeting: Meeting,
  { by, decision, person }: MeetingIntentOf<'nameResolver'>,
  context: Allowed,
): Decided {
  const { directory, acting, now } = context
  const ballot = ballotOf(meeting, decision)
  if (!ballot) return unknownBallot(decision)
  if (!isDisputed(ballot)) return notInDispute(decision)
  const fault = (words: string) => refuse('invalid', words, { person: words })
  if (!findPerson(directory, person) || meeting.gone?.includes(person))
    return fault('That person cannot be named. Choose somebody who is listed.')
  if (hasConflict(meeting, person, directory))
    return fault(`${nameOf(directory, person)} has a conflict of interest. Choose somebody else.`)
  if (hasRaised(ballot, person, directory)) return fault(notByBoth(ballot, person, context))
  if (ballot.dispute?.resolver === person) return accept()
  return accept({
    type: 'resolverNamed',
    at: now,
    decision,
    by: doerOf(directory, by, acting),
    resolver: person,
    newcomer: newcomer(meeting, person, context),
  })
}

/** The votes stay as they were cast: a result stands, or the question is put again. */
export function resolveDispute(
  meeting: Meeting,
  { by, decision, outcome, reason }: MeetingIntentOf<'resolveDispute'>,
  context: Allowed,
): Decided {
  const { directory, acting, now } = context
  const ballot = ballotOf(meeting, decision)
  if (!ballot) return unknownBallot(decision)
  if (!isDisputed(ballot)) return notInDispute(decision)
  if (reason.trim() === '')
    return refuse('missing', 'Say what was found, and why.', { reason: 'Say why.' })
  if (by.type === 'person' && hasRaised(ballot, by.person, directory))
    return refuse('notYours', notByBoth(ballot, by.person, context))
  const doer = doerOf(directory, by, acting)
  return accept({
    type: 'disputeResolved',
    at: now,
    decision,
    by: doer,
    outcome,
    reason: reason.trim(),
  })
}

/** Nobody decides on what they, or their organisation, have disputed themselves. */
export function hasRaised({ dispute }: Ballot, person: string, directory: Directory): boolean {
  return isOf(person, dispute?.organisation ?? null, directory)
}

function isOf(person: string, organisation: string | null, directory: Directory): boolean {
  return organisation !== null && partyOf(person, directory)?.slug === organisation
}

function notByBoth({ n, affected, dispute }: Ballot, person: string, { directory }: Context) {
  const whose = affected.find(({ slug }) => slug === dispute?.organisation)?.name
  return `${nameOf(directory, person)} is of ${whose ?? 'the organisation'}, which disputes decision ${n}. Somebody of another organisation resolves it: the chair names them with “Name who resolves it…”.`
}

function notInDispute(decision: number) {
  return refuse('notOpen', `Decision ${decision} is not in dispute. Nothing was changed.`)
}
