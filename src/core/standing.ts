import { type Place, placeKey, type Slot } from './effect.ts'

/** A message that must stand now: shown, or on its way. */
export interface Standing {
  readonly place: Place
  readonly slot: Slot
  readonly urgent: boolean
}

/** The one that a repair names; there is none where it need not stand any more. */
export function standingAt(
  standing: readonly Standing[],
  { slot, place }: { readonly slot: string; readonly place: string },
): Standing | undefined {
  return standing.find((one) => one.slot === slot && placeKey(one.place) === place)
}
