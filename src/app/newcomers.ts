import type { Directory } from '../core/people/directory.ts'
import { toldLate } from '../core/provider/told-late.ts'
import { wakeIntent } from '../core/record.ts'
import type { RecordId } from '../core/record-id.ts'
import type { Instant } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { lookingAt } from './failures.ts'
import { contextFor, handle } from './handle.ts'
import { upcast } from './upcast.ts'

/**
 * Wakes the providers in enhanced of which somebody is to be told who has come into a post that was empty,
 * whenever the directory is another than at the last look or somebody’s leave is over, and at the first.
 */
export function newcomerWatch(app: App, isStopping: () => boolean): () => Promise<void> {
  let seen: Directory | null = null
  let again: Instant | null = null
  const untold = lookingAt(
    app,
    'Nobody could be told who is in an empty post by now; that is tried again after a pause',
    (id) => wakeWhereUntold(app, id),
  )

  return async () => {
    const [directory, now] = [app.directory(), app.now()]
    if (directory === seen && (again === null || now < again)) return untold.again(isStopping)
    const { store, timeline, packs } = app
    const levels = packs.current.policy.levels.filter(({ enhanced }) => enhanced)
    for (const { id: level } of levels) {
      for (const { id } of await store.list({ facets: { kind: 'provider', level }, timeline })) {
        if (isStopping()) return
        await untold.at(id)
      }
    }
    seen = directory
    again = nextReturn(directory, now)
  }
}

/** When the next of those who are away is back. */
function nextReturn({ organisations }: Directory, now: Instant): Instant | null {
  const ends = organisations.flatMap(({ leave }) => leave.map(({ until }) => until))
  return ends.filter((until) => until > now).sort()[0] ?? null
}

async function wakeWhereUntold(app: App, id: RecordId): Promise<void> {
  const saved = await app.store.load(id)
  const record = saved && upcast(id, saved)
  if (record?.kind !== 'provider') return
  if (toldLate(record, contextFor(app, record, app.now())).length === 0) return
  await handle(app, { key: null, to: id, intent: wakeIntent('provider') })
}
