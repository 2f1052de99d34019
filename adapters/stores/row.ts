import type { Entry } from '../../src/app/history.ts'
import type { Change, Request, Saved, Shown, Task } from '../../src/app/ports.ts'
import { placeKey } from '../../src/core/effect.ts'
import type { Index } from '../../src/core/kind.ts'
import type { RecordId } from '../../src/core/record-id.ts'

/** A task in the outbox; a lower position goes first within its queue. */
export interface Waiting {
  readonly position: number
  readonly task: Task
}

/** A request that waits has a key: it is answered by it, and doing it twice changes nothing. */
export interface Pending {
  readonly position: number
  readonly request: Request & { readonly key: string }
}

export type Standing = Omit<Shown, 'record'>

/** All that is kept of one record, so that a change of it is one write. Rows are never edited in place. */
export interface Row {
  readonly id: RecordId
  readonly saved: Saved
  readonly index: Index
  readonly entries: readonly Entry[]
  readonly waiting: readonly Waiting[]
  readonly settled: readonly Task[]
  readonly requests: readonly Pending[]
  readonly shown: readonly Standing[]
}

export interface Positions {
  next(): number
  front(queue: string): number
}

/** Older settled tasks are only of use to the history, which has its own events for them. */
const SETTLED_KEPT = 200

export function withChange(
  row: Row | undefined,
  id: RecordId,
  expectedVersion: number,
  change: Change,
  positions: Positions,
): Row | 'conflict' {
  if ((row?.saved.version ?? 0) !== expectedVersion) return 'conflict'
  return {
    id,
    saved: change.saved,
    index: change.index,
    entries: [...(row?.entries ?? []), ...change.entries],
    waiting: change.tasks.reduce(
      (waiting, task) => queued(waiting, task, positions),
      row?.waiting ?? [],
    ),
    settled: row?.settled ?? [],
    requests: asked(row?.requests ?? [], change.requests, positions),
    shown: row?.shown ?? [],
  }
}

/** The newest update takes the place in the queue of an untried one, so a root stays before its thread. */
function queued(waiting: readonly Waiting[], task: Task, positions: Positions): readonly Waiting[] {
  const slot = slotOf(task)
  const untried = waiting.find(
    (one) => slot !== undefined && one.task.tries === 0 && slotOf(one.task) === slot,
  )
  if (!untried) return [...waiting, { position: positions.next(), task }]
  const heir = { position: untried.position, task: asUrgent(task, untried.task) }
  return waiting.map((one) => (one === untried ? heir : one))
}

/** What had to be told at once and was not sent yet is not made to wait by a later update. */
function asUrgent(task: Task, { effect: replaced }: Task): Task {
  const { effect } = task
  return effect.type === 'message' && replaced.type === 'message' && replaced.urgent
    ? { ...task, effect: { ...effect, urgent: true } }
    : task
}

function slotOf({ effect }: Task): string | undefined {
  return effect.type === 'message' ? `${placeKey(effect.place)} ${effect.slot}` : undefined
}

function asked(
  pending: readonly Pending[],
  requests: readonly Request[],
  positions: Positions,
): readonly Pending[] {
  const fresh = requests.filter(({ key }) => !pending.some((one) => one.request.key === key))
  if (fresh.length === 0) return pending
  const added = fresh.map((request): Pending => {
    const { key } = request
    if (key === null) throw new Error('A request without a key cannot be kept')
    return { position: positions.next(), request: { ...request, key } }
  })
  return [...pending, ...added]
}

/** The row after a try of one of its tasks. A task that is unknown was replaced by a newer one meanwhile. */
export function withOutcome(
  row: Row,
  task: Task,
  replies: readonly Request[],
  positions: Positions,
): Row {
  const next = { ...row, requests: asked(row.requests, replies, positions) }
  if (row.settled.some(({ id }) => id === task.id)) return next
  const { last } = task
  if (last?.type === 'done' || last?.type === 'never')
    return {
      ...next,
      waiting: row.waiting.filter((one) => one.task.id !== task.id),
      settled: [...row.settled, task].slice(-SETTLED_KEPT),
      shown: last.type === 'done' ? standing(row.shown, task, last.ref) : row.shown,
    }
  const known = row.waiting.some((one) => one.task.id === task.id)
  if (known)
    return {
      ...next,
      waiting: row.waiting.map((one) => (one.task.id === task.id ? { ...one, task } : one)),
    }
  // It may have arrived: it is looked up before the newer one is sent, or that would post twice.
  if (last?.type === 'unclear')
    return { ...next, waiting: [{ position: positions.front(task.queue), task }, ...row.waiting] }
  return next
}

function standing(shown: readonly Standing[], { effect }: Task, ref: string): readonly Standing[] {
  if (effect.type !== 'message') return shown
  const [place, { slot }] = [placeKey(effect.place), effect]
  const same = shown.find((one) => one.place === place && one.slot === slot)
  if (same?.ref === ref) return shown
  return [...shown.filter((one) => one !== same), { place, slot, ref }]
}

export function withoutRequest(row: Row, key: string): Row {
  return { ...row, requests: row.requests.filter(({ request }) => request.key !== key) }
}

/** Settled tasks in the order in which they were settled, then the waiting ones in theirs. */
export function outboxOf({ settled, waiting }: Row): readonly Task[] {
  const ordered = waiting.toSorted((one, other) => one.position - other.position)
  return [...settled, ...ordered.map(({ task }) => task)]
}
