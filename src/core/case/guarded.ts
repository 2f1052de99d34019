import type { Place } from '../effect.ts'
import { latePlaces } from '../late.ts'
import type { Guarded } from '../people/access.ts'
import { HOST } from '../people/posts.ts'
import type { Case } from './case.ts'
import { ownPlacesOf } from './confidential.ts'
import { isForHost } from './host/host.ts'
import { ownPlaces, providerOf } from './rules.ts'
import { placesOfRoute } from './safeguarding/route.ts'

/** Whoever hosts the unit. */
const HOSTED = { also: [HOST] } as const

/**
 * Read by the organisations of its provider, and where its messages stand; a confidential one by the
 * people on its list, and where they are told.
 */
export function guardedCase(kase: Case): Guarded {
  // Whether it was confidential is not known any more: only the command line tells of it.
  if (kase.removed) return { provider: providerOf(kase), places: [], only: true }
  const { confidential, raiser } = kase
  const [provider, code] = [providerOf(kase), raiser.code]
  const everywhere = [...ownPlaces(kase), ...placesOfRoute(kase), ...latePlaces(kase.late)]
  if (!confidential) return { provider, places: everywhere, code, ...(isForHost(kase) && HOSTED) }
  const people = confidential.access.map(({ person }) => person)
  const isTheirs = ({ to }: Place) => to.type !== 'person' || people.includes(to.person)
  const raised = raiser.place === null ? [] : [raiser.place]
  const own = [...everywhere.filter(isTheirs), ...confidential.access.flatMap(ownPlacesOf)]
  const { left } = confidential
  return { provider, places: [...own, ...raised], left, people, only: true, code }
}
