import { ended } from '../../case/words.ts'
import { accept, type Decision, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import { doerOf, nameOfDoer } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { dueDate } from '../../time/due.ts'
import type { Instant } from '../../time/instant.ts'
import { showLocal } from '../../time/local.ts'
import type { MeetingEvent, MeetingEventOf } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotOf, type Dispute, isDisputed } from './ballot.ts'
import { OUTCOMES } from './compose-dispute.ts'
import { firstReminder } from './dispute-clock.ts'
import { elsewhereWords } from './gates.ts'
import { partyIn } from './party.ts'
import { byTheRules, hasRaised, notByBoth, notInDispute } from './resolver.ts'
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
  const party = by.type === 'person' ? partyIn(meeting, by.person, directory) : undefined
  if (!party || !ballot.affected.some(({ slug }) => slug === party.slug))
    return refuse(
      'notYours',
      `Only an organisation that decision ${decision} affects may dispute it.`,
    )
  if (reason.trim() === '')
    return refuse('missing', 'Say what is disputed, and why.', { reason: 'Say why.' })
  const raised = { by: doerOf(directory, by), organisation: party.slug }
  return accept({
    type: 'decisionDisputed',
    at: now,
    decision,
    reason: reason.trim(),
    ...raised,
    ...resolving(meeting, context, raised),
  })
}

/** Whoever resolves disputes by the rules, and until when. */
function resolving(
  meeting: Meeting,
  context: Context,
  raised: Pick<Dispute, 'by' | 'organisation'> | null = null,
) {
  const dueAt = dueOf(context)
  return {
    ...byTheRules(meeting, raised, context),
    dueAt,
    nudgeAt: firstReminder(dueAt, context),
  }
}

function dueOf({ policy, now }: Context): Instant | null {
  const within = policy.voting?.dispute.within
  return (within && dueDate(within, now, policy)?.due) ?? null
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
  if (by.type === 'person' && hasRaised(meeting, ballot, by.person, directory))
    return refuse('notYours', notByBoth(ballot, by.person, context))
  const resolved: MeetingEventOf<'disputeResolved'> = {
    type: 'disputeResolved',
    at: now,
    decision,
    by: doerOf(directory, by, acting),
    outcome,
    reason: reason.trim(),
  }
  return accept<MeetingEvent>(resolved, ...asAddendum(meeting, ballot, resolved, context))
}

/** What is sealed says for ever that it is in dispute: what came of that is added beside it. */
function asAddendum(
  { minutes }: Meeting,
  { n, question, dispute }: Ballot,
  { at, by, outcome, reason }: MeetingEventOf<'disputeResolved'>,
  { policy }: Context,
): MeetingEvent[] {
  const { sealed } = minutes ?? {}
  if (!sealed || !dispute) return []
  const since = showLocal(dispute.at, policy.zone)
  // What was disputed after the seal is not in what was sealed.
  const isNews = dispute.at > sealed.at
  const why = isNews ? ` by ${nameOfDoer(dispute.by)}: ${ended(dispute.reason)}` : '.'
  const text = `Decision ${n}, “${question}”: in dispute since ${since}${why} Resolved: ${OUTCOMES[outcome]} ${ended(reason)}`
  return [{ type: 'addendumAdded', at, by, text }]
}
