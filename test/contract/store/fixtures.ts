import { chain, NO_HISTORY } from '../../../src/app/history.ts'
import type { Change, Claim, Ended, Request, Store, Task } from '../../../src/app/ports.ts'
import { type Effect, type Outcome, queueOf } from '../../../src/core/effect.ts'
import type { Index } from '../../../src/core/kind.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'

/**
 * A store on trial. What `always` checks must hold as it stands and, in a durable store, after a
 * restart; it resolves to the store that is open then.
 */
interface Trial {
  readonly store: Store
  always(check: (open: Store) => Promise<void>): Promise<Store>
}

/** Opens an empty store. It is closed when the test ends. */
export type OpenTrial = () => Promise<Trial>

export const FRIDAY: Instant = '2027-03-26T20:20:00Z'
export const LATER: Instant = '2027-03-26T20:30:00Z'
export const SATURDAY: Instant = '2027-03-27T09:00:00Z'

export const willow = RecordId.parse('case-7k2m9q4x')
export const rowan = RecordId.parse('case-00000001')

export function numbered(n: number): RecordId {
  return RecordId.parse(`case-${String(n).padStart(8, '0')}`)
}

interface Wanted {
  readonly version?: number
  readonly record?: unknown
  readonly index?: Partial<Index>
  readonly events?: readonly object[]
  readonly tasks?: readonly Task[]
  readonly requests?: readonly Request[]
}

/** A change to version 1 of a record that wakes never and owes nothing, but for what is wanted. */
export function change(wanted: Wanted = {}): Change {
  const { version = 1, record = { any: 'thing' }, events = [], tasks = [], requests = [] } = wanted
  const { entries, head } = chain(NO_HISTORY, events)
  return {
    saved: {
      schema: 1,
      version,
      opener: 'k-1',
      record,
      keys: [{ key: `k-${version}`, at: FRIDAY, version }],
      head,
    },
    index: { timeline: 'live', wakeAt: null, dueAt: null, facets: {}, ...wanted.index },
    entries,
    tasks,
    requests,
  }
}

export function request(key: string): Request {
  return { key, to: willow, from: rowan, intent: { kind: 'case', type: 'wake' } }
}

/** A message for a slot of a room. */
export function message(slot: string, room = 'R', urgent = false): Effect {
  return { type: 'message', place: { channel: 'web', to: { type: 'room', room } }, slot, urgent }
}

export function task(id: string, effect: Effect, record = willow): Task {
  return { id, record, queue: queueOf(effect), effect, tries: 0, addedAt: FRIDAY }
}

/** What waits at Willow House: its first message, another behind it, and another record's in that slot. */
export const root = task('t-root', message('root'))
export const roll = task('t-roll', message('roll'))
export const onTop = task('t-top', message('root'), rowan)

/** A store that holds one record, which grew by these tasks: a change for each batch. */
export async function withTasks(open: OpenTrial, ...batches: (readonly Task[])[]): Promise<Trial> {
  const trial = await open()
  for (const [n, tasks] of batches.entries())
    await trial.store.save(willow, n, change({ version: n + 1, tasks }))
  return trial
}

/** The task after one more try. */
export function tried(waiting: Task, last: Outcome, retryAt?: Instant): Task {
  const next = { ...waiting, tries: waiting.tries + 1, last }
  return retryAt ? { ...next, retryAt } : next
}

export const done = (ref: string): Outcome => ({ type: 'done', ref })
export const later: Outcome = { type: 'later', reason: 'It is busy' }
export const unclear: Outcome = { type: 'unclear', reason: 'No answer came' }
export const never: Outcome = { type: 'never', reason: 'The room is gone' }

/** The heads of the queues that may be tried. Their claims are given back. */
export async function heads(store: Store, realNow: Instant = FRIDAY, most = 100) {
  const claims = await store.claim(realNow, most)
  await store.release(claims)
  return claims.map(({ task }) => task)
}

export async function headIds(store: Store, realNow: Instant = FRIDAY, most = 100) {
  return (await heads(store, realNow, most)).map(({ id }) => id)
}

/** Claims a task that is the head of its queue. */
export async function claimed(
  store: Store,
  id: string,
  realNow: Instant = SATURDAY,
): Promise<Claim> {
  const claims = await store.claim(realNow, 1000)
  const [claim] = claims.filter(({ task }) => task.id === id)
  await store.release(claims.filter((one) => one !== claim))
  if (!claim) throw new Error(`${id} is not the head of a queue that may be tried`)
  return claim
}

export function ended(task: Task, replies: readonly Request[] = []): Ended {
  return { task, replies, sent: [], restUntil: null }
}

/** Claims a task and keeps how its try ended. */
export async function settle(store: Store, task: Task, replies: readonly Request[] = []) {
  return store.settle(await claimed(store, task.id), ended(task, replies))
}

/** The requests that wait. They are given back. */
export async function requested(store: Store, most = 100): Promise<readonly Request[]> {
  const requests = await store.requests(most)
  await store.releaseRequests(requests.flatMap(({ key }) => key ?? []))
  return requests
}

/** The records that are due. They are given back. */
export async function due(store: Store, timeline: string, now: Instant, most: number) {
  const ids = await store.due(timeline, now, most)
  await store.releaseDue(ids)
  return ids
}

/** The tasks in the order in which they would be sent if each arrived. Empties the outbox. */
export async function sendingOrder(store: Store): Promise<string[]> {
  const order: string[] = []
  for (;;) {
    const [claim] = await store.claim(SATURDAY, 1)
    if (!claim) return order
    const { task } = claim
    order.push(task.id)
    await store.settle(claim, ended(tried(task, done(`ref-${task.id}`))))
  }
}
