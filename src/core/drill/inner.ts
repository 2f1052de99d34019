import type { CaseEvent } from '../case/event.ts'
import { caseKind } from '../case/index.ts'
import type { Refused } from '../decision.ts'
import { refuse } from '../decision.ts'
import type { Effect, Slot } from '../effect.ts'
import type { Composing, Context, Index } from '../kind.ts'
import type { MeetingEvent } from '../meeting/event.ts'
import { meetingKind } from '../meeting/index.ts'
import type { Message } from '../message/message.ts'
import type { ProviderEvent } from '../provider/event.ts'
import { providerKind } from '../provider/index.ts'
import { run, type TransitionOf } from '../transition.ts'
import type { Inner, InnerEvent, MaybeInner } from './drill.ts'
import type { InnerIntent } from './intent.ts'

/** As outside: what a record inside becomes. Null: accepted, and nothing to change. */
export function transitionInner(
  record: MaybeInner,
  intent: InnerIntent,
  context: Context,
): TransitionOf<Inner, InnerEvent> | Refused | null {
  if (record.kind === 'case' && intent.kind === 'case')
    return run(caseKind, record, intent, context)
  if (record.kind === 'meeting' && intent.kind === 'meeting')
    return run(meetingKind, record, intent, context)
  if (record.kind === 'provider' && intent.kind === 'provider')
    return run(providerKind, record, intent, context)
  return wrongKind(record, intent)
}

export function wrongKind(
  { id, kind }: { readonly id: string; readonly kind: string },
  intent: { readonly kind: string },
): Refused {
  return refuse('wrongKind', `${id} is a ${kind}; name a ${intent.kind} instead.`)
}

export function evolveInner(record: MaybeInner, event: InnerEvent): Inner {
  // An event is kept with the id of its record, so it is of that record's kind.
  switch (record.kind) {
    case 'case':
      return caseKind.evolve(record, event as CaseEvent)
    case 'meeting':
      return meetingKind.evolve(record, event as MeetingEvent)
    case 'provider':
      return providerKind.evolve(record, event as ProviderEvent)
  }
}

export function announceInner(record: Inner, event: InnerEvent): readonly Effect[] {
  // As above.
  switch (record.kind) {
    case 'case':
      return caseKind.announce(record, event as CaseEvent)
    case 'meeting':
      return meetingKind.announce(record, event as MeetingEvent)
    case 'provider':
      return providerKind.announce(record, event as ProviderEvent)
  }
}

export function composeInner(record: Inner, slot: Slot, composing: Composing): Message | undefined {
  switch (record.kind) {
    case 'case':
      return caseKind.compose(record, slot, composing)
    case 'meeting':
      return meetingKind.compose(record, slot, composing)
    case 'provider':
      return providerKind.compose(record, slot, composing)
  }
}

export function indexInner(record: Inner): Index {
  switch (record.kind) {
    case 'case':
      return caseKind.index(record)
    case 'meeting':
      return meetingKind.index(record)
    case 'provider':
      return providerKind.index(record)
  }
}
