import type { Case } from '../../core/case/case.ts'
import { owed } from '../../core/case/rules.ts'
import type { AnyRecord } from '../../core/record.ts'
import { referenceOf } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import type { Ask } from './ask.ts'
import { change } from './press.ts'
import { refused } from './say.ts'

/** `I have it`, in words: the clock that is named, otherwise the one that can be meant. */
export async function takeClock(ask: Ask, kase: Case, clock: string | null): Promise<Reply> {
  const meant = clock ?? lastNudged(kase, ask) ?? onlyOwed(kase)
  if (meant === null) return refused({ message: whichClock(kase) })
  const by = ask.heard.actor
  return change(ask, kase.id, ask.heard.key, { kind: 'case', type: 'have', by, clock: meant })
}

/** The clock that this person was nudged about last, if something is still owed on it. */
export function lastNudged(kase: Case, { heard: { actor } }: Ask): string | null {
  if (actor.type !== 'person') return null
  const mine = owed(kase).flatMap(({ rule, nudges }) => {
    const last = nudges.findLast(({ to }) => to.includes(actor.person))
    return last ? [{ rule, at: last.at }] : []
  })
  const [first, ...others] = mine
  if (!first) return null
  return others.reduce((last, one) => (one.at > last.at ? one : last), first).rule
}

/** The clocks of a record that people may name. */
export function clocksOf(record: AnyRecord): readonly string[] {
  return record.kind === 'case' ? record.clocks.map(({ rule }) => rule) : []
}

function onlyOwed(kase: Case): string | null {
  const [only, ...others] = running(kase)
  return only !== undefined && others.length === 0 ? only : null
}

function running(kase: Case): string[] {
  return owed(kase).flatMap(({ rule, dueAt }) => (dueAt === null ? [] : [rule]))
}

function whichClock(kase: Case): string {
  const clocks = running(kase)
  const [first] = clocks
  if (first === undefined) return 'No clock runs on this case, so there is nothing to take.'
  return `Say which clock: ${clocks.join(', ')}. In its thread, “I have ${first}”; elsewhere, “/muster have ${referenceOf(kase.id)} ${first}”.`
}
