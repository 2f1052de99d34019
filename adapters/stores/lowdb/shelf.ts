import { getHeapStatistics } from 'node:v8'
import type { RecordId } from '../../../src/core/record-id.ts'
import { frozen } from '../border.ts'
import type { Tried } from '../record-store.ts'
import { type Positions, type Row, withOutcome } from '../row.ts'
import { NotConfirmed } from './durable-file.ts'
import type { Journal, Line } from './journal.ts'
import type { RecordFolders } from './record-folders.ts'
import { rowCache } from './row-cache.ts'
import type { Segments } from './segments.ts'

/** Rows as they stand: their files, and what the journal says beyond them. */
export interface Shelf {
  read(id: RecordId): Promise<Row | undefined>
  write(row: Row): Promise<void>
  note(row: Row, tried: readonly Tried[]): Promise<void>
  /** The row with all of its entries. */
  whole(row: Row): Promise<Row>
  /** Writes a row of which something was erased, with all of its entries in one file. */
  writeErased(row: Row): Promise<void>
  /** The records whose files lack something that the journal has. */
  unwritten(): readonly RecordId[]
}

/** Each character of a file takes about four bytes of memory once it is parsed. */
const BYTES_A_CHARACTER = 4
/** An eighth of what this process may use, for the records that are in use. */
const CACHED_CHARACTERS = Math.round(getHeapStatistics().heap_size_limit / 8 / BYTES_A_CHARACTER)
const USUAL = 8000
/** What one more outcome adds to a row. */
const OUTCOME_CHARACTERS = 800

export function rowShelf(
  files: Pick<RecordFolders, 'read' | 'write'>,
  {
    journal,
    segments,
    positions,
    has,
    found,
  }: {
    readonly journal: Pick<Journal, 'append'>
    readonly segments: Pick<Segments, 'rolled' | 'entries'>
    readonly positions: Positions
    /** Whether there may be a file of the record: to ask the disk for each new one would take its time. */
    has(id: RecordId): boolean
    /** What the journal of an earlier run says, the oldest first. */
    readonly found: readonly Tried[]
  },
): Shelf {
  const cache = rowCache(CACHED_CHARACTERS)
  const beyond = new Map<RecordId, readonly Tried[]>()
  // How often each was changed: what was read meanwhile is old.
  const changes = new Map<RecordId, number>()
  const changed = (id: RecordId) => changes.set(id, (changes.get(id) ?? 0) + 1)
  const add = (id: RecordId, tried: readonly Tried[]) =>
    beyond.set(id, [...stillSaid(beyond.get(id) ?? [], tried), ...tried])
  for (const tried of found) add(tried.task.record, [tried])

  const read = async (id: RecordId): Promise<Row | undefined> => {
    const known = cache.get(id)
    if (known) return known
    if (!has(id)) return undefined
    const before = changes.get(id)
    const file = await files.read(id)
    if (changes.get(id) !== before) return read(id)
    if (!file) return undefined
    const row = (beyond.get(id) ?? []).reduce(
      (one, tried) => withOutcome(one, tried, positions),
      file.row,
    )
    cache.set(frozen(row), file.size)
    return row
  }

  const replace = async (row: Row) => {
    changed(row.id)
    try {
      const size = await files.write(row)
      beyond.delete(row.id)
      changed(row.id)
      cache.set(frozen(row), size)
    } catch (error) {
      changed(row.id)
      if (error instanceof NotConfirmed) cache.forget(row.id)
      throw error
    }
  }

  return {
    read,
    async write(row) {
      await replace(await segments.rolled(row))
    },
    whole: async (row) => ({ ...row, entries: await segments.entries(row) }),
    writeErased: replace,
    async note(row, tried) {
      await journal.append(tried.map(lineOf))
      add(row.id, tried)
      changed(row.id)
      const grown = (cache.size(row.id) || USUAL) + tried.length * OUTCOME_CHARACTERS
      cache.set(frozen(row), grown)
    },
    unwritten: () => [...beyond.keys()],
  }
}

/** The last try of a task says all that those before it said, unless the record was told of one. */
function stillSaid(before: readonly Tried[], after: readonly Tried[]): readonly Tried[] {
  const again = new Set(after.map(({ task }) => task.id))
  return before.filter(({ task, replies }) => replies.length > 0 || !again.has(task.id))
}

function lineOf({ task, replies }: Tried): Line {
  const keyed = replies.flatMap(({ key, ...rest }) => (key === null ? [] : [{ ...rest, key }]))
  return { settled: { task, replies: keyed } }
}
