import type { Doer } from '../../people/actor.ts'
import type { Seat } from '../meeting.ts'

/** Somebody comes who has no seat by the rule, or comes no more. */
export type GuestEvent =
  /** A seat of their own; that they are called to it follows. */
  | { type: 'seatAdded'; by: Doer; seat: Seat }
  | {
      type: 'takenOut'
      by: Doer
      person: string
      reason: string
      /** They chaired it, or were asked to: somebody else is. */
      chaired?: true
    }

export function isGuestEvent<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: GuestEvent['type'] }> {
  return event.type === 'seatAdded' || event.type === 'takenOut'
}
