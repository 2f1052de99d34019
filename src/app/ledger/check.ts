import type { RecordId } from '../../core/record-id.ts'
import type { Point } from '../verify/flaw.ts'
import { type Day, type Kept, looseEnds } from './day.ts'

/** What the ledger holds, once it is known whether it is whole. */
export interface CheckedLedger {
  readonly days: readonly Day[]
  readonly points: ReadonlyMap<RecordId, readonly Point[]>
  /** The head that stands for everything up to now; null before the first day. */
  readonly newest: Day | null
  /** The first day that is not as it was written comes first. */
  readonly flaws: readonly string[]
}

export function checkLedger(kept: readonly Kept[]): CheckedLedger {
  const days = kept
    .flatMap(({ day }) => day ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))
  const changed = kept.filter(({ day }) => day === null).map(({ name }) => changedDay(name))
  // A day that was changed is missing from the chain as well: it is named once.
  const missing = changed.length > 0 ? [] : missingDays(days)
  return {
    days,
    points: pointsOf(days),
    newest: looseEnds(days).at(-1) ?? null,
    flaws: [...changed.sort(), ...missing],
  }
}

function changedDay(name: string): string {
  return `The ledger: the entry of ${name.split(':')[1] ?? name} was changed after it was written.`
}

function missingDays(days: readonly Day[]): string[] {
  const heads = new Set(days.map(({ head }) => head))
  const [oldest] = days
  const cut = days.filter(({ previous }) => previous.some((head) => !heads.has(head)))
  const loose = days.filter(
    ({ previous, day }) => previous.length === 0 && oldest && day !== oldest.day,
  )
  return [
    ...cut.map(({ day }) => `The ledger: an entry before that of ${day} was removed.`),
    ...loose.map(
      ({ day }) => `The ledger: the entry of ${day} was added; it follows none before it.`,
    ),
  ]
}

function pointsOf(days: readonly Day[]): Map<RecordId, Point[]> {
  const points = new Map<RecordId, Point[]>()
  for (const { day, heads } of days) {
    for (const [id, seq, hash] of heads) {
      const known = points.get(id)
      if (known) known.push({ seq, hash, day })
      else points.set(id, [{ seq, hash, day }])
    }
  }
  return points
}
