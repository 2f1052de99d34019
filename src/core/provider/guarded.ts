import type { Place } from '../effect.ts'
import { latePlaces } from '../late.ts'
import type { Guarded } from '../people/access.ts'
import { HOST } from '../people/posts.ts'
import { placesOfTellings } from '../telling/telling.ts'
import type { Provider } from './provider.ts'

/** Read by itself, its Lead Provider, the regions' quality teams, whoever hosts it, and where somebody was nudged in private. */
export function guardedProvider(provider: Provider): Guarded {
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
}: Provider): readonly Place[] {
  const nudged = cycles.flatMap(({ nudges }) => nudges.flatMap((nudge) => nudge.places))
  const asked = reviews.flatMap((review) => review.places)
  return [...places, ...nudged, ...placesOfTellings(tellings), ...asked]
}
