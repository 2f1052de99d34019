import { acceptedBy } from '../../src/app/accepted.ts'
import { erase } from '../../src/app/history.ts'
import type { Change, Erasure, Request, Task, Whole } from '../../src/app/ports.ts'
import { NOTHING_STANDS, placeKey } from '../../src/core/effect.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import type { Instant } from '../../src/core/time/instant.ts'

/** A task in the outbox; a lower position goes first within its queue. */
export type Waiting = Whole['waiting'][number]
export type Pending = Whole['requests'][number]
export type Standing = Whole['shown'][number]

/** All that is kept of one record, so that a change of it is one write. Rows are never edited in place. */
export type Row = Whole

/** What is known of a record without reading it. */
export type Known = Pick<Row, 'id' | 'index' | 'waiting' | 'requests' | 'dead' | 'shown'> & {
  readonly saved: Pick<Row['saved'], 'version'>
}

export interface Positions {
  next(): number
  /** Whether a task is being tried, or was and left no outcome. */
  isTried(task: Task): boolean
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
  return withAdded(row && change.erasure ? erased(row, change.erasure) : row, id, change, positions)
}

/** The row without what a change erases; it must have all of its entries. */
function erased(row: Row, { entries, traces }: Erasure): Row {
  const gone = new Set(entries)
  const left = { ...row, entries: row.entries.map((one) => (gone.has(one.seq) ? erase(one) : one)) }
  return traces ? { ...left, waiting: [], settled: [], dead: [], requests: [], shown: [] } : left
}

function withAdded(row: Row | undefined, id: RecordId, change: Change, positions: Positions): Row {
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
    dead: row?.dead ?? [],
    requests: asked(row?.requests ?? [], change.requests, positions),
    shown: row?.shown ?? [],
  }
}

/** The newest update takes the place in the queue of an untried one, so a root stays before its thread. */
function queued(waiting: readonly Waiting[], task: Task, positions: Positions): readonly Waiting[] {
  const slot = slotOf(task)
  const untried = waiting.find(
    ({ task: other }) =>
      slot !== undefined &&
      other.tries === 0 &&
      slotOf(other) === slot &&
      !positions.isTried(other),
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

/** The row after a try of one of its tasks; itself when that try is already in it. */
export function withOutcome(
  row: Row,
  { task, replies }: { readonly task: Task; readonly replies: readonly Request[] },
  positions: Positions,
): Row {
  const before = row.waiting.find((one) => one.task.id === task.id)?.task
  // A task that was taken up again has the same name and is another.
  if (!before || before.tries >= task.tries || before.addedAt !== task.addedAt) return row
  const next = { ...row, requests: asked(row.requests, replies, positions) }
  const { last } = task
  if (last?.type !== 'done' && last?.type !== 'never')
    return {
      ...next,
      waiting: row.waiting.map((one) => (one.task.id === task.id ? { ...one, task } : one)),
    }
  return {
    ...next,
    waiting: row.waiting.filter((one) => one.task.id !== task.id),
    settled: [...row.settled, task].slice(-SETTLED_KEPT),
    dead: last.type === 'never' ? [...row.dead, task] : row.dead,
    shown: standing(row.shown, task, last.type === 'done' ? last.ref : undefined),
  }
}

/** What was given up is kept too, where nothing stands: it was not lost. */
function standing(
  shown: readonly Standing[],
  task: Task,
  ref: string | undefined,
): readonly Standing[] {
  const { effect } = task
  if (effect.type !== 'message') return shown
  const [place, { slot }] = [placeKey(effect.place), effect]
  const same = shown.find((one) => one.place === place && one.slot === slot)
  if (same && (ref === undefined || same.ref === ref)) return shown
  const first = ref === undefined || ref === NOTHING_STANDS ? undefined : acceptedBy(task)
  const stands = { place, slot, ref: ref ?? NOTHING_STANDS, ...(first && { first }) }
  return [...shown.filter((one) => one !== same), stands]
}

export function withoutRequest(row: Row, key: string): Row {
  return { ...row, requests: row.requests.filter(({ request }) => request.key !== key) }
}

/** The row with a dead task in its queue again, as if it had just been added; itself when there is none. */
export function withRevived(row: Row, id: string, realNow: Instant, positions: Positions): Row {
  const found = row.dead.find((one) => one.id === id)
  if (!found) return row
  const task = untried(found, realNow)
  return {
    ...withoutDead(row, id),
    settled: row.settled.filter((one) => one.id !== id),
    waiting: queued(row.waiting, task, positions),
  }
}

/** A task as if it had just been added. */
export function untried(task: Task, realNow: Instant): Task {
  const { last: _l, retryAt: _r, firstTriedAt: _f, endedAt: _e, ...rest } = task
  return { ...rest, tries: 0, addedAt: realNow }
}

export function withoutDead(row: Row, id: string): Row {
  const dead = row.dead.filter((one) => one.id !== id)
  return dead.length === row.dead.length ? row : { ...row, dead }
}

/** Settled tasks in the order in which they were settled, then the waiting ones in theirs. */
export function outboxOf({ settled, waiting }: Row): readonly Task[] {
  const ordered = waiting.toSorted((one, other) => one.position - other.position)
  return [...settled, ...ordered.map(({ task }) => task)]
}
