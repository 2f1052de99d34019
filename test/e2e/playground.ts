import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** Muster in a process of its own, as somebody starts it in an empty folder. */
export interface Playground {
  readonly address: string
  /** Stops the process as Ctrl+C does, and starts another one over the same folder and port. */
  restart(): Promise<void>
  /** Whether these words stand in any file that was written. */
  holds(words: string): Promise<boolean>
  close(): Promise<void>
}

export async function openPlayground(): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-story-'))
  let running = await startIn(folder, 0)
  return {
    address: running.address,
    async restart() {
      await stop(running.child)
      running = await startIn(folder, Number(new URL(running.address).port))
    },
    holds: (words) => holds(folder, words),
    async close() {
      await stop(running.child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function startIn(folder: string, port: number) {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), CLI, 'start'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: `${port}`, LOG_LEVEL: 'warn', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, address: await addressOf(child) }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (words) => {
      said += String(words)
      const [, address] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`Muster ended with ${code}: ${said}`)))
  })
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

async function holds(folder: string, words: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((one) => readFile(join(one.parentPath, one.name))))
  return texts.some((text) => text.includes(words))
}
