import type { Instant } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import { inTime } from '../in-time.ts'
import type { LookedUp } from './registry.ts'

/** Whoever asks should hear of what else there is, also when the store does not answer. */
const PATIENCE_MS = 2000
const FRESH_MS = 15_000
/** Counting the clocks goes through every open case: it may take a hundredth of all time, no more. */
const REST_FACTOR = 100
const LONG_AGO: Instant = '1970-01-01T00:00:00Z'

type Figures = readonly (readonly [LookedUp, number])[]
type Source = Pick<App, 'store' | 'timeline' | 'now' | 'realNow'>

/** What stands now. A figure that cannot be had is missing. */
export function lookUps(app: Source): () => Promise<ReadonlyMap<LookedUp, number>> {
  const looks = [() => outbox(app), () => lag(app), rested(() => clocks(app))]
  return async () => {
    const all = await Promise.all(looks.map(patiently))
    return new Map(all.flat())
  }
}

async function patiently(look: () => Promise<Figures>): Promise<Figures> {
  try {
    const figures = await inTime(look(), PATIENCE_MS)
    return figures === 'late' ? [] : figures
  } catch {
    // The store's errors are counted where they arise.
    return []
  }
}

async function outbox({ store, realNow }: Source): Promise<Figures> {
  const { waiting, dead, oldest } = await store.counts()
  return [
    ['muster_outbox_waiting', waiting],
    ['muster_outbox_dead', dead],
    ['muster_outbox_oldest_seconds', oldest === null ? 0 : late(oldest, realNow())],
  ]
}

async function lag({ store, timeline, now }: Source): Promise<Figures> {
  const earliest = await store.next(timeline, 'wakeAt', LONG_AGO)
  return [['muster_sweep_lag_seconds', earliest === null ? 0 : late(earliest, now())]]
}

/** Each open case names the clocks that are owed, and those that are overdue, in its index. */
async function clocks({ store, timeline }: Source): Promise<Figures> {
  const cases = await store.list({ facets: { kind: 'case', status: 'open' }, timeline })
  let [open, overdue] = [0, 0]
  for (const { index } of cases) {
    open += index.facets.owed?.length ?? 0
    overdue += index.facets.overdue?.length ?? 0
  }
  return [
    ['muster_clocks_open', open],
    ['muster_clocks_overdue', overdue],
  ]
}

function late(instant: Instant, now: Instant): number {
  return Math.max(0, (Date.parse(now) - Date.parse(instant)) / 1000)
}

/** Answers as before until it may look again; one look serves all who ask meanwhile. */
function rested<Result>(look: () => Promise<Result>): () => Promise<Result> {
  let last: Promise<Result> | null = null
  let until = 0
  return () => {
    if (last && performance.now() < until) return last
    const began = performance.now()
    until = Number.POSITIVE_INFINITY
    last = look().finally(() => {
      const took = performance.now() - began
      until = performance.now() + Math.max(FRESH_MS, took * REST_FACTOR)
    })
    last.catch(() => {
      last = null
    })
    return last
  }
}
