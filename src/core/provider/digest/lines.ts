import type { Composing } from '../../kind.ts'
import type { Inline, Part, Text } from '../../message/message.ts'
import type { RecordId } from '../../record-id.ts'
import type { Instant } from '../../time/instant.ts'
import { showDay, showLocal } from '../../time/local.ts'
import type { OpenAction } from '../action.ts'
import { labelOf } from '../change-level.ts'
import { openActionText } from '../compose-actions.ts'
import { wayText } from '../compose-notice.ts'
import { questionAlerts } from '../cycle/compose-question.ts'
import { dutyOf, dutyWords } from '../duty.ts'
import { readsDuty } from '../matter/kept-back.ts'
import { onFileAlerts } from '../matter/on-file.ts'
import type { Provider } from '../provider.ts'
import { reviewAlerts } from '../review/compose.ts'
import { type DigestWindow, isWithin, lookAhead } from './window.ts'

/** What other records say of a provider that whoever reads the digest may read: nothing confidential. */
export interface Beside {
  readonly enhancedCases: readonly { readonly case: RecordId; readonly at: Instant }[]
  /** The recorded meetings of its cases that are told. */
  readonly meetings: readonly RecordId[]
}

/** What a digest says of one provider; nothing in any of them: it is not named. */
export interface DigestEntry {
  readonly news: readonly Text[]
  readonly overdue: readonly Text[]
  readonly due: readonly Text[]
  readonly alerts: readonly Text[]
  readonly text: Text
}

export interface DigestGroup {
  readonly label: string
  readonly entries: readonly DigestEntry[]
}

/** Null where there is nothing to say of it. */
export function digestEntry(
  provider: Provider,
  beside: Beside,
  window: DigestWindow,
  composing: Composing,
): DigestEntry | null {
  const news = [
    ...levels(provider, window, composing),
    ...cases(beside, window, composing),
    ...meetings(provider, beside, window, composing),
  ]
  const { overdue, due } = owed(provider, window, composing)
  const alerts = [
    ...reviewAlerts(provider),
    ...questionAlerts(provider, composing),
    ...onFileAlerts(provider, composing),
  ].flatMap(textOf)
  if ([news, overdue, due, alerts].every((one) => one.length === 0)) return null
  const { name, slug } = provider
  const text = joined([
    `${name} (${slug}):`,
    ...alerts,
    ...news.map((one) => ['New: ', ...parts(one)]),
    ...overdue.map((one) => ['OVERDUE: ', ...parts(one)]),
    ...due.map((one) => ['Next: ', ...parts(one)]),
  ])
  return { news, overdue, due, alerts, text }
}

function levels({ decisions }: Provider, window: DigestWindow, { policy }: Composing): Text[] {
  return decisions
    .filter(({ from, to, at }) => from !== to && isWithin(window, at))
    .map(({ from, to, at, transition }) => {
      const way = policy.transitions.find(({ id }) => id === transition)
      const by = way ? ` by ${wayText(way)}` : ''
      return `${labelOf(policy, from)} → ${labelOf(policy, to)}, ${showDay(at, policy.zone)}${by}.`
    })
}

function cases({ enhancedCases }: Beside, window: DigestWindow, { policy }: Composing): Text[] {
  return enhancedCases
    .filter(({ at }) => isWithin(window, at))
    .map(({ case: record, at }) => [
      { record },
      ` triaged as enhanced, ${showDay(at, policy.zone)}.`,
    ])
}

/** Its own, and those of its cases. */
function meetings(
  { meetings: called = [], held = [] }: Provider,
  beside: Beside,
  window: DigestWindow,
  { policy }: Composing,
): Text[] {
  const own = called.flatMap(({ meeting, label, closedAt: at, calledOff }) =>
    at === null || calledOff ? [] : [{ meeting, label, at }],
  )
  const ofCases = held
    .filter(({ meeting }) => beside.meetings.includes(meeting))
    .map(({ meeting, rule, at }) => {
      const label = policy.meetings.find(({ id }) => id === rule)?.label ?? rule
      return { meeting, label, at }
    })
  return [...own, ...ofCases]
    .filter(({ at }) => isWithin(window, at))
    .map(({ meeting, label, at }) => [
      `${label} `,
      { record: meeting },
      ` recorded, ${showDay(at, policy.zone)}.`,
    ])
}

/** What is overdue at the time of the digest, and what falls due in the days that it looks ahead to. */
function owed(
  provider: Provider,
  { upTo }: DigestWindow,
  composing: Composing,
): Pick<DigestEntry, 'overdue' | 'due'> {
  const { end } = lookAhead(upTo, composing.policy)
  const all = [...duties(provider, composing), ...actions(provider, composing)]
    .filter(({ at }) => at < end)
    .sort((one, other) => (one.at < other.at ? -1 : 1))
  return {
    overdue: all.filter(({ at }) => at < upTo).map(({ text }) => text),
    due: all.filter(({ at }) => at >= upTo).map(({ text }) => text),
  }
}

interface Owed {
  readonly at: Instant
  readonly text: Text
}

function duties(provider: Provider, composing: Composing): Owed[] {
  const { policy } = composing
  return provider.cycles
    .filter(({ rule }) => readsDuty(provider, rule, composing))
    .flatMap(({ rule, dueAt }) => {
      if (dueAt === null) return []
      const duty = dutyOf(provider, rule, policy)
      const text = `${duty ? dutyWords(duty) : rule}, due ${showLocal(dueAt, policy.zone)}.`
      return [{ at: dueAt, text }]
    })
}

/** What was declined or is done waits for whoever asked: their meeting reminds them. */
function actions({ actions: open = [] }: Provider, composing: Composing): Owed[] {
  return open.filter(isOwed).map((one) => ({
    at: one.dueAt,
    text: openActionText(one, composing),
  }))
}

function isOwed({ state }: OpenAction): boolean {
  return state === 'asked' || state === 'accepted'
}

function textOf(part: Part): Text[] {
  return part.kind === 'alert' || part.kind === 'text' ? [part.text] : []
}

function joined(texts: readonly Text[]): Text {
  return texts.flatMap((one, n): Inline[] => [...(n > 0 ? [' '] : []), ...parts(one)])
}

function parts(text: Text): readonly Inline[] {
  return typeof text === 'string' ? [text] : text
}
