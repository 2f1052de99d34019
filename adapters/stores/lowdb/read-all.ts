import { existsSync, readdirSync, readFileSync, rmSync, type Stats, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Saved } from '../../../src/app/ports.ts'
import { SCHEMA } from '../../../src/app/schema.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Known, Row } from '../row.ts'
import { type DurableFolder, TEMPORARY } from './durable-file.ts'
import { type Parsed, parseFile } from './file-format.ts'
import { isSame, type KnownFile, type KnownFiles, stampOf, summary } from './known-files.ts'
import { codeOf } from './make-folder.ts'
import { isPutAside, putAside, refuseNewer, remindOf } from './put-aside.ts'
import { fileName, shardOf } from './record-folders.ts'
import { rowFormat } from './row-format.ts'

/** A sentence when what was saved of a record is not what it should be. */
export type Check = (id: RecordId, saved: Saved) => string | null

export interface Found {
  record(known: Known): void
  /** A file that stays where it is and could not be read now: nothing may take its place unseen. */
  unread(name: string): void
}

/**
 * Finds every record once, at the start, and puts aside what is none; resolves to the complaints.
 * A file that is not known yet is read synchronously, which is several times faster for many small
 * files, one folder at a time.
 */
export async function readAll(
  shards: readonly DurableFolder[],
  known: Pick<KnownFiles, 'reader' | 'found' | 'gone'>,
  found: Found,
  check: Check = () => null,
): Promise<string[]> {
  const complaints: (string | null)[] = []
  const knownOf = known.reader()
  for (const shard of shards) {
    const unchanged = new Set<string>()
    for (const file of knownOf(basename(shard.path))) {
      const name = fileName(file.known.id)
      if (!isUnchanged(shard, name, file)) known.gone(file.known.id)
      else {
        unchanged.add(name)
        found.record(file.known)
        complaints.push(file.complaint)
      }
    }
    const others = readdirSync(shard.path).filter((name) => !unchanged.has(name))
    for (const name of others.sort())
      complaints.push(await findOne(shard, name, known, found, check))
    await setImmediate()
  }
  return complaints.filter((one) => one !== null)
}

function isUnchanged({ path }: DurableFolder, name: string, { stamp }: KnownFile): boolean {
  // Quicker than to join them, for so many.
  const stats = statOf(path + sep + name)
  return stats?.isFile() === true && isSame(stamp, stampOf(stats))
}

async function findOne(
  shard: DurableFolder,
  name: string,
  known: Pick<KnownFiles, 'found'>,
  found: Found,
  check: Check,
): Promise<string | null> {
  const path = join(shard.path, name)
  if (isPutAside(name)) return remindOf(shard, name)
  if (!name.endsWith('.json') && !name.endsWith(TEMPORARY)) return null
  const stats = statOf(path)
  if (stats && !stats.isFile())
    return `${path} is not a file and was left alone. Move it elsewhere.`
  if (name.endsWith(TEMPORARY)) {
    rmSync(path)
    return null
  }
  const read = await readOne(shard, name, check)
  if (typeof read === 'string') {
    if (existsSync(path)) found.unread(name)
    return read
  }
  const { row, complaint } = read
  const stamp = stats ? stampOf(stats) : NO_STAMP
  const file = { stamp, known: summary(row), complaint }
  known.found(file)
  found.record(file.known)
  return complaint
}

const NO_STAMP = [0, 0, 0] as const

/** A sentence where there is no record in it. */
async function readOne(shard: DurableFolder, name: string, check: Check) {
  const parsed = readRow(shard, name)
  if (typeof parsed === 'string') return parsed
  refuseNewer(shard, name, parsed)
  if (parsed.type === 'bad') return putAside(shard, name, parsed.why)
  if (parsed.type === 'newer') return ''
  const { id, saved } = parsed.content
  // The file may be of a format that we know while the record in it is not.
  if (saved.schema > SCHEMA) refuseNewer(shard, name, { type: 'newer', format: saved.schema })
  const complaint = check(id, saved)
  return {
    row: parsed.content,
    complaint: complaint === null ? null : `${join(shard.path, name)}: ${complaint}`,
  }
}

/** A sentence where the disk does not give the file. */
function readRow(shard: DurableFolder, name: string): Parsed<Row> | string {
  const path = join(shard.path, name)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return `${path} cannot be read (${codeOf(error) ?? String(error)}), and what it holds is missing. Look at its rights and at the disk, and start again.`
  }
  const parsed = parseFile(rowFormat, text)
  if (parsed.type !== 'whole') return parsed
  const { id } = parsed.content
  return fileName(id) === name && shardOf(id) === basename(shard.path)
    ? parsed
    : { type: 'bad', why: `it holds ${id} and does not belong here` }
}

/** What cannot be looked at is tried as a file: to read it says what is wrong. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
