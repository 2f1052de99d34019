import { type Stats, statSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { SCHEMA } from '../../../src/app/schema.ts'
import { together } from '../../../src/app/together.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Known } from '../row.ts'
import { type DurableFolder, TEMPORARY } from './durable-file.ts'
import { fileName, shardOf } from './record-folders.ts'
import { rowFormat } from './row-format.ts'

/** Which very file it was: another one has another number, time or size. */
type Stamp = readonly [number: number, changedAt: number, size: number]

/** What was read of a file, and what is the matter with the record in it. */
export interface KnownFile {
  readonly stamp: Stamp
  readonly known: Known
  readonly complaint: string | null
}

/**
 * What is known of all records, kept at the end of a run, so that the next start reads only the
 * files that are new to it. It is a mere help: a file that is not the very one it tells of is read.
 */
export interface KnownFiles {
  /** What was kept of a folder of records, by file name. */
  of(shard: string): Promise<ReadonlyMap<string, KnownFile>>
  /** A file that was read or found unchanged. */
  found(file: KnownFile): void
  /** The record has a new file. */
  stands(row: Known): void
  /** Keeps it all but what is known beyond the files. Nobody may be writing records. */
  keep(records: string, beyond: ReadonlySet<RecordId>): Promise<void>
}

const FORMAT = `${rowFormat.number}.${SCHEMA}`
const Content = z.object({
  format: z.literal(FORMAT),
  // Written by this very version, as the line above says, and checked when it was.
  files: z.custom<readonly KnownFile[]>((value) => Array.isArray(value)),
})
const AT_ONCE = 8

export function knownFiles(folder: DurableFolder): KnownFiles {
  const files = new Map<RecordId, { known: Known; file: KnownFile | null }>()
  const changed = new Set<string>()

  return {
    async of(shard) {
      const content = Content.safeParse(await contentOf(join(folder.path, `${shard}.json`))).data
      if (!content) changed.add(shard)
      return new Map(content?.files.map((file) => [fileName(file.known.id), file]))
    },
    found: (file) => void files.set(file.known.id, { known: file.known, file }),
    stands(known) {
      files.set(known.id, { known: summary(known), file: null })
      changed.add(shardOf(known.id))
    },
    async keep(records, beyond) {
      const shards = new Map<string, KnownFile[]>([...changed].map((shard) => [shard, []]))
      for (const [id, { known, file }] of files) {
        const shard = shardOf(id)
        const list = shards.get(shard)
        if (!list || beyond.has(id)) continue
        const path = join(records, shard, fileName(id))
        list.push(file ?? { stamp: stampOf(statSync(path)), known, complaint: null })
      }
      await together([...shards], AT_ONCE, ([shard, list]) => write(folder, shard, list))
    },
  }
}

/** Not more than is looked at without the record. */
export function summary({ id, saved, index, waiting, requests, dead, shown }: Known): Known {
  return { id, saved: { version: saved.version }, index, waiting, requests, dead, shown }
}

export function stampOf({ ino, mtimeMs, size }: Stats): Stamp {
  return [ino, mtimeMs, size]
}

export function isSame(one: Stamp, other: Stamp): boolean {
  return one.every((part, n) => part === other[n])
}

async function contentOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}

async function write(
  folder: DurableFolder,
  shard: string,
  files: readonly KnownFile[],
): Promise<void> {
  const path = join(folder.path, `${shard}.json`)
  await writeFile(path + TEMPORARY, JSON.stringify({ format: FORMAT, files }), { mode: 0o600 })
  await rename(path + TEMPORARY, path)
}
