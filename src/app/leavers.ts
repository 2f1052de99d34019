import { namesLeavers } from '../core/meeting/index.ts'
import type { Directory } from '../core/people/directory.ts'
import { wakeIntent } from '../core/record.ts'
import type { RecordId } from '../core/record-id.ts'
import type { App } from './app.ts'
import { handle } from './handle.ts'
import { upcast } from './upcast.ts'

/** What is held may have to be corrected, signed off or resolved. */
const UNFINISHED = ['open', 'draft', 'acting'] as const

/**
 * Wakes the meetings that are not finished and name somebody who has left, whenever the directory is another than at
 * the last look, and at the first.
 */
export function leaverWatch(app: App, isStopping: () => boolean): () => Promise<void> {
  let seen: Directory | null = null

  return async () => {
    const directory = app.directory()
    if (directory === seen) return
    const { store, timeline } = app
    for (const status of UNFINISHED) {
      for (const { id } of await store.list({ facets: { kind: 'meeting', status }, timeline })) {
        if (isStopping()) return
        await wakeWhereLeft(app, id, directory)
      }
    }
    seen = directory
  }
}

async function wakeWhereLeft(app: App, id: RecordId, directory: Directory): Promise<void> {
  try {
    const saved = await app.store.load(id)
    const record = saved && upcast(id, saved)
    if (record?.kind !== 'meeting' || !namesLeavers(record, directory)) return
    await handle(app, { key: null, to: id, intent: wakeIntent('meeting') })
  } catch (error) {
    app.log.error({ error, record: id }, 'A meeting could not be told who has left')
  }
}
