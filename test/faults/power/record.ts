import { fstatSync, statSync } from 'node:fs'
import promises, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import type { Operation } from './operation.ts'

/** Writes down, from now on, whatever this thread asks of the disk below a folder. */
export function recordDisk(folder: string): Operation[] {
  const operations: Operation[] = []
  const isOurs = (path: unknown): path is string => String(path).startsWith(folder)
  const { open, rename, rm, unlink, mkdir } = promises
  // The system gives the number of a file that is gone to the next one.
  const numbers = new Map<number, number>()

  promises.open = async (path, flags, mode) => {
    const isNew = isOurs(path) && statSync(path, { throwIfNoEntry: false }) === undefined
    const handle = await open(path, flags, mode)
    if (!isOurs(path)) return handle
    const { ino, isDirectory } = about(handle)
    if (isNew) numbers.set(ino, operations.length)
    const file = numbers.get(ino) ?? -1
    if (isNew) operations.push({ type: 'make', path, file })
    else if (String(flags).startsWith('w')) operations.push({ type: 'cut', file, length: 0 })
    return watched(handle, path, isDirectory ? null : file, operations)
  }
  promises.rename = async (from, to) => {
    await rename(from, to)
    if (isOurs(from) && isOurs(to)) operations.push({ type: 'rename', from, to })
  }
  promises.rm = async (path, options) => {
    const was = isOurs(path) && statSync(path, { throwIfNoEntry: false }) !== undefined
    await rm(path, options)
    if (was) operations.push({ type: 'remove', path })
  }
  promises.unlink = async (path) => {
    await unlink(path)
    if (isOurs(path)) operations.push({ type: 'remove', path })
  }
  // One signature stands for several: a path and what Node takes with it.
  promises.mkdir = (async (path: string, options: object) => {
    const made = await mkdir(path, options)
    if (isOurs(path)) operations.push({ type: 'folder', path })
    return made
  }) as typeof mkdir
  syncBuiltinESMExports()
  return operations
}

function watched(
  handle: FileHandle,
  path: string,
  file: number | null,
  operations: Operation[],
): FileHandle {
  const sizeOf = () => fstatSync(handle.fd).size
  const { sync, datasync, truncate } = handle
  const flushed = (flush: () => Promise<void>) => async () => {
    const until = operations.length
    await flush.call(handle)
    operations.push({ type: 'sync', path, file, until })
  }
  handle.sync = flushed(sync)
  handle.datasync = flushed(datasync)
  handle.truncate = async (length = 0) => {
    await truncate.call(handle, length)
    if (file !== null) operations.push({ type: 'cut', file, length })
  }
  // Files are written from their beginning to their end: without a place it is the end.
  for (const name of ['write', 'writev', 'writeFile', 'appendFile'] as const) {
    const method = handle[name] as (...all: unknown[]) => Promise<unknown> // of several signatures
    const writing = async (...all: unknown[]) => {
      const bytes = name === 'write' ? partOf(all) : bytesOf(all[0])
      const told = name === 'write' || name === 'writev' ? placeIn(all, name) : null
      const at = told ?? sizeOf()
      const answer = await method.apply(handle, all)
      if (file !== null) operations.push({ type: 'write', file, at, bytes })
      return answer
    }
    Object.assign(handle, { [name]: writing })
  }
  return handle
}

function about(handle: FileHandle): { ino: number; isDirectory: boolean } {
  const found = fstatSync(handle.fd)
  return { ino: found.ino, isDirectory: found.isDirectory() }
}

function placeIn(all: readonly unknown[], name: 'write' | 'writev'): number | null {
  const place = name === 'writev' ? all[1] : all[3]
  return typeof place === 'number' ? place : null
}

/** `write` takes a part of a buffer: from where, and how much. */
function partOf([data, from, length]: readonly unknown[]): Uint8Array {
  const bytes = bytesOf(data)
  if (typeof from !== 'number' || typeof data === 'string') return bytes
  return bytes.subarray(from, typeof length === 'number' ? from + length : bytes.length)
}

function bytesOf(data: unknown): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data.map((one) => Buffer.from(bytesOf(one))))
  return typeof data === 'string' ? Buffer.from(data) : Buffer.from(data as Uint8Array) // what write takes
}
