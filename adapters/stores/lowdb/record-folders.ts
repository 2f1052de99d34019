import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Row } from '../row.ts'
import { contentFile } from './content-file.ts'
import { type DurableFolder, durableFolder } from './durable-file.ts'
import { isFolder } from './make-folder.ts'
import { rowFormat } from './row-format.ts'

/** A file per record in 256 folders, since a folder of 100,000 files is slow to use. */
export interface RecordFolders {
  readonly path: string
  /** The folders that were there at the start. */
  readonly shards: readonly DurableFolder[]
  /** What stands where such a folder should be and is none, each as a sentence. */
  readonly complaints: readonly string[]
  read(id: RecordId): Promise<SizedRow | undefined>
  /** Resolves to its size. */
  write(row: Row): Promise<number>
  /** Removes what was put aside of a record's files. */
  tidy(id: RecordId): Promise<void>
  close(): Promise<void>
}

/** A row, and how many characters its file has. */
interface SizedRow {
  readonly row: Row
  readonly size: number
}

export async function recordFolders(parent: DurableFolder): Promise<RecordFolders> {
  const shards = await openShards(parent)

  return {
    path: parent.path,
    shards: await shards.all(),
    complaints: shards.complaints,
    async read(id) {
      const shard = await shards.known(id)
      const file = shard && contentFile(shard, fileName(id), rowFormat)
      const row = await file?.read()
      return file && row ? { row, size: file.size() } : undefined
    },
    async write(row) {
      const file = contentFile(await shards.of(row.id), fileName(row.id), rowFormat)
      await new Low(file, row).write()
      return file.size()
    },
    async tidy(id) {
      const shard = await shards.known(id)
      if (!shard) return
      const aside = (await readdir(shard.path)).filter(
        (name) => name.startsWith(fileName(id)) && name !== fileName(id),
      )
      for (const name of aside) await rm(join(shard.path, name))
      if (aside.length > 0) await shard.flush()
    },
    async close() {
      for (const shard of await shards.all()) await shard.close()
    },
  }
}

async function openShards(parent: DurableFolder) {
  const opening = new Map<string, Promise<DurableFolder>>()
  const complaints: string[] = []
  for (const name of await readdir(parent.path)) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue
    const path = join(parent.path, name)
    if (await isFolder(path)) opening.set(name, durableFolder(path))
    else
      complaints.push(
        `${path} is not a folder and was left alone. Move it elsewhere: some new records cannot be saved while it is there.`,
      )
  }

  const make = async (name: string) => {
    const shard = await durableFolder(join(parent.path, name))
    await parent.flush()
    return shard
  }

  return {
    complaints,
    all: () => Promise.all(opening.values()),
    known: (id: RecordId) => opening.get(shardOf(id)),
    of(id: RecordId): Promise<DurableFolder> {
      const name = shardOf(id)
      const known = opening.get(name)
      if (known) return known
      const made = make(name)
      opening.set(name, made)
      // A folder that could not be made is tried again by the next who needs it.
      made.catch(() => opening.delete(name))
      return made
    },
  }
}

export function shardOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 2)
}

export function fileName(id: string): string {
  return `${id}.json`
}
