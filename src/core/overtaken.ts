import { type Place, placeKey, type Slot } from './effect.ts'

/** A message that reminds of something. Those of the same clock, question or duty belong together, in order. */
export interface Reminder {
  readonly slot: Slot
  /** Whom it names as it would be written now. */
  readonly names: readonly string[]
  readonly places: readonly Place[]
}

/**
 * The newest reminder of the same thing that goes to the same place and names everybody whom this one
 * names: it says all that this one would. Null where this one must be said.
 */
export function overtaking(
  subjects: readonly (readonly Reminder[])[],
  slot: Slot,
  place: Place,
): Slot | null {
  const key = placeKey(place)
  const same = subjects.find((reminders) => reminders.some((one) => one.slot === slot)) ?? []
  const index = same.findIndex((one) => one.slot === slot)
  const names = same[index]?.names ?? []
  const newer = same
    .slice(index + 1)
    .findLast(
      (one) =>
        one.places.some((other) => placeKey(other) === key) &&
        names.every((person) => one.names.includes(person)),
    )
  return newer?.slot ?? null
}
