import { join, resolve } from 'node:path'
import type { Store } from '../../../src/app/ports.ts'
import { createCatalogue } from '../catalogue/index.ts'
import { recordStore } from '../record-store.ts'
import { durableFolder } from './durable-file.ts'
import { lanes } from './lanes.ts'
import { lock } from './lock.ts'
import { readAll } from './read-all.ts'
import { recordFolders } from './record-folders.ts'
import { settingsFile } from './settings-file.ts'

interface Closable {
  close(): Promise<void>
}

/**
 * The embedded store: a JSON file per record, replaced whole and flushed before a change counts as
 * saved. Only what is searched for is in memory, besides the records that were used last.
 */
export async function openLowdb(folder: string): Promise<Store> {
  const opened: Closable[] = []
  const keep = <Part extends Closable>(part: Part) => {
    opened.push(part)
    return part
  }
  const close = async () => {
    for (const part of opened.splice(0).reverse()) await part.close()
  }
  try {
    return await open(resolve(folder), keep, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  folder: string,
  keep: <Part extends Closable>(part: Part) => Part,
  close: () => Promise<void>,
): Promise<Store> {
  const root = keep(await durableFolder(folder))
  keep({ close: await lock(folder) })
  const settings = keep(await settingsFile(root))
  const parent = keep(await durableFolder(join(folder, 'records')))
  await root.flush()
  const records = keep(await recordFolders(parent))
  const catalogue = createCatalogue()
  const complaints = await readAll(records.shards, (row) => catalogue.replace(undefined, row))
  const { change } = keep(lanes({ ...records, stands: catalogue.replace }))

  return recordStore({
    catalogue,
    rows: { read: records.read, change },
    settings,
    complaints: [...settings.complaints, ...complaints],
    close,
  })
}
