import { type Dirent, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { SCHEMA } from '../../../src/app/schema.ts'
import type { Row } from '../row.ts'
import { type DurableFolder, TEMPORARY } from './durable-file.ts'
import { type Parsed, parseFile } from './file-format.ts'
import { isPutAside, putAside, refuseNewer, remindOf } from './put-aside.ts'
import { fileName, shardOf } from './record-folders.ts'
import { rowFormat } from './row-format.ts'

/**
 * Reads every record once, at the start, and puts aside what is none; resolves to the complaints.
 * Read synchronously, which is several times faster for many small files, one folder at a time.
 */
export async function readAll(
  shards: readonly DurableFolder[],
  found: (row: Row) => void,
): Promise<string[]> {
  const complaints: string[] = []
  for (const shard of shards) {
    for (const entry of readdirSync(shard.path, { withFileTypes: true }).sort(byName)) {
      const { name } = entry
      if (!entry.isFile())
        complaints.push(`${join(shard.path, name)} is no file and was left alone.`)
      else if (name.endsWith(TEMPORARY)) rmSync(join(shard.path, name))
      else if (isPutAside(name)) complaints.push(remindOf(shard, name))
      else if (name.endsWith('.json')) {
        const parsed = readRow(shard, name)
        refuseNewer(shard, name, parsed)
        if (parsed.type === 'whole') refuseNewerBody(shard, name, parsed.content)
        if (parsed.type === 'whole') found(parsed.content)
        if (parsed.type === 'bad') complaints.push(await putAside(shard, name, parsed.why))
      }
    }
    await setImmediate()
  }
  return complaints
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1
}

/** The file may be of a format that we know while the record in it is not. */
function refuseNewerBody(shard: DurableFolder, name: string, { saved }: Row): void {
  if (saved.schema > SCHEMA) refuseNewer(shard, name, { type: 'newer', format: saved.schema })
}

function readRow(shard: DurableFolder, name: string): Parsed<Row> {
  const parsed = parseFile(rowFormat, readFileSync(join(shard.path, name), 'utf8'))
  if (parsed.type !== 'whole') return parsed
  const { id } = parsed.content
  return fileName(id) === name && shardOf(id) === basename(shard.path)
    ? parsed
    : { type: 'bad', why: `it holds ${id} and does not belong here` }
}
