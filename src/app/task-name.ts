import type { Task } from './ports.ts'

/**
 * What the log calls a task: the record, the version and which of its effects. To whom it goes is left
 * out: a confirmation goes to whoever raised something, perhaps in confidence.
 */
export function taskName({ id }: Pick<Task, 'id'>): string {
  return id.split(':').slice(0, 3).join(':')
}
