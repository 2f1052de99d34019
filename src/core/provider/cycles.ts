import type { Context } from '../kind.ts'
import type { ProviderRef } from '../people/directory.ts'
import { resolvePost } from '../people/posts.ts'
import type { Within } from '../policy/clock.ts'
import type { CycleRule, InstrumentBand } from '../policy/instrument.ts'
import type { Policy } from '../policy/policy.ts'
import { isWorkingDay, nextWorkingDay, workingDayUpTo } from '../time/calendar.ts'
import { monthsBetween, plusMonths } from '../time/day.ts'
import { dueDate } from '../time/due.ts'
import type { Instant } from '../time/instant.ts'
import { atLocal, localDay } from '../time/local.ts'
import { daysOf, inForce } from './cycle/interval.ts'
import { remindedSoFar } from './cycle/reminded.ts'
import type { Cycle, Provider, Rated } from './provider.ts'

const NUDGE_TIME = '09:00'

/** A cycle with its due time counted anew from an instant, as of `now`. */
export function counted(
  cycle: Omit<Cycle, 'state' | 'dueAt' | 'words' | 'nudgeAt'>,
  from: Instant,
  now: Instant,
  policy: Policy,
): Cycle {
  const due = cycle.every && dueDate(cycle.every, from, policy)
  if (!due)
    return {
      ...cycle,
      state: 'suspended',
      dueAt: null,
      words: 'no interval applies now',
      nudgeAt: null,
    }
  const nudgeAt = nextCycleNudge(due.due, now, policy)
  return { ...cycle, state: 'running', dueAt: due.due, words: due.words, nudgeAt }
}

/**
 * With its due time one interval after a due day. That may have been moved to the end of a short month:
 * the number of the day from which the series counts stays (K5).
 */
export function countedOn(cycle: Cycle, dueAt: Instant, now: Instant, policy: Policy): Cycle {
  const next = counted(cycle, dueAt, now, policy)
  const { every, anchor = cycle.lastDoneAt ?? cycle.startAt } = cycle
  if (every?.unit !== 'months') return next
  const [from, due] = [localDay(anchor, policy.zone), localDay(dueAt, policy.zone)]
  const months = monthsBetween(from, due)
  // A day that was never of this series, such as one that follows another duty, begins its own.
  if (months < 0 || plusMonths(from, months) !== due) return next
  const whole = { ...cycle, every: { ...every, amount: months + every.amount } }
  const kept = counted(whole, anchor, now, policy)
  return kept.dueAt === next.dueAt ? next : { ...kept, every }
}

/** K8: on the due day, or the last working day before it; then every working morning after. */
export function nextCycleNudge(dueAt: Instant, after: Instant, policy: Policy): Instant {
  const first = atLocal(
    workingDayUpTo(localDay(dueAt, policy.zone), policy),
    NUDGE_TIME,
    policy.zone,
  )
  if (first > after) return first
  const today = localDay(after, policy.zone)
  const morning = atLocal(today, NUDGE_TIME, policy.zone)
  if (morning > after && isWorkingDay(today, policy)) return morning
  return atLocal(nextWorkingDay(today, policy), NUDGE_TIME, policy.zone)
}

/** Of which nothing was done yet; where it ran before, its reminders count on. */
export function blankCycle(
  provider: Pick<Provider, 'slug' | 'leadProvider' | 'cycles' | 'nudgedBefore'>,
  rule: CycleRule,
  every: Within | null,
  startAt: Instant,
  context: Pick<Context, 'directory' | 'now'>,
) {
  const owner = ownerOf(rule, provider, context)
  const nudged = remindedSoFar(provider, rule.id)
  return { rule: rule.id, every, startAt, owner, lastDoneAt: null, nudges: [], nudged }
}

/** Who owes a round that begins now. */
export function ownerOf(
  { owes }: Pick<CycleRule, 'owes'>,
  provider: ProviderRef,
  { directory, now }: Pick<Context, 'directory' | 'now'>,
): string | null {
  return resolvePost(directory, provider, owes, now)?.person ?? null
}

/** Whoever was told last that they owe this round, otherwise who owed it when it began. */
export function owersOf({ dueAt, owner, nudges }: Cycle): readonly string[] {
  if (dueAt === null) return []
  return nudges.at(-1)?.to ?? (owner === null ? [] : [owner])
}

/** The cycles of a level: begun with an entry from outside, cancelled when the last such level is left. */
export function levelCycles(
  cycles: readonly CycleRule[],
  from: string,
  to: string,
): { readonly entered: readonly CycleRule[]; readonly left: readonly CycleRule[] } {
  const inside = (rule: CycleRule, level: string) =>
    rule.startsOn.on === 'level' && rule.startsOn.levels.includes(level)
  return {
    entered: cycles.filter((rule) => !inside(rule, from) && inside(rule, to)),
    left: cycles.filter((rule) => inside(rule, from) && !inside(rule, to)),
  }
}

/** The bands in which it was so far. */
interface RatedBefore {
  readonly ratings: readonly { readonly rating: Pick<Rated['rating'], 'instrument' | 'band'> }[]
}

/** What a rating's band makes of the instrument's cycles (facts 5.3); only those that change. */
export function bandCycles(
  provider: Pick<Provider, 'slug' | 'leadProvider' | 'cycles' | 'nudgedBefore'> & RatedBefore,
  instrument: string,
  band: InstrumentBand,
  ratedAt: Instant,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): Cycle[] {
  const { policy, now } = context
  const rules = policy.cycles.filter(
    ({ startsOn }) => startsOn.on === 'band' && startsOn.instrument === instrument,
  )
  return rules.flatMap((rule) => {
    const every = band.cycles.find(({ cycle }) => cycle === rule.id)?.within ?? null
    const cycle = provider.cycles.find((one) => one.rule === rule.id)
    if (cycle) {
      const isFirst = cycle.lastDoneAt === null && !wasAsked(provider, rule, policy)
      const begun = isFirst ? { ...cycle, startAt: ratedAt } : cycle
      return adjusted(begun, inForce(every, cycle.chosen), ratedAt, now, policy)
    }
    const blank = blankCycle(provider, rule, every, ratedAt, context)
    return [counted(blank, ratedAt, now, policy)]
  })
}

/** Whether any band so far asked for it: what none did begins with the first that does. */
function wasAsked({ ratings }: RatedBefore, { id }: CycleRule, { instruments }: Policy): boolean {
  return ratings.some(({ rating }) => {
    const bands = instruments.find((one) => one.id === rating.instrument)?.bands ?? []
    const band = bands.find((one) => one.id === rating.band)
    return band?.cycles.some(({ cycle, within }) => cycle === id && within !== null) ?? false
  })
}

/** A cycle under another interval: tightened from the change on, loosened from when it was last done. */
export function adjusted(
  cycle: Cycle,
  every: Within | null,
  changedAt: Instant,
  now: Instant,
  policy: Policy,
): Cycle[] {
  const fromLast = recounted({ ...cycle, every }, now, policy)
  if (every === null || cycle.every === null || cycle.dueAt === null)
    return cycle.every === every ? [] : [fromLast]
  const [old, fresh] = [daysOf(cycle.every), daysOf(every)]
  if (fresh === old) return []
  if (fresh > old) return [fromLast]
  const fromChange = counted({ ...cycle, every, anchor: changedAt }, changedAt, now, policy)
  const sooner = fromChange.dueAt === null || fromChange.dueAt >= cycle.dueAt
  return [sooner ? { ...cycle, every } : fromChange]
}

/** Its running round, counted anew: from the one before that was missed, otherwise from when it was last done. */
export function recounted(cycle: Cycle, now: Instant, policy: Policy): Cycle {
  const { roundFrom, anchor, ...begun } = cycle
  return roundFrom
    ? countedOn(cycle, roundFrom, now, policy)
    : counted(begun, cycle.lastDoneAt ?? cycle.startAt, now, policy)
}
