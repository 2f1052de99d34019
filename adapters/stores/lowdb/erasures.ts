import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RecordId } from '../../../src/core/record-id.ts'
import type { Row } from '../row.ts'
import { type DurableFolder, NotConfirmed } from './durable-file.ts'

/** The record is without what was erased, but something that was kept of it could not be removed. */
export class NotErased extends Error {
  override readonly name = 'NotErased'
}

/**
 * What is erased goes from the record’s own file at once, when that is replaced; then from all other
 * files. A mark on the disk tells the next start to finish what was interrupted in between.
 */
export interface Erasures {
  erase(row: Row): Promise<void>
  /** Nothing is left to be done for the record. */
  finished(id: RecordId): Promise<void>
  /** Goes on where an earlier run was interrupted; resolves to the records that this was about. */
  resume(read: (id: RecordId) => Promise<Row | undefined>): Promise<readonly RecordId[]>
}

const Mark = z.object({ version: z.int() })

export function erasures(
  marks: DurableFolder,
  {
    write,
    tidy,
  }: {
    /** Replaces the record’s own file. */
    write(row: Row): Promise<void>
    /** Removes all other files of the record which the row does not need. */
    tidy(row: Row): Promise<void>
  },
): Erasures {
  const unmark = async (id: string) => {
    await rm(join(marks.path, nameOf(id)), { force: true })
    await marks.flush()
  }

  return {
    async erase(row) {
      await marks.write(nameOf(row.id), JSON.stringify({ version: row.saved.version }))
      try {
        await write(row)
      } catch (error) {
        if (!(error instanceof NotConfirmed)) await unmark(row.id)
        throw error
      }
      await tidy(row).catch(asNotErased)
    },
    finished: unmark,
    async resume(read) {
      const begun: RecordId[] = []
      for (const name of await readdir(marks.path)) {
        const id = RecordId.safeParse(name.replace(/\.json$/, '')).data
        const version = id && versionIn((await marks.read(name)) ?? '')
        const row = id && version !== undefined ? await read(id) : undefined
        if (!id || !row || version === undefined || row.saved.version < version) {
          await rm(join(marks.path, name), { force: true })
          continue
        }
        await tidy(row)
        begun.push(id)
      }
      return begun
    },
  }
}

function asNotErased(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause)
  throw new NotErased(`${why}. Start Muster again: it goes on where this broke off.`, { cause })
}

function versionIn(text: string): number | undefined {
  try {
    return Mark.safeParse(JSON.parse(text)).data?.version
  } catch {
    return undefined
  }
}

function nameOf(id: string): string {
  return `${id}.json`
}
