import type { Host } from '../../../src/app/host.ts'
import { placeKey } from '../../../src/core/effect.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import type { Remembered } from './remembered.ts'
import { NAME } from './who.ts'

/**
 * A group chat has no threads: what is said to Muster in a room of its own making is said below the
 * room's head, as in a thread elsewhere.
 */
export interface RoomRoots {
  /** Remembers whose room a chat is; `room` is `RECORD/NAME`. */
  keep(chat: string, room: string): Promise<void>
  /** The message that stands for the record in its own room; undefined in any other chat. */
  rootIn(chat: string): Promise<string | undefined>
}

export function roomRoots({ store }: Pick<Host, 'store'>, known: Remembered): RoomRoots {
  return {
    keep: (chat, room) => known.keep(`room-of/${chat}`, room),
    async rootIn(chat) {
      const room = await known.get(`room-of/${chat}`)
      const record = RecordId.safeParse(room?.split('/')[0])
      if (!record.success) return undefined
      const place = placeKey({ channel: NAME, to: { type: 'room', room: chat } })
      return store.shown(record.data, place, 'root')
    },
  }
}
