import type { InstrumentItem } from '../policy/instrument.ts'
import type { Rating } from './instrument.ts'

/** What must be kept of a rating to say later what has changed. */
export type Previous = Pick<Rating, 'total' | 'band' | 'rows'>

/** Names the rows that were left blank, for whoever audits the rating. */
export function remarkOn(blank: readonly InstrumentItem[]): string | null {
  if (blank.length === 0) return null
  const names = blank.map(({ label }) => label).join('; ')
  const count = blank.length === 1 ? '1 row is' : `${blank.length} rows are`
  return `${count} blank and not in the total: ${names}.`
}

/** `Up 13.5, from 28.5 (B3) to 42 (B5). Safeguarding 3 → 4; …` */
export function changeSince(rating: Rating, previous?: Previous): string | null {
  if (!previous) return null
  const { total, band } = rating
  const rows = rowChanges(rating, previous)
  const how = rows.length > 0 ? ` ${rows.join('; ')}.` : ' No row has changed.'
  if (total === previous.total && band === previous.band) return `Still ${total} (${band}).${how}`
  const by = Math.round(Math.abs(total - previous.total) * 1e6) / 1e6
  const direction =
    total === previous.total ? 'Moved' : `${total > previous.total ? 'Up' : 'Down'} ${by}`
  return `${direction}, from ${previous.total} (${previous.band}) to ${total} (${band}).${how}`
}

function rowChanges(rating: Rating, previous: Previous): string[] {
  const before = new Map(previous.rows.map((row) => [row.id, row]))
  const after = new Map(rating.rows.map((row) => [row.id, row]))
  return [...new Map([...before, ...after]).values()].flatMap(({ id, label }) => {
    const [from, to] = [before.get(id)?.score ?? 'blank', after.get(id)?.score ?? 'blank']
    return from === to ? [] : [`${label} ${from} → ${to}`]
  })
}
