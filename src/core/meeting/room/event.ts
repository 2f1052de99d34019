import type { NotLetIn, Place } from '../../effect.ts'
import { typeIn } from '../../type-in.ts'

/** What became of a meeting’s own rooms. */
export type RoomEvent =
  | { type: 'roomsShut'; places: readonly Place[] }
  /** Somebody had closed it by hand: what was to be said there in `slot` was not. */
  | { type: 'roomFoundShut'; place: Place; slot: string }
  | { type: 'notLetIn'; channel: string; left: readonly NotLetIn[]; letIn?: readonly string[] }
  | { type: 'guestShared'; person: string; channel: string; refused: string | null }

export const isOfRooms = typeIn<RoomEvent['type']>(
  'roomsShut',
  'roomFoundShut',
  'notLetIn',
  'guestShared',
)
