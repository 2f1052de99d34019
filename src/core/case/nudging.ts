import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Calendar } from '../time/calendar.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { nudgesBetween } from '../time/ladder.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { clockRule, ladderOf, owed } from './rules.ts'

/** `I have it`: stops the climb, not the clock. */
export function have(
  kase: Case,
  intent: CaseIntentOf<'have'>,
  context: Allowed,
): Decision<CaseEvent> {
  const found = owedClock(kase, intent.clock, intent.by)
  if ('ok' in found) return found
  // Somebody must have it: whoever the table lets in, it is a person of the directory.
  if (intent.by.type !== 'person') return refuse('notYours', 'Only a person can have a clock.')
  const { person } = intent.by
  if (found.haver === person) return accept()
  const by = doerOf(context.directory, intent.by, context.acting)
  return accept({ type: 'clockTaken', at: context.now, clock: found.rule, by, person })
}

/** Delays nudges only; never past the last nudge before the due time. */
export function snooze(
  kase: Case,
  intent: CaseIntentOf<'snooze'>,
  context: Allowed,
): Decision<CaseEvent> {
  const found = owedClock(kase, intent.clock, intent.by)
  if ('ok' in found) return found
  const { policy, now } = context
  const rule = clockRule(policy, found.rule)
  if (intent.reason.trim() === '')
    return refuse(
      'missing',
      'Say why, for example “snooze 2h because the ward is being made safe”.',
    )
  if (found.nudgeAt === null && found.climbAt === null)
    return refuse('invalid', `${rule.id} sends no reminders now. Nothing was snoozed.`)
  const until = snoozedUntil(
    found,
    ladderOf(policy, rule),
    plusMinutes(now, Math.min(intent.minutes, policy.prompting.snoozeHours * 60)),
    now,
    policy,
  )
  if (until <= now)
    return refuse(
      'invalid',
      `There is no later nudge to wait for: ${rule.id} ${found.words}. Nothing was snoozed.`,
    )
  const delayed = (at: Instant | null) => (at !== null && at < until ? until : at)
  const { reached, climbed, climbAt, nudgeAt, nudgeWhy } = found
  const next = { reached, climbed, climbAt: delayed(climbAt), nudgeAt: delayed(nudgeAt), nudgeWhy }
  const by = doerOf(context.directory, intent.by, context.acting)
  return accept({
    type: 'clockSnoozed',
    at: now,
    clock: found.rule,
    by,
    until,
    reason: intent.reason.trim(),
    next,
  })
}

function snoozedUntil(
  run: ClockRun,
  ladder: Parameters<typeof nudgesBetween>[0],
  asked: Instant,
  now: Instant,
  calendar: Calendar,
): Instant {
  if (run.dueAt === null || run.dueAt <= now) return asked
  const span = { startAt: run.startAt, dueAt: run.dueAt }
  const before = nudgesBetween(ladder, span, now, run.dueAt, calendar).filter(
    ({ at }) => at < span.dueAt,
  )
  const latest = before.at(-1)?.at ?? run.dueAt
  return asked < latest ? asked : latest
}

/** The clock that is meant: by name, otherwise the one that this person was nudged about last. */
export function owedClock(
  kase: Case,
  clock: string | null,
  by: CaseIntentOf<'have'>['by'],
): ClockRun | Refused {
  const open = owed(kase).filter(({ dueAt }) => dueAt !== null)
  if (clock !== null) {
    const run = kase.clocks.find(({ rule }) => rule === clock)
    if (!run) return refuse('notRunning', `${clock} does not run on this case.`)
    if (run.state === 'met')
      return refuse('stale', `${clock} is already met; nothing more is owed.`)
    if (run.state === 'cancelled')
      return refuse('stale', `${clock} was cancelled; nothing is owed.`)
    return run
  }
  const mine = open
    .map((run) => ({ run, at: lastNudgeTo(run, by) }))
    .filter(({ at }) => at !== null)
    .sort((one, other) => ((one.at ?? '') < (other.at ?? '') ? 1 : -1))[0]?.run
  const only = open.length === 1 ? open[0] : undefined
  return (
    mine ??
    only ??
    refuse(
      'missing',
      `Say which clock: ${open.map(({ rule }) => rule).join(', ') || 'none is running'}.`,
    )
  )
}

function lastNudgeTo(run: ClockRun, by: CaseIntentOf<'have'>['by']): Instant | null {
  if (by.type !== 'person') return null
  return run.nudges.findLast(({ to }) => to.includes(by.person))?.at ?? null
}
