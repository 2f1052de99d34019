import type { Place } from '../../effect.ts'

/** What became of a meeting’s own rooms. */
export type RoomEvent =
  | { type: 'roomsShut'; places: readonly Place[] }
  /** Somebody had closed it by hand: what was to be said there in `slot` was not. */
  | { type: 'roomFoundShut'; place: Place; slot: string }
  | { type: 'guestShared'; person: string; channel: string; refused: string | null }

const TYPES: readonly string[] = [
  'roomsShut',
  'roomFoundShut',
  'guestShared',
] satisfies RoomEvent['type'][]

export function isOfRooms<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: RoomEvent['type'] }> {
  return TYPES.includes(event.type)
}
