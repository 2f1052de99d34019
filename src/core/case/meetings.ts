import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import { papersOf } from '../meeting/brief/papers.ts'
import { call } from '../meeting/call.ts'
import { conveneFault, ruleToConvene } from '../meeting/convening.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Instant } from '../time/instant.ts'
import type { Case } from './case.ts'
import { startsCorrected } from './corrected-start.ts'
import type { CaseEvent } from './event.ts'
import { met } from './evidence.ts'
import { callOf } from './follow.ts'
import type { CaseIntentOf } from './intent.ts'
import { newsOf } from './news.ts'
import { clockRule } from './rules.ts'

export function convene(
  kase: Case,
  intent: CaseIntentOf<'convene'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { directory, acting, now } = context
  const rule = ruleToConvene(intent.meeting, 'case', context)
  if ('ok' in rule) return rule
  const fault = conveneFault(rule, intent.startsAt, kase, context)
  if (fault) return fault
  const by = doerOf(directory, intent.by, acting)
  const { seats, startsAt, why, urgent } = intent
  const asked = {
    rule: rule.id,
    seats,
    startsAt,
    why,
    urgent,
    ...papersOf(intent),
    actor: intent.by,
  }
  // The meeting would refuse what cannot be called; whoever asks must hear it here.
  const called = call(callOf(kase, asked), context)
  if (!called.ok) return called
  const asks = [
    ...(rule.entersLevel ? ['urgent'] : []),
    ...(rule.id === context.policy.incidentPanel?.meeting ? ['panel'] : []),
  ]
  const open = kase.prompts.filter(({ id, state }) => asks.includes(id) && state === 'open')
  const answer = `${rule.label} called`
  return accept<CaseEvent>(
    { type: 'meetingAsked', at: now, by, ...asked },
    ...open.map(
      ({ id: prompt }): CaseEvent => ({ type: 'promptAnswered', at: now, prompt, by, answer }),
    ),
  )
}

export function noteMeeting(
  kase: Case,
  intent: CaseIntentOf<'noteMeeting'>,
  { now }: Context,
): Decision<CaseEvent> {
  if (kase.meetings.some(({ meeting }) => meeting === intent.meeting)) return accept()
  const { meeting, rule, label } = intent
  return accept({ type: 'meetingCalled', at: now, meeting, rule, label })
}

/** A meeting's record may be the evidence that one of the case's clocks asks for (D4); one that was called off meets nothing. */
export function noteMeetingClosed(
  kase: Case,
  intent: CaseIntentOf<'noteMeetingClosed'>,
  context: Context,
): Decision<CaseEvent> {
  const by = doerOf(context.directory, intent.by)
  const { heldAt } = intent
  if (heldAt === null)
    return accept({ type: 'meetingCalledOff', at: context.now, meeting: intent.meeting, by })
  if (intent.was !== undefined) return heldOtherwise(kase, intent, heldAt, intent.was, context)
  const team = teamLeft(kase, intent, context)
  const closed: CaseEvent = {
    type: 'meetingClosed',
    at: context.now,
    meeting: intent.meeting,
    by,
    ...(team && { team }),
  }
  const run = kase.clocks.find(
    ({ rule, state }) => rule === intent.meets && (state === 'running' || state === 'missed'),
  )
  const news = newsOf(kase, 'meetingHeld', context)
  if (!run) return accept(closed, ...news)
  const given = { doneAt: heldAt, reference: null, form: null, answers: {} }
  const rule = clockRule(context.policy, run.rule)
  return accept(closed, ...met(kase, run, rule, given, by, context), ...news)
}

/** What the next meeting of its kind begins with, where the rules keep that. */
function teamLeft(
  { meetings }: Case,
  { meeting, team }: CaseIntentOf<'noteMeetingClosed'>,
  { policy }: Context,
): string[] | undefined {
  const called = meetings.find((one) => one.meeting === meeting)
  const rule = policy.meetings.find(({ id }) => id === called?.rule)
  return rule?.keepsTeam ? team : undefined
}

/** A clock that was met by the time recorded before is judged anew by the corrected one, from which what it set going runs; met by anything else, it stays. */
function heldOtherwise(
  kase: Case,
  { by, meets }: Pick<CaseIntentOf<'noteMeetingClosed'>, 'by' | 'meets'>,
  heldAt: Instant,
  was: Instant,
  context: Context,
): Decision<CaseEvent> {
  const run = kase.clocks.find(({ rule, metAt }) => rule === meets && metAt === was)
  if (run?.state !== 'met') return accept()
  const given = { doneAt: heldAt, reference: null, form: null, answers: {}, was }
  const doer = doerOf(context.directory, by)
  return accept(
    ...met(kase, run, clockRule(context.policy, run.rule), given, doer, context),
    ...startsCorrected(kase, run.rule, { was, startAt: heldAt }, context),
  )
}
