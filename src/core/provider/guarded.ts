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
 * Read by itself, its Lead Provider, the regions' quality teams, whoever hosts it, and where somebody was nudged in private;
 * and by whoever owes a recurring duty for it or is asked, a council's commissioner perhaps: they must be able to do it.
 */
export function guardedProvider(provider: Provider): Guarded {
  const { slug, leadProvider, late, cycles, questions = [], matters = [] } = provider
  const recurring = cycles.filter(({ rule }) => matterOfDuty(matters, rule) === undefined)
  return {
    provider: { slug, leadProvider },
    also: [HOST],
    places: [...ownPlaces(provider), ...latePlaces(late)],
    people: [...recurring.flatMap(owersOf), ...waitedFor(questions)],
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
