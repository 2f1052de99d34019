import { latePlaces } from '../late.ts'
import type { Guarded } from '../people/access.ts'
import type { Case } from './case.ts'
import { ownPlaces, providerOf } from './rules.ts'

/** Read by the organisations of its provider, and where its messages stand. */
export function guardedCase(kase: Case): Guarded {
  return { provider: providerOf(kase), places: [...ownPlaces(kase), ...latePlaces(kase.late)] }
}
