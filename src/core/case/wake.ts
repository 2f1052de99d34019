import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Outage } from '../outage.ts'
import { resolveRung } from '../people/posts.ts'
import type { ClockRule } from '../policy/clock.ts'
import type { Prompt } from '../prompt.ts'
import { earliest, type Instant, plusSeconds } from '../time/instant.ts'
import { nudgeNow } from '../time/ladder.ts'
import type { Case } from './case.ts'
import { folded } from './catch-up.ts'
import type { ClockRun } from './clock-run.ts'
import { nudge, WITHOUT_DELAY } from './clocks.ts'
import { mayBeTold } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import { evolveCase } from './evolve.ts'
import { hostPlaces, rungsOf } from './host/host.ts'
import { promptClimb, promptReminder } from './prompts.ts'
import { askIfQuiet } from './quiet/decide.ts'
import { lookAtOf } from './quiet/quiet.ts'
import { clockRule, isWithoutDelay, ladderOf, owed, providerOf } from './rules.ts'

/**
 * Everything whose time has come by now, each once; nothing when the clock woke it for nothing.
 * What an outage held up is told together, and moves on all the same.
 */
export function wake(kase: Case, outage: Outage | null, context: Context): Decision<CaseEvent> {
  if (kase.status === 'closed') return accept()
  const events: CaseEvent[] = []
  let state = kase
  const happen = (...more: CaseEvent[]) => {
    for (const event of more) state = evolveCase(state, event)
    events.push(...more)
  }
  for (const { rule } of owed(kase)) happen(...wakeClock(state, rule, context))
  for (const { id } of kase.prompts) happen(...wakePrompt(state, id, context))
  if (remindsAt(state) === null) happen(...askIfQuiet(state, context))
  // The notice after an outage stands with an organisation: a confidential case tells its own.
  const folds = outage !== null && !kase.confidential
  return accept(...(folds ? folded(kase, events, outage, context) : events))
}

function wakeClock(kase: Case, id: string, context: Context): CaseEvent[] {
  const run = kase.clocks.find(({ rule }) => rule === id)
  if (!run) return []
  const rule = clockRule(context.policy, id)
  const { now } = context
  const events: CaseEvent[] = []
  if (isMissed(run, rule.soft, now)) events.push(missed(run, now))

  const nudging = run.nudgeAt !== null && run.nudgeAt <= now
  const climbing = run.haver === null && run.climbAt !== null && run.climbAt <= now
  // The first nudge of a clock begins its climb; later ones go to all who were reached.
  if (nudging || climbing) {
    const first = run.reached.length === 0
    const why = nudging ? whyNow(run, rule, context) : 'no answer yet'
    const event = nudge(run, rule, why, kase, context, first || climbing)
    if (nudging || reachesMore(run, event)) events.push(event)
    else events.push(endOfClimb(run, event))
  }
  return events
}

/** A clock without a due time has no ladder to hang on. */
function whyNow({ startAt, dueAt }: ClockRun, rule: ClockRule, { policy, now }: Context): string {
  if (isWithoutDelay(rule)) return WITHOUT_DELAY
  if (dueAt === null) return 'reminder'
  return nudgeNow(ladderOf(policy, rule), { startAt, dueAt }, now, policy)
}

function reachesMore(run: ClockRun, event: CaseEvent): boolean {
  return event.type === 'clockNudged' && event.next.reached.length > run.reached.length
}

/** Nobody is left to be told: the climb ends, and nobody is nudged for it. */
function endOfClimb(run: ClockRun, event: CaseEvent): CaseEvent {
  if (event.type !== 'clockNudged') return event
  const { next } = event
  return { type: 'climbEnded', at: event.at, clock: run.rule, climbed: next.climbed }
}

function isMissed(run: ClockRun, soft: boolean, now: Instant): boolean {
  return run.state === 'running' && !soft && run.dueAt !== null && run.dueAt < now
}

function missed(run: ClockRun, now: Instant): CaseEvent {
  return { type: 'clockMissed', at: now, clock: run.rule, dueAt: run.dueAt ?? now }
}

function wakePrompt(kase: Case, id: string, context: Context): CaseEvent[] {
  const prompt = kase.prompts.find((one) => one.id === id)
  if (prompt?.state !== 'open') return []
  if (prompt.climbAt === null || prompt.climbAt > context.now) return []
  const { person, climbed } = nextAsked(kase, prompt, context)
  const at = context.now
  const rungs = rungsOf(prompt, context.policy).length
  if (person !== null) {
    const climbAt = promptClimb(prompt.urgent, kase.type, context)
    const n = prompt.asked.length + 1
    return [
      ...hostPlaces(kase, [person], context),
      { type: 'promptClimbed', at, prompt: id, n, person, climbed, climbAt },
    ]
  }
  // Nobody is left to be asked: all of them are reminded until somebody answers.
  const reminded = Math.max(prompt.climbed, rungs) + 1
  const n = prompt.asked.length + reminded - rungs
  const climbAt = promptReminder(prompt.urgent, context)
  return [{ type: 'promptClimbed', at, prompt: id, n, person, climbed: reminded, climbAt }]
}

/** Who is asked next; no person when everybody was. */
export function nextAsked(
  kase: Case,
  prompt: Prompt,
  { policy, directory, now }: Context,
): { person: string | null; climbed: number } {
  const rungs = rungsOf(prompt, policy)
  for (let step = prompt.climbed; step < rungs.length; step++) {
    const rung = rungs[step]
    const found = rung && resolveRung(directory, providerOf(kase), rung, now)
    if (!found || prompt.asked.includes(found.person)) continue
    if (mayBeTold(kase, found.person, policy)) return { person: found.person, climbed: step + 1 }
  }
  return { person: null, climbed: rungs.length }
}

/** When a case next wants to be woken. A clock is missed one second after it was due. */
export function wakeAtOf(kase: Case): Instant | null {
  if (kase.status === 'closed') return null
  return remindsAt(kase) ?? lookAtOf(kase)
}

/** When somebody is next reminded of something. */
function remindsAt(kase: Case): Instant | null {
  return earliest([
    ...owed(kase).flatMap((run) => [
      run.nudgeAt,
      run.haver === null ? run.climbAt : null,
      run.state === 'running' && run.dueAt !== null && !run.soft ? plusSeconds(run.dueAt, 1) : null,
    ]),
    ...kase.prompts.map(({ state, climbAt }) => (state === 'open' ? climbAt : null)),
  ])
}
