import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { RecordId } from '../../../src/core/record-id.ts'
import { frozen } from '../border.ts'
import type { Row } from '../row.ts'
import { contentFile } from './content-file.ts'
import { type DurableFolder, durableFolder } from './durable-file.ts'
import { rowCache } from './row-cache.ts'
import { rowFormat } from './row-format.ts'

/** A file per record in 256 folders, since a folder of 100,000 files is slow to use. */
export interface RecordFolders {
  readonly shards: readonly DurableFolder[]
  read(id: RecordId): Promise<Row | undefined>
  write(row: Row): Promise<void>
  close(): Promise<void>
}

/** About 100 MB once it is parsed, for the records that are in use. */
const CACHED_CHARACTERS = 24_000_000

const SHARDS = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

export async function recordFolders(parent: DurableFolder): Promise<RecordFolders> {
  const cache = rowCache(CACHED_CHARACTERS)
  const shards = new Map<string, DurableFolder>()
  for (const name of SHARDS) shards.set(name, await durableFolder(join(parent.path, name)))
  await parent.flush()

  const fileOf = (id: RecordId) => {
    const shard = shards.get(shardOf(id))
    if (!shard) throw new Error(`${id} belongs to no folder`)
    return contentFile(shard, fileName(id), rowFormat)
  }

  return {
    shards: [...shards.values()],
    async read(id) {
      const known = cache.get(id)
      if (known) return known
      const file = fileOf(id)
      const row = await file.read()
      if (!row) return undefined
      cache.set(frozen(row), file.size())
      return row
    },
    async write(row) {
      const file = fileOf(row.id)
      try {
        await new Low(file, row).write()
        cache.set(frozen(row), file.size())
      } catch (error) {
        // The next reader takes what the disk has, whatever that is now.
        cache.forget(row.id)
        throw error
      }
    },
    async close() {
      for (const shard of shards.values()) await shard.close()
    },
  }
}

export function shardOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 2)
}

export function fileName(id: string): string {
  return `${id}.json`
}
