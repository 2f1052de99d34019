import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import { fileName, shardOf } from '../../../../adapters/stores/lowdb/record-folders.ts'
import { fileName as settingFileName } from '../../../../adapters/stores/lowdb/settings-folder.ts'
import type { Store } from '../../../../src/app/ports.ts'

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Opens the store for one test only. */
export async function opened(folder: string): Promise<Store> {
  const store = await openLowdb(folder)
  onTestFinished(() => store.close())
  return store
}

export function pathOf(folder: string, id: string): string {
  return join(folder, 'records', shardOf(id), fileName(id))
}

export function settingPathOf(folder: string, name: string): string {
  return join(folder, 'settings', settingFileName(name))
}

export async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** Every file below a folder, by its own name. */
export async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map(({ name }) => name)
}

export interface Child {
  readonly process: ChildProcess
  /** Whole lines that it wrote so far. */
  lines(): string[]
  /** Resolves when it wrote a line, or has ended. */
  firstLine(): Promise<void>
  kill(): Promise<void>
  ended(): Promise<void>
}

/** Runs one of the scripts in `children`. It never outlives the test. */
export function child(name: string, ...args: string[]): Child {
  const script = join(import.meta.dirname, 'children', name)
  const running = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  running.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  const end = once(running, 'close')
  const ended = async () => void (await end)
  const kill = async () => {
    running.kill('SIGKILL')
    await end
  }
  onTestFinished(kill)
  return {
    process: running,
    lines: () => text.split('\n').slice(0, -1),
    firstLine: () => Promise.race([once(running.stdout, 'data').then(() => {}), ended()]),
    kill,
    ended,
  }
}
