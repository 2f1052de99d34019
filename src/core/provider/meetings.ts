import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import { papersOf } from '../meeting/brief/papers.ts'
import { call } from '../meeting/call.ts'
import {
  conveneFault,
  ruleToConvene,
  withCalled,
  withCalling,
  withClosed,
  withoutCalling,
} from '../meeting/convening.ts'
import type { MeetingIntentOf } from '../meeting/intent.ts'
import { callWanted, type WantedCall } from '../meeting/wanted-call.ts'
import type { Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { RecordId } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { settledByMeeting, settledOtherwise } from './cycle/settle.ts'
import type { ProviderEvent } from './event.ts'
import type { ProviderIntentOf } from './intent.ts'
import type { Provider } from './provider.ts'

/** What happened to a provider's meetings. */
export type ConvenedEvent =
  | ({ type: 'meetingAsked'; by: Doer } & WantedCall)
  | { type: 'meetingCalled'; meeting: RecordId; rule: string; label: string }
  | { type: 'meetingClosed'; meeting: RecordId; by: Doer }
  /** It was never held. */
  | { type: 'meetingCalledOff'; meeting: RecordId; by: Doer }
  /** One that was called from a case of it is recorded. */
  | { type: 'meetingHeld'; meeting: RecordId; rule: string }

/** Calls a meeting about the provider itself, and not about one of its cases. */
export function convene(
  provider: Provider,
  intent: ProviderIntentOf<'convene'>,
  context: Allowed,
): Decision<ProviderEvent> {
  const { by: actor, meeting, seats, startsAt, why, urgent } = intent
  const rule = ruleToConvene(meeting, 'provider', context)
  if ('ok' in rule) return rule
  const fault = conveneFault(rule, startsAt, provider, context)
  if (fault) return fault
  const wanted = { actor, rule: rule.id, seats, startsAt, why, urgent, ...papersOf(intent) }
  // The meeting would refuse what cannot be called; whoever asks must hear it here.
  const called = call(callOf(provider, wanted), context)
  if (!called.ok) return called
  const by = doerOf(context.directory, actor, context.acting)
  return accept<ProviderEvent>({ type: 'meetingAsked', at: context.now, by, ...wanted })
}

/** The call that a provider asks for: its room stands on the channels on which the provider's own rooms do. */
export function callOf(
  { slug, leadProvider, name, places }: Provider,
  wanted: WantedCall,
): MeetingIntentOf<'call'> {
  return callWanted(wanted, { case: null, provider: { slug, leadProvider, name }, places })
}

export function noteOwnMeeting(
  { meetings = [] }: Provider,
  { meeting, rule, label }: ProviderIntentOf<'noteOwnMeeting'>,
  { now: at }: Context,
): Decision<ProviderEvent> {
  if (meetings.some((one) => one.meeting === meeting)) return accept()
  return accept({ type: 'meetingCalled', at, meeting, rule, label })
}

export function noteOwnMeetingClosed(
  provider: Provider,
  intent: ProviderIntentOf<'noteOwnMeetingClosed'>,
  context: Context,
): Decision<ProviderEvent> {
  const { meeting, by: actor, rule, calledOff, heldAt } = intent
  const { directory, now: at } = context
  const { meetings = [], held = [] } = provider
  if (rule !== undefined)
    return held.some((one) => one.meeting === meeting)
      ? accept()
      : accept({ type: 'meetingHeld', at, meeting, rule })
  if (intent.was !== undefined) return heldOtherwise(provider, intent, intent.was, context)
  const open = meetings.find((one) => one.meeting === meeting && one.closedAt === null)
  if (!open) return accept()
  const by = doerOf(directory, actor)
  if (calledOff) return accept({ type: 'meetingCalledOff', at, meeting, by })
  const of = { through: { meeting }, by, doneAt: heldAt ?? at }
  const settled = settledByMeeting(provider, open.rule, of, context)
  return accept<ProviderEvent>({ type: 'meetingClosed', at, meeting, by }, ...settled)
}

/** What it settled is judged anew by the corrected time; and it may settle what it did not by the one before. */
function heldOtherwise(
  provider: Provider,
  { meeting, by, heldAt }: ProviderIntentOf<'noteOwnMeetingClosed'>,
  was: Instant,
  context: Context,
): Decision<ProviderEvent> {
  const own = provider.meetings?.find((one) => one.meeting === meeting)
  if (!own || heldAt === undefined) return accept()
  const doer = doerOf(context.directory, by)
  const held = { through: { meeting }, by: doer, doneAt: heldAt }
  const open = provider.cycles.filter(({ lastDoneAt }) => lastDoneAt === null || lastDoneAt < was)
  return accept(
    ...settledOtherwise(provider, held, was, context),
    ...settledByMeeting({ ...provider, cycles: open }, own.rule, held, context),
  )
}

export function evolveMeetings(
  provider: Provider,
  event: Extract<ProviderEvent, { type: ConvenedEvent['type'] }>,
): Provider {
  const { meetings = [] } = provider
  switch (event.type) {
    case 'meetingAsked':
      return withCalling(provider, event)
    case 'meetingCalled': {
      const { meeting, rule, label, at: calledAt } = event
      return {
        ...withoutCalling(provider, rule),
        meetings: withCalled(meetings, { meeting, rule, label, calledAt }),
      }
    }
    case 'meetingHeld': {
      const { meeting, rule, at } = event
      return { ...provider, held: [...(provider.held ?? []), { meeting, rule, at }] }
    }
    case 'meetingClosed':
    case 'meetingCalledOff':
      return { ...provider, meetings: withClosed(meetings, event) }
  }
}
