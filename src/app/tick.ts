import { DRILLS } from '../core/drill/timeline.ts'
import type { Outage } from '../core/outage.ts'
import { wakeIntent } from '../core/record.ts'
import { type RecordId, recordKind } from '../core/record-id.ts'
import type { App } from './app.ts'
import { type Failures, failed, rests } from './failures.ts'
import { handle } from './handle.ts'
import { together } from './together.ts'

const MOST = 512
/** As many as one store writes best at once. */
const AT_ONCE = 32

/**
 * Wakes the records of a timeline whose time has come, and the rehearsals, which live by real time. One that throws backs off alone.
 * A process that is stopping leaves the rest to others. After an outage those that it held up learn of it.
 */
export async function tick(
  app: App,
  failures: Failures = new Map(),
  isStopping = () => false,
  outage: Outage | null = null,
): Promise<void> {
  const woken = new Set<RecordId>()
  const held: RecordId[] = []
  const next = async () => {
    const live = await app.store.due(app.timeline, outage?.until ?? app.now(), MOST)
    // Rehearsals go on after an outage: nobody is told that they were held up.
    return live.length > 0 || outage ? live : app.store.due(DRILLS, app.realNow(), MOST)
  }
  try {
    while (!isStopping()) {
      const due = await next()
      if (due.length === 0) return
      const fresh = due.filter((id) => !woken.has(id) && !rests(app, failures, id))
      held.push(...due)
      for (const id of fresh) woken.add(id)
      await together(fresh, AT_ONCE, (id) => wake(app, id, failures, outage))
    }
  } finally {
    await app.store.releaseDue(held)
  }
}

async function wake(
  app: App,
  id: RecordId,
  failures: Failures,
  outage: Outage | null,
): Promise<void> {
  try {
    await handle(app, { key: null, to: id, intent: wakeIntent(recordKind(id), outage) })
    failures.delete(id)
  } catch (error) {
    const seconds = failed(app, failures, id)
    app.log.error(
      { error, record: id, seconds },
      'A record could not be woken; that is tried again after a pause',
    )
  }
}
