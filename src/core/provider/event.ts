import type { Refusal } from '../decision.ts'
import type { MessageEdited } from '../edited.ts'
import type { Place } from '../effect.ts'
import type { GateNoted } from '../gate/gate.ts'
import type { Late } from '../late.ts'
import type { CaughtUp } from '../outage.ts'
import type { Doer } from '../people/actor.ts'
import type { RecordId } from '../record-id.ts'
import type { Forgetting } from '../retention.ts'
import type { Standing } from '../standing.ts'
import type { Instant } from '../time/instant.ts'
import type { OpenAction, Signs } from './action.ts'
import type { DutyEvent } from './cycle/event.ts'
import type { Through } from './cycle/through.ts'
import type { MatterEvent } from './matter/matter.ts'
import type { ConvenedEvent } from './meetings.ts'
import type { Cycle, LevelDecision, Nudge, Rated } from './provider.ts'
import type { ReviewEvent } from './review/review.ts'
import type { TellingsEvent } from './tellings.ts'

/** What happened to a provider, with the people as they were resolved at that moment. */
export type ProviderEvent = { readonly at: Instant } & (
  | {
      type: 'registered'
      timeline: string
      slug: string
      leadProvider: string
      name: string
      level: string
      places: readonly Place[]
    }
  | { type: 'renamed'; leadProvider: string; name: string }
  /** The directory names other rooms now, or other channels are on. */
  | { type: 'placesMoved'; places: readonly Place[] }
  | ({ type: 'levelDecided' } & Omit<LevelDecision, 'n' | 'at'>)
  | ({ type: 'rated' } & Omit<Rated, 'n' | 'at'>)
  /** A cycle has begun, or its interval, its last time or its due time is another now. */
  | { type: 'cycleSet'; cycle: Cycle }
  | { type: 'cycleCancelled'; cycle: string /** Reminders of it so far. */; nudged?: number }
  | {
      type: 'cycleDone'
      cycle: string
      by: Doer
      doneAt: Instant
      summary: string
      wasDueAt: Instant | null
      late: boolean
      lateReason?: string
      through?: Through
      /** What was recorded of it before that was corrected. */
      was?: Instant
    }
  | { type: 'cycleNudged'; cycle: string; nudge: Nudge; nudgeAt: Instant }
  | DutyEvent
  | { type: 'noted'; by: Doer; text: string }
  | MatterEvent
  | ConvenedEvent
  | GateNoted
  | TellingsEvent
  | ReviewEvent
  | { type: 'followUpRefused'; asked: string; rule?: string; refusal: Refusal }
  | ({ type: 'notAccepted' } & Omit<Late, 'at'>)
  | { type: 'undelivered'; slot: string; place: string; reason: string }
  | { type: 'dropped'; slot: string; place: string; reason: string }
  | ({ type: 'caughtUp' } & CaughtUp)
  /** A message that should have stood was lost; it is sent anew. */
  | ({ type: 'repaired' } & Standing)
  | MessageEdited
  /** A meeting has told of an action: null once it is over. */
  | { type: 'actionNoted'; meeting: RecordId; n: number; action: OpenAction | null }
  /** A case has told of its triggers; none once it is closed. */
  | ({ type: 'signsNoted' } & Signs)
  /** A meeting was told what is known of the provider. */
  | { type: 'briefed'; meeting: RecordId /** Of one that was called from a case. */; rule?: string }
  /** What led to a level is confidential now: its words are shown to nobody here any more. */
  | { type: 'withheld'; record: RecordId }
  /** A case was removed: what led from it to a level is erased with it. */
  | ({ type: 'forgotten' } & Forgetting)
)
