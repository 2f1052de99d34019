import { z } from 'zod'
import { NotLetIn, Place } from '../../effect.ts'

/** What becomes of a meeting’s own rooms. */
export const Rooms = z.object({
  /** Written in no more: closed with the meeting, or `found` so since somebody did it by hand. */
  shut: z.exactOptional(z.array(z.object({ place: Place, found: z.boolean() }))),
  /** Whom a service would not let into one. */
  notLetIn: z.exactOptional(z.array(NotLetIn.extend({ channel: z.string() }))),
  /** Who was asked into one from outside its service; `refused` says why they could not be. */
  shared: z.exactOptional(
    z.array(z.object({ person: z.string(), channel: z.string(), refused: z.string().nullable() })),
  ),
})
export type Rooms = z.infer<typeof Rooms>

interface Placed extends Pick<Rooms, 'shut'> {
  readonly places: readonly Place[]
}

/** Where it stands, and the rooms that are closed: whoever was in them reads them still. */
export function allRooms({ places, shut = [] }: Placed): readonly Place[] {
  return [...places, ...shut.map(({ place }) => place)]
}

/** Nobody makes another room where one is closed. */
export function isShutOn({ shut = [] }: Placed, channel: string): boolean {
  return shut.some(({ place }) => place.channel === channel)
}
