import type { Accepted, Task } from './ports.ts'

/** What is kept for good of the message that a task brought to its place; undefined before it is known. */
export function acceptedBy({ addedAt, firstTriedAt, endedAt, tries }: Task): Accepted | undefined {
  if (firstTriedAt === undefined || endedAt === undefined) return undefined
  return { addedAt, firstTriedAt, endedAt, tries }
}
