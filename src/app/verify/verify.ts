import { type RecordId, recordKind, referenceOf } from '../../core/record-id.ts'
import { type CheckedLedger, checkLedger } from '../ledger/check.ts'
import { type Day, isLedger, type Kept, readDay, spokenHead } from '../ledger/day.ts'
import type { Item } from '../moving/items.ts'
import type { Whole } from '../ports.ts'
import { erasedWithoutWord, removedIn } from './erased.ts'
import { type Flaw, flawOf, type Point } from './flaw.ts'
import { foldsToItself } from './fold.ts'

/** What is wrong with one record, in a sentence for an administrator. */
interface Finding {
  readonly record: RecordId
  /** Null where the whole record is gone, or is not what its sound history gives. */
  readonly flaw: Flaw | null
  readonly sentence: string
}

/** A record that was removed under retention: only hashes and the decision are left. */
interface Removed {
  readonly record: RecordId
  readonly sentence: string
}

export interface Verdict {
  readonly records: number
  readonly entries: number
  /** Records of which the history could be held against what is saved. */
  readonly folded: number
  /** Records that are not just what their history gives today, since an older version wrote a part of them. */
  readonly unsure: readonly RecordId[]
  readonly removed: readonly Removed[]
  readonly days: readonly Day[]
  readonly newest: Day | null
  readonly ledger: readonly string[]
  readonly findings: readonly Finding[]
}

/** Holds every history against its own head, the ledger and the saved record. The ledger comes first. */
export async function verifyAll(items: AsyncIterable<Item>): Promise<Verdict> {
  const kept: Kept[] = []
  const findings: Finding[] = []
  const removed: Removed[] = []
  const unsure: RecordId[] = []
  const seen = new Set<RecordId>()
  let ledger: CheckedLedger | null = null
  let [entries, folded] = [0, 0]
  for await (const item of items) {
    if ('setting' in item) {
      const [name, value] = item.setting
      if (isLedger(name)) kept.push(readDay(name, value))
      continue
    }
    ledger ??= checkLedger(kept)
    const { id } = item.record
    seen.add(id)
    entries += item.record.entries.length
    const finding =
      brokenChain(item.record, ledger.points.get(id) ?? []) ?? erasedFinding(item.record)
    const gone = finding === null ? removedIn(item.record) : null
    if (gone) removed.push({ record: id, sentence: `${nameOf(id)}: ${gone}` })
    const folds = finding === null ? foldsToItself(item.record) : null
    if (folds === true) folded += 1
    if (folds === 'unsure') unsure.push(id)
    if (finding) findings.push(finding)
    else if (folds === false) findings.push(otherRecord(id))
  }
  ledger ??= checkLedger(kept)
  const gone = [...ledger.points].filter(([id]) => !seen.has(id)).map(goneFinding)
  const { days, newest, flaws } = ledger
  return {
    records: seen.size,
    entries,
    folded,
    unsure,
    removed,
    days,
    newest,
    ledger: flaws,
    findings: [...findings, ...gone],
  }
}

/** The day of the ledger whose head somebody kept; undefined when there is none. */
export function dayWithHead(days: readonly Day[], spoken: string): Day | undefined {
  const letters = (text: string) => text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return days.find(({ head }) => letters(spokenHead(head)) === letters(spoken))
}

function brokenChain({ id, entries, saved }: Whole, points: readonly Point[]): Finding | null {
  const flaw = flawOf(entries, saved.head, points)
  return flaw && { record: id, flaw, sentence: `${nameOf(id)}: ${wordsOf(flaw, points)}` }
}

/** Nobody may erase what was said without a decision that says so. */
function erasedFinding(row: Whole): Finding | null {
  const seq = erasedWithoutWord(row)
  if (seq === null) return null
  const sentence = `${nameOf(row.id)}: entry ${seq} was erased, and no decision on record says so.`
  return { record: row.id, flaw: null, sentence }
}

function otherRecord(id: RecordId): Finding {
  const sentence = `${nameOf(id)}: what is saved is not what its history gives. The history is whole; the record beside it was changed outside Muster, or by a version that reads it differently.`
  return { record: id, flaw: null, sentence }
}

function goneFinding([id, points]: readonly [RecordId, readonly Point[]]): Finding {
  const last = points.at(-1)
  const sentence = `${nameOf(id)}: the whole record was removed; on ${last?.day} the ledger held it with ${last?.seq} entries.`
  return { record: id, flaw: null, sentence }
}

function wordsOf({ what, from, to }: Flaw, points: readonly Point[]): string {
  switch (what) {
    case 'changed':
      return `entry ${from} was changed after it was written.`
    case 'removed':
      return `entry ${from} was removed.`
    case 'added':
      return `entry ${from} was added; no such fact was written down then.`
    case 'reordered':
      return `entry ${from} is not in its place; the order was changed.`
    case 'cut': {
      const unproved = `nothing proves the entries from ${from} on that stand before it`
      return `the end was cut off; entry ${to} is the first that is missing${from < to ? `, and ${unproved}` : ''}.`
    }
    case 'rewritten': {
      const which = from === to ? `entry ${from}` : `one of the entries ${from} to ${to}`
      const told = points.find(({ seq }) => seq === to)
      const by = told ? `the ledger of ${told.day}` : 'the hash that the record ends with'
      return `${which} is the first that was changed, and the hashes after it were made to fit; ${by} tells.`
    }
  }
}

function nameOf(id: RecordId): string {
  const kind = recordKind(id)
  return kind === 'case' || kind === 'meeting' ? `${referenceOf(id)} (${id})` : id
}
