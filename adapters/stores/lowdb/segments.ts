import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Entry } from '../../../src/app/history.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Row } from '../row.ts'
import { contentFile } from './content-file.ts'
import { type DurableFolder, durableFolder } from './durable-file.ts'
import type { FileFormat } from './file-format.ts'
import { Entry as EntryShape } from './row-format.ts'

/** How many entries stand in one segment, and how many a record's own file holds at the most. */
const SEGMENT = 64
const MOST_HOT = 2 * SEGMENT

const segmentFormat: FileFormat<Entry[]> = {
  number: 1,
  upcasts: {},
  content: z.array(EntryShape),
}

/**
 * The older history of long records, in files that are written once: what a change writes does not
 * grow with all that happened before.
 */
export interface Segments {
  /** The row with its older entries moved into segments, which are on the disk then. */
  rolled(row: Row): Promise<Row>
  /** All entries of a record, the first first. */
  entries(row: Row): Promise<readonly Entry[]>
  /** Removes all files of a record that its row does not need: it has those entries itself. */
  tidy(row: Row): Promise<void>
}

export function segments(parent: DurableFolder): Segments {
  return {
    async rolled(row) {
      if (row.entries.length < MOST_HOT) return row
      return within(parent, row.id, async (folder) => {
        let { entries } = row
        while (entries.length >= MOST_HOT) {
          const segment = entries.slice(0, SEGMENT)
          // After a crash in between the same entries are written again under the same name.
          await fileOf(folder, segment[0]?.seq ?? 0)
            .write(segment)
            .catch(asRefused)
          entries = entries.slice(SEGMENT)
        }
        return { ...row, entries }
      })
    },
    async entries(row) {
      const first = row.saved.head.seq - row.entries.length + 1
      if (first <= 1) return row.entries
      return within(parent, row.id, async (folder) => {
        const older: Entry[] = []
        for (let seq = 1; seq < first; seq += SEGMENT)
          older.push(...((await fileOf(folder, seq).read()) ?? []))
        return [...older, ...row.entries]
      })
    },
    async tidy(row) {
      const first = row.saved.head.seq - row.entries.length + 1
      const path = join(parent.path, row.id)
      if (!existsSync(path)) return
      await within(parent, row.id, async (folder) => {
        for (const name of await readdir(path)) {
          const needed = /^(\d+)\.json$/.exec(name)?.[1]
          if (needed === undefined || Number(needed) >= first) await rm(join(path, name))
        }
        await folder.flush()
      })
    },
  }
}

async function within<Answer>(
  parent: DurableFolder,
  id: RecordId,
  work: (folder: DurableFolder) => Promise<Answer>,
): Promise<Answer> {
  const folder = await durableFolder(join(parent.path, id))
  try {
    await parent.flush()
    return await work(folder)
  } finally {
    await folder.close()
  }
}

/** The record's own file is as it was, whatever the disk says of the segment. */
function asRefused(cause: unknown): never {
  throw new Error(cause instanceof Error ? cause.message : String(cause), { cause })
}

function fileOf(folder: DurableFolder, firstSeq: number) {
  return contentFile(folder, `${firstSeq}.json`, segmentFormat)
}
