import type { Task } from '../../../src/app/ports.ts'
import { difference } from './difference.ts'
import { isLive } from './queues.ts'
import { byText, sortedList } from './sorted-list.ts'

/** The tasks that were given up, over all records. */
export interface DeadLetters {
  replace(before: readonly Task[], after: readonly Task[]): void
  oldest(most: number): Task[]
  get(id: string): Task | undefined
  count(): number
}

export function deadLetters(): DeadLetters {
  const byId = new Map<string, Task>()
  const ordered = sortedList<Task>(
    (one, other) => byText(one.addedAt, other.addedAt) || byText(one.id, other.id),
  )

  return {
    replace(before, after) {
      const { gone, come } = difference(before.filter(isLive), after.filter(isLive))
      for (const task of gone) {
        ordered.remove(task)
        byId.delete(task.id)
      }
      for (const task of come) {
        ordered.add(task)
        byId.set(task.id, task)
      }
    },
    oldest: (most) => [...ordered.from(() => true)].slice(0, most),
    get: (id) => byId.get(id),
    count: () => byId.size,
  }
}
