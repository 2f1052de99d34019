import type { Citation } from '../core/policy/citation.ts'
import { whoseWords } from '../core/policy/citation.ts'
import type { ClockStart, Start, Within } from '../core/policy/clock.ts'
import type { Policy } from '../core/policy/policy.ts'
import { nearest } from '../core/policy/soundness/nearest.ts'
import { supersededWords } from '../core/policy/standing-of-rule.ts'
import type { Calendar } from '../core/time/calendar.ts'

const STARTS: Readonly<Record<Start, string>> = {
  raised: 'Runs from the time when it was raised.',
  occurred: 'Runs from the time when it occurred.',
  identified: 'Runs from the time when it was identified.',
}

/** A clock, or a cycle whose interval is its own. */
export interface Timed {
  readonly id: string
  readonly label: string
  readonly within: Within | null
  readonly from: ClockStart | null
  readonly citation: Citation
  readonly calendar: Calendar
}

export function timedRules(policy: Policy): Timed[] {
  return [
    ...policy.clocks.map((clock) => ({ ...clock, calendar: policy })),
    ...policy.cycles.map((cycle) => ({
      ...cycle,
      within: cycle.every,
      from: null,
      calendar: policy,
    })),
  ]
}

/** What there is to say of a rule that no start can make due; null for the others. */
export function withoutDuration({ id, within }: Timed): string | null {
  if (within === null) return `${id} has no interval of its own: the band of the rating sets it.`
  if (within.unit === 'asRequired') {
    return `${id} has no duration of its own: it is done as required, and the source names no time.`
  }
  if (within.unit !== 'receiptOf') return null
  return `${id} has no duration of its own: it is due no later than the receipt that closes ${within.clock}. Until then ${within.clock}'s due date stands in for it.`
}

export function sourceOf({ from, citation }: Timed): string {
  const { document, section } = citation
  const superseded = supersededWords(citation)
  const starts = from === null ? '' : `${startWords(from)} `
  return `${starts}Rests on ${document}, ${section} (${whoseWords(citation)}).${superseded === null ? '' : ` ${superseded}.`}`
}

function startWords(from: ClockStart): string {
  return typeof from === 'string' ? STARTS[from] : `Runs from when ${from.met} was done.`
}

export function unknownRule(name: string, ids: readonly string[]): string {
  const meant = nearest(name, ids)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `There is no rule "${name}" with a time.${hint} The rules are ${ids.join(', ')}.`
}
