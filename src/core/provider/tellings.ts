import {
  type Telling,
  type TellingEvent,
  withLate,
  withOutside,
  withTelling,
} from '../telling/telling.ts'
import type { Instant } from '../time/instant.ts'
import { typeIn } from '../type-in.ts'
import type { Provider, Said } from './provider.ts'
import type { ToldLate } from './told-late.ts'
import type { ToldOutside } from './told-outside.ts'

/** What happens to the lists of people who were told of a provider. */
export type TellingsEvent = TellingEvent | ToldLate | ToldOutside

export const isOfTellings = typeIn<TellingsEvent['type']>(
  'tellingBegun',
  'tellingReached',
  'tellingFailed',
  'toldLate',
  'toldOutside',
)

export function withTellings(
  { tellings = [] }: Provider,
  event: TellingsEvent & { readonly at: Instant },
): Telling[] {
  switch (event.type) {
    case 'tellingBegun':
    case 'tellingReached':
    case 'tellingFailed':
      return withTelling(tellings, event)
    case 'toldLate':
      return of(tellings, event.telling, (one) => withLate(one, event))
    case 'toldOutside': {
      const { line, name, how, toldAt, by, at } = event
      return of(tellings, event.telling, (one) =>
        withOutside(one, line, { name, how, toldAt, by, at }),
      )
    }
  }
}

function of(tellings: readonly Telling[], n: number, changed: (one: Telling) => Telling) {
  return tellings.map((one) => (one.n === n ? changed(one) : one))
}

/** One notice for each, kept up to date. */
export function saidOfTelling({ tellings = [] }: Provider, event: TellingsEvent): Said | null {
  return event.type === 'tellingBegun' ? { say: 'telling', telling: tellings.length } : null
}
