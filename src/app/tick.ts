import { wakeIntent } from '../core/record.ts'
import { type RecordId, recordKind } from '../core/record-id.ts'
import type { App } from './app.ts'
import { handle } from './handle.ts'

const AT_ONCE = 200

/** Wakes the records of a timeline whose time has come. A record that throws holds up no other. */
export async function tick(app: App): Promise<void> {
  const woken = new Set<RecordId>()
  for (;;) {
    const due = await app.store.due(app.timeline, app.now(), AT_ONCE + woken.size)
    const fresh = due.filter((id) => !woken.has(id))
    if (fresh.length === 0) return
    for (const id of fresh) {
      woken.add(id)
      try {
        await handle(app, { key: null, to: id, intent: wakeIntent(recordKind(id)) })
      } catch (error) {
        app.log.error(
          { error, record: id },
          'A record could not be woken; it is tried again at the next sweep',
        )
      }
    }
  }
}
