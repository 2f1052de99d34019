import type { Guarded } from '../people/access.ts'
import type { Provider } from './provider.ts'

/** Read by itself, its Lead Provider, the regions' quality teams, and where somebody was nudged in private. */
export function guardedProvider({ slug, leadProvider, places, cycles }: Provider): Guarded {
  const nudged = cycles.flatMap(({ nudges }) => nudges.flatMap((nudge) => nudge.places))
  return { provider: { slug, leadProvider }, places: [...places, ...nudged] }
}
