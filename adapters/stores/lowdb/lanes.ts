import type { RecordId } from '../../../src/core/record-id.ts'
import type { Answer, Step } from '../record-store.ts'
import type { Row } from '../row.ts'
import { NotConfirmed } from './durable-file.ts'

/** Where rows are read and written, and what is told when a new one stands. */
export interface Shelf {
  read(id: RecordId): Promise<Row | undefined>
  write(row: Row): Promise<void>
  stands(before: Row | undefined, after: Row): void
}

/** Changes of one record go one after the other; different records do not wait for each other. */
export interface Lanes {
  change(id: RecordId, step: Step): Promise<Answer>
  /** Resolves when nothing is being written; refuses later changes. */
  close(): Promise<void>
}

interface Job {
  readonly step: Step
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
      const before = await shelf.read(id).catch((error: unknown) => asError(error))
      const jobs = waiting.get(id) ?? []
      waiting.set(id, [])
      if (before instanceof Error) for (const { reject } of jobs) reject(before)
      else await together(shelf, id, before, jobs)
    }
    waiting.delete(id)
  }

  return {
    change: (id, step) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The store is closed: nothing can be changed any more'))
        const jobs = waiting.get(id)
        const job = { step, resolve, reject }
        if (jobs) return void jobs.push(job)
        waiting.set(id, [job])
        const lane = run(id).finally(() => running.delete(lane))
        running.add(lane)
      }),
    async close() {
      closed = true
      await Promise.all(running)
    },
  }
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
  for (const job of jobs) {
    try {
      const next = job.step(after)
      if (next !== 'conflict') after = next
      answered.push({ job, answer: next === 'conflict' ? 'conflict' : 'saved' })
    } catch (error) {
      job.reject(error)
    }
  }
  try {
    if (after && after !== before) {
      await shelf.write(after)
      shelf.stands(before, after)
    }
    for (const { job, answer } of answered) job.resolve(answer)
  } catch (cause) {
    // The file was replaced already: memory has to agree with it, whatever the disk says.
    if (cause instanceof NotConfirmed && after) shelf.stands(before, after)
    const error = new Error(`${id} was not saved: ${asError(cause).message}`, { cause })
    for (const { job } of answered) job.reject(error)
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
