import type { Task } from '../../../src/app/ports.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import type { Waiting } from '../row.ts'
import { difference } from './difference.ts'
import { byText, type SortedList, sortedList } from './sorted-list.ts'

/** The outbox by queue, so that only the heads are looked at. */
export interface Queues {
  replace(before: readonly Waiting[], after: readonly Waiting[]): void
  /** A position before everything that waits in the queue. */
  front(queue: string): number
  heads(realNow: Instant, most: number): Task[]
}

export function queues(): Queues {
  const waiting = new Map<string, SortedList<Waiting>>()
  const add = (one: Waiting) => {
    const queue = waiting.get(one.task.queue) ?? sortedList<Waiting>(byPosition)
    waiting.set(one.task.queue, queue)
    queue.add(one)
  }
  const remove = (one: Waiting) => {
    const queue = waiting.get(one.task.queue)
    queue?.remove(one)
    if (queue?.size === 0) waiting.delete(one.task.queue)
  }

  return {
    replace(before, after) {
      const { gone, come } = difference(before, after)
      gone.forEach(remove)
      come.forEach(add)
    },
    front: (queue) => (waiting.get(queue)?.first()?.position ?? 0) - 1,
    heads(realNow, most) {
      const heads: Waiting[] = []
      for (const queue of waiting.values()) {
        const head = queue.first()
        if (head && (head.task.retryAt ?? '') <= realNow) heads.push(head)
      }
      return heads
        .sort(byUrgency)
        .slice(0, most)
        .map(({ task }) => task)
    },
  }
}

function byUrgency(one: Waiting, other: Waiting): number {
  return Number(isUrgent(other.task)) - Number(isUrgent(one.task)) || byPosition(one, other)
}

function isUrgent({ effect }: Task): boolean {
  return effect.type === 'message' && effect.urgent
}

function byPosition(one: Waiting, other: Waiting): number {
  return one.position - other.position || byText(one.task.id, other.task.id)
}
