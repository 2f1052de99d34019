import type { Reminder } from '../overtaken.ts'
import { isForRooms } from './matter/kept-back.ts'
import type { Provider } from './provider.ts'

/** The reminders of each round that is open; what was told in a notice is none. */
export function remindersOfProvider(provider: Provider): readonly (readonly Reminder[])[] {
  const { places, cycles } = provider
  return cycles.map(({ rule, nudges }) =>
    nudges
      .filter(({ folded }) => !folded)
      .map(({ n, to, places: own }) => ({
        slot: `nudge:${rule}:${n}`,
        names: to,
        places: isForRooms(provider, rule) ? [...places, ...own] : own,
      })),
  )
}
