import { COUNT_AS_LATE } from '../../core/late.ts'
import { recordKind } from '../../core/record-id.ts'
import { type Instant, plusSeconds } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import { handle } from '../handle.ts'
import type { Task } from '../ports.ts'

const MOST = 20_000

/** Reminders and questions that no service has accepted in the time that the pack gives: their records are told, once. */
export function lateMessages(app: App) {
  let told: ReadonlySet<string> = new Set()

  return {
    /** Resolves to how many there are. `offUntil`: before it Muster was off, which is not the service’s doing. */
    async tell(offUntil: Instant | null): Promise<number> {
      const { lateMinutes } = app.packs.current.policy.prompting
      const now = app.realNow()
      const addedBy = plusSeconds(now, -lateMinutes * 60)
      // A clock that was put back must not silence this for long.
      if (offUntil !== null && addedBy < offUntil && offUntil <= now) return 0
      const late = await app.store.waiting(addedBy, MOST, COUNT_AS_LATE)
      const known = new Set<string>()
      for (const task of late)
        if (told.has(task.id) || (await tellOf(app, task))) known.add(task.id)
      told = known
      return late.length
    },
  }
}

async function tellOf(app: App, { id, record, queue, effect, last }: Task): Promise<boolean> {
  if (effect.type !== 'message') return true
  const reason = last && last.type !== 'done' ? last.reason : 'It has not been tried yet.'
  const kind = recordKind(record)
  const intent = { kind, type: 'noteLate', slot: effect.slot, place: queue, reason } as const
  try {
    await handle(app, { key: `late:${id}`, to: record, intent })
    return true
  } catch (error) {
    app.log.error({ error, task: id }, 'A record could not be told that a message is late')
    return false
  }
}
