import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import { type DecisionRef, isSame } from '../../gate/gate.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import type { VotingRule } from '../../policy/voting.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotOf, isPassed, openBallots } from './ballot.ts'
import { elsewhereWords, gateFault } from './gates.ts'
import { type Party, seatedIn } from './party.ts'
import { eligible } from './tally.ts'

type Proposing = MeetingIntentOf<'proposeDecision'>

/** Puts a decision to a vote of the organisations that it affects. */
export function propose(
  meeting: Meeting,
  intent: Proposing,
  context: Allowed,
): Decision<MeetingEvent> {
  const { policy, directory, acting, now } = context
  const { voting } = policy
  if (!voting)
    return refuse(
      'invalid',
      'The rules of this meeting do not say how it votes. Write a note instead.',
    )
  const before = intent.supersedes === null ? undefined : ballotOf(meeting, intent.supersedes)
  const elsewhere = intent.supersedesIn ?? before?.supersedesIn
  const earlier = before?.gate ?? gateElsewhere(meeting, elsewhere) ?? null
  const gate = intent.gate ?? earlier
  const affected = affectedBy(seatedIn(meeting, directory), intent.affects, before)
  const fault =
    wordsFault(intent, voting) ??
    replacingFault(meeting, intent, before, gate) ??
    elsewhereFault(meeting, intent, gate) ??
    adviceFault(intent, gate, earlier) ??
    (gate === null
      ? undefined
      : gateFault(meeting, gate, { ...intent, ...given(elsewhere) }, policy)) ??
    votersFault(meeting, intent, affected, context)
  if (fault) return fault
  const { question, form, authority, ratifiedBy, topic, supersedes, because } = intent
  return accept({
    type: 'decisionProposed',
    at: now,
    by: doerOf(directory, intent.by, acting),
    question: question.trim(),
    form,
    authority,
    ratifiedBy: ratifiedBy?.trim() || null,
    gate,
    topic,
    supersedes,
    because: because?.trim() || null,
    ...given(elsewhere),
    affected: [...affected],
  })
}

function given(supersedesIn: DecisionRef | undefined) {
  return supersedesIn && { supersedesIn }
}

/** The gate of a decision that another meeting about the same matter has told. */
function gateElsewhere({ gates = [] }: Meeting, ref: DecisionRef | undefined): string | undefined {
  return ref && gates.find((one) => isSame(one, ref))?.gate
}

function elsewhereFault(
  meeting: Meeting,
  { supersedesIn, supersedes }: Proposing,
  gate: string | null,
): Refused | undefined {
  if (!supersedesIn) return undefined
  const fault = (words: string) => refuse('invalid', words, { supersedes: words })
  const which = elsewhereWords(supersedesIn)
  const known = gateElsewhere(meeting, supersedesIn)
  if (known === undefined || supersedes !== null)
    return fault(`There is no ${which} that this can be put instead of. Choose from the list.`)
  if (known !== gate) return fault(`This ${which} is about another gate. Leave the gate as it was.`)
  return undefined
}

/** Unless it is said: those of the decision that it is put instead of, otherwise everybody. */
function affectedBy(
  seated: readonly Party[],
  affects: readonly string[] | null,
  before: Ballot | undefined,
): readonly Party[] {
  const slugs = affects ?? before?.affected.map(({ slug }) => slug)
  return slugs ? seated.filter(({ slug }) => slugs.includes(slug)) : seated
}

function wordsFault(
  { question, form, topic }: Proposing,
  { forms, topics }: VotingRule,
): Refused | undefined {
  if (question.trim() === '')
    return refuse('missing', 'Say what is to be decided, as a sentence to vote on.', {
      question: 'Say what is to be decided.',
    })
  if (!forms.some(({ id }) => id === form))
    return refuse('unknown', 'The rules know no such way of deciding. Open the form again.', {
      form: 'Choose how it is decided.',
    })
  if (topic !== null && !topics.some(({ id }) => id === topic))
    return refuse('unknown', 'That topic is not in the rules. Open the form again.', {
      topic: 'Choose again.',
    })
  return undefined
}

/** Advice binds nobody: no gate is passed by it. */
function adviceFault(
  { authority }: Proposing,
  gate: string | null,
  earlier: string | null,
): Refused | undefined {
  if (gate === null || authority === 'decision') return undefined
  const otherwise =
    earlier === null
      ? 'leave the gate out'
      : 'put it without “Instead of an earlier decision?” and without a gate: the earlier one is about a gate'
  const words = `A gate is passed by a decision only, and this is advice. Choose “Yes, it is a decision”, or ${otherwise}.`
  return refuse('invalid', words, { authority: words })
}

/** A decision stays as it was made: another is put instead of it, and says so. */
function replacingFault(
  meeting: Meeting,
  { supersedes, because }: Proposing,
  before: Ballot | undefined,
  gate: string | null,
): Refused | undefined {
  if (supersedes === null) return undefined
  const fault = (words: string) => refuse('invalid', words, { supersedes: words })
  if (!before) return fault(`There is no decision ${supersedes} in this meeting.`)
  if (before.state === 'open')
    return fault(`Decision ${supersedes} is still open. Close that vote or withdraw it first.`)
  if (before.state === 'withdrawn')
    return fault(`Decision ${supersedes} was withdrawn: there is nothing to replace. Leave it out.`)
  if (before.supersededBy !== null)
    return fault(`Decision ${before.supersededBy} stands instead of it already. Choose that one.`)
  if (before.supersededIn)
    return fault(`Another stands instead of it: ${elsewhereWords(before.supersededIn)}.`)
  const rival = openBallots(meeting).find((one) => one.supersedes === supersedes)
  if (rival) return fault(`Decision ${rival.n} is put instead of it already, and is open.`)
  if (before.gate !== gate)
    return fault(`Decision ${supersedes} is about another gate. Leave the gate as it was.`)
  if (isPassed(before) && !because?.trim())
    return refuse('missing', `Decision ${supersedes} has passed. Say why it is decided anew.`, {
      because: 'Say why: what has passed stands unless there is a reason.',
    })
  return undefined
}

function votersFault(
  meeting: Meeting,
  { affects, form }: Proposing,
  affected: readonly Party[],
  { policy, directory }: Allowed,
): Refused | undefined {
  const fault = (words: string) => refuse('invalid', words, { affects: words })
  const seated = seatedIn(meeting, directory).map(({ slug }) => slug)
  if (affects?.some((slug) => !seated.includes(slug)))
    return fault(
      'Only organisations that are called to this meeting can be affected. Choose again.',
    )
  if (affected.length === 0)
    return fault('It must affect at least one organisation that is called. Choose again.')
  if (eligible(meeting, { form, affected: [...affected] }, { policy }).length > 0) return undefined
  return fault(
    'Nobody could vote on it: none of these organisations has a vote in this way of deciding. Choose others, or another way.',
  )
}
