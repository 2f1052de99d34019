import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { clock } from './measure.ts'
import { DIRECTORY, SECRET, TOKEN } from './slack.ts'

export type Kind = 'muster' | 'bare Bolt'

/** A bot in a process of its own, as built. */
export interface Running {
  readonly port: number
  /** Milliseconds from spawning to the first connection that was taken. */
  readonly startedIn: number
  memory(): Promise<number>
  stop(): Promise<void>
}

const PROGRAMS: Record<Kind, readonly string[]> = {
  muster: [fileURLToPath(new URL('../../src/cli.js', import.meta.url)), 'start'],
  'bare Bolt': [fileURLToPath(new URL('./bare-bolt.js', import.meta.url))],
}
const PATIENCE = 20_000

/** A folder for the records of processes that are started one after the other. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'muster-bench-'))
}

export async function run(kind: Kind, apiUrl: string, kept?: string): Promise<Running> {
  const folder = kept ?? (await newFolder())
  const port = await freePort()
  const start = clock()
  const child = spawn(process.execPath, PROGRAMS[kind], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: apiUrl,
      MUSTER_DATA: folder,
      MUSTER_DIRECTORY: DIRECTORY,
      LOG_LEVEL: 'error',
    },
  })
  await listening(child, kind, port)
  return {
    port,
    startedIn: clock() - start,
    memory: () => memoryOf(child),
    async stop() {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      if (kept === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listening(child: ChildProcess, kind: Kind, port: number): Promise<void> {
  const start = clock()
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${kind} ended with ${child.exitCode}`)
    if (clock() - start > PATIENCE) throw new Error(`${kind} did not listen in time`)
    await pause(2)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((tried) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      tried(true)
    })
    socket.once('error', () => tried(false))
  })
}

/** Resident memory in megabytes. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address) found(address.port)
      })
    })
  })
}
