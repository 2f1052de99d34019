import type { Reminder } from '../overtaken.ts'
import type { Provider } from './provider.ts'

/** The reminders of each round that is open; what was told in a notice is none. */
export function remindersOfProvider({
  places,
  cycles,
}: Provider): readonly (readonly Reminder[])[] {
  return cycles.map(({ rule, nudges }) =>
    nudges
      .filter(({ folded }) => !folded)
      .map(({ n, to, places: own }) => ({
        slot: `nudge:${rule}:${n}`,
        names: to,
        places: [...places, ...own],
      })),
  )
}
