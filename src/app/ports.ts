import type { Effect, Outcome, Place, Slot } from '../core/effect.ts'
import type { Intent } from '../core/intent.ts'
import type { Index } from '../core/kind.ts'
import type { Message } from '../core/message/message.ts'
import type { RecordId } from '../core/record-id.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Entry, Head } from './history.ts'

/** An intent on its way to a record. Without `to` it opens one; `from` hears of a refusal. */
export interface Request {
  /** The same key twice changes nothing. Null: not remembered, since doing it again is harmless (a wake). */
  readonly key: string | null
  readonly to?: RecordId
  readonly from?: RecordId
  readonly intent: Intent
}

/** An accepted key and the version that it led to. Kept for 30 days. */
interface UsedKey {
  readonly key: string
  readonly at: Instant
  readonly version: number
}

/** What is kept of a record. `record` is JSON of the schema version beside it. */
export interface Saved {
  readonly schema: number
  readonly version: number
  /** The digest of the key that opened it: kept for good, so that a reference is never given twice. */
  readonly opener: string
  readonly record: unknown
  readonly keys: readonly UsedKey[]
  readonly head: Head
}

/** One accepted intent's whole consequence: saved together or not at all. */
export interface Change {
  readonly saved: Saved
  readonly index: Index
  readonly entries: readonly Entry[]
  readonly tasks: readonly Task[]
  readonly requests: readonly Request[]
}

/** An effect in the outbox. Times are real time, not a timeline's. */
export interface Task {
  /** `record:version:n:queue`; channels pass it on, so that it can be looked up. */
  readonly id: string
  readonly record: RecordId
  readonly queue: string
  readonly effect: Effect
  readonly tries: number
  readonly addedAt: Instant
  readonly last?: Outcome
  readonly retryAt?: Instant
}

/** Which messages stand where: the reference that a channel gave to a slot of a place. */
export interface Shown {
  readonly record: RecordId
  readonly place: string
  readonly slot: Slot
  readonly ref: string
}

export interface ListQuery {
  /** Every facet must have the value. */
  readonly facets: Readonly<Record<string, string>>
  readonly timeline?: string
}

export interface Listed {
  readonly id: RecordId
  readonly index: Index
}

/**
 * Whatever changes something is all or nothing and durable when it resolves, and an error means
 * that nothing was changed. Text with NUL or half a character is refused with an error. What a
 * store answers is shared and frozen.
 */
export interface Store {
  load(id: RecordId): Promise<Saved | undefined>
  /**
   * `expectedVersion` is 0 for a new record. A message task takes the place of an untried one of the
   * same record, place and slot, and its urgency; one that was tried before is left, and it queues behind.
   */
  save(id: RecordId, expectedVersion: number, change: Change): Promise<'saved' | 'conflict'>
  history(id: RecordId): Promise<readonly Entry[]>

  /** Records of a timeline to be woken at or before `now`, the earliest first. */
  due(timeline: string, now: Instant, most: number): Promise<readonly RecordId[]>
  /** The next instant after `now` at which a record of the timeline wakes (`wakeAt`) or is owed something (`dueAt`). */
  next(timeline: string, what: 'wakeAt' | 'dueAt', now: Instant): Promise<Instant | null>
  /** Ordered by `dueAt` (null last), then id. */
  list(query: ListQuery): Promise<readonly Listed[]>

  /** Follow-up intents that have not been answered yet, the oldest first. */
  requests(most: number): Promise<readonly Request[]>
  answered(key: string): Promise<void>

  /** The head of each queue that may be tried at `realNow`: at most one task a queue; urgent ones first. */
  tasks(realNow: Instant, most: number): Promise<readonly Task[]>
  /**
   * Keeps the outcome of a try, without raising the record's version; `done` and `never` take it out
   * of the outbox. Replies are saved with it. Where a newer task took its place while it was tried,
   * `later` drops it, and `unclear` puts it at the front of its queue to be looked up first.
   */
  settle(task: Task, replies: readonly Request[]): Promise<void>
  /** The last 200 settled tasks of a record in the order of their settling, then those that wait in theirs. */
  outbox(id: RecordId): Promise<readonly Task[]>

  shown(record: RecordId, place: string, slot: Slot): Promise<string | undefined>
  /** What stands under a reference of a place: how a reply in a thread finds its record. */
  shownAt(place: string, ref: string): Promise<Shown | undefined>

  /** Small durable values that belong to no record: a timeline's offset, a pack by its hash. */
  setting(name: string): Promise<unknown>
  keepSetting(name: string, value: unknown): Promise<void>

  /** Files or rows that could not be read and were put aside, each as a sentence. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

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

/** A chat service, outward. An expected failure is an outcome; what is thrown counts as `unclear`. */
export interface Channel {
  readonly name: string
  post(place: Place, message: Message, post: Post): Promise<Outcome>
  /** Makes a private room and invites; `done` carries the room. The same id twice makes one room. */
  makeRoom(room: NewRoom): Promise<Outcome>
  invite(place: Place, people: readonly string[]): Promise<Outcome>
  /** Looks for a message whose fate is unclear; its reference when it did arrive. */
  find(place: Place, post: Post): Promise<string | undefined>
  stop(): Promise<void>
}
