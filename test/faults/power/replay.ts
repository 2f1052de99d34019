import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Operation } from './operation.ts'

/**
 * What a disk may hold when the power fails: what was flushed, and of the rest whatever it likes.
 * `names`: renames and new files that were not flushed; `bytes`: what was written and not flushed.
 */
export interface Whim {
  readonly name: string
  readonly names: 'kept' | 'lost'
  readonly bytes: 'kept' | 'lost' | 'half' | 'zeroed'
}

export const WHIMS: readonly Whim[] = [
  { name: 'nothing that was not flushed', names: 'lost', bytes: 'lost' },
  { name: 'names without bytes', names: 'kept', bytes: 'lost' },
  { name: 'names with half of the bytes', names: 'kept', bytes: 'half' },
  { name: 'names with zeroes', names: 'kept', bytes: 'zeroed' },
  { name: 'bytes without names', names: 'lost', bytes: 'kept' },
  { name: 'everything', names: 'kept', bytes: 'kept' },
]

interface Content {
  bytes: Buffer
}

/** Puts the folder as it was when the power failed after so many operations where a store can open it. */
export async function replay(
  all: readonly Operation[],
  count: number,
  whim: Whim,
  from: string,
  to: string,
): Promise<void> {
  const done = all.slice(0, count)
  const flushed = flushedIn(done)
  const contents = new Map<number, Content>()
  const names = new Map<string, number | 'folder'>()
  for (const [index, operation] of done.entries()) {
    if (operation.type === 'write' || operation.type === 'cut')
      change(contents, operation, flushed.bytes(operation.file, index) ? 'kept' : whim.bytes)
    else if (flushed.names(operation, index) || whim.names === 'kept') rename(names, operation)
  }
  await mkdir(to, { recursive: true })
  const placed = [...names].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [path, what] of placed) {
    // What stands in a folder that was lost is lost.
    const parent = dirname(path)
    if (parent !== from && path !== from && names.get(parent) !== 'folder') continue
    const there = join(to, path.slice(from.length))
    if (what === 'folder') await mkdir(there, { recursive: true })
    else await writeFile(there, contents.get(what)?.bytes ?? '')
  }
}

/** Which operations a later flush has made sure of. */
function flushedIn(done: readonly Operation[]) {
  const files = new Map<number, number>()
  const folders = new Map<string, number>()
  for (const operation of done) {
    if (operation.type !== 'sync') continue
    const { file, path, until } = operation
    if (file === null) folders.set(path, Math.max(until, folders.get(path) ?? 0))
    else files.set(file, Math.max(until, files.get(file) ?? 0))
  }
  const isSure = (path: string, index: number) => index < (folders.get(dirname(path)) ?? 0)
  return {
    bytes: (file: number, index: number) => index < (files.get(file) ?? 0),
    names(operation: Operation, index: number) {
      if (operation.type === 'rename') return isSure(operation.to, index)
      return 'path' in operation && operation.type !== 'sync' && isSure(operation.path, index)
    },
  }
}

function rename(names: Map<string, number | 'folder'>, operation: Operation): void {
  if (operation.type === 'make') names.set(operation.path, operation.file)
  if (operation.type === 'folder') names.set(operation.path, 'folder')
  if (operation.type === 'remove') names.delete(operation.path)
  if (operation.type !== 'rename') return
  const what = names.get(operation.from)
  if (what === undefined) return
  names.delete(operation.from)
  names.set(operation.to, what)
}

function change(
  contents: Map<number, Content>,
  operation: Extract<Operation, { type: 'write' | 'cut' }>,
  fate: Whim['bytes'],
): void {
  const content = contents.get(operation.file) ?? { bytes: Buffer.alloc(0) }
  contents.set(operation.file, content)
  if (operation.type === 'cut') {
    if (fate !== 'lost') content.bytes = content.bytes.subarray(0, operation.length)
    return
  }
  if (fate === 'lost') return
  const { at, bytes } = operation
  const length = fate === 'half' ? Math.floor(bytes.length / 2) : bytes.length
  const next = Buffer.alloc(Math.max(content.bytes.length, at + length))
  content.bytes.copy(next)
  if (fate !== 'zeroed') Buffer.from(bytes).copy(next, at, 0, length)
  content.bytes = next
}
