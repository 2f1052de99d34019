import type { Context } from '../kind.ts'
import { resolvePost, resolveRung } from '../people/posts.ts'
import type { ClockRule, ClockStart } from '../policy/clock.ts'
import { type Due, dueDate, workingDaysLate } from '../time/due.ts'
import type { Instant } from '../time/instant.ts'
import { climbAt, nextNudge } from '../time/ladder.ts'
import { holdForQuiet } from '../time/quiet.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { type Confidential, mayBeTold } from './confidential.ts'
import type { CaseEvent, CaseEventOf, Nudging } from './event.ts'
import { isHistorical } from './historical.ts'
import { climbOf, clockRule, isWithoutDelay, ladderOf, providerOf } from './rules.ts'

/** Why somebody is nudged about what no rule gives a time for. */
export const WITHOUT_DELAY = 'without delay'

/** What the clocks of a case hang on. */
export interface Started {
  readonly type: Case['type']
  readonly provider: Case['provider']
  readonly raisedAt: Instant
  readonly occurredAt: Instant | null
  readonly identifiedAt: Instant | null
  readonly urgent: boolean
  readonly answers: Case['answers']
  readonly confidential?: Confidential
}

/** Every clock that this type of case starts, each with its first nudge where it has one. */
export function startClocks(started: Started, context: Context): CaseEvent[] {
  return rulesFor(started, context).flatMap((rule) => {
    const startAt = startOf(rule.from, started)
    return startAt === null ? [] : startClock(rule, startAt, started, context)
  })
}

/** Every clock that another one, which was met, sets going. */
export function startClocksAfter(
  clock: string,
  metAt: Instant,
  kase: Case,
  context: Context,
): CaseEvent[] {
  const started = { ...kase, urgent: kase.danger }
  return rulesFor(started, context)
    .filter(({ id, from }) => typeof from === 'object' && from.met === clock && !runs(kase, id))
    .flatMap((rule) => startClock(rule, metAt, started, context))
}

function runs({ clocks }: Case, id: string): boolean {
  return clocks.some(({ rule }) => rule === id)
}

function rulesFor(started: Started, { policy }: Context): readonly ClockRule[] {
  const { type, answers } = started
  if (isHistorical(started, policy)) return []
  return policy.clocks.filter(
    ({ optional, startsOn, when = [] }) =>
      !optional && startsOn.includes(type) && when.every((one) => isAnswered(one, answers)),
  )
}

function isAnswered(
  { field, is }: { field: string; is: readonly string[] },
  answers: Case['answers'],
): boolean {
  return [answers[field] ?? []].flat().some((answer) => is.includes(answer))
}

/** One clock from that time on, with its first nudge where it has one. */
export function startClock(
  rule: ClockRule,
  startAt: Instant,
  started: Started,
  context: Context,
): CaseEvent[] {
  const { policy, now } = context
  const due = dueOf(rule, startAt, started, context)
  const late = !rule.soft && due !== null && due.due < now
  const run: ClockRun = {
    rule: rule.id,
    state: late ? 'missed' : 'running',
    soft: rule.soft,
    startAt,
    dueAt: due?.due ?? null,
    words: dueWords(rule, due),
    provisional: due?.provisional ?? false,
    information: information(rule, started, context),
    overdueOnEntry: late,
    workingDaysLate: late && due ? workingDaysLate(due.due, now, policy) : null,
    lateReason: null,
    urgent: started.urgent,
    owner: ownerOf(rule, started, context),
    reached: [],
    haver: null,
    takenAt: null,
    climbed: 0,
    climbAt: null,
    nudgeAt: null,
    nudgeWhy: null,
    snoozedUntil: null,
    nudges: [],
    reference: null,
    metAt: null,
    recordedAt: null,
    late: null,
  }
  const opened = withFirstNudge(run, rule, started, context)
  return [{ type: 'clockStarted', at: now, clock: opened.run }, ...opened.events]
}

/** Ladders that begin with the clock nudge at once; the others wait for their first time. */
function withFirstNudge(
  run: ClockRun,
  rule: ClockRule,
  started: Started,
  context: Context,
): { run: ClockRun; events: CaseEvent[] } {
  const { policy, now } = context
  if (run.dueAt === null) return { run, events: [] }
  const ladder = ladderOf(policy, rule)
  const span = { startAt: run.startAt, dueAt: run.dueAt }
  const next = nextNudge(ladder, span, now, policy)
  const waiting = { ...run, nudgeAt: next?.at ?? null, nudgeWhy: next?.why ?? null }
  const isWanted = isWithoutDelay(rule) && run.dueAt <= now
  const begins = isWanted || (ladder.kind === 'elapsed' && ladder.onStart)
  if (!begins) return { run: waiting, events: [] }
  const why = isWanted ? WITHOUT_DELAY : run.overdueOnEntry ? 'overdue' : 'the clock has started'
  return { run: waiting, events: [nudge(waiting, rule, why, started, context, true)] }
}

/** One nudge to whoever has it, otherwise to all reached so far and, where it climbs, the next. */
export function nudge(
  run: ClockRun,
  rule: ClockRule,
  why: string,
  kase: Pick<Case, 'provider' | 'confidential'>,
  context: Context,
  climbs: boolean,
): CaseEventOf<'clockNudged'> {
  const { policy, now } = context
  const step = climbs ? nextRung(run, rule, kase, context) : null
  const reached = step?.person ? [...run.reached, step.person] : run.reached
  const ladder = ladderOf(policy, rule)
  const span = run.dueAt === null ? null : { startAt: run.startAt, dueAt: run.dueAt }
  const upcoming = span ? nextNudge(ladder, span, now, policy) : null
  const next: Nudging = {
    reached,
    // While nobody was reached every rung is tried again: somebody may have been named meanwhile.
    climbed: step && reached.length > 0 ? step.climbed : run.climbed,
    climbAt: climbs
      ? step?.person
        ? quietly(climbAt(ladder, now, run.urgent, policy), run, ladder.kind, context)
        : null
      : run.climbAt,
    nudgeAt: upcoming?.at ?? null,
    nudgeWhy: upcoming?.why ?? null,
  }
  const to = run.haver === null ? reached : [run.haver]
  return {
    type: 'clockNudged',
    at: now,
    clock: run.rule,
    nudge: { n: run.nudges.length + 1, at: now, why, to: [...to], folded: false },
    next,
  }
}

/** Quiet hours hold back what belongs to neither an hour clock nor an urgent path. */
function quietly(at: Instant, run: ClockRun, ladder: string, { policy }: Context): Instant {
  if (run.urgent || ladder === 'elapsed') return at
  return holdForQuiet(at, policy.quietHours, policy.zone)
}

/** The next rung of the climb that reaches somebody new; no person when the climb has ended. */
function nextRung(
  run: ClockRun,
  rule: ClockRule,
  kase: Pick<Case, 'provider' | 'confidential'>,
  { policy, directory, now }: Context,
): { person: string | null; climbed: number } {
  const rungs = climbOf(rule)
  for (let step = run.climbed; step < rungs.length; step++) {
    const rung = rungs[step]
    const found = rung && resolveRung(directory, providerOf(kase), rung, now)
    if (!found || run.reached.includes(found.person)) continue
    if (mayBeTold(kase, found.person, policy)) return { person: found.person, climbed: step + 1 }
  }
  return { person: null, climbed: rungs.length }
}

function ownerOf(rule: ClockRule, started: Started, context: Context): string | null {
  const { policy, directory, now } = context
  const may = (person: string) => mayBeTold(started, person, policy)
  return resolvePost(directory, providerOf(started), rule.owes, now, may)?.person ?? null
}

/** Null for what another clock sets going. */
function startOf(from: ClockStart, started: Started): Instant | null {
  if (typeof from === 'object') return null
  switch (from) {
    case 'raised':
      return started.raisedAt
    case 'occurred':
      return started.occurredAt
    case 'identified':
      return started.identifiedAt
  }
}

/** A clock that waits for another's evidence falls due with that one for the time being. */
function dueOf(
  rule: ClockRule,
  startAt: Instant,
  started: Started,
  { policy }: Context,
): Due | null {
  if (rule.within.unit !== 'receiptOf') return dueDate(rule.within, startAt, policy)
  const awaited = clockRule(policy, rule.within.clock)
  const start = startOf(awaited.from, started)
  return start === null ? null : dueDate(awaited.within, start, policy)
}

function dueWords(rule: ClockRule, due: Due | null): string {
  const { within } = rule
  if (within.unit === 'asRequired') return 'as required; the rule gives no time'
  if (within.unit === 'chosen')
    return 'as often as is chosen for this incident; the rule gives no time'
  if (!due) return 'no due time'
  if (within.unit !== 'receiptOf') return due.words
  const [when, how] = halves(due.words)
  return `${when}: no later than the receipt of ${within.clock}; until that arrives ${how}`
}

/** When, and how that was counted. */
function halves(words: string): [string, string] {
  const middle = words.indexOf(': ')
  return [words.slice(0, middle), words.slice(middle + 2)]
}

function information(
  rule: ClockRule,
  started: Started,
  { policy }: Context,
): ClockRun['information'] {
  return rule.information.flatMap(({ label, from, within }) => {
    const start = startOf(from, started)
    const due = start === null ? null : dueDate(within, start, policy)
    return due ? [{ label, words: due.words }] : []
  })
}
