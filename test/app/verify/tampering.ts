import { chain, type Entry, type Head, NO_HISTORY } from '../../../src/app/history.ts'
import { keepLedgerDay } from '../../../src/app/ledger/keep.ts'
import { type Item, itemsOf } from '../../../src/app/moving/items.ts'
import type { Whole } from '../../../src/app/ports.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { note, raised } from '../delivering.ts'

/** One way to touch a history. `first` is the number of the first entry that is not as it was. */
interface Touched {
  readonly row: Whole
  readonly first: number
}
type Touch = (row: Whole, random: (most: number) => number) => Touched

export interface Figure {
  readonly tried: number
  /** Trials in which the record was named. */
  readonly found: number
  /** Trials in which the first entry is one of those named, and no later ledger day could say more. */
  readonly named: number
  /** Trials in which exactly one entry was named. */
  readonly exact: number
  readonly failures: readonly string[]
}

const FORGED = { type: 'noted', text: 'It never happened' }

/** The ways that anybody who may write the store has; the last three make all hashes fit. */
const TOUCHES: Readonly<Record<string, Touch>> = {
  'a changed body': (row, random) => {
    const at = random(row.entries.length)
    return touched(row, at + 1, replaced(row, at, { body: JSON.stringify(FORGED) }))
  },
  'a changed body with its hash': (row, random) => {
    const at = random(row.entries.length)
    const { bodyHash, salt, body } = forged(NO_HISTORY)
    return touched(row, at + 1, replaced(row, at, { bodyHash, salt, body }))
  },
  'one entry made to fit the one before': (row, random) => {
    const at = random(row.entries.length)
    return touched(row, at + 1, replaced(row, at, forged(headAt(row, at))))
  },
  'a removed entry': (row, random) => {
    const at = random(row.entries.length - 1)
    return touched(row, at + 1, row.entries.toSpliced(at, 1))
  },
  'an added entry': (row, random) => {
    const at = random(row.entries.length + 1)
    return touched(row, at + 1, row.entries.toSpliced(at, 0, forged(headAt(row, at))))
  },
  'a doubled entry': (row, random) => {
    const at = random(row.entries.length)
    const entry = row.entries[at]
    return touched(row, at + 2, row.entries.toSpliced(at + 1, 0, ...(entry ? [entry] : [])))
  },
  'another order': (row, random) => {
    const at = random(row.entries.length - 1)
    const later = at + 1 + random(row.entries.length - at - 1)
    const entries = [...row.entries]
    const [one, other] = [entries[at], entries[later]]
    if (one && other) [entries[at], entries[later]] = [other, one]
    return touched(row, at + 1, entries)
  },
  'a tail cut off': (row, random) => {
    const left = random(row.entries.length)
    return touched(row, left + 1, row.entries.slice(0, left))
  },
  'a tail cut off, and the head set back': (row, random) => {
    const left = random(row.entries.length)
    return touched(row, left + 1, row.entries.slice(0, left), headAt(row, left))
  },
  'all made to fit from one entry on, with the head': (row, random) => {
    const at = random(row.entries.length)
    const events = row.entries.slice(at + 1).map(({ body }) => JSON.parse(body ?? '{}'))
    const anew = chain(headAt(row, at), [FORGED, ...events])
    return touched(row, at + 1, [...row.entries.slice(0, at), ...anew.entries], anew.head)
  },
  'a tail cut off and others put there, with the head': (row, random) => {
    const at = random(row.entries.length)
    const anew = chain(headAt(row, at), [FORGED])
    return touched(row, at + 1, [...row.entries.slice(0, at), ...anew.entries], anew.head)
  },
}

/** Touches a real store's histories over and over, one at a time, and asks whether it is found. */
export async function tamperTrials(trials: number, seed: number): Promise<Figure> {
  const items = await worldOfDays()
  const random = randomFrom(seed)
  const rows = items.flatMap((item) =>
    'record' in item && item.record.entries.length > 1 ? [item.record] : [],
  )
  const ways = Object.entries(TOUCHES)
  let [found, named, exact] = [0, 0, 0]
  const failures: string[] = []
  for (let trial = 0; trial < trials; trial++) {
    const [what, touch] = ways[trial % ways.length] ?? ['', untouched]
    const row = rows[random(rows.length)]
    if (!row) throw new Error('There is no record to touch')
    const { row: changed, first } = touch(row, random)
    const { findings, ledger } = await verifyAll(replacing(items, changed))
    const [finding] = findings
    const alone = findings.length === 1 && finding?.record === row.id && ledger.length === 0
    const { from = 0, to = -1 } = finding?.flaw ?? {}
    const right = alone && from <= first && first <= to
    if (alone) found += 1
    if (right) named += 1
    if (right && from === to) exact += 1
    if (!right) failures.push(`${what} of ${row.id}: ${first} was told as ${from} to ${to}`)
  }
  return { tried: trials, found, named, exact, failures }
}

/** Cases that grew over four days, each day in the ledger. */
export async function worldOfDays(): Promise<readonly Item[]> {
  const world = await openApp()
  const other = await world.ask(incident(), undefined, 'form:other')
  if (!other.ok) throw new Error(other.refusal.message)
  const ids: RecordId[] = [await raised(world), other.id]
  for (let day = 0; day < 4; day++) {
    for (const id of ids) for (let n = 0; n <= day; n++) await note(world, id, `Day ${day}, ${n}`)
    await keepLedgerDay(world.app)
    await world.pass(24 * 3600)
  }
  await keepLedgerDay(world.app)
  const items: Item[] = []
  for await (const item of itemsOf(world.store)) items.push(item)
  return items
}

export async function* replacing(items: readonly Item[], row: Whole): AsyncGenerator<Item> {
  for (const item of items) {
    yield 'record' in item && item.record.id === row.id ? { record: row } : item
  }
}

function untouched(row: Whole): Touched {
  return { row, first: 0 }
}

function touched(
  row: Whole,
  first: number,
  entries: readonly Entry[],
  head: Head = row.saved.head,
): Touched {
  const { seq, hash } = head
  return { row: { ...row, entries, saved: { ...row.saved, head: { seq, hash } } }, first }
}

function replaced({ entries }: Whole, at: number, part: Partial<Entry>): Entry[] {
  return entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry))
}

function forged(after: Head): Entry {
  const [entry] = chain(after, [FORGED]).entries
  if (!entry) throw new Error('One event makes one entry')
  return entry
}

function headAt({ entries }: Whole, count: number): Head {
  return count === 0 ? NO_HISTORY : (entries[count - 1] ?? NO_HISTORY)
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most)
  }
}
