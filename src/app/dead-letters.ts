import { cleanText, faultOf } from '../core/form/free-text.ts'
import { guardingOf } from '../core/guard/intent.ts'
import { recordKind, referenceOf } from '../core/record-id.ts'
import type { Instant } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { handle } from './handle.ts'
import type { Store, Task } from './ports.ts'
import { UnreadableRecord } from './upcast.ts'

const REASON_LETTERS = 500

/** A message that was given up, without a word of what it says. */
export interface DeadLetter {
  readonly id: string
  readonly reference: string
  readonly place: string
  readonly slot: string
  readonly since: Instant
  readonly reason: string
  readonly tries: number
}

export interface OutboxReport {
  readonly waiting: number
  readonly oldest: Instant | null
  readonly dead: readonly DeadLetter[]
}

export async function outboxReport(store: Store): Promise<OutboxReport> {
  const { waiting, oldest, dead } = await store.counts()
  const tasks = dead === 0 ? [] : await store.dead(dead)
  return { waiting, oldest, dead: tasks.map(letterOf) }
}

/** Puts a dead task back into its queue; whoever sends finds it there. False when it is not among the dead. */
export function retryDead({ store, realNow }: Pick<App, 'store' | 'realNow'>, id: string) {
  return store.revive(id, realNow())
}

/**
 * Gives a dead task up for good, with the reason in the history of its record. A sentence when it
 * cannot be done; doing it twice says it once.
 */
export async function dropDead(app: App, id: string, because: string): Promise<string | null> {
  const reason = cleanText(because)
  const { policy } = app.packs.current
  const fault = faultOf(reason, REASON_LETTERS, guardingOf({ policy, now: app.now() }))
  if (fault) return fault.message
  if (reason === '') return 'Say why: muster outbox drop ID --because "…"'
  const { dead } = await app.store.counts()
  const task = (await app.store.dead(dead)).find((one) => one.id === id)
  if (!task) return notDead(id)
  const { record } = task
  const intent = {
    kind: recordKind(record),
    type: 'noteDropped',
    slot: slotOf(task),
    place: task.queue,
    reason,
  } as const
  try {
    const answer = await handle(app, { key: `dropped:${id}`, to: record, intent })
    if (!answer.ok) return answer.refusal.message
  } catch (error) {
    if (error instanceof UnreadableRecord) return error.message
    throw error
  }
  await app.store.bury(id)
  return null
}

export function notDead(id: string): string {
  return `There is no dead message ${id}. See: muster outbox list`
}

function letterOf(task: Task): DeadLetter {
  const { id, record, queue, addedAt, tries, last } = task
  const reason = last && 'reason' in last ? last.reason : ''
  const reference = referenceOf(record)
  return { id, reference, place: queue, slot: slotOf(task), since: addedAt, reason, tries }
}

function slotOf({ effect }: Task): string {
  return effect.type === 'message' ? effect.slot : effect.type
}
