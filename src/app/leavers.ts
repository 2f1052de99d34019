import { namesLeavers } from '../core/meeting/index.ts'
import type { Directory } from '../core/people/directory.ts'
import { wakeIntent } from '../core/record.ts'
import type { RecordId } from '../core/record-id.ts'
import type { App } from './app.ts'
import { lookingAt } from './failures.ts'
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
  const meetings = lookingAt(
    app,
    'A meeting could not be told who has left; that is tried again after a pause',
    (id) => wakeWhereLeft(app, id),
  )

  return async () => {
    const directory = app.directory()
    if (directory === seen) return meetings.again(isStopping)
    const { store, timeline } = app
    for (const status of UNFINISHED) {
      for (const { id } of await store.list({ facets: { kind: 'meeting', status }, timeline })) {
        if (isStopping()) return
        await meetings.at(id)
      }
    }
    seen = directory
  }
}

async function wakeWhereLeft(app: App, id: RecordId): Promise<void> {
  const saved = await app.store.load(id)
  const record = saved && upcast(id, saved)
  if (record?.kind !== 'meeting' || !namesLeavers(record, app.directory())) return
  await handle(app, { key: null, to: id, intent: wakeIntent('meeting') })
}
