import { postLabel, shown } from '../case/words.ts'
import type { Composing } from '../kind.ts'
import type { Part } from '../message/message.ts'
import type { UntimedRule } from '../policy/untimed.ts'
import { recordKind } from '../record-id.ts'
import { earliest, type Instant } from '../time/instant.ts'
import { ownerOf } from './cycles.ts'
import { recordedSince } from './held.ts'
import { levelStart } from './history.ts'
import { dutyIdOf, type Matter } from './matter/matter.ts'
import { readable } from './matter/on-file.ts'
import { isVoid } from './matter/rules.ts'
import { opensButtons } from './opens-card.ts'
import type { Provider } from './provider.ts'

/** What the level asks for without a time in the documents, while it is not there: how it stands, and the way to it. */
export function untimedPart(provider: Provider, composing: Composing): Part[] {
  const open = untimedOwed(provider, composing)
  if (open.length === 0) return []
  return [
    { kind: 'text', text: 'Owed on this level; no source gives a day:' },
    { kind: 'list', items: open.map(({ words }) => words) },
    ...open.flatMap(({ rule }) => opensButtons(provider, rule.wants, composing)),
    ...open.map(({ rule: { id, citation } }): Part => ({ kind: 'rule', id, citation })),
  ]
}

/** The same for whoever owes it now, a line each: of which provider, and where it is done. */
export function untimedOwedBy(
  provider: Provider,
  person: string,
  composing: Composing,
): readonly string[] {
  const { name, slug } = provider
  return untimedOwed(provider, composing)
    .filter(({ rule }) => ownerOf(rule, provider, composing) === person)
    .map(({ rule: { id, label, time, wants }, state }) => {
      const way = wants.of === 'matter' ? `file ${slug} ${wants.matter}` : `convene ${slug}`
      return `${name}: ${id} ${label}: ${state}; ${time}. Go on with “/muster ${way}”.`
    })
}

interface Owed {
  readonly rule: UntimedRule
  /** `not held yet`. */
  readonly state: string
  /** `D17 Quality review meeting: not held yet, no time is given; owed by …`. */
  readonly words: string
}

/** Nothing is in it that is there already, or over. */
function untimedOwed(provider: Provider, composing: Composing): Owed[] {
  const { untimed = [] } = composing.policy
  return untimed
    .filter((rule) => isOfLevel(provider, rule))
    .flatMap((rule): Owed[] => {
      const state = stateOf(provider, rule, composing)
      if (state === null) return []
      const { id, label, time, owes } = rule
      const whom = postLabel({ provider }, owes, composing)
      return [{ rule, state, words: `${id} ${label}: ${state}; ${time}; owed by ${whom}` }]
    })
}

/** Whether a level asks for it, by the way by which it was reached: whoever calls a meeting calls it already. */
export function isOfLevel(
  { level, decisions }: Pick<Provider, 'level' | 'decisions'>,
  { levels, after }: UntimedRule,
): boolean {
  if (!levels.includes(level)) return false
  if (!after) return true
  const last = decisions.findLast(({ from, to }) => from !== to)
  if (!last || !after.includes(last.transition)) return false
  return last.because === null || recordKind(last.because) !== 'meeting'
}

/** The buttons for what the way asks for by which the level was reached, while it is not there. */
export function askedByWay(provider: Provider, composing: Composing): Part[] {
  return untimedOwed(provider, composing).flatMap(({ rule: { after, wants } }) =>
    after ? opensButtons(provider, wants, composing) : [],
  )
}

/** Null once it is there. */
function stateOf(
  provider: Provider,
  { wants, opened, after }: UntimedRule,
  composing: Composing,
): string | null {
  const since = levelStart(provider, composing.policy)
  if (wants.of === 'matter') {
    const all = readable(provider, composing).filter(
      (one) => one.rule === wants.matter && !isVoid(one, composing.policy),
    )
    if (opened) return all.some(({ openedAt }) => openedAt >= since) ? null : NOTHING
    return onFileState(provider, all, since, composing)
  }
  const isHeld = recordedSince(provider, since).some((one) => wants.meetings.includes(one))
  if (isHeld) return null
  const called = calledNow(provider).find(({ rule }) => wants.meetings.includes(rule))
  if (called && after) return null
  return called ? `called ${shown(called.calledAt, composing)}, not recorded yet` : 'not held yet'
}

/** What is called and not over, with the provider or from a case that everybody here may know of. */
function calledNow({ meetings = [], ofCases = [], confidential = [] }: Provider) {
  const own = meetings.filter(({ closedAt }) => closedAt === null)
  return [...own, ...ofCases.filter(({ meeting }) => !confidential.includes(meeting))]
}

const NOTHING = 'nothing of it is on file yet'

function onFileState(
  provider: Provider,
  all: readonly Matter[],
  since: Instant,
  composing: Composing,
): string | null {
  const open = all.filter(({ closedAt }) => closedAt === null)
  const over = all.filter(({ closedAt }) => closedAt !== null && closedAt >= since)
  if (open.length === 0) return over.length > 0 ? null : NOTHING
  const days = provider.cycles.filter(({ rule }) => open.some((one) => dutyIdOf(one) === rule))
  const next = earliest(days.map(({ dueAt }) => dueAt))
  return [
    `${open.length} open`,
    ...(over.length > 0 ? [`${over.length} closed`] : []),
    ...(next === null ? [] : [`the next day is ${shown(next, composing)}`]),
  ].join(', ')
}
