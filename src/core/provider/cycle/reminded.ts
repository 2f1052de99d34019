import type { Instant } from '../../time/instant.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'

type Reminded = Pick<Provider, 'cycles' | 'nudgedBefore'>
type Cancelled = Extract<ProviderEvent, { type: 'cycleCancelled' }>

/** How often somebody was reminded of a duty, also before it ended: the number of each is used once. */
export function remindedSoFar({ cycles, nudgedBefore }: Reminded, duty: string): number {
  const running = cycles.find(({ rule }) => rule === duty)
  return running?.nudged ?? nudgedBefore?.[duty] ?? 0
}

/** That it ends, with how often somebody was reminded of it. */
export function cancelled(provider: Reminded, cycle: string, at: Instant): Cancelled {
  const nudged = remindedSoFar(provider, cycle)
  return { type: 'cycleCancelled', at, cycle, ...(nudged > 0 && { nudged }) }
}

export function withoutCycle(
  { cycles, nudgedBefore }: Reminded,
  { cycle, nudged }: Cancelled,
): Reminded {
  return {
    cycles: cycles.filter(({ rule }) => rule !== cycle),
    ...(nudged !== undefined && { nudgedBefore: { ...nudgedBefore, [cycle]: nudged } }),
  }
}
