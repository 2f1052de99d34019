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
import { type Found, findingOf } from '../meeting/finding.ts'
import type { MeetingIntentOf } from '../meeting/intent.ts'
import { callWanted, type WantedCall } from '../meeting/wanted-call.ts'
import type { Actor, Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { RecordId } from '../record-id.ts'
import { askedOtherwise, missedAgain } from './cycle/missed-again.ts'
import { settledByMeeting, settledOtherwise, takenBackByMeeting } from './cycle/settle.ts'
import { isThrough } from './cycle/through.ts'
import type { ProviderEvent } from './event.ts'
import { heldMeetings } from './held.ts'
import type { ProviderIntentOf } from './intent.ts'
import { type Corrected, levelHeldOtherwise, voidsLevel } from './level-time.ts'
import type { Cycle, Provider } from './provider.ts'
import { questioning } from './review/decide.ts'
import { isOpen } from './review/review.ts'
import { whoMakesIt } from './too-few.ts'
import { waysOn } from './ways.ts'

/** What happened to a provider's meetings. */
export type ConvenedEvent =
  | ({ type: 'meetingAsked'; by: Doer } & WantedCall)
  | { type: 'meetingCalled'; meeting: RecordId; rule: string; label: string }
  | ({ type: 'meetingClosed'; meeting: RecordId; by: Doer } & Found)
  /** It was never held, whether it was called from the provider or from one of its cases. */
  | { type: 'meetingCalledOff'; meeting: RecordId; by: Doer }
  /** One that was called from a case of it is recorded, or what the record of any of them says is another now. */
  | ({ type: 'meetingHeld'; meeting: RecordId; rule: string } & Found)

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
  const own = (provider.meetings ?? []).find((one) => one.meeting === meeting)
  const finding = findingOf(intent)
  if (own?.closedAt === null) {
    const by = doerOf(directory, actor)
    if (calledOff) return accept({ type: 'meetingCalledOff', at, meeting, by })
    const of = { through: { meeting }, by, doneAt: heldAt ?? at }
    const settled = settledByMeeting(provider, own.rule, of, context)
    const asked = askedForMore(provider, { ...intent, rule: own.rule }, context)
    return accept<ProviderEvent>(
      { type: 'meetingClosed', at, meeting, by, ...finding },
      ...settled,
      ...asked,
    )
  }
  if (calledOff && provider.ofCases?.some((one) => one.meeting === meeting))
    return accept({ type: 'meetingCalledOff', at, meeting, by: doerOf(directory, actor) })
  const known = own ?? (provider.held ?? []).find((one) => one.meeting === meeting)
  const named = known?.rule ?? rule
  if (named === undefined || calledOff) return accept()
  const again = heldOtherwise(provider, intent, context)
  if (known && saysAlready(known, finding)) return accept(...again)
  return accept<ProviderEvent>(
    { type: 'meetingHeld', at, meeting, rule: named, ...finding },
    ...again,
    ...(known ? [] : askedForMore(provider, { ...intent, rule: named }, context)),
  )
}

/** It decides on a way from here, and too few were there: whoever makes that good is asked. */
function askedForMore(
  provider: Provider,
  {
    meeting,
    rule,
    leadsTo,
    short,
    by,
  }: ProviderIntentOf<'noteOwnMeetingClosed'> & { rule: string },
  context: Context,
): ProviderEvent[] {
  const { policy, directory } = context
  const way = waysOn(provider, policy).find(({ id }) => id === leadsTo)
  if (!short || !way) return []
  const label = policy.meetings.find(({ id }) => id === rule)?.label ?? 'meeting'
  const asked = whoMakesIt(provider, way, { rule, short }, context)
  const said = { meeting, label, how: 'short', way: way.id } as const
  return [questioning(provider, { ...said, correctedBy: doerOf(directory, by) }, context, asked)]
}

/** What is told twice changes nothing. */
function saysAlready(known: Found, { heldAt, leadsTo, short }: Found): boolean {
  return (
    (heldAt === undefined || heldAt === known.heldAt) &&
    (leadsTo === undefined || leadsTo === known.leadsTo) &&
    (short === undefined || JSON.stringify(short) === JSON.stringify(known.short))
  )
}

/** What it settled, and what began with the level on which it decided, is counted anew by the corrected time; and it may settle what it did not by the one before. */
function heldOtherwise(
  provider: Provider,
  { meeting, by, heldAt, was, leadsTo }: ProviderIntentOf<'noteOwnMeetingClosed'>,
  context: Context,
): ProviderEvent[] {
  if (heldAt === undefined) return []
  const own = provider.meetings?.find((one) => one.meeting === meeting)
  const known: Found | undefined = own ?? provider.held?.find((one) => one.meeting === meeting)
  const decided = leadsTo !== undefined && { leadsTo }
  const said = { meeting, heldAt, ...(was !== undefined && { was }), ...decided }
  const begun = levelHeldOtherwise(provider, said, context)
  const counted = begun.map(
    (cycle): ProviderEvent => ({ type: 'cycleSet', at: context.now, cycle }),
  )
  if (was === undefined) return decided && known && leadsTo !== known.leadsTo ? counted : []
  const asked = standsStill(provider, said, by, context)
  if (!own) return [...counted, ...asked]
  const again = missedAgain(provider, { meeting, heldAt, was }, context)
  const reopened = again.flatMap((event) => (event.type === 'cycleSet' ? [event.cycle] : []))
  const isAgain = (one: Cycle) => reopened.some(({ rule }) => rule === one.rule)
  const cycles = provider.cycles
    .filter((one) => !isAgain(one))
    .map((one) => begun.find(({ rule }) => rule === one.rule) ?? one)
  const doer = doerOf(context.directory, by)
  const held = { through: { meeting }, by: doer, doneAt: heldAt }
  const open = cycles.filter(({ lastDoneAt }) => lastDoneAt === null || lastDoneAt < was)
  const since = cycles.filter((one) => !open.includes(one) && !isThrough(one.through, meeting))
  return [
    ...counted,
    ...asked,
    ...again,
    ...askedOtherwise(provider, { meeting, heldAt, was }, context),
    ...settledByMeeting({ ...provider, cycles: reopened }, own.rule, held, context),
    ...settledOtherwise({ ...provider, cycles }, held, was, context),
    ...settledByMeeting({ ...provider, cycles: open }, own.rule, held, context),
    ...takenBackByMeeting({ ...provider, cycles: since }, own.rule, held, context),
  ]
}

/** By the corrected time the level was not open: it stays until somebody decides, who is asked once. */
function standsStill(
  provider: Provider,
  corrected: Corrected,
  by: Actor,
  context: Context,
): ProviderEvent[] {
  const { meeting } = corrected
  const { reviews = [] } = provider
  if (reviews.some((one) => one.meeting === meeting && isOpen(one))) return []
  if (!voidsLevel(provider, corrected, context.policy)) return []
  const rule = heldMeetings(provider).find((one) => one.meeting === meeting)?.rule
  const label = context.policy.meetings.find(({ id }) => id === rule)?.label ?? 'meeting'
  const correctedBy = doerOf(context.directory, by)
  return [questioning(provider, { meeting, label, how: 'held', correctedBy }, context)]
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
      return withHeld(withoutOfCase(provider, event), event)
    }
    case 'meetingCalledOff':
      if (!isOwnMeeting(provider, event)) return withoutOfCase(provider, event)
      return { ...provider, meetings: withClosed(meetings, event) }
    case 'meetingClosed':
      return { ...provider, meetings: withClosed(meetings, event) }
  }
}

/** Whether it was called from the provider, and not from one of its cases. */
export function isOwnMeeting(
  { meetings = [] }: Provider,
  { meeting }: { readonly meeting: RecordId },
): boolean {
  return meetings.some((one) => one.meeting === meeting)
}

function withoutOfCase(provider: Provider, { meeting }: { readonly meeting: RecordId }): Provider {
  const { ofCases } = provider
  if (!ofCases) return provider
  return { ...provider, ofCases: ofCases.filter((one) => one.meeting !== meeting) }
}

/** Its record says this now, whether it was called from the provider or from a case. */
function withHeld(
  provider: Provider,
  event: Extract<ProviderEvent, { type: 'meetingHeld' }>,
): Provider {
  const { meetings = [], held = [] } = provider
  const { meeting, rule, at } = event
  const finding = findingOf(event)
  const anew = <One extends { readonly meeting: RecordId }>(one: One): One =>
    one.meeting === meeting ? { ...one, ...finding } : one
  if (meetings.some((one) => one.meeting === meeting))
    return { ...provider, meetings: meetings.map(anew) }
  if (held.some((one) => one.meeting === meeting)) return { ...provider, held: held.map(anew) }
  return { ...provider, held: [...held, { meeting, rule, at, ...finding }] }
}
