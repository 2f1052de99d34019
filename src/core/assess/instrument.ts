import { type Refused, refuse } from '../decision.ts'
import type { Instrument, InstrumentBand, InstrumentItem } from '../policy/instrument.ts'
import { changeSince, type Previous, remarkOn } from './rating-words.ts'

/** Scores by row id; a row that is left out, or null, is blank. */
export type Ratings = Readonly<Record<string, number | null | undefined>>

interface RatedRow {
  readonly id: string
  readonly label: string
  readonly score: number
  /** What the score stands for. */
  readonly step: string
  readonly weight: number
  /** What the row gives to the total: score × weight. */
  readonly share: number
}

/** A total that shows how it came about. */
export interface Rating {
  readonly instrument: string
  readonly total: number
  readonly band: string
  readonly bandLabel: string
  readonly rows: readonly RatedRow[]
  /** The rows without a score, optional ones included. */
  readonly blank: readonly string[]
  /** For the audit: which rows that are not optional were left blank; null when none was. */
  readonly remark: string | null
  /** `4 + 1 + 5 = 10`. */
  readonly sum: string
  /** What is different from the rating before; null when there was none. */
  readonly change: string | null
}

export type Rated = { readonly ok: true; readonly rating: Rating } | Refused

/** Adds up (or multiplies) the rows that are filled in, and finds the band. */
export function rate(instrument: Instrument, ratings: Ratings, previous?: Previous): Rated {
  const faults = faultsOf(instrument, ratings)
  const [fault] = Object.values(faults)
  if (fault !== undefined) return refuse('invalid', fault, faults)
  const rows = instrument.items.flatMap((item) => rated(item, ratings[item.id]))
  const empty = instrument.items.filter((item) => !rows.some(({ id }) => id === item.id))
  const refusal = tooFew(instrument, rows, empty)
  if (refusal) return refusal

  const total = totalOf(instrument, rows)
  const band = bandOf(instrument, total)
  const rating: Rating = {
    instrument: instrument.id,
    total,
    band: band.id,
    bandLabel: band.label,
    rows,
    blank: empty.map(({ id }) => id),
    remark: remarkOn(
      instrument,
      empty.map(({ id }) => id),
    ),
    sum: sumOf(instrument, rows, total),
    change: null,
  }
  return { ok: true, rating: { ...rating, change: changeSince(rating, previous) } }
}

/** The severest band whose totals begin at or below this one. */
function bandOf({ bands }: Instrument, total: number): InstrumentBand {
  const reached = bands.filter(({ from }) => from <= total)
  const [first, ...rest] = reached.length > 0 ? reached : bands
  if (!first) throw new Error('an instrument has bands')
  return rest.reduce((one, other) => (other.from > one.from ? other : one), first)
}

/** A sentence for each row that cannot be scored so, by its id. */
function faultsOf({ items, label }: Instrument, ratings: Ratings): Record<string, string> {
  const faults = new Map<string, string>()
  for (const [id, score] of Object.entries(ratings)) {
    const item = items.find((one) => one.id === id)
    const fault = item ? faultOf(item, score) : unknownRow(id, label, items)
    if (fault !== null) faults.set(id, fault)
  }
  return Object.fromEntries(faults)
}

function faultOf(
  { label, steps }: InstrumentItem,
  score: number | null | undefined,
): string | null {
  if (score === null || score === undefined) return null
  const choices = steps.filter(({ description }) => description !== null).map((step) => step.score)
  const offer = `Choose ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`
  const step = steps.find((one) => one.score === score)
  if (!step) return `${label} cannot be scored ${score}. ${offer}`
  if (step.description === null)
    return `${label} cannot be scored ${score}: the source leaves that step blank. ${offer}`
  return null
}

function unknownRow(id: string, label: string, items: readonly InstrumentItem[]): string {
  return `${label} has no row "${id}". Its rows are ${items.map((item) => item.id).join(', ')}.`
}

function rated(item: InstrumentItem, score: number | null | undefined): RatedRow[] {
  const step = item.steps.find((one) => one.score === score)
  if (!step) return []
  const { id, label, weight } = item
  return [
    { id, label, score: step.score, step: step.label, weight, share: exact(step.score * weight) },
  ]
}

/** A product needs every row; a sum needs one. */
function tooFew(
  { method }: Instrument,
  rows: readonly RatedRow[],
  empty: readonly InstrumentItem[],
): Refused | null {
  const wanted = method === 'product' ? empty : rows.length === 0 ? empty.slice(0, 1) : []
  const [first] = wanted
  if (!first) return null
  const fields = Object.fromEntries(wanted.map(({ id, label }) => [id, `Score ${label}.`]))
  const message =
    method === 'product'
      ? `Score ${wanted.map(({ label }) => label).join(' and ')} too.`
      : 'Score at least one row.'
  return refuse('missing', message, fields)
}

function totalOf({ method }: Instrument, rows: readonly RatedRow[]): number {
  const shares = rows.map(({ share }) => share)
  return exact(
    method === 'sum'
      ? shares.reduce((one, other) => one + other, 0)
      : shares.reduce((one, other) => one * other, 1),
  )
}

function sumOf({ method }: Instrument, rows: readonly RatedRow[], total: number): string {
  return `${rows.map(({ share }) => share).join(method === 'sum' ? ' + ' : ' × ')} = ${total}`
}

/** Weights such as 0.1 must not leave a trace of binary fractions. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
