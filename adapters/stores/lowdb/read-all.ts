import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Saved } from '../../../src/app/ports.ts'
import { SCHEMA } from '../../../src/app/schema.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Row } from '../row.ts'
import { type DurableFolder, TEMPORARY } from './durable-file.ts'
import { type Parsed, parseFile } from './file-format.ts'
import { codeOf } from './make-folder.ts'
import { isPutAside, putAside, refuseNewer, remindOf } from './put-aside.ts'
import { fileName, shardOf } from './record-folders.ts'
import { rowFormat } from './row-format.ts'

/** A sentence when what was saved of a record is not what it should be. */
export type Check = (id: RecordId, saved: Saved) => string | null

/**
 * Reads every record once, at the start, and puts aside what is none; resolves to the complaints.
 * Read synchronously, which is several times faster for many small files, one folder at a time.
 */
export async function readAll(
  shards: readonly DurableFolder[],
  found: (row: Row) => void,
  check: Check = () => null,
): Promise<string[]> {
  const complaints: (string | null)[] = []
  for (const shard of shards) {
    for (const name of readdirSync(shard.path).sort())
      complaints.push(await readOne(shard, name, found, check))
    await setImmediate()
  }
  return complaints.filter((one) => one !== null)
}

async function readOne(
  shard: DurableFolder,
  name: string,
  found: (row: Row) => void,
  check: Check,
): Promise<string | null> {
  const path = join(shard.path, name)
  if (isPutAside(name)) return remindOf(shard, name)
  if (!name.endsWith('.json') && !name.endsWith(TEMPORARY)) return null
  if (!isFile(path)) return `${path} is not a file and was left alone. Move it elsewhere.`
  if (name.endsWith(TEMPORARY)) {
    rmSync(path)
    return null
  }
  const parsed = readRow(shard, name)
  if (typeof parsed === 'string') return parsed
  refuseNewer(shard, name, parsed)
  if (parsed.type !== 'whole')
    return parsed.type === 'bad' ? putAside(shard, name, parsed.why) : null
  const { id, saved } = parsed.content
  // The file may be of a format that we know while the record in it is not.
  if (saved.schema > SCHEMA) refuseNewer(shard, name, { type: 'newer', format: saved.schema })
  found(parsed.content)
  const complaint = check(id, saved)
  return complaint === null ? null : `${path}: ${complaint}`
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
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return true
  }
}
