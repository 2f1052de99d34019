import type { Outcome, Place, Slot } from '../core/effect.ts'
import type { Message } from '../core/message/message.ts'
import type { RecordId } from '../core/record-id.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Hold } from './hold.ts'

/** What a message is tied to: our id, the message it replaces, the message in whose thread it stands. */
export interface Post {
  readonly id: string
  readonly record: RecordId
  readonly slot: Slot
  readonly update: string | undefined
  readonly thread: string | undefined
}

export interface NewRoom {
  readonly id: string
  readonly name: string
  readonly topic: string
  readonly people: readonly string[]
}

/** A call for a meeting; it starts now where no time is given. */
interface NewCall {
  readonly id: string
  readonly subject: string
  readonly startsAt: Instant | null
}

/** A link that whoever is in a room finds without looking for it. */
export type RoomLink = NonNullable<Message['links']>[number]

/** So many messages to one place within so many seconds, and no more. */
export interface Rate {
  readonly messages: number
  readonly seconds: number
}

/** A chat service, outward. An expected failure is an outcome; what is thrown counts as `unclear`. */
export interface Channel {
  readonly name: string
  /** What the service takes at one place; what is over it waits here instead of being refused there. */
  readonly rates: readonly Rate[]
  post(place: Place, message: Message, post: Post, hold?: Hold): Promise<Outcome>
  /** Makes a private room and invites; `done` carries the room. The same id twice makes one room. */
  makeRoom(room: NewRoom): Promise<Outcome>
  invite(place: Place, people: readonly string[]): Promise<Outcome>
  /** Takes people out of a room that was made; whoever is not in it is out of it. */
  remove(place: Place, people: readonly string[]): Promise<Outcome>
  /**
   * Only where a message can be pinned. A link takes the place of one of the same title; doing it twice
   * doubles nothing, and `never` is no loss.
   */
  readonly pin?: (place: Place, ref: string, links: readonly RoomLink[]) => Promise<Outcome>
  /** Only where a room can be closed and still be read. One that is closed already is closed. */
  readonly archive?: (place: Place) => Promise<Outcome>
  /** Only where people from outside may be asked into a room; twice asks them twice. */
  readonly share?: (place: Place, person: string) => Promise<Outcome>
  /**
   * Only where calls can be made; `done` carries the address to join. The same id twice makes one call,
   * which starts when the last one says.
   */
  readonly makeCall?: (call: NewCall) => Promise<Outcome>
  /** Wherever calls are made. One that is not there any more is ended. */
  readonly endCall?: (id: string) => Promise<Outcome>
  /** Where the service knows what people look at, what that says: `opened`, or of a link in a mail `link opened`. */
  readonly tells?: 'opened' | 'link opened'
  /** Only where the channel itself keeps what it was sent: takes away all that stands of a record. */
  readonly forget?: (record: RecordId) => Promise<void>
  /** Looks for a message whose fate is unclear; its reference when it did arrive. */
  find(place: Place, post: Post): Promise<string | undefined>
  stop(): Promise<void>
}
