import type { Decision } from './decision.ts'
import type { Effect, Slot } from './effect.ts'
import type { Message } from './message/message.ts'
import type { Directory } from './people/directory.ts'
import type { Viewer } from './people/viewer.ts'
import type { Policy } from './policy/policy.ts'
import type { RecordId } from './record-id.ts'
import type { Standing } from './standing.ts'
import type { Instant } from './time/instant.ts'

/** Everything a decision may look at besides the record and the intent. */
export interface Context {
  readonly policy: Policy
  /** The content hash of the policy: a record keeps the one it began under. */
  readonly policyHash: string
  readonly directory: Directory
  /** The channels that are on; places on others are left out. */
  readonly channels: readonly string[]
  /** Those of them that can make a call for a meeting. */
  readonly callChannels: readonly string[]
  /** The channels that are on for what a chat service does not accept: mail. */
  readonly lastResort: readonly string[]
  /** Who is told when a service does not accept messages; ids of people. */
  readonly administrators: readonly string[]
  /** The record that asks, where it is not a person, the clock or what became of a message. */
  readonly from: RecordId | null
  /** The clock that new records live by: `live`, a drill, or the playground's. */
  readonly timeline: string
  readonly now: Instant
}

/** What a store indexes, and all that it knows of a record's inside. */
export interface Index {
  readonly timeline: string
  /** When the record next wants to be woken. */
  readonly wakeAt: Instant | null
  /** The earliest time at which somebody owes something. */
  readonly dueAt: Instant | null
  /** For lists; a facet may have several values. */
  readonly facets: Readonly<Record<string, readonly string[]>>
}

/** A record that does not exist yet. */
export interface Blank<Name> {
  readonly kind: Name
  readonly status: 'none'
  readonly id: RecordId
}

/** An intent for another record; without `to` it opens one. */
export interface FollowUp<Asked> {
  readonly to?: RecordId
  readonly intent: Asked
}

export interface Composing {
  readonly policy: Policy
  readonly directory: Directory
  readonly viewer: Viewer
  readonly now: Instant
}

/** What a kind of record can do. `announce` names what a fact makes out of date; `compose` writes it. */
export interface Kind<State extends { kind: string }, Asked, Event, AnyAsked> {
  decide(state: State | Blank<State['kind']>, intent: Asked, context: Context): Decision<Event>
  evolve(state: State | Blank<State['kind']>, event: Event): State
  announce(state: State, event: Event): readonly Effect[]
  /** Undefined when the slot has nothing to say (any more). */
  compose(state: State, slot: Slot, composing: Composing): Message | undefined
  follow(state: State, event: Event): readonly FollowUp<AnyAsked>[]
  index(state: State): Index
  /** The messages that must stand now: what an auditor looks for. */
  standing(state: State, policy: Policy): readonly Standing[]
}
