import type { RecordId } from '../../../src/core/record-id.ts'
import type { Answer, Step, Tried } from '../record-store.ts'
import type { Row } from '../row.ts'
import { NotConfirmed } from './durable-file.ts'
import { NotErased } from './erasures.ts'

/** Where rows are read and written, and what is told when a new one stands. */
export interface Shelf {
  read(id: RecordId): Promise<Row | undefined>
  write(row: Row): Promise<void>
  /** Keeps outcomes that lead to this row, without writing all of it. */
  note(row: Row, tried: readonly Tried[]): Promise<void>
  /** The row with all of its entries. */
  whole(row: Row): Promise<Row>
  /** Writes a row of which something was erased, and removes what else is kept of that. */
  erase(row: Row): Promise<void>
  /** These tasks are about to be replaced, and must not be sent meanwhile; `left` when that is decided. */
  leave(tasks: readonly string[]): void
  left(tasks: readonly string[]): void
  stands(before: Row | undefined, after: Row): void
}

/** Changes of one record go one after the other; different records do not wait for each other. */
export interface Lanes {
  change(id: RecordId, step: Step, tried?: Tried): Promise<Answer>
  /** The same for a step that erases: it is given all entries. */
  erase(id: RecordId, step: Step): Promise<Answer>
  /** Writes the whole row as it stands. */
  write(id: RecordId): Promise<void>
  /** Resolves when nothing is being written; refuses later changes. */
  close(): Promise<void>
}

interface Job {
  readonly step: Step
  readonly tried: Tried | undefined
  /** The whole row is written, whatever the step does. */
  readonly whole: boolean
  readonly erases: boolean
  resolve(answer: Answer): void
  reject(error: unknown): void
}

export function lanes(shelf: Shelf): Lanes {
  const waiting = new Map<RecordId, Job[]>()
  const running = new Set<Promise<void>>()
  let closed = false

  /** While one write is on its way, later changes gather here and share the next one. */
  const run = async (id: RecordId) => {
    while (waiting.get(id)?.length) {
      const erases = waiting.get(id)?.some((job) => job.erases) ?? false
      const before = await rowFor(shelf, id, erases).catch((error: unknown) => asError(error))
      const all = waiting.get(id) ?? []
      // One that erases and came meanwhile must have all entries: it waits for the next turn.
      const jobs = erases ? all : all.filter((job) => !job.erases)
      waiting.set(id, erases ? [] : all.filter((job) => job.erases))
      if (before instanceof Error) for (const { reject } of jobs) reject(before)
      else await together(shelf, id, before, jobs)
    }
    waiting.delete(id)
  }

  const add = (id: RecordId, job: Pick<Job, 'step' | 'tried' | 'whole' | 'erases'>) =>
    new Promise<Answer>((resolve, reject) => {
      const jobs = waiting.get(id)
      const mine = { ...job, resolve, reject }
      if (jobs) return void jobs.push(mine)
      waiting.set(id, [mine])
      const lane = run(id).finally(() => running.delete(lane))
      running.add(lane)
    })

  return {
    async change(id, step, tried) {
      if (closed) throw new Error('The store is closed: nothing can be changed any more')
      return add(id, { step, tried, whole: false, erases: false })
    },
    async erase(id, step) {
      if (closed) throw new Error('The store is closed: nothing can be changed any more')
      return add(id, { step, tried: undefined, whole: false, erases: true })
    },
    async write(id) {
      const step: Step = (row) => row ?? 'conflict'
      await add(id, { step, tried: undefined, whole: true, erases: false })
    },
    async close() {
      closed = true
      await Promise.all(running)
    },
  }
}

async function rowFor(shelf: Shelf, id: RecordId, whole: boolean): Promise<Row | undefined> {
  const row = await shelf.read(id)
  return row && whole ? shelf.whole(row) : row
}

/** Takes all steps on a copy, writes it once, and only then lets it stand. */
async function together(
  shelf: Shelf,
  id: RecordId,
  before: Row | undefined,
  jobs: readonly Job[],
): Promise<void> {
  let after = before
  const answered: { job: Job; answer: Answer }[] = []
  const changing: Job[] = []
  for (const job of jobs) {
    try {
      const next = job.step(after)
      if (job.whole || (next !== 'conflict' && next !== after)) changing.push(job)
      if (next !== 'conflict') after = next
      answered.push({ job, answer: next === 'conflict' ? 'conflict' : 'saved' })
    } catch (error) {
      job.reject(error)
    }
  }
  const leaving = before && after ? goneFrom(before, after) : []
  shelf.leave(leaving)
  try {
    if (after && changing.length > 0) {
      const tried = changing.flatMap((job) => job.tried ?? [])
      const erases = answered.some(({ job, answer }) => job.erases && answer === 'saved')
      if (erases) await shelf.erase(after)
      else if (tried.length === changing.length) await shelf.note(after, tried)
      else await shelf.write(after)
      shelf.stands(before, after)
    }
    for (const { job, answer } of answered) job.resolve(answer)
  } catch (cause) {
    // The file was replaced already: memory has to agree with it, whatever the disk says.
    const stands = cause instanceof NotConfirmed || cause instanceof NotErased
    if (stands && after) shelf.stands(before, after)
    if (cause instanceof NotErased) {
      for (const { job } of answered) job.reject(cause)
      return
    }
    const error = new Error(`${id} was not saved: ${asError(cause).message}`, { cause })
    for (const { job } of answered) job.reject(error)
  } finally {
    shelf.left(leaving)
  }
}

function goneFrom(before: Row, after: Row): readonly string[] {
  if (before.waiting === after.waiting) return []
  const waiting = new Set(after.waiting.map(({ task }) => task.id))
  return before.waiting.flatMap(({ task }) => (waiting.has(task.id) ? [] : [task.id]))
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
