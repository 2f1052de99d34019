import { type Refused, refuse } from '../../decision.ts'
import type { Within } from '../../policy/clock.ts'
import type { CycleRule } from '../../policy/instrument.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Provider } from '../provider.ts'
import { cycleName } from './duty.ts'

type Unit = 'days' | 'weeks' | 'months'

/** About how long: only to tell which of two intervals is the longer. */
export function daysOf(within: Within): number {
  switch (within.unit) {
    case 'hours':
      return within.amount / 24
    case 'days':
      return within.amount
    case 'workingDays':
      return (within.amount * 7) / 5
    case 'months':
      return (within.amount * 365.25) / 12
    case 'receiptOf':
    case 'asRequired':
    case 'withoutDelay':
    case 'chosen':
      return Number.POSITIVE_INFINITY
  }
}

/** Whether a round under the one could ever end after the same round under the other, whenever it begins. */
export function couldBeLater(chosen: Within, set: Within): boolean {
  if (chosen.unit === set.unit && 'amount' in chosen && 'amount' in set)
    return chosen.amount > set.amount
  return longest(chosen) > shortest(set)
}

const MONTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days so many months in a row have, by the month in which they begin; of a year without 29 February. */
function spans(months: number): number[] {
  return MONTHS.map((_, first) =>
    Array.from({ length: months }, (_, n) => MONTHS[(first + n) % 12] ?? 0).reduce(
      (sum, days) => sum + days,
      0,
    ),
  )
}

function shortest(within: Within): number {
  if (within.unit === 'months') return Math.min(...spans(within.amount))
  // So many working days are at least as many days.
  return within.unit === 'workingDays' ? within.amount : daysOf(within)
}

function longest(within: Within): number {
  return within.unit === 'months' ? Math.max(...spans(within.amount)) : daysOf(within)
}

/** What a person chose, where it is never later than what the rules set; nothing while no interval applies. */
export function inForce(set: Within | null, chosen: Within | undefined): Within | null {
  if (set === null || chosen === undefined) return set
  return couldBeLater(chosen, set) ? set : chosen
}

/** What the rules set for it now: its own interval, or that of the band in which the provider is. */
export function intervalSet(
  { ratings }: Pick<Provider, 'ratings'>,
  { id, startsOn, every }: CycleRule,
  { instruments }: Pick<Policy, 'instruments'>,
): Within | null {
  if (startsOn.on !== 'band') return every
  const last = ratings.findLast(({ rating }) => rating.instrument === startsOn.instrument)?.rating
  const bands = instruments.find((one) => one.id === startsOn.instrument)?.bands ?? []
  const band = bands.find((one) => one.id === last?.band)
  return band?.cycles.find(({ cycle }) => cycle === id)?.within ?? null
}

/** `every month`, `every 3 months`, `every week`. */
export function everyWords(within: Within): string {
  switch (within.unit) {
    case 'receiptOf':
    case 'asRequired':
    case 'withoutDelay':
    case 'chosen':
      return 'as required'
    case 'days':
      return within.amount % 7 === 0
        ? counted(within.amount / 7, 'week')
        : counted(within.amount, 'day')
    case 'workingDays':
      return counted(within.amount, 'working day')
    case 'hours':
      return counted(within.amount, 'hour')
    case 'months':
      return counted(within.amount, 'month')
  }
}

function counted(amount: number, unit: string): string {
  return amount === 1 ? `every ${unit}` : `every ${amount} ${unit}s`
}

/** `every 1 to 3 months`. */
export function rangeWords({ unit, from, to }: NonNullable<CycleRule['chosen']>): string {
  return `every ${from} to ${to} ${unit}`
}

/** What somebody chose, or why that is not accepted: with the rule and what is. */
export function chosenInterval(
  rule: CycleRule,
  set: Within | null,
  { amount, unit }: { readonly amount: number; readonly unit: Unit },
  field: string,
): Within | Refused {
  const { chosen: range } = rule
  const no = (accepted: string) =>
    refuse('invalid', `${cited(rule)}: ${accepted}`, { [field]: accepted })
  if (!Number.isInteger(amount) || amount < 1)
    return no(`give a whole number, ${acceptedWords(rule, set)}.`)
  const within =
    unit === 'weeks' ? ({ unit: 'days', amount: amount * 7 } as const) : { unit, amount }
  if (range) {
    const { from, to } = range
    const fits = within.unit === range.unit && within.amount >= from && within.amount <= to
    return fits ? within : no(`what is accepted is ${rangeWords(range)}.`)
  }
  if (set !== null && couldBeLater(within, set))
    return no(`what is accepted is ${acceptedWords(rule, set)}.`)
  return within
}

/** `D13 CQRM (N&Q 2021, Nursing & Quality 3)`. */
function cited(rule: CycleRule): string {
  const { document, section } = rule.citation
  return `${cycleName(rule)} (${document}, ${section})`
}

function acceptedWords({ chosen }: CycleRule, set: Within | null): string {
  if (chosen) return rangeWords(chosen)
  if (set === null) return 'of at least 1'
  const inDays =
    set.unit === 'months' ? `; counted in days: every ${shortest(set)} days or fewer` : ''
  return `${everyWords(set)} or more often${inDays}`
}
