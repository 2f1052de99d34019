import type { Effect, Outcome, Slot, SlotKind } from '../core/effect.ts'
import type { Confirmed } from '../core/guard/confirmed.ts'
import type { Intent } from '../core/intent.ts'
import type { Index } from '../core/kind.ts'
import type { RecordId, RecordKind } from '../core/record-id.ts'
import type { Instant } from '../core/time/instant.ts'
import type { Entry, Head } from './history.ts'

/** An intent on its way to a record. Without `to` it opens one; `from` hears of a refusal. */
export interface Request {
  /** The same key twice changes nothing. Null: not remembered, since doing it again is harmless (a wake). */
  readonly key: string | null
  readonly to?: RecordId
  readonly from?: RecordId
  readonly intent: Intent
  /** What its author said of what only looks as if it identified a patient. */
  readonly confirmed?: readonly Confirmed[]
  /** The message in which a person said it: kept with what it led to. */
  readonly said?: SaidIn
}

/** A message of a person on a chat service. */
export interface SaidIn {
  readonly channel: string
  readonly message: string
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

/** What a change erases for good beside what it adds: nothing of it can be read any more once it is saved. */
export interface Erasure {
  /** The entries that lose body and salt, by number. */
  readonly entries: readonly number[]
  /** Also all that tells of sending: what waits, was settled or given up, what is asked and shown. */
  readonly traces: boolean
}

/** One accepted intent's whole consequence: saved together or not at all. */
export interface Change {
  readonly saved: Saved
  readonly index: Index
  readonly entries: readonly Entry[]
  readonly tasks: readonly Task[]
  readonly requests: readonly Request[]
  readonly erasure?: Erasure
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
  /** Since when it has been tried without an outage of Muster's own in between. */
  readonly firstTriedAt?: Instant
  readonly last?: Outcome
  readonly retryAt?: Instant
  /** When it was done or given up. */
  readonly endedAt?: Instant
}

/**
 * A task that this process alone may try. One task of a queue is claimed at a time, by whichever
 * replica comes first; the claim ends when it is settled, released, or its lease runs out.
 */
export interface Claim {
  readonly task: Task
  /** Grows with every claim of the queue: what is settled under an older one is refused. */
  readonly fence: number
  /** `performance.now()` after which another may have taken it: nothing may be sent any more. */
  readonly until: number
  /** An earlier claim of the task ended without an outcome: it may have been done, so look for it first. */
  readonly doubtful: boolean
  /** When the queue's latest messages were sent, for the rates of its service. */
  readonly sent: readonly Instant[]
}

/** How a try ended, and all that is saved with it. */
export interface Ended {
  /** The task with its outcome. */
  readonly task: Task
  readonly replies: readonly Request[]
  /** As `sent` of the claim, with this try; the queue rests until `restUntil`. */
  readonly sent: readonly Instant[]
  readonly restUntil: Instant | null
}

/** How a message first came to stand where it stands: kept for good, unlike its task. */
export interface Accepted {
  readonly addedAt: Instant
  readonly firstTriedAt: Instant
  readonly endedAt: Instant
  readonly tries: number
}

/** Which messages stand where: the reference that a channel gave to a slot of a place. */
export interface Shown {
  readonly record: RecordId
  readonly place: string
  readonly slot: Slot
  readonly ref: string
  /** Not of a message that stood before this was kept. */
  readonly first?: Accepted
}

/** All that is kept of one record, as it is moved from one store to another. A lower position goes first. */
export interface Whole {
  readonly id: RecordId
  readonly saved: Saved
  readonly index: Index
  readonly entries: readonly Entry[]
  readonly waiting: readonly { readonly position: number; readonly task: Task }[]
  readonly settled: readonly Task[]
  readonly dead: readonly Task[]
  readonly requests: readonly { readonly position: number; readonly request: KeyedRequest }[]
  readonly shown: readonly Omit<Shown, 'record'>[]
}

/** A request that waits has a key: it is answered by it, and doing it twice changes nothing. */
export type KeyedRequest = Request & { readonly key: string }

/** What waits to be sent, and what was given up. */
export interface OutboxCounts {
  readonly waiting: number
  readonly dead: number
  /** When the oldest that waits was added. */
  readonly oldest: Instant | null
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
   * same record, place and slot, and its urgency; one that is being tried, or was, is left, and it
   * queues behind: what is sent is written when it is sent, so neither says anything old.
   */
  save(id: RecordId, expectedVersion: number, change: Change): Promise<'saved' | 'conflict'>
  history(id: RecordId): Promise<readonly Entry[]>

  /**
   * Records of a timeline to be woken at or before `now`, the earliest first. Each is given to one
   * replica only, until it is saved or released or the lease runs out.
   */
  due(timeline: string, now: Instant, most: number): Promise<readonly RecordId[]>
  releaseDue(ids: readonly RecordId[]): Promise<void>
  /** The next instant after `now` at which a record of the timeline wakes (`wakeAt`) or is owed something (`dueAt`). */
  next(timeline: string, what: 'wakeAt' | 'dueAt', now: Instant): Promise<Instant | null>
  /** Ordered by `dueAt` (null last), then id. */
  list(query: ListQuery): Promise<readonly Listed[]>
  /** A number that grows whenever a record of a kind is saved, by whichever replica. */
  revision(kind: RecordKind): Promise<number>

  /** Follow-up intents that have not been answered yet, the oldest first, each given to one replica only. */
  requests(most: number): Promise<readonly Request[]>
  /** It is done with; the same key waits no more. */
  answered(key: string): Promise<void>
  releaseRequests(keys: readonly string[]): Promise<void>

  /**
   * Claims the head of each queue that may be tried at `realNow`: at most one task a queue; urgent
   * ones first. Within a queue, too, urgent messages, rooms and invitations go before other messages.
   * A pause that ends later than any can is over: the clock was put back.
   */
  claim(realNow: Instant, most: number): Promise<readonly Claim[]>
  /**
   * Keeps the outcome of a try, without raising the record's version; `done` and `never` take it out
   * of the outbox. Replies are saved with it. `lost`: the claim had ended before, and nothing was changed.
   */
  settle(claim: Claim, ended: Ended): Promise<'settled' | 'lost'>
  /** Gives claims back that were not tried. */
  release(claims: readonly Claim[]): Promise<void>
  /** Tasks that wait and were added at or before an instant, the oldest first; of some kinds of messages only, if asked. */
  waiting(addedBy: Instant, most: number, only?: readonly SlotKind[]): Promise<readonly Task[]>
  /** Tasks that were given up (`never`) and neither revived nor buried since, the oldest first. */
  dead(most: number): Promise<readonly Task[]>
  /** Puts a dead task back into its queue as untried, added at `realNow`. False when it is not among the dead. */
  revive(id: string, realNow: Instant): Promise<boolean>
  /** Takes a dead task off the list. False when it is not on it. */
  bury(id: string): Promise<boolean>
  counts(): Promise<OutboxCounts>
  /** The last 200 settled tasks of a record in the order of their settling, then those that wait in theirs. */
  outbox(id: RecordId): Promise<readonly Task[]>

  /** `NOTHING_STANDS` where the slot's message was given up before one stood there: that is never forgotten. */
  shown(record: RecordId, place: string, slot: Slot): Promise<string | undefined>
  /** What stands under a reference of a place: how a reply in a thread finds its record. */
  shownAt(place: string, ref: string): Promise<Shown | undefined>

  /** Small durable values that belong to no record: a timeline's offset, a pack by its hash. */
  setting(name: string): Promise<unknown>
  keepSetting(name: string, value: unknown): Promise<void>

  /** One record whole, as it stands. */
  row(id: RecordId): Promise<Whole | undefined>
  /** Everything that is kept, each record whole as it stood at one moment; for moving and checking. */
  rows(): AsyncIterable<Whole>
  settings(): AsyncIterable<readonly [name: string, value: unknown]>
  /** Puts a record of another store here. Throws when it is here already. */
  restore(row: Whole): Promise<void>

  /** Calls back when another replica may have changed something: a hint, which may come late or never. */
  heard(listener: () => void): void
  /** Files or rows that could not be read and were put aside, each as a sentence. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}
