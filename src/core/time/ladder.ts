import type { Ladder } from '../policy/clock.ts'
import {
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDayUpTo,
} from './calendar.ts'
import { type Day, plusDays, showDate } from './day.ts'
import { type Instant, plusMinutes, plusSeconds } from './instant.ts'
import { atLocal, localDay } from './local.ts'

/** The part of a clock's life that its ladder hangs on. */
export interface Span {
  readonly startAt: Instant
  readonly dueAt: Instant
}

export interface Nudge {
  readonly at: Instant
  /** `24 h before it is due`, `due today`, `overdue`. */
  readonly why: string
}

const PUNCTUAL_MINUTES = 5

type Elapsed = Extract<Ladder, { kind: 'elapsed' }>
type Working = Extract<Ladder, { kind: 'working' }>

/** The first nudge strictly after an instant; null when the ladder has ended. */
export function nextNudge(
  ladder: Ladder,
  span: Span,
  after: Instant,
  calendar: Calendar,
): Nudge | null {
  return (
    upToDue(ladder, span, calendar).find(({ at }) => at > after) ??
    overdue(ladder, span, after, calendar)
  )
}

/** Every nudge after one instant, up to and including another, the earliest first. */
export function nudgesBetween(
  ladder: Ladder,
  span: Span,
  after: Instant,
  until: Instant,
  calendar: Calendar,
): Nudge[] {
  const nudges = upToDue(ladder, span, calendar).filter(({ at }) => at > after && at <= until)
  let last = nudges.at(-1)?.at ?? after
  for (;;) {
    const nudge = nextNudge(ladder, span, last, calendar)
    if (!nudge || nudge.at > until) return nudges
    nudges.push(nudge)
    last = nudge.at
  }
}

/** Why something is reminded of now: what was put off, or held up by an outage, says what is true by now. */
export function nudgeNow(ladder: Ladder, span: Span, now: Instant, calendar: Calendar): string {
  const justNow = plusMinutes(now, -PUNCTUAL_MINUTES)
  const rung = nudgesBetween(ladder, span, justNow, now, calendar).at(-1)
  return rung?.why ?? (span.dueAt < now ? 'overdue' : 'not done yet')
}

/**
 * When an unanswered nudge goes to the next rung. A working-day ladder climbs on the next working
 * morning, urgent or not.
 */
export function climbAt(
  ladder: Ladder,
  from: Instant,
  urgent: boolean,
  calendar: Calendar,
): Instant {
  switch (ladder.kind) {
    case 'elapsed':
      return plusMinutes(from, urgent ? ladder.urgentClimbMinutes : ladder.climbMinutes)
    case 'working':
      return workingMorningAfter(ladder, from, calendar)
  }
}

/** The rungs that are not a series without end: sorted, one for an instant, none before the start. */
function upToDue(ladder: Ladder, span: Span, calendar: Calendar): Nudge[] {
  const rungs =
    ladder.kind === 'elapsed' ? elapsedRungs(ladder, span) : workingRungs(ladder, span, calendar)
  const kept = rungs.filter(({ at }) => at > span.startAt)
  if (ladder.kind === 'elapsed' && ladder.onStart) {
    kept.unshift({
      at: span.startAt,
      why: span.dueAt < span.startAt ? 'overdue' : 'the clock has started',
    })
  }
  // The rungs are named from the vaguest to the most telling, so the last one of an instant stays.
  const byInstant = new Map(kept.map((rung) => [rung.at, rung]))
  return [...byInstant.values()].sort((one, other) => (one.at < other.at ? -1 : 1))
}

function elapsedRungs(ladder: Elapsed, { startAt, dueAt }: Span): Nudge[] {
  const seconds = (Date.parse(dueAt) - Date.parse(startAt)) / 1000
  const rungs: Nudge[] = []
  if (ladder.halfWay) {
    rungs.push({
      at: plusSeconds(startAt, Math.floor(seconds / 2)),
      why: 'half of the time has gone',
    })
  }
  for (const hours of ladder.hoursBefore) {
    const at = plusSeconds(dueAt, -Math.round(hours * 3600))
    rungs.push({ at, why: `${hours} h before it is due` })
  }
  if (ladder.onDue) rungs.push({ at: dueAt, why: 'due now' })
  return rungs
}

/** A due day that is not a working day keeps its date; its nudges come on the last working day before (K8). */
function workingRungs(ladder: Working, { dueAt }: Span, calendar: Calendar): Nudge[] {
  const dueDay = localDay(dueAt, calendar.zone)
  const day = workingDayUpTo(dueDay, calendar)
  const dayBefore = previousWorkingDay(day, calendar)
  const rung = (on: Day, time: string, why: string): Nudge => {
    const at = atLocal(on, time, calendar.zone)
    return { at, why: at > dueAt ? 'overdue' : why }
  }
  const today = day === dueDay ? 'due today' : `due ${showDate(dueDay)}, which is not a working day`
  return [
    ...ladder.dayBefore.map((time) => rung(dayBefore, time, `due ${showDate(dueDay)}`)),
    ...ladder.dueDay.map((time) => rung(day, time, today)),
  ]
}

/** After the due time: every day, or every working morning after the due day. */
function overdue(ladder: Ladder, span: Span, after: Instant, calendar: Calendar): Nudge | null {
  const { startAt, dueAt } = span
  const latest = [startAt, dueAt, after].reduce((one, other) => (one > other ? one : other))
  switch (ladder.kind) {
    case 'elapsed': {
      if (ladder.dailyAfter === undefined) return null
      let day = localDay(latest, calendar.zone)
      while (atLocal(day, ladder.dailyAfter, calendar.zone) <= latest) day = plusDays(day, 1)
      return { at: atLocal(day, ladder.dailyAfter, calendar.zone), why: 'overdue' }
    }
    case 'working': {
      const endOfDueDay = atLocal(localDay(dueAt, calendar.zone), '23:59:59', calendar.zone)
      const from = latest > endOfDueDay ? latest : endOfDueDay
      return { at: workingMorningAfter(ladder, from, calendar), why: 'overdue' }
    }
  }
}

function workingMorningAfter(ladder: Working, from: Instant, calendar: Calendar): Instant {
  const today = localDay(from, calendar.zone)
  const at = atLocal(today, ladder.workingMornings, calendar.zone)
  if (at > from && isWorkingDay(today, calendar)) return at
  return atLocal(nextWorkingDay(today, calendar), ladder.workingMornings, calendar.zone)
}
