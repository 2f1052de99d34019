import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { ClockRule } from '../policy/clock.ts'
import { dueDate } from '../time/due.ts'
import type { Instant } from '../time/instant.ts'
import { nextNudge } from '../time/ladder.ts'
import type { Case } from './case.ts'
import type { Cadence, ClockRun } from './clock-run.ts'
import type { CaseEvent, Round } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { owedClock } from './nudging.ts'
import { openPrompt } from './prompts.ts'
import { clockRule, ladderOf } from './rules.ts'

/** How often updates are wanted, as a person chose it for this incident; null: as they come. */
export function setCadence(
  kase: Case,
  intent: CaseIntentOf<'setCadence'>,
  context: Allowed,
): Decision<CaseEvent> {
  const run = owedClock(kase, intent.clock, intent.by)
  if ('ok' in run) return run
  const rule = clockRule(context.policy, run.rule)
  if (!isRepeated(rule))
    return refuse('invalid', `${rule.id} has a time of its own; nobody chooses how often.`)
  const by = doerOf(context.directory, intent.by, context.acting)
  const { every } = intent
  const chosen = { type: 'cadenceChosen', at: context.now, clock: run.rule, by, every } as const
  const answer = every === null ? 'as they come' : everyWords(every)
  return accept(
    { ...chosen, next: roundFrom(context.now, every, rule, run, context) },
    ...answered(kase, `cadence-${run.rule}`, by, answer, context),
  )
}

/** An update was given: the clock goes on to the next one. */
export function giveUpdate(
  run: ClockRun,
  rule: ClockRule,
  given: Pick<CaseIntentOf<'evidence'>, 'form' | 'answers'> & { doneAt: Instant },
  by: Doer,
  context: Context,
): Decision<CaseEvent> {
  const { doneAt, form, answers } = given
  if (form === null)
    return refuse(
      'missing',
      `Press “${rule.id} ${rule.label}…” on the case, and say what was told and to whom.`,
    )
  const next = roundFrom(doneAt, run.every ?? null, rule, run, context)
  const { now: at } = context
  return accept({ type: 'updateGiven', at, clock: run.rule, by, doneAt, form, answers, next })
}

export function isRepeated({ within }: Pick<ClockRule, 'within'>): boolean {
  return within.unit === 'chosen'
}

/** Asks how often, of whoever owes it; nobody is pressed for an answer. */
export function cadenceAsked(
  events: readonly CaseEvent[],
  kase: Case,
  context: Context,
): CaseEvent[] {
  return events.flatMap((event) => {
    if (event.type !== 'clockStarted') return []
    const rule = clockRule(context.policy, event.clock.rule)
    if (!isRepeated(rule)) return []
    const asking = { asks: 'cadence', about: rule.id, post: rule.owes, urgent: false } as const
    return openPrompt(kase, { ...asking, climbs: false }, context)
  })
}

/** `every 7 days`, `every working day`. */
export function everyWords({ unit, amount }: Cadence): string {
  const one = unit === 'days' ? 'day' : 'working day'
  return amount === 1 ? `every ${one}` : `every ${amount} ${one}s`
}

/** What is wanted next: by when, and who is reminded anew. */
function roundFrom(
  from: Instant,
  every: Cadence | null,
  rule: ClockRule,
  { startAt }: ClockRun,
  { policy, now }: Context,
): Round {
  const quiet = { reached: [], climbed: 0, climbAt: null, nudgeAt: null, nudgeWhy: null }
  if (every === null) return { ...quiet, dueAt: null, words: AS_THEY_COME }
  const due = dueDate(every, from, policy)
  if (!due) return { ...quiet, dueAt: null, words: AS_THEY_COME }
  const next = nextNudge(ladderOf(policy, rule), { startAt, dueAt: due.due }, now, policy)
  const words = `${due.words}; how often was chosen for this incident`
  return {
    ...quiet,
    nudgeAt: next?.at ?? null,
    nudgeWhy: next?.why ?? null,
    dueAt: due.due,
    words,
  }
}

const AS_THEY_COME = 'as they come; no reminder was asked for'

function answered(
  kase: Case,
  prompt: string,
  by: Doer,
  answer: string,
  { now: at }: Context,
): CaseEvent[] {
  const isOpen = kase.prompts.some(({ id, state }) => id === prompt && state === 'open')
  return isOpen ? [{ type: 'promptAnswered', at, prompt, by, answer }] : []
}
