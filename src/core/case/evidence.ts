import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { ClockRule } from '../policy/clock.ts'
import type { Instant } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { startClocksAfter } from './clocks.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { openPrompt } from './prompts.ts'
import { clockRule, owed, receiptOf } from './rules.ts'
import { cadenceAsked, giveUpdate, isRepeated } from './updates.ts'

/** Something that a clock asks for was done: the clock is met at that time, in time or late. */
export function evidence(
  kase: Case,
  intent: CaseIntentOf<'evidence'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { directory, acting, now } = context
  const run = kase.clocks.find(({ rule }) => rule === intent.clock)
  if (!run) return refuse('notRunning', `${intent.clock} does not run on this case.`)
  if (run.state === 'met')
    return refuse('stale', `${intent.clock} was already met at ${at(run.metAt, context)}.`)
  if (run.state === 'cancelled')
    return refuse('stale', `${intent.clock} was cancelled; nothing is owed.`)
  const rule = clockRule(context.policy, run.rule)
  const by = doerOf(directory, intent.by, acting)
  const referenced = reference(run, intent, by, now)
  const { doneAt } = intent
  if (isRepeated(rule)) {
    const given = { ...intent, doneAt: doneAt ?? now }
    return (
      impossibleEvidence(run, given.doneAt, context) ?? giveUpdate(run, rule, given, by, context)
    )
  }
  if (doneAt === null) {
    const asked = openPrompt(
      kase,
      {
        asks: 'notified',
        about: run.rule,
        post: acting ?? rule.owes,
        urgent: true,
        ...personOf(intent.by),
      },
      context,
    )
    if (referenced.length + asked.length === 0)
      return refuse('missing', `${rule.evidence.asks} Reply with the time, for example 21:10.`)
    return accept(...referenced, ...asked)
  }
  const impossible = impossibleEvidence(run, doneAt, context)
  if (impossible) return impossible
  return accept(...referenced, ...met(kase, run, rule, { ...intent, doneAt }, by, context))
}

/** Whoever gave the reference is asked for the time. */
function personOf(by: CaseIntentOf<'evidence'>['by']): { person?: string } {
  return by.type === 'person' ? { person: by.person } : {}
}

function reference(
  run: ClockRun,
  intent: CaseIntentOf<'evidence'>,
  by: Doer,
  at: Instant,
): CaseEvent[] {
  if (intent.reference === null || intent.reference === run.reference) return []
  return [{ type: 'clockReferenced', at, clock: run.rule, by, reference: intent.reference }]
}

function impossibleEvidence(run: ClockRun, doneAt: Instant, context: Context) {
  const { now } = context
  if (doneAt > now)
    return refuse(
      'invalid',
      `That time is in the future: it is ${at(now, context)}. Record it when it is done.`,
    )
  if (doneAt < run.startAt)
    return refuse(
      'invalid',
      `${run.rule} began at ${at(run.startAt, context)}; it cannot have been done before that. Check the time.`,
    )
  return null
}

/** Meeting one clock may settle another: whatever falls due on its receipt. */
export function met(
  kase: Case,
  run: ClockRun,
  rule: ClockRule,
  given: Pick<CaseIntentOf<'evidence'>, 'reference' | 'form' | 'answers'> & {
    readonly doneAt: Instant
    /** Of one that is met already, by a time that was corrected. */
    readonly was?: Instant
  },
  by: Doer,
  context: Context,
): CaseEvent[] {
  const { now } = context
  const metAt = given.doneAt
  const dueAt = dueForGood(kase, rule, run, context)
  const late = !rule.soft && dueAt !== null && metAt > dueAt
  const started = startClocksAfter(rule.id, metAt, kase, context)
  const asked = kase.prompts.filter(({ about, state }) => about === run.rule && state === 'open')
  return [
    ...asked
      .filter(({ asks }) => asks === 'notified')
      .map(
        ({ id }): CaseEvent => ({ type: 'promptAnswered', at: now, prompt: id, by, answer: metAt }),
      ),
    {
      type: 'clockMet',
      at: now,
      clock: run.rule,
      by,
      metAt,
      late,
      reference: given.reference ?? run.reference,
      form: given.form,
      answers: given.answers,
      ...(given.was !== undefined && { was: given.was }),
    },
    ...dependants(kase, rule, metAt, context),
    ...started,
    ...cadenceAsked(started, kase, context),
    ...judgedAgain(kase, rule, metAt, by, context),
  ]
}

/** A clock that waits for another's receipt is judged on that receipt once it is known. */
function dueForGood(
  kase: Case,
  rule: ClockRule,
  run: ClockRun,
  { policy }: Context,
): Instant | null {
  if (rule.within.unit !== 'receiptOf') return run.dueAt
  return (
    receiptOf(kase, run, policy)?.at ??
    (run.dueAt !== null && run.state === 'missed' ? run.dueAt : null)
  )
}

/** Rule D2: no later than the receipt of the report, so it is breached at that moment if not sent. */
function dependants(
  kase: Case,
  rule: ClockRule,
  metAt: Instant,
  { policy, now }: Context,
): CaseEvent[] {
  return owed(kase).flatMap((run): CaseEvent[] => {
    const { within } = clockRule(policy, run.rule)
    if (within.unit !== 'receiptOf' || within.clock !== rule.id || run.state === 'missed') return []
    return [{ type: 'clockMissed', at: now, clock: run.rule, dueAt: metAt }]
  })
}

/**
 * What waits for this receipt was judged without it, if it was met first. Now it is judged on the
 * receipt, so that the verdict is the same whichever of the two was recorded first.
 */
function judgedAgain(
  kase: Case,
  rule: ClockRule,
  receivedAt: Instant,
  by: Doer,
  { policy, now }: Context,
): CaseEvent[] {
  return kase.clocks.flatMap((run): CaseEvent[] => {
    const { within } = clockRule(policy, run.rule)
    if (within.unit !== 'receiptOf' || within.clock !== rule.id) return []
    const { metAt, rule: clock, reference } = run
    const late = metAt !== null && metAt > receivedAt
    if (metAt === null || late === run.late) return []
    return [
      {
        type: 'clockMet',
        at: now,
        clock,
        by,
        metAt,
        late,
        reference,
        form: null,
        answers: {},
      },
    ]
  })
}

function at(instant: Instant | null, { policy }: Context): string {
  return instant === null ? 'a time not recorded' : showLocal(instant, policy.zone)
}
