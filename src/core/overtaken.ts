import { type Place, placeKey, type Slot } from './effect.ts'
import type { Standing } from './standing.ts'

/** A message that reminds of something. Those of the same clock, question or duty belong together, in order. */
export interface Reminder {
  readonly slot: Slot
  /** Whom it names as it would be written now. */
  readonly names: readonly string[]
  readonly places: readonly Place[]
}

/**
 * How a reminder ended at a place where it does not stand: it was left to a newer one, or it was given
 * up. A higher `order` ended later.
 */
export interface End {
  readonly type: 'left' | 'givenUp'
  readonly order: number
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
  const same = subjects.find((reminders) => reminders.some((one) => one.slot === slot)) ?? []
  const here = same.filter((one) => goesTo(one, placeKey(place)) || one.slot === slot)
  const reminder = here.find((one) => one.slot === slot)
  return (reminder && newerThan(here, reminder).at(-1)?.slot) ?? null
}

/**
 * The reminders that must be said at a place after all, the newest first: they were left to newer
 * ones, of which none stands or is on its way, since one was given up afterwards. Once only: what ends
 * again has ended later than that. `endOf` knows none of those that stand or are on their way.
 */
export function abandoned(
  reminders: readonly Reminder[],
  place: string,
  endOf: (slot: Slot) => End | undefined,
): readonly Slot[] {
  const here = reminders.filter((one) => goesTo(one, place))
  const again = new Set<Slot>()
  for (const one of here.toReversed()) {
    const end = endOf(one.slot)
    if (end?.type !== 'left' || one.names.length === 0) continue
    const newer = newerThan(here, one).map(({ slot }) =>
      again.has(slot) ? undefined : endOf(slot),
    )
    const isGivenUp = newer.some((other) => other?.type === 'givenUp' && other.order > end.order)
    if (isGivenUp && !newer.includes(undefined)) again.add(one.slot)
  }
  return [...again]
}

/** A reminder that still says something to somebody, as one that can be repaired. */
export function reminderAt(
  subjects: readonly (readonly Reminder[])[],
  { slot, place }: { readonly slot: string; readonly place: string },
): Standing | undefined {
  const reminder = subjects.flat().find((one) => one.slot === slot && one.names.length > 0)
  const found = reminder?.places.find((one) => placeKey(one) === place)
  return reminder && found && { place: found, slot: reminder.slot, urgent: true }
}

function newerThan(here: readonly Reminder[], { slot, names }: Reminder): readonly Reminder[] {
  const index = here.findIndex((one) => one.slot === slot)
  return here.slice(index + 1).filter((one) => names.every((person) => one.names.includes(person)))
}

function goesTo({ places }: Reminder, place: string): boolean {
  return places.some((one) => placeKey(one) === place)
}
