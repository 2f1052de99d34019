import type { Refusal } from '../decision.ts'
import type { MessageEdited } from '../edited.ts'
import type { Place } from '../effect.ts'
import type { GateNoted } from '../gate/gate.ts'
import type { Late } from '../late.ts'
import type { Answers } from '../message/form.ts'
import type { CaughtUp } from '../outage.ts'
import type { Actor, Doer } from '../people/actor.ts'
import type { Prompt } from '../prompt.ts'
import type { RecordId } from '../record-id.ts'
import type { Removal } from '../retention.ts'
import type { Standing } from '../standing.ts'
import type { Line, Telling, TellingEvent, Told } from '../telling/telling.ts'
import type { Instant } from '../time/instant.ts'
import type { ActionNoted } from './carried.ts'
import type { Case, LevelChoice, Panel, Triage } from './case.ts'
import type { Cadence, ClockRun, Nudge } from './clock-run.ts'
import type { Access, Confidential } from './confidential.ts'
import type { ProviderLevelNoted } from './level/noted.ts'
import type { LevelLeft } from './level-left.ts'

type Raised = Pick<
  Case,
  | 'timeline'
  | 'policy'
  | 'provider'
  | 'places'
  | 'raiser'
  | 'what'
  | 'where'
  | 'occurredAt'
  | 'identifiedAt'
  | 'danger'
  | 'done'
  | 'safeguarding'
  | 'answers'
  | 'confidential'
  | 'shared'
>
type Incident = Pick<Case, 'safeguarding' | 'answers'> & {
  occurredAt: Instant
  identifiedAt: Instant
}

/** Where a clock's nudging stands after something happened to it. */
export type Nudging = Pick<ClockRun, 'reached' | 'climbed' | 'climbAt' | 'nudgeAt' | 'nudgeWhy'>

/** One round of a clock that goes on. */
export type Round = Nudging & Pick<ClockRun, 'dueAt' | 'words'>

/** What happened to a case, with the people as they were resolved at that moment. */
export type CaseEvent = { readonly at: Instant } & (
  | ({ type: 'raised'; case: Case['type'] } & Raised)
  | ({ type: 'becameIncident'; by: Doer; reason: string } & Incident)
  | { type: 'clockStarted'; clock: ClockRun }
  | { type: 'clockNudged'; clock: string; nudge: Nudge; next: Nudging }
  /** Nobody is left to be told. */
  | { type: 'climbEnded'; clock: string; climbed: number }
  | { type: 'clockTaken'; clock: string; by: Doer; person: string }
  | { type: 'clockSnoozed'; clock: string; by: Doer; until: Instant; reason: string; next: Nudging }
  | { type: 'clockReferenced'; clock: string; by: Doer; reference: string }
  | {
      type: 'clockMet'
      clock: string
      by: Doer
      metAt: Instant
      late: boolean
      reference: string | null
      form: string | null
      answers: Answers
      /** What was recorded of it before that was corrected. */
      was?: Instant
    }
  /** It began with a clock whose time was corrected: what it was counted from before, and is now. */
  | ({ type: 'clockStartCorrected'; clock: string; was: Instant; startAt: Instant } & Pick<
      ClockRun,
      'dueAt' | 'words' | 'nudgeAt' | 'nudgeWhy'
    >)
  | { type: 'clockMissed'; clock: string; dueAt: Instant; folded?: true }
  | { type: 'clockCancelled'; clock: string; why: string; wasMissed?: true }
  | { type: 'clockLapsed'; clock: string; by: Doer; reason: string }
  | { type: 'cadenceChosen'; clock: string; by: Doer; every: Cadence | null; next: Round }
  | {
      type: 'updateGiven'
      clock: string
      by: Doer
      doneAt: Instant
      form: string
      answers: Answers
      next: Round
    }
  | { type: 'lateReasonGiven'; clock: string; by: Doer; reason: string }
  | { type: 'promptOpened'; prompt: Prompt }
  | {
      type: 'promptClimbed'
      prompt: string
      /** The number of the message that asks again. */
      n: number
      person: string | null
      climbed: number
      climbAt: Instant | null
      /** Told in the notice after an outage. */
      folded?: true
    }
  | { type: 'promptAnswered'; prompt: string; by: Doer; answer: string }
  | { type: 'promptWithdrawn'; prompt: string }
  | { type: 'triaged'; triage: Triage }
  /** The transition by which the provider moves; null where it stays as it is. */
  | { type: 'levelChosen'; choice: LevelChoice; transition: string | null }
  | {
      type: 'meetingAsked'
      by: Doer
      actor: Actor
      rule: string
      seats: readonly string[] | null
      startsAt: Instant | null
      why: string
      urgent: boolean
      agenda?: string[]
      papers?: string[]
    }
  | { type: 'meetingCalled'; meeting: RecordId; rule: string; label: string }
  | { type: 'meetingClosed'; meeting: RecordId; by: Doer; team?: string[] }
  /** It was never held. */
  | { type: 'meetingCalledOff'; meeting: RecordId; by: Doer }
  | { type: 'recordSealed'; meeting: RecordId; by: Doer }
  | LevelLeft
  /** Its provider stands on another level now, or is on one that the case was not told of. */
  | ProviderLevelNoted
  | GateNoted
  | ActionNoted
  /** Of a safeguarding matter: who must know of it. */
  | TellingEvent
  /** Leads of the route who were put on the list of a confidential case after it began. */
  | { type: 'toldLater'; lines: readonly Line[]; told: readonly Told[] }
  /** Its provider has told, or heard more, of those who are told of it in private. */
  | { type: 'tellingNoted'; telling: Telling }
  /** Null: its pack asks nobody about a case that has gone quiet. */
  | { type: 'quietSet'; lookAt: Instant | null }
  | { type: 'noted'; by: Doer; text: string }
  | { type: 'panelDecided'; by: Doer; panel: Panel }
  /** The national system, after the panel. */
  | { type: 'recordedUpdated'; by: Doer; doneAt: Instant }
  | { type: 'closed'; by: Doer; how: NonNullable<Case['closed']>['how']; reason: string }
  | { type: 'raiserTold'; words: string; quiet?: true }
  | { type: 'newsSwitched'; on: boolean }
  | { type: 'madeConfidential'; by: Doer; reason: string; confidential: Confidential }
  | { type: 'accessGiven'; access: Access }
  | { type: 'accessRemoved'; by: Doer; person: string; reason: string }
  | { type: 'accessAsked'; by: Doer; person: string; reason: string; places: Place[] }
  | { type: 'accessRefused'; by: Doer; person: string; reason: string }
  /** Somebody who is asked reads it where no room of it is. */
  | { type: 'placeAdded'; place: Place }
  | { type: 'roomMade'; place: Place }
  | { type: 'roomFailed'; channel: string; reason: string }
  | { type: 'followUpRefused'; asked: string; rule?: string; refusal: Refusal }
  | ({ type: 'notAccepted' } & Omit<Late, 'at'>)
  | { type: 'undelivered'; slot: string; place: string; reason: string }
  | { type: 'dropped'; slot: string; place: string; reason: string }
  | ({ type: 'caughtUp' } & CaughtUp)
  /** A message that should have stood was lost; it is sent anew. */
  | ({ type: 'repaired' } & Standing)
  | MessageEdited
  | { type: 'held'; by: Doer; because: string }
  | { type: 'released'; by: Doer; because: string }
  /** The history before it is erased with it, and that of these meetings. */
  | ({ type: 'removed'; meetings: readonly RecordId[] } & Omit<Removal, 'at'>)
)
export type CaseEventOf<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>
