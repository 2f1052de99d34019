import { shown } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import { type Called, calledState, SAID_OF_MEETING } from '../meeting/convening.ts'
import type { Message, Part, Text } from '../message/message.ts'
import { countsOf } from '../telling/state.ts'
import { levelButton } from './compose-offer.ts'
import { calledBy } from './compose-opens.ts'
import { recordToldPart } from './compose-told.ts'
import { openButtons } from './cycle/compose.ts'
import { isLeadProvider } from './cycle/duty.ts'
import { unsettledBy } from './cycle/settle.ts'
import { readsProof } from './matter/kept-back.ts'
import type { Provider, Said } from './provider.ts'

const SHOWN = 3

/** Meetings about the provider itself, the newest first: that they were called, and that they are recorded or called off. */
export function meetingsPart({ meetings = [] }: Provider, composing: Composing): Part[] {
  if (meetings.length === 0) return []
  const items = meetings.slice(-SHOWN).map((called): Text => {
    const { label, meeting, calledAt, closedAt } = called
    const state = closedAt
      ? `${calledState(called)} ${shown(closedAt, composing)}`
      : `called ${shown(calledAt, composing)}, not recorded yet`
    return [`${label} `, { record: meeting }, `: ${state}`]
  })
  return [
    { kind: 'text', text: 'Meetings about it:' },
    { kind: 'list', items: items.toReversed() },
  ]
}

/** Who was told in private, the newest first: how many; each of them stands in the thread. */
export function tellingsPart(provider: Provider, composing: Composing): Part[] {
  const tellings = (provider.tellings ?? []).filter((one) => readsProof(provider, one, composing))
  if (tellings.length === 0) return []
  const items = tellings.slice(-SHOWN).map((telling): Text => {
    const rule = composing.policy.tellings?.find(({ id }) => id === telling.rule)
    const when = shown(telling.at, composing)
    return `${when}: ${rule?.label ?? telling.rule}. ${countsOf(telling)}`
  })
  const open = tellings.findLast((one) => recordToldPart(provider, one, composing).length > 0)
  return [
    { kind: 'text', text: 'People who were told:' },
    { kind: 'list', items: items.toReversed() },
    ...(open ? recordToldPart(provider, open, composing) : []),
  ]
}

export function actionButtons(provider: Provider, { policy }: Composing): Part {
  const { id: record } = provider
  const lists = policy.tellings?.some(({ when }) => when === 'asked') ?? false
  const open = (label: string, form: string) => {
    return { label, press: { do: 'open', form, record } } as const
  }
  const buttons = [
    ...(isLeadProvider(provider) ? [] : [levelButton(record)]),
    open('Convene…', 'convene'),
    ...(lists ? [open('Have people told…', 'tell')] : []),
  ]
  return { kind: 'buttons', buttons }
}

/** What the thread is told: not why it was called, which is for those who are called. */
export function meetingNotice(
  provider: Provider,
  said: Extract<Said, { say: keyof typeof SAID_OF_MEETING }>,
  composing: Composing,
): Message | undefined {
  const { policy } = composing
  const meeting = provider.meetings?.find((one) => one.meeting === said.meeting)
  if (!meeting) return undefined
  const rule = policy.meetings.find(({ id }) => id === meeting.rule)
  const isCalled = said.say === 'meetingCalled'
  const room = isCalled ? '. It has a private room of its own, for those who are called.' : '.'
  return {
    title: `${meeting.label} ${SAID_OF_MEETING[said.say]}`,
    parts: [
      { kind: 'text', text: ['Reference ', { record: said.meeting }, room] },
      ...(said.say === 'meetingClosed' ? whyLate(provider, meeting, composing) : []),
      ...(rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation } as const] : []),
      ...(isCalled ? calledBy(provider, meeting, policy) : []),
    ],
  }
}

/** It was held after its time, which must be documented: it settles nothing by itself. */
function whyLate(
  provider: Provider,
  { rule, closedAt, heldAt }: Called,
  composing: Composing,
): Part[] {
  if (closedAt === null) return []
  return unsettledBy(provider, rule, heldAt ?? closedAt, composing.policy).flatMap(
    ({ rule: duty, cycle }) => {
      const { id, label, citation } = duty
      const text = `${id} ${label} was ${cycle.words}. A meeting that is held after its time is documented: record it with why, or say why it was not held.`
      const buttons = openButtons(provider, cycle, composing)
      return [
        { kind: 'text', text },
        { kind: 'buttons', buttons },
        { kind: 'rule', id, citation },
      ]
    },
  )
}
