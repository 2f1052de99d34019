import { readFileSync, type Stats, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { together } from '../../../src/app/together.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Known } from '../row.ts'
import { type DurableFolder, TEMPORARY } from './durable-file.ts'
import { knownReader, textOfKnown } from './known-format.ts'
import { fileName, shardOf } from './record-folders.ts'

/**
 * Which very file it was: another one has another number, time or size. The time is that of its last
 * change of any sort, its rights too, which nobody can set back.
 */
export type Stamp = readonly [number: number, changedAt: number, size: number]

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
  /** Gives what was kept of a folder of records; for one turn through all of them. */
  reader(): (shard: string) => readonly KnownFile[]
  /** A file that was read. */
  found(file: KnownFile): void
  /** There is no such file any more, or another in its place. */
  gone(id: RecordId): void
  /** The record has a new file. */
  stands(row: Known): void
  /** What is kept of all records in the folder of this one goes; they are read anew at the next start. */
  drop(id: RecordId): Promise<void>
  /** Keeps what is new but what is known beyond the files. Nobody may be writing records. */
  keep(records: string, beyond: ReadonlySet<RecordId>): Promise<void>
}

type What = KnownFile | Known | 'gone'
type News = Map<RecordId, What>

const AT_ONCE = 8

export function knownFiles(folder: DurableFolder): KnownFiles {
  // What was kept before stays on the disk alone.
  const news: News = new Map()
  const reader = () => {
    const read = knownReader()
    return (shard: string) => read(textIn(join(folder.path, nameOf(shard))))
  }

  return {
    reader,
    found: (file) => void news.set(file.known.id, file),
    gone: (id) => void news.set(id, 'gone'),
    stands: (known) => void news.set(known.id, summary(known)),
    async drop(id) {
      const path = join(folder.path, nameOf(shardOf(id)))
      for (const name of [path, path + TEMPORARY]) await rm(name, { force: true })
      await folder.flush()
    },
    async keep(records, beyond) {
      const of = reader()
      const keepOne = async (shard: string, noted: News) => {
        const files = of(shard).filter(({ known }) => !noted.has(known.id))
        for (const [id, what] of noted) {
          if (what === 'gone' || beyond.has(id)) continue
          const path = join(records, shard, fileName(id))
          if ('stamp' in what) files.push(what)
          else files.push({ stamp: stampOf(statSync(path)), known: what, complaint: null })
        }
        await write(folder, nameOf(shard), textOfKnown(files))
      }
      // What cannot be kept is read anew at the next start.
      await together([...byShard(news)], AT_ONCE, (one) => keepOne(...one).catch(() => {}))
    },
  }
}

function byShard(news: News): ReadonlyMap<string, News> {
  const shards = new Map<string, News>()
  for (const [id, what] of news) {
    const name = shardOf(id)
    const shard: News = shards.get(name) ?? new Map()
    shards.set(name, shard.set(id, what))
  }
  return shards
}

function nameOf(shard: string): string {
  return `${shard}.json`
}

/** Not more than is looked at without the record. */
export function summary({ id, saved, index, waiting, requests, dead, shown }: Known): Known {
  return { id, saved: { version: saved.version }, index, waiting, requests, dead, shown }
}

export function stampOf({ ino, ctimeMs, size }: Stats): Stamp {
  return [ino, ctimeMs, size]
}

export function isSame(one: Stamp, other: Stamp): boolean {
  return one.every((part, n) => part === other[n])
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function write(folder: DurableFolder, name: string, text: string): Promise<void> {
  const path = join(folder.path, name)
  await writeFile(path + TEMPORARY, text, { mode: 0o600 })
  await rename(path + TEMPORARY, path)
}
