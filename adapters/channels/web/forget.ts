import { placeKey } from '../../../src/core/effect.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { CHANNEL } from './reader.ts'
import type { Item, State } from './workspace-state.ts'

/** Takes all that stands of a record out of the workspace; answers what that was. */
export function takeOut(state: State, record: RecordId): ReturnType<typeof standingOf> {
  const gone = standingOf(state, record)
  state.items = state.items.filter((item) => !gone.items.has(item))
  state.rooms = state.rooms.filter(({ room }) => !gone.rooms.has(room))
  return gone
}

/**
 * What stands of a record: its messages with all that was said under them, private answers that name
 * it, and the rooms that were made for it.
 */
function standingOf(
  { items, rooms }: Readonly<State>,
  record: RecordId,
): { readonly items: ReadonlySet<Item>; readonly rooms: ReadonlySet<string> } {
  const made = rooms.filter(({ id }) => id.startsWith(`${record}/`)).map(({ room }) => room)
  const spaces = made.map((room) => placeKey({ channel: CHANNEL, to: { type: 'room', room } }))
  const roots = new Set(items.filter((item) => item.record === record).map(({ ref }) => ref))
  const goes = ({ ref, thread = '', space, only, body }: Item) =>
    roots.has(ref) ||
    roots.has(thread) ||
    spaces.includes(space) ||
    (only !== undefined && names(body, record))
  return { items: new Set(items.filter(goes)), rooms: new Set(made) }
}

function names(body: Item['body'], record: RecordId): boolean {
  const words = JSON.stringify(body)
  return words.includes(record) || words.includes(referenceOf(record))
}
