import type { Refusal } from '../decision.ts'
import type { MessageEdited } from '../edited.ts'
import type { Place } from '../effect.ts'
import type { Late } from '../late.ts'
import type { Answers } from '../message/form.ts'
import type { Doer } from '../people/actor.ts'
import type { Prompt } from '../prompt.ts'
import type { Brief } from '../provider/action.ts'
import type { Removal } from '../retention.ts'
import type { Standing } from '../standing.ts'
import type { Instant } from '../time/instant.ts'
import type { ActionEvent } from './action/event.ts'
import type { AsideEvent } from './aside.ts'
import type { ConflictEvent } from './conflict/event.ts'
import type { DecisionEvent } from './decision/event.ts'
import type { GuestEvent } from './guest/event.ts'
import type { Short } from './level/short.ts'
import type { Call, Candidate, Meeting } from './meeting.ts'
import type { MinutesEvent } from './minutes/event.ts'
import type { RoomEvent } from './room/event.ts'

type Called = Pick<
  Meeting,
  | 'timeline'
  | 'policy'
  | 'rule'
  | 'label'
  | 'room'
  | 'case'
  | 'confidential'
  | 'provider'
  | 'by'
  | 'startsAt'
  | 'call'
  | 'why'
  | 'urgent'
  | 'casePlaces'
  | 'people'
  | 'reach'
  | 'lines'
  | 'chair'
  | 'prompts'
  | 'form'
  | 'meets'
  | 'transition'
  | 'agenda'
  | 'papers'
>

/** How a person who is new to the meeting is reached; null for somebody who is in it already. */
export type Newcomer = readonly string[] | null

interface SeatCalled {
  readonly seat: string
  readonly call: Call
  /** The person's prompt as it is after this. */
  readonly prompt: Prompt
  readonly next: readonly Candidate[]
  readonly newcomer: Newcomer
  /** They were called before, and stand in the line where they stood then. */
  readonly inPlace?: true
}

/** What happened to a meeting, with the people as they were resolved at that moment. */
export type MeetingEvent = { readonly at: Instant } & (
  | ({ type: 'called' } & Called)
  | { type: 'wentPrivate'; list: readonly string[] }
  /** They see its case no more, so they leave it, whatever they were called to. */
  | { type: 'letGo'; person: string }
  | { type: 'letInAgain'; person: string }
  /** They are not in the directory any more, so they come no more. */
  | { type: 'leftDirectory'; person: string }
  /** They were dropped from the directory and are listed again, so it is theirs again. */
  | { type: 'listedAgain'; person: string; newcomer: Newcomer }
  /** Whoever called it has left the directory; this is who may call it today, and is in it from now on. */
  | { type: 'successorLetIn'; person: string; newcomer: Newcomer }
  | { type: 'roomMade'; place: Place }
  | { type: 'callMade'; channel: string; url: string }
  | { type: 'roomFailed'; channel: string; reason: string; tooFew?: true | undefined }
  /** `by`: somebody gave them back the seat that was theirs. */
  | ({ type: 'seatCalled'; readonly by?: Doer } & SeatCalled)
  | ({ type: 'stoodIn'; by: Doer } & SeatCalled)
  | {
      type: 'seatAnswered'
      prompt: string
      person: string
      answer: 'coming' | 'deputy' | 'apologies'
      reason: string | null
      /** Who goes instead. */
      deputy: string | null
      /** The seats that it is for, where that is not every one to which they were ever called. */
      seats?: readonly string[]
    }
  | { type: 'stoodDown'; seat: string; person: string }
  | {
      type: 'chairAsked'
      person: string
      next: readonly Candidate[]
      climbAt: Instant | null
      /** When that is reminded of, where it is not yet; not of what was asked before this was kept. */
      nudgeAt?: Instant | null
      newcomer: Newcomer
    }
  | { type: 'chairConfirmed'; by: Doer; person: string; newcomer: Newcomer }
  | { type: 'chairDeclined'; by: Doer; person: string; reason: string | null }
  /** An unanswered prompt has gone to whoever is next, if there is anybody. */
  | { type: 'climbed'; prompt: string }
  | ({ type: 'notAccepted' } & Omit<Late, 'at'>)
  | { type: 'undelivered'; slot: string; place: string; reason: string; mark?: string }
  | { type: 'dropped'; slot: string; place: string; reason: string }
  | { type: 'noted'; by: Doer; text: string }
  | {
      type: 'recorded'
      by: Doer
      heldAt: Instant
      form: string
      answers: Answers
      leadsTo?: string
      /** Then it changes nothing by itself: too few were there. */
      short?: Short
      chaired?: string | null
    }
  | MinutesEvent
  | { type: 'followUpRefused'; asked: string; refusal: Refusal }
  | ConflictEvent
  | DecisionEvent
  /** A message that should have stood was lost; it is sent anew. */
  | ({ type: 'repaired' } & Standing)
  | MessageEdited
  | ActionEvent
  | GuestEvent
  | RoomEvent
  | AsideEvent
  | { type: 'briefed'; brief: Brief }
  /** The history before it is erased with it. */
  | ({ type: 'removed' } & Omit<Removal, 'at'>)
)
export type MeetingEventOf<Type extends MeetingEvent['type']> = Extract<
  MeetingEvent,
  { type: Type }
>

/** About who is called, where and when: all that is not of its record, its actions or its decisions. */
export type CallingEvent = Exclude<
  MeetingEvent,
  MinutesEvent | ActionEvent | GuestEvent | RoomEvent | ConflictEvent | DecisionEvent | AsideEvent
>
