import { type Telling, type TellingEvent, withLate, withTelling } from '../telling/telling.ts'
import type { Instant } from '../time/instant.ts'
import { typeIn } from '../type-in.ts'
import type { Provider, Said } from './provider.ts'
import type { ToldLate } from './told-late.ts'

/** What happens to the lists of people who were told of a provider. */
export type TellingsEvent = TellingEvent | ToldLate

export const isOfTellings = typeIn<TellingsEvent['type']>(
  'tellingBegun',
  'tellingReached',
  'tellingFailed',
  'toldLate',
)

export function withTellings(
  { tellings = [] }: Provider,
  event: TellingsEvent & { readonly at: Instant },
): Telling[] {
  if (event.type !== 'toldLate') return withTelling(tellings, event)
  return tellings.map((one) => (one.n === event.telling ? withLate(one, event) : one))
}

/** One notice for each, kept up to date. */
export function saidOfTelling({ tellings = [] }: Provider, event: TellingsEvent): Said | null {
  return event.type === 'tellingBegun' ? { say: 'telling', telling: tellings.length } : null
}
