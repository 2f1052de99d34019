import type { GateNoted } from '../../gate/gate.ts'
import type { Doer } from '../../people/actor.ts'
import type { Instant } from '../../time/instant.ts'
import type { Reminded } from '../action/action.ts'
import type { ConflictEvent } from '../conflict/event.ts'
import type { MeetingEvent, MeetingEventOf, Newcomer } from '../event.ts'
import type { Ballot, Choice, Replaced, Result } from './ballot.ts'

type Put = Pick<
  Ballot,
  | 'question'
  | 'form'
  | 'authority'
  | 'ratifiedBy'
  | 'gate'
  | 'topic'
  | 'supersedes'
  | 'because'
  | 'supersedesIn'
  | 'affected'
>

/** What happened about decisions; `decision` is its number. */
export type DecisionEvent =
  | ({ type: 'decisionProposed'; by: Doer } & Put)
  | { type: 'voteCast'; decision: number; by: Doer; organisation: string; choice: Choice }
  | { type: 'voteClosed'; decision: number; by: Doer; reason: string; result: Result }
  | { type: 'voteWithdrawn'; decision: number; by: Doer; reason: string }
  | {
      type: 'decisionDisputed'
      decision: number
      by: Doer
      reason: string
      organisation: string | null
      resolver: string | null
      dueAt: Instant | null
      nudgeAt?: Instant | null
      newcomer: Newcomer
    }
  | {
      type: 'resolverNamed'
      decision: number
      by: Doer
      /** Null where whoever was to resolve it has left, and the rules find nobody else. */
      resolver: string | null
      newcomer: Newcomer
      /** Who had it until now. */
      instead?: Replaced
    }
  | { type: 'disputeReminded'; decision: number; nudge: Reminded; nudgeAt: Instant | null }
  | GateNoted
  /** The time to resolve it is over. */
  | { type: 'disputeOverdue'; decision: number }
  | {
      type: 'disputeResolved'
      decision: number
      by: Doer
      outcome: 'stands' | 'again'
      reason: string
    }

export type DecidingEvent = MeetingEventOf<(ConflictEvent | DecisionEvent)['type']>

/** Each of them once: the compiler asks for whichever is missing. */
const DECIDING: Readonly<Record<DecidingEvent['type'], true>> = {
  conflictDeclared: true,
  conflictReturned: true,
  decisionProposed: true,
  voteCast: true,
  voteClosed: true,
  voteWithdrawn: true,
  decisionDisputed: true,
  resolverNamed: true,
  disputeReminded: true,
  disputeOverdue: true,
  disputeResolved: true,
  gateNoted: true,
}

/** About votes, or about who has a conflict of interest. */
export function isOfDeciding(event: MeetingEvent): event is DecidingEvent {
  return Object.hasOwn(DECIDING, event.type)
}
