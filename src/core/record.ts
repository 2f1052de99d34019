import { z } from 'zod'
import { hasLeft } from './case/announce-confidential.ts'
import { Case, type MaybeCase } from './case/case.ts'
import type { CaseEvent } from './case/event.ts'
import { caseKind, guardedCase } from './case/index.ts'
import { remindersOfCase } from './case/reminders.ts'
import type { Refused } from './decision.ts'
import { Drill, type InnerEvent, type MaybeDrill } from './drill/drill.ts'
import type { DrillEvent } from './drill/event.ts'
import { drillKind, guardedDrill } from './drill/index.ts'
import { composeInner, evolveInner, indexInner, transitionInner, wrongKind } from './drill/inner.ts'
import type { Place, Slot } from './effect.ts'
import type { Intent } from './intent.ts'
import type { Composing, Context, Index } from './kind.ts'
import type { MeetingEvent } from './meeting/event.ts'
import { guardedMeeting, hasLeftMeeting, meetingKind } from './meeting/index.ts'
import { type MaybeMeeting, Meeting } from './meeting/meeting.ts'
import { remindersOfMeeting } from './meeting/reminders.ts'
import type { Message } from './message/message.ts'
import type { OrganisationEvent } from './organisation/event.ts'
import { guardedOrganisation, organisationKind } from './organisation/index.ts'
import { type MaybeOrganisation, Organisation } from './organisation/organisation.ts'
import type { Outage } from './outage.ts'
import { overtaking, type Reminder } from './overtaken.ts'
import type { Guarded } from './people/access.ts'
import type { Policy } from './policy/policy.ts'
import type { ProviderEvent } from './provider/event.ts'
import { guardedProvider, providerKind } from './provider/index.ts'
import { type MaybeProvider, Provider } from './provider/provider.ts'
import { remindersOfProvider } from './provider/reminders.ts'
import type { Standing } from './standing.ts'
import { run, type TransitionOf } from './transition.ts'

export const AnyRecord = z.discriminatedUnion('kind', [
  Case,
  Meeting,
  Provider,
  Organisation,
  Drill,
])
export type AnyRecord = z.infer<typeof AnyRecord>
export type MaybeRecord = MaybeCase | MaybeMeeting | MaybeProvider | MaybeOrganisation | MaybeDrill
export type AnyEvent = CaseEvent | MeetingEvent | ProviderEvent | OrganisationEvent | DrillEvent

export type Transition = TransitionOf<AnyRecord, AnyEvent>

/** Null: accepted, and nothing to change. */
export function transition(
  record: MaybeRecord,
  intent: Intent,
  context: Context,
): Transition | Refused | null {
  if (record.kind === 'organisation' && intent.kind === 'organisation')
    return run(organisationKind, record, intent, context)
  if (record.kind === 'drill' && intent.kind === 'drill')
    return run(drillKind, record, intent, context)
  // No rehearsal holds these inside, so nothing else knows them.
  if (record.kind === 'organisation' || record.kind === 'drill') return wrongKind(record, intent)
  if (intent.kind === 'organisation' || intent.kind === 'drill') return wrongKind(record, intent)
  return transitionInner(record, intent, context)
}

/** Folds one fact into a record; the history of a record folds to the record. */
export function evolve(record: MaybeRecord, event: AnyEvent): AnyRecord {
  // An event is kept with its record, so it is of that record's kind.
  switch (record.kind) {
    case 'case':
    case 'meeting':
    case 'provider':
      return evolveInner(record, event as InnerEvent)
    case 'organisation':
      return organisationKind.evolve(record, event as OrganisationEvent)
    case 'drill':
      return drillKind.evolve(record, event as DrillEvent)
  }
}

export function compose(record: AnyRecord, slot: Slot, composing: Composing): Message | undefined {
  switch (record.kind) {
    case 'case':
    case 'meeting':
    case 'provider':
      return composeInner(record, slot, composing)
    case 'organisation':
      return organisationKind.compose(record, slot, composing)
    case 'drill':
      return drillKind.compose(record, slot, composing)
  }
}

/** What decides who may see a record. */
export function guarded(record: AnyRecord): Guarded {
  switch (record.kind) {
    case 'case':
      return guardedCase(record)
    case 'meeting':
      return guardedMeeting(record)
    case 'provider':
      return guardedProvider(record)
    case 'organisation':
      return guardedOrganisation(record)
    case 'drill':
      return guardedDrill(record)
  }
}

/** Whether a record has left a place: nothing new of it is said there, and what stands there says so. */
export function isGone(record: AnyRecord, place: Place, slot: Slot): boolean {
  switch (record.kind) {
    case 'case':
      return hasLeft(record, place, slot)
    case 'meeting':
      return hasLeftMeeting(record, place, slot)
    case 'provider':
    case 'organisation':
    case 'drill':
      return false
  }
}

/** The rules that a record began under; null where it has none of its own. */
export function policyHashOf(record: AnyRecord): string | null {
  return 'policy' in record ? record.policy.hash : null
}

/** The intent by which a record is woken when its time has come, or after an outage that held it up. */
export function wakeIntent(kind: AnyRecord['kind'], outage: Outage | null = null): Intent {
  return { kind, type: 'wake', ...(outage && { outage }) }
}

export function indexOf(record: AnyRecord): Index {
  switch (record.kind) {
    case 'case':
    case 'meeting':
    case 'provider':
      return indexInner(record)
    case 'organisation':
      return organisationKind.index(record)
    case 'drill':
      return drillKind.index(record)
  }
}

/** The messages that must stand now, shown or on their way. */
export function standingOf(record: AnyRecord, policy: Policy): readonly Standing[] {
  switch (record.kind) {
    case 'case':
      return caseKind.standing(record, policy)
    case 'meeting':
      return meetingKind.standing(record, policy)
    case 'provider':
      return providerKind.standing(record, policy)
    case 'organisation':
      return organisationKind.standing(record, policy)
    case 'drill':
      return drillKind.standing(record, policy)
  }
}

/** The newer message that says all that a reminder would say at a place; null where it must be said itself. */
export function overtakenBy(
  record: AnyRecord,
  slot: Slot,
  place: Place,
  policy: Policy,
): Slot | null {
  return overtaking(remindersOf(record, policy), slot, place)
}

/** The reminders of each thing that a record reminds of, the oldest first. */
export function remindersOf(record: AnyRecord, policy: Policy): readonly (readonly Reminder[])[] {
  switch (record.kind) {
    case 'case':
      return remindersOfCase(record, policy)
    case 'provider':
      return remindersOfProvider(record)
    case 'meeting':
      // Whoever is next is called in a message of their own: only actions are reminded of.
      return remindersOfMeeting(record)
    case 'organisation':
    case 'drill':
      return []
  }
}
