import type { Guarded } from '../people/access.ts'
import type { Drill } from './drill.ts'

/** Those who take part, and nobody else. */
export function guardedDrill({ places, people }: Drill): Guarded {
  return { provider: { slug: null, leadProvider: '' }, places, people, only: true }
}
