import { type Entry, type Head, holds, linkHash, NO_HISTORY } from '../history.ts'

/** Where a chain once ended, by a day of the ledger. Of the hash only the beginning is kept there. */
export interface Point extends Head {
  readonly day: string
}

/**
 * The first entry that is not as it was written is one of `from` to `to`: mostly a single one, more
 * where hashes were made to fit and only the head or the ledger still tells. Where the end was cut
 * off, `to` is missing, and nothing proves any more what stands from `from` up to it.
 */
export interface Flaw {
  readonly what: 'changed' | 'removed' | 'added' | 'reordered' | 'cut' | 'rewritten'
  readonly from: number
  readonly to: number
}

/** The first flaw of a history, held against its own head and against what the ledger says; null if none. */
export function flawOf(
  entries: readonly Entry[],
  head: Head,
  points: readonly Point[] = [],
): Flaw | null {
  const sound = soundUntil(entries)
  const ordered = points.toSorted((one, other) => one.seq - other.seq)
  const told = ordered.filter(({ seq }) => seq <= sound)
  const wrong = told.find(({ seq, hash }) => !entries[seq - 1]?.hash.startsWith(hash))
  const proved = told.filter((one) => wrong === undefined || one.seq < wrong.seq).at(-1)?.seq ?? 0
  if (wrong) return { what: 'rewritten', from: proved + 1, to: wrong.seq }
  if (sound < entries.length) return breakAt(entries, sound, head, proved)
  const ends = ordered.at(-1)?.seq ?? 0
  const cut: Flaw = { what: 'cut', from: proved + 1, to: sound + 1 }
  if (sound < head.seq) return cut
  return endOf(entries, head, proved) ?? (ends > sound ? cut : null)
}

/** How many entries from the first on are linked and hold together. */
function soundUntil(entries: readonly Entry[]): number {
  const first = entries.findIndex((entry, index) => {
    const before = entries[index - 1] ?? NO_HISTORY
    return entry.seq !== index + 1 || entry.previous !== before.hash || !holds(entry)
  })
  return first === -1 ? entries.length : first
}

/** A chain that is sound in itself may still end elsewhere than its record says. */
function endOf(entries: readonly Entry[], head: Head, proved: number): Flaw | null {
  const last = head.seq === 0 ? NO_HISTORY : entries[head.seq - 1]
  if (last?.hash !== head.hash) return { what: 'rewritten', from: proved + 1, to: head.seq }
  return entries.length > head.seq ? exactly('added', head.seq + 1) : null
}

function breakAt(entries: readonly Entry[], index: number, head: Head, proved: number): Flaw {
  const entry = entries[index]
  const number = index + 1
  const before = entries[index - 1] ?? NO_HISTORY
  if (!entry || entry.seq !== number) return misplaced(entries, index, head)
  const extra = entries.length > head.seq
  const linked = entry.previous === before.hash
  const onlyLink = linkHash(number, before.hash, entry.bodyHash) === entry.hash
  if (linked || onlyLink) return exactly(extra ? 'added' : 'changed', number)
  // What follows up to the head is genuine: then so is what it says of the entry before it.
  const genuine = holds(entry) && leadsTo(entries.slice(index), head)
  return { what: 'rewritten', from: proved + 1, to: genuine ? index : number }
}

function misplaced(entries: readonly Entry[], index: number, head: Head): Flaw {
  const entry = entries[index]
  const number = index + 1
  if (entry && entry.seq <= index && entries[entry.seq - 1]?.hash !== entry.hash) {
    // What stands before it took its number: it goes on right where the genuine ones end.
    const before = entry.seq === 1 ? NO_HISTORY : entries[entry.seq - 2]
    const genuine = before?.hash === entry.previous && leadsTo(entries.slice(index), head)
    if (genuine) return exactly('added', entry.seq)
  }
  if (entries.length > head.seq || (entry?.seq ?? 0) <= index) return exactly('added', number)
  const elsewhere = entries.slice(index).some(({ seq }) => seq === number)
  return exactly(elsewhere ? 'reordered' : 'removed', number)
}

function leadsTo(entries: readonly Entry[], head: Head): boolean {
  const linked = entries.every((entry, index) => {
    const next = entries[index + 1]
    return holds(entry) && (next === undefined || next.previous === entry.hash)
  })
  return linked && entries.at(-1)?.hash === head.hash
}

function exactly(what: Flaw['what'], number: number): Flaw {
  return { what, from: number, to: number }
}
