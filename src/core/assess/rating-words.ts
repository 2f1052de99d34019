import type { Instrument } from '../policy/instrument.ts'
import type { Rating } from './instrument.ts'

/** What must be kept of a rating to say later what has changed. */
export type Previous = Pick<Rating, 'total' | 'band' | 'rows'>

type Rows = Pick<Instrument, 'items'>

/** Names what was left blank, for whoever audits the rating; nothing where all that every provider has is filled in. */
export function remarkOn(instrument: Rows, blank: readonly string[]): string | null {
  const rows = instrument.items.filter(({ id, optional }) => !optional && blank.includes(id))
  const count = rows.length === 1 ? '1 row is' : `${rows.length} rows are`
  const names = rows.map(({ label }) => label).join('; ')
  const words = [
    ...(rows.length === 0 ? [] : [`${count} blank and not in the total: ${names}.`]),
    ...[partOf(instrument, blank) ?? []].flat(),
    ...groupsLeftOut(instrument, blank),
  ]
  return words.length === 0 ? null : words.join(' ')
}

/** `The total is of 1 of 6 rows and may be too low.`; null where it is of all that are not optional. */
export function partOf({ items }: Rows, blank: readonly string[]): string | null {
  const all = items.filter(({ optional }) => !optional)
  const filled = all.filter(({ id }) => !blank.includes(id))
  return filled.length === all.length
    ? null
    : `The total is of ${filled.length} of ${all.length} rows and may be too low.`
}

/** Of rows of which some may fit and none was filled in. */
function groupsLeftOut({ items }: Rows, blank: readonly string[]): string[] {
  const groups = [...new Set(items.flatMap(({ group }) => group ?? []))]
  return groups.flatMap((group) => {
    const rows = items.filter((item) => item.group === group)
    if (rows.some(({ id }) => !blank.includes(id))) return []
    const none = rows.length === 2 ? `Neither ${group} row is` : `No ${group} row is`
    return [
      `${none} filled in: right where none fits its services, otherwise the total is too low.`,
    ]
  })
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
