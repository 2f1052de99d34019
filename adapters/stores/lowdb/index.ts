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

/**
 * The embedded store: a JSON file per record, replaced whole and flushed before a change counts as
 * saved. Only what is searched for is in memory, besides the records that were used last.
 */
export async function openLowdb(folder: string): Promise<Store> {
  const root = await durableFolder(resolve(folder))
  const unlock = await lock(root.path)
  try {
    return await openLocked()
  } catch (error) {
    await root.close()
    await unlock()
    throw error
  }

  async function openLocked(): Promise<Store> {
    const settings = await settingsFile(root)
    const parent = await durableFolder(join(root.path, 'records'))
    await root.flush()
    const records = await recordFolders(parent)
    const catalogue = createCatalogue()
    const complaints = await readAll(records.shards, (row) => catalogue.replace(undefined, row))
    const { change, close } = lanes({ ...records, stands: catalogue.replace })

    return recordStore({
      catalogue,
      rows: { read: records.read, change },
      settings,
      complaints: [...settings.complaints, ...complaints],
      async close() {
        await Promise.all([close(), settings.close()])
        await records.close()
        await parent.close()
        await root.close()
        await unlock()
      },
    })
  }
}
