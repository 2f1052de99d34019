import type { Claim, Ended, Task } from '../../../src/app/ports.ts'
import type { Instant } from '../../../src/core/time/instant.ts'

/** Which queues are being worked at, and which tries left no outcome. */
export interface Claims {
  /** Whether nobody works at the task's queue, which does not rest, and no newer task takes its place. */
  isFree(task: Task, isOver: (pause: Instant | null) => boolean): boolean
  /** Whether a task is being tried, or was and left no outcome. */
  isTried(task: Task): boolean
  /** Newer ones are about to take their places: the change that says so is being written. */
  leave(tasks: readonly string[]): void
  /** The change is written, or could not be. */
  left(tasks: readonly string[]): void
  take(task: Task): Claim
  /** Whether nobody has taken the queue since; while the outcome is being saved, nobody can. */
  hold(claim: Claim): boolean
  /** The outcome is saved. */
  end(claim: Claim, ended: Ended): void
  /** The outcome could not be saved: the claim goes on. */
  goOn(claim: Claim): void
  release(claim: Claim): void
  /** A try from before a restart that left no outcome. */
  doubt(task: string): void
  /** What is being tried, or was and left no outcome. */
  unsettled(): readonly string[]
}

interface Working {
  readonly fence: number
  readonly task: string
  /** `performance.now()`; infinite while the outcome is being saved. */
  until: number
}

interface Queue {
  working: Working | null
  sent: readonly Instant[]
  restUntil: Instant | null
}

export function claims(leaseMilliseconds: number): Claims {
  const queues = new Map<string, Queue>()
  const doubts = new Set<string>()
  const leaving = new Set<string>()
  let last = 0
  const workingAt = ({ task, fence }: Claim): Working | null => {
    const working = queues.get(task.queue)?.working
    return working?.fence === fence ? working : null
  }

  return {
    isFree({ id, queue: name }, isOver) {
      if (leaving.has(id)) return false
      const queue = queues.get(name)
      if (!queue) return true
      return (queue.working?.until ?? 0) <= performance.now() && isOver(queue.restUntil)
    },
    isTried: ({ queue, id }) => doubts.has(id) || queues.get(queue)?.working?.task === id,
    leave(tasks) {
      for (const id of tasks) leaving.add(id)
    },
    left(tasks) {
      for (const id of tasks) leaving.delete(id)
    },
    take(task) {
      const { working = null, sent = [], restUntil = null } = queues.get(task.queue) ?? {}
      if (working) doubts.add(working.task)
      last += 1
      const now = performance.now()
      const taken = { fence: last, task: task.id, until: now + leaseMilliseconds }
      queues.set(task.queue, { working: taken, sent, restUntil })
      // Before another may take it, with something to spare.
      const until = now + leaseMilliseconds * 0.9
      return { task, fence: last, until, doubtful: doubts.has(task.id), sent }
    },
    hold(claim) {
      const working = workingAt(claim)
      if (working) working.until = Number.POSITIVE_INFINITY
      return working !== null
    },
    end({ task }, { sent, restUntil }) {
      doubts.delete(task.id)
      const resting = sent.length > 0 || restUntil !== null
      if (resting) queues.set(task.queue, { working: null, sent, restUntil })
      else queues.delete(task.queue)
    },
    goOn(claim) {
      const working = workingAt(claim)
      if (working) working.until = performance.now() + leaseMilliseconds
    },
    release(claim) {
      const queue = queues.get(claim.task.queue)
      if (queue && workingAt(claim)) queue.working = null
    },
    doubt: (task) => void doubts.add(task),
    unsettled: () => [
      ...doubts,
      ...[...queues.values()].flatMap(({ working }) => (working ? [working.task] : [])),
    ],
  }
}
