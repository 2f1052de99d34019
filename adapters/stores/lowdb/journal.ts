import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type AppendedFile, appendedFile } from './appended-file.ts'
import type { DurableFolder } from './durable-file.ts'
import { Asked, Task } from './row-format.ts'

/** How a try ended, kept here until its record is written anew. */
const Settled = z.object({ task: Task, replies: z.array(Asked) })

export const Line = z.union([
  z.object({ claimed: z.array(z.string()) }),
  z.object({ settled: Settled }),
])
export type Line = z.infer<typeof Line>

/**
 * What is being sent, and how it ended: lines at the end of a file, flushed together. A record's
 * file would be a whole write for each message; a line is a fraction of one.
 */
export interface Journal {
  /** Resolves when they are on the disk; an error means that they are not in the file. */
  append(lines: readonly Line[]): Promise<void>
  /** In bytes, of all files. */
  size(): number
  /** Begins a new file and resolves to the numbers of the older ones, which stay until `forget`. */
  begin(): Promise<readonly number[]>
  /** Removes older files, once the records hold what they say. */
  forget(numbers: readonly number[]): Promise<void>
  /** Removes the newest file, which says nothing that is needed. */
  discard(): Promise<void>
  close(): Promise<void>
}

export const FORMAT = 1
const HEADER = `${JSON.stringify({ format: FORMAT })}\n`

interface Waiting {
  readonly text: string
  resolve(): void
  reject(error: unknown): void
}

/** Goes on after the files of earlier runs. */
export async function journal(
  folder: DurableFolder,
  { numbers, size }: { readonly numbers: readonly number[]; readonly size: number },
): Promise<Journal> {
  let older = [...numbers]
  let olderSize = size
  let newest = { number: Math.max(0, ...numbers), file: null as AppendedFile | null }
  let waiting: Waiting[] = []
  const alone = oneAtATime()

  const begin = async () => {
    const number = newest.number + 1
    const file = await appendedFile(join(folder.path, nameOf(number)), HEADER)
    try {
      await folder.flush()
    } catch (error) {
      await file.close()
      throw error
    }
    if (newest.file) older = [...older, newest.number]
    olderSize += newest.file?.size() ?? 0
    await newest.file?.close()
    newest = { number, file }
    return file
  }

  const write = async () => {
    const together = waiting
    waiting = []
    try {
      const file = newest.file?.isWhole() ? newest.file : await begin()
      await file.append(together.map(({ text }) => text).join(''))
      for (const { resolve } of together) resolve()
    } catch (error) {
      for (const { reject } of together) reject(error)
    }
  }

  return {
    append: (lines) =>
      new Promise((resolve, reject) => {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
        waiting.push({ text, resolve, reject })
        // Whoever comes while the disk is busy shares the next flush.
        if (waiting.length === 1) void alone(write)
      }),
    size: () => olderSize + (newest.file?.size() ?? 0),
    begin: () => alone(begin).then(() => older),
    async forget(gone) {
      older = older.filter((one) => !gone.includes(one))
      if (older.length === 0) olderSize = 0
      for (const one of gone) await rm(join(folder.path, nameOf(one)), { force: true })
    },
    discard: () =>
      alone(async () => {
        if (!newest.file) return
        await newest.file.close()
        newest = { ...newest, file: null }
        await rm(join(folder.path, nameOf(newest.number)), { force: true })
      }),
    close: () => alone(async () => newest.file?.close()),
  }
}

function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

export function nameOf(number: number): string {
  return `outbox-${number}.log`
}
