import { access, constants } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Store } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Catalogue, createCatalogue } from '../catalogue/index.ts'
import { recordStore } from '../record-store.ts'
import type { Row } from '../row.ts'
import { durableFolder } from './durable-file.ts'
import { lanes } from './lanes.ts'
import { lock } from './lock.ts'
import { codeOf } from './make-folder.ts'
import { type Check, readAll } from './read-all.ts'
import { recordFolders } from './record-folders.ts'
import { settingsFile } from './settings-file.ts'

interface Wanted {
  readonly check?: Check | undefined
  readonly leaseMilliseconds?: number | undefined
}

interface Closable {
  close(): Promise<void>
}

/**
 * The embedded store: a JSON file per record, replaced whole and flushed before a change counts as
 * saved. Only what is searched for is in memory, besides the records that were used last.
 * Throws a sentence. `check` is asked once for every record; what it says is a complaint.
 */
export async function openLowdb(
  folder: string,
  { check, leaseMilliseconds }: Wanted = {},
): Promise<Store> {
  const opened: Closable[] = []
  const keep = <Part extends Closable>(part: Part) => {
    opened.push(part)
    return part
  }
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close()
  }
  try {
    const catalogue = createCatalogue(leaseMilliseconds)
    return await open(resolve(folder), catalogue, check, keep, close)
  } catch (error) {
    await close()
    throw codeOf(error) === undefined ? error : cannotUse(resolve(folder), error)
  }
}

function cannotUse(folder: string, cause: unknown): Error {
  const what = cause instanceof Error ? cause.message : String(cause)
  return new Error(
    `The folder ${folder} cannot be used to keep records (${what}). See to it that it is a folder which Muster may read and write, or name another in MUSTER_DATA.`,
    { cause },
  )
}

async function open(
  folder: string,
  catalogue: Catalogue,
  check: Check | undefined,
  keep: <Part extends Closable>(part: Part) => Part,
  close: () => Promise<void>,
): Promise<Store> {
  const root = keep(await durableFolder(folder))
  await mayUse(folder)
  keep({ close: await lock(folder) })
  const settings = keep(await settingsFile(root))
  const parent = keep(await durableFolder(join(folder, 'records')))
  await mayUse(parent.path)
  await root.flush()
  const records = keep(await recordFolders(parent))
  const found = (row: Row) => catalogue.replace(undefined, row)
  const complaints = await readAll(records.shards, found, check)
  const { change } = keep(lanes({ ...records, stands: catalogue.replace }))

  return recordStore({
    catalogue,
    rows: { read: records.read, change, all: () => allRows(catalogue, records.read) },
    settings,
    complaints: [...settings.complaints, ...records.complaints, ...complaints],
    close,
  })
}

/** Better at the start than when the first person is told that nothing was saved. */
async function mayUse(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
}

async function* allRows(
  catalogue: Catalogue,
  read: (id: RecordId) => Promise<Row | undefined>,
): AsyncIterable<Row> {
  for (const { id } of catalogue.list({ facets: {} })) {
    const row = await read(id)
    if (row) yield row
  }
}
