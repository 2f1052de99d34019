import { placeKey } from '../../../src/core/effect.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { CHANNEL, personalPlace, type Reader, readerOf } from './reader.ts'
import { type Room, roomsOf } from './rooms.ts'
import { type Item, markOf, type State } from './workspace-state.ts'

/** A place that a reader may enter. */
export interface Space {
  readonly key: string
  readonly kind: 'you' | 'room'
  readonly room?: Room
}

/** Everything that a reader may enter: their private messages, then their rooms. */
export function spacesOf(state: State, directory: Directory, reader: Reader): readonly Space[] {
  const rooms = roomsOf(directory, state.rooms).filter(({ people }) => people.includes(reader))
  return [
    { key: placeKey(personalPlace(reader)), kind: 'you' },
    ...rooms.map((room) => ({ key: roomKey(room.room), kind: 'room' as const, room })),
  ]
}

/** Undefined for a place that is not there, and for one that is not theirs: nobody can tell which. */
export function spaceFor(
  state: State,
  directory: Directory,
  reader: Reader,
  key: string,
): Space | undefined {
  return spacesOf(state, directory, reader).find((space) => space.key === key)
}

function roomKey(room: string): string {
  return placeKey({ channel: CHANNEL, to: { type: 'room', room } })
}

/** What a reader sees of a place, the oldest first. */
export function itemsIn(
  state: State,
  space: string,
  reader: Reader,
  page?: string,
): readonly Item[] {
  return state.items.filter((item) => item.space === space && maySeeItem(item, reader, page))
}

export function maySeeItem(item: Item, reader: Reader, page: string | undefined): boolean {
  if (item.page !== undefined && item.page !== page) return false
  return item.only === undefined || item.only === reader
}

export function isUnread(state: State, item: Item, reader: Reader): boolean {
  if (readerOf(item.by) === reader || item.only === reader) return false
  return item.seq > (state.read[reader]?.[markOf(item.space, item.thread)] ?? 0)
}

/** How many unread messages each of a reader's places holds, threads included. */
export function unreadIn(state: State, space: string, reader: Reader): number {
  return itemsIn(state, space, reader).filter((item) => isUnread(state, item, reader)).length
}
