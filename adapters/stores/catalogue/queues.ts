import type { Task } from '../../../src/app/ports.ts'
import { isPressing, type SlotKind } from '../../../src/core/effect.ts'
import { recordKind } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import type { Waiting } from '../row.ts'
import { difference } from './difference.ts'
import { byText, type SortedList, sortedList } from './sorted-list.ts'

/** The outbox by queue, so that only the heads are looked at. */
export interface Queues {
  replace(before: readonly Waiting[], after: readonly Waiting[]): void
  /** The first of each queue that `mayTry` lets through. */
  heads(most: number, mayTry: (head: Task) => boolean): Task[]
  oldest(addedBy: Instant, most: number, only?: readonly SlotKind[]): Task[]
  count(): number
}

export function queues(): Queues {
  const waiting = new Map<string, SortedList<Waiting>>()
  // Nobody is to be alarmed by a rehearsal: what it sends is counted nowhere.
  const ages = sortedList<Waiting>(byAge)
  // The first of every queue.
  const heads = sortedList<Waiting>(byUrgency)
  const change = (name: string, step: (queue: SortedList<Waiting>) => void) => {
    const queue = waiting.get(name) ?? sortedList<Waiting>(byUrgency)
    const before = queue.first()
    step(queue)
    const after = queue.first()
    if (before !== after) {
      if (before) heads.remove(before)
      if (after) heads.add(after)
    }
    if (after) waiting.set(name, queue)
    else waiting.delete(name)
  }
  const add = (one: Waiting) => {
    if (isLive(one.task)) ages.add(one)
    change(one.task.queue, (queue) => queue.add(one))
  }
  const remove = (one: Waiting) => {
    if (isLive(one.task)) ages.remove(one)
    change(one.task.queue, (queue) => queue.remove(one))
  }

  return {
    replace(before, after) {
      const { gone, come } = difference(before, after)
      gone.forEach(remove)
      come.forEach(add)
    },
    heads(most, mayTry) {
      const tasks: Task[] = []
      for (const { task } of heads.from(() => true)) {
        if (tasks.length === most) break
        if (mayTry(task)) tasks.push(task)
      }
      return tasks
    },
    oldest(addedBy, most, only) {
      const tasks: Task[] = []
      for (const { task } of ages.from(() => true)) {
        if (task.addedAt > addedBy || tasks.length === most) break
        if (!only || isOneOf(only, task)) tasks.push(task)
      }
      return tasks
    },
    count: () => ages.size,
  }
}

function isOneOf(kinds: readonly SlotKind[], { effect }: Task): boolean {
  return effect.type === 'message' && kinds.some((kind) => effect.slot.startsWith(`${kind}:`))
}

export function isLive({ record }: Task): boolean {
  return recordKind(record) !== 'drill'
}

function byUrgency(one: Waiting, other: Waiting): number {
  const [first, second] = [isPressing(one.task.effect), isPressing(other.task.effect)]
  return Number(second) - Number(first) || byPosition(one, other)
}

function byAge(one: Waiting, other: Waiting): number {
  return byText(one.task.addedAt, other.task.addedAt) || byPosition(one, other)
}

function byPosition(one: Waiting, other: Waiting): number {
  return one.position - other.position || byText(one.task.id, other.task.id)
}
