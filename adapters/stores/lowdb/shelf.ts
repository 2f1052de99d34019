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
  /** The records whose files lack something that the journal has. */
  unwritten(): readonly RecordId[]
}

/** About 100 MB once it is parsed, for the records that are in use. */
const CACHED_CHARACTERS = 24_000_000

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
    readonly segments: Pick<Segments, 'rolled'>
    readonly positions: Positions
    /** Whether there may be a file of the record: to ask the disk for each new one would take its time. */
    has(id: RecordId): boolean
    /** What the journal of an earlier run says, the oldest first. */
    readonly found: readonly Tried[]
  },
): Shelf {
  const cache = rowCache(CACHED_CHARACTERS)
  const beyond = new Map<RecordId, readonly Tried[]>()
  const add = (id: RecordId, tried: readonly Tried[]) =>
    beyond.set(id, [...(beyond.get(id) ?? []), ...tried])
  for (const tried of found) add(tried.task.record, [tried])

  return {
    async read(id) {
      const known = cache.get(id)
      if (known) return known
      if (!has(id)) return undefined
      const read = await files.read(id)
      if (!read) return undefined
      const row = (beyond.get(id) ?? []).reduce(
        (before, tried) => withOutcome(before, tried, positions),
        read.row,
      )
      cache.set(frozen(row), read.size)
      return row
    },
    async write(row) {
      try {
        const rolled = await segments.rolled(row)
        const size = await files.write(rolled)
        beyond.delete(row.id)
        cache.set(frozen(rolled), size)
      } catch (error) {
        if (error instanceof NotConfirmed) cache.forget(row.id)
        throw error
      }
    },
    async note(row, tried) {
      await journal.append(tried.map(lineOf))
      add(row.id, tried)
      cache.set(frozen(row), cache.size(row.id))
    },
    unwritten: () => [...beyond.keys()],
  }
}

function lineOf({ task, replies }: Tried): Line {
  const keyed = replies.flatMap(({ key, ...rest }) => (key === null ? [] : [{ ...rest, key }]))
  return { settled: { task, replies: keyed } }
}
