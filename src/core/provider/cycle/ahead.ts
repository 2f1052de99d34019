import type { Context } from '../../kind.ts'
import type { CycleRule } from '../../policy/instrument.ts'
import type { Policy } from '../../policy/policy.ts'
import { plusMonths, showDate } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { atLocal, localDay, showLocal } from '../../time/local.ts'
import { countedOn, nextCycleNudge } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import { evolveProvider } from '../evolve.ts'
import type { Cycle, Provider } from '../provider.ts'
import { inSentence } from './compose.ts'
import { runningCycle } from './duty.ts'

type Ahead = NonNullable<CycleRule['ahead']>

/** The day of a duty that comes so long before another follows that one, whatever changed either. */
export function keptAhead(
  provider: Provider,
  events: readonly ProviderEvent[],
  { policy, now: at }: Pick<Context, 'policy' | 'now'>,
): ProviderEvent[] {
  const touched = events.flatMap((event) => (event.type === 'cycleSet' ? [event.cycle.rule] : []))
  const rules = policy.cycles.flatMap(({ id, ahead }) =>
    ahead && (touched.includes(id) || touched.includes(ahead.cycle)) ? [{ id, ahead }] : [],
  )
  if (rules.length === 0) return []
  const after = events.reduce<Provider>(evolveProvider, provider)
  return rules.flatMap(({ id, ahead }) => {
    const cycle = aheadOf(after, id, ahead, at, policy)
    return cycle ? [{ type: 'cycleSet', at, cycle } as const] : []
  })
}

/** Nothing while either has no interval: the band has suspended it. */
function aheadOf(
  provider: Provider,
  id: string,
  ahead: Ahead,
  now: Instant,
  policy: Policy,
): Cycle | undefined {
  const own = runningCycle(provider, id)
  const other = runningCycle(provider, ahead.cycle)
  if (!own?.every || !other?.every || other.dueAt === null) return undefined
  const { zone } = policy
  const next = isDone(own, other) ? countedOn(other, other.dueAt, now, policy).dueAt : other.dueAt
  if (next === null) return undefined
  const day = plusMonths(localDay(next, zone), -ahead.months)
  const dueAt = atLocal(day, '23:59:59', zone)
  if (own.dueAt === dueAt) return undefined
  const label = policy.cycles.find((one) => one.id === ahead.cycle)?.label ?? ahead.cycle
  const months = ahead.months === 1 ? '1 month' : `${ahead.months} months`
  const words = `due ${showLocal(dueAt, zone)}: ${months} before the ${inSentence(label)} of ${showDate(localDay(next, zone))}`
  return { ...own, state: 'running', dueAt, words, nudgeAt: nextCycleNudge(dueAt, now, policy) }
}

/** For the round of the other that is open: since that was last done. */
function isDone({ lastDoneAt }: Cycle, other: Cycle): boolean {
  const from = other.roundFrom ?? other.lastDoneAt ?? other.startAt
  return lastDoneAt !== null && lastDoneAt > from
}
