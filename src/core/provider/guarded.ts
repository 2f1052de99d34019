import type { Place } from '../effect.ts'
import { latePlaces } from '../late.ts'
import type { Guarded } from '../people/access.ts'
import { HOST } from '../people/posts.ts'
import { placesOfTellings } from '../telling/telling.ts'
import { waitedFor } from './cycle/question.ts'
import { owersOf } from './cycles.ts'
import { matterOfDuty } from './matter/matter.ts'
import type { Provider } from './provider.ts'

/**
 * With whoever owes a recurring duty for it, a council's commissioner perhaps, or is asked to decide
 * something: they must be able to do it, and see what that needs.
 */
export function guardedProvider(provider: Provider): Guarded {
  const { cycles, matters = [], questions = [] } = provider
  const recurring = cycles.filter(({ rule }) => matterOfDuty(matters, rule) === undefined)
  const others = [...recurring.flatMap(owersOf), ...waitedFor(questions)]
  return others.length > 0 ? { ...guardedInFull(provider), others } : guardedInFull(provider)
}

/**
 * Read by itself, its Lead Provider, the regions' quality teams, whoever hosts it, and where somebody
 * was nudged in private.
 */
export function guardedInFull(provider: Provider): Guarded {
  const { slug, leadProvider, late } = provider
  return {
    provider: { slug, leadProvider },
    also: [HOST],
    places: [...ownPlaces(provider), ...latePlaces(late)],
  }
}

/** Its rooms, and where somebody was nudged or told in private. */
export function ownPlaces({
  places,
  cycles,
  tellings = [],
  reviews = [],
  questions = [],
}: Provider): readonly Place[] {
  const nudged = cycles.flatMap(({ nudges }) => nudges.flatMap((nudge) => nudge.places))
  const asked = [...reviews, ...questions].flatMap((one) => one.places)
  return [...places, ...nudged, ...placesOfTellings(tellings), ...asked]
}
