import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DurableFolder } from './durable-file.ts'
import { FORMAT, Line, nameOf } from './journal.ts'
import { refuseNewer } from './put-aside.ts'

const NAME = /^outbox-(\d+)\.log$/

export interface FoundJournal {
  readonly numbers: readonly number[]
  /** In bytes, of all of them. */
  readonly size: number
  readonly lines: readonly Line[]
  /** Those that are torn in the middle: put aside once their whole lines are in the records. */
  readonly torn: readonly { readonly name: string; readonly why: string }[]
}

/** What stands in the journals of earlier runs, the oldest first. A line that was cut off was told to nobody. */
export async function readJournals(folder: DurableFolder): Promise<FoundJournal> {
  const numbers = (await readdir(folder.path))
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other)
  let lines: readonly Line[] = []
  let size = 0
  const torn: { name: string; why: string }[] = []
  const whole: number[] = []
  for (const number of numbers) {
    const text = await readFile(join(folder.path, nameOf(number)), 'utf8')
    const read = parse(text)
    lines = [...lines, ...read.lines]
    size += text.length
    if (read.type === 'newer') refuseNewer(folder, nameOf(number), read)
    if (read.type === 'bad') torn.push({ name: nameOf(number), why: read.why })
    else whole.push(number)
  }
  return { numbers: whole, size, lines, torn }
}

type Read = { readonly lines: readonly Line[] } & (
  | { readonly type: 'whole' }
  | { readonly type: 'bad'; readonly why: string }
  | { readonly type: 'newer'; readonly format: number }
)

function parse(text: string): Read {
  const all = text.split('\n')
  const [header = '', ...rest] = all.slice(0, -1)
  // A file that was begun and not used: the power went first.
  if (header === '') return { type: 'whole', lines: [] }
  const format = z.object({ format: z.number() }).safeParse(json(header)).data?.format
  if (format === undefined) return { type: 'bad', why: 'it was not written by Muster', lines: [] }
  if (format > FORMAT) return { type: 'newer', format, lines: [] }
  const lines: Line[] = []
  for (const [index, one] of rest.entries()) {
    const line = Line.safeParse(json(one)).data
    if (line) lines.push(line)
    // What was written last may be torn by a power cut; nobody was told that it is kept.
    else if (index < rest.length - 1)
      return { type: 'bad', why: `line ${index + 2} is torn or was changed`, lines }
  }
  return { type: 'whole', lines }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The tasks that were about to be tried and of which nothing more is said. */
export function unsettled(lines: readonly Line[]): readonly string[] {
  const open = new Set<string>()
  for (const line of lines) {
    if ('settled' in line) open.delete(line.settled.task.id)
    else for (const id of line.claimed) open.add(id)
  }
  return [...open]
}
