import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { readersOf } from '../people/access.ts'
import type { Actor } from '../people/actor.ts'
import { actsFor, doerOf } from '../people/doer.ts'
import { findPerson } from '../people/find.ts'
import { referenceOf } from '../record-id.ts'
import { answer } from './answer.ts'
import type { Case, MaybeCase } from './case.ts'
import { startClocks } from './clocks.ts'
import { close, panel } from './closing.ts'
import type { CaseEvent } from './event.ts'
import { evidence, met } from './evidence.ts'
import type { CaseIntent, CaseIntentOf } from './intent.ts'
import { have, snooze } from './nudging.ts'
import { openPrompt } from './prompts.ts'
import { impossibleTimes, raise } from './raise.ts'
import { notYours } from './refusals.ts'
import { clockRule, providerOf } from './rules.ts'
import { triage } from './triage.ts'
import { wake } from './wake.ts'

/** The whole rulebook of a case in one call: no clock, no I/O, no randomness. */
export function decideCase(
  kase: MaybeCase,
  intent: CaseIntent,
  context: Context,
): Decision<CaseEvent> {
  if (intent.type === 'raise') {
    if (kase.status !== 'none')
      return refuse('alreadyOpen', `${referenceOf(kase.id)} is already open.`)
    const raised = raise(intent, context)
    return raised.ok
      ? accept(...raised.events, ...lateReasons(raised.events, intent, context))
      : raised
  }
  if (kase.status === 'none')
    return refuse('notFound', `There is no case ${referenceOf(kase.id)}. Check the reference.`)
  if (kase.status === 'closed' && !AFTER_CLOSING.includes(intent.type))
    return refuse(
      'closed',
      `${referenceOf(kase.id)} is closed; nothing was changed. Raise a new concern if something is wrong.`,
    )
  return decideOpen(kase, intent, context)
}

const AFTER_CLOSING: readonly CaseIntent['type'][] = [
  'wake',
  'note',
  'noteMeeting',
  'noteMeetingClosed',
  'noteRefusal',
  'noteUndelivered',
]

function decideOpen(
  kase: Case,
  intent: Exclude<CaseIntent, { type: 'raise' }>,
  context: Context,
): Decision<CaseEvent> {
  const at = context.now
  switch (intent.type) {
    case 'triage':
      return triage(kase, intent, context)
    case 'answer':
      return answer(kase, intent, context)
    case 'have':
      return have(kase, intent, context)
    case 'snooze':
      return snooze(kase, intent, context)
    case 'evidence':
      return evidence(kase, intent, context)
    case 'becomeIncident':
      return becomeIncident(kase, intent, context)
    case 'convene':
      return convene(kase, intent, context)
    case 'noteMeeting':
      return noteMeeting(kase, intent, context)
    case 'noteMeetingClosed':
      return noteMeetingClosed(kase, intent, context)
    case 'note':
      return note(kase, intent, context)
    case 'panel':
      return panel(kase, intent, context)
    case 'close':
      return close(kase, intent, context)
    case 'wake':
      return wake(kase, context)
    case 'noteRefusal':
      return accept({ type: 'followUpRefused', at, asked: intent.asked, refusal: intent.refusal })
    case 'noteUndelivered':
      return accept({
        type: 'undelivered',
        at,
        slot: intent.slot,
        place: intent.place,
        reason: intent.reason,
      })
  }
}

/** S06: a clock that is overdue when it starts asks why; nothing is invented about earlier notices. */
function lateReasons(
  events: readonly CaseEvent[],
  by: { provider: string | null; case: Case['type'] },
  context: Context,
): CaseEvent[] {
  const raised = events.find((event) => event.type === 'raised')
  if (raised?.type !== 'raised') return []
  const kase = { type: by.case, provider: raised.provider, prompts: [] }
  return lateReasonsOf(events, kase, context)
}

function lateReasonsOf(
  events: readonly CaseEvent[],
  kase: Pick<Case, 'type' | 'provider' | 'prompts'>,
  context: Context,
): CaseEvent[] {
  return events.flatMap((event) => {
    if (event.type !== 'clockStarted' || !event.clock.overdueOnEntry) return []
    const post = clockRule(context.policy, event.clock.rule).owes
    return openPrompt(
      kase,
      { asks: 'lateReason', about: event.clock.rule, post, urgent: false },
      context,
    )
  })
}

/** S04: a concern turns out to be a serious incident; only then do the clocks start. */
function becomeIncident(
  kase: Case,
  intent: CaseIntentOf<'becomeIncident'>,
  context: Context,
): Decision<CaseEvent> {
  const { policy, directory, now } = context
  const posts = [policy.prompting.triage, { role: 'incident-lead', of: 'provider' }]
  const acting = actsFor(directory, providerOf(kase), posts, intent.by, now)
  if (!acting) return notYours(kase, posts, context, 'turn this concern into a serious incident')
  if (kase.type === 'incident')
    return refuse('alreadyOpen', 'This is a serious incident already; its clocks run.')
  const impossible = impossibleTimes(intent.occurredAt, intent.identifiedAt, now, policy.zone)
  if (impossible) return impossible
  const { kind, type, by, ...facts } = intent
  const started = { ...kase, ...facts, type: 'incident' as const, urgent: kase.danger }
  const clocks = startClocks(started, context)
  return accept(
    { type: 'becameIncident', at: now, by: doerOf(directory, by, acting), ...facts },
    ...clocks,
    ...lateReasonsOf(clocks, started, context),
    { type: 'raiserTold', at: now, words: 'What you raised is now handled as a serious incident.' },
  )
}

function convene(
  kase: Case,
  intent: CaseIntentOf<'convene'>,
  context: Context,
): Decision<CaseEvent> {
  const { policy, directory, now } = context
  const rule = policy.meetings.find(({ id }) => id === intent.meeting)
  if (!rule)
    return refuse('unknown', `The rules know no meeting “${intent.meeting}”. Choose from the list.`)
  const acting = actsFor(directory, providerOf(kase), rule.mayCall, intent.by, now)
  if (!acting) return notYours(kase, rule.mayCall, context, `call the ${rule.label.toLowerCase()}`)
  if (intent.startsAt !== null && intent.startsAt < now)
    return refuse(
      'invalid',
      'That time has passed. Choose a later one, or leave it empty for “now”.',
      {
        startsAt: 'This time has passed.',
      },
    )
  const by = doerOf(directory, intent.by, acting)
  const { seats, startsAt, why, urgent } = intent
  const open = kase.prompts.some(({ id, state }) => id === 'urgent' && state === 'open')
  const answered: CaseEvent = {
    type: 'promptAnswered',
    at: now,
    prompt: 'urgent',
    by,
    answer: `${rule.label} called`,
  }
  return accept<CaseEvent>(
    {
      type: 'meetingAsked',
      at: now,
      by,
      actor: intent.by,
      rule: rule.id,
      seats,
      startsAt,
      why,
      urgent,
    },
    ...(open && rule.entersLevel ? [answered] : []),
  )
}

function noteMeeting(
  kase: Case,
  intent: CaseIntentOf<'noteMeeting'>,
  { now }: Context,
): Decision<CaseEvent> {
  if (kase.meetings.some(({ meeting }) => meeting === intent.meeting)) return accept()
  const { meeting, rule, label } = intent
  return accept({ type: 'meetingCalled', at: now, meeting, rule, label })
}

/** A meeting's record may be the evidence that one of the case's clocks asks for (D4). */
function noteMeetingClosed(
  kase: Case,
  intent: CaseIntentOf<'noteMeetingClosed'>,
  context: Context,
): Decision<CaseEvent> {
  const by = doerOf(context.directory, intent.by)
  const closed: CaseEvent = { type: 'meetingClosed', at: context.now, meeting: intent.meeting, by }
  const run = kase.clocks.find(
    ({ rule, state }) => rule === intent.meets && (state === 'running' || state === 'missed'),
  )
  if (!run) return accept(closed)
  const given = { doneAt: intent.heldAt, reference: null, form: null, answers: {} }
  return accept(closed, ...met(kase, run, clockRule(context.policy, run.rule), given, by, context))
}

function note(kase: Case, intent: CaseIntentOf<'note'>, context: Context): Decision<CaseEvent> {
  if (!readsIt(kase, intent.by, context))
    return refuse('notYours', 'Only people of the organisations that see this case may add to it.')
  if (intent.text.trim() === '') return refuse('missing', 'Write what is to be noted after “note”.')
  const by = doerOf(context.directory, intent.by)
  return accept({ type: 'noted', at: context.now, by, text: intent.text.trim() })
}

function readsIt(kase: Case, by: Actor, { directory }: Context): boolean {
  if (by.type !== 'person') return false
  const home = findPerson(directory, by.person)?.organisation.slug
  return home !== undefined && readersOf(directory, providerOf(kase)).includes(home)
}
