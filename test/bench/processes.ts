import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { clock } from './measure.ts'
import { DIRECTORY, SECRET, TOKEN } from './slack.ts'

type Kind = 'muster' | 'bare Bolt' | 'bare botbuilder'

/** A bot in a process of its own, as built. */
export interface Running extends Launched {
  /** Milliseconds from spawning to the first connection that was taken. */
  readonly startedIn: number
}

export interface Launched {
  readonly port: number
  /** Resolves, with the milliseconds that it took, when it takes connections. */
  listening(): Promise<number>
  /** What it wrote to standard error, where that was asked for. */
  complaints(): string
  memory(): Promise<number>
  /** Freezes it where it stands, and lets it go on. */
  freeze(): void
  wake(): void
  ended(): boolean
  /** Ends it as it stands. */
  kill(): Promise<void>
  stop(): Promise<void>
}

interface Wanted {
  /** Kept when it stops; otherwise it has one of its own. */
  readonly folder?: string
  /** Settings over the usual ones. */
  readonly settings?: Readonly<Record<string, string>>
  /** Keeps standard error instead of passing it on. */
  readonly quiet?: boolean
}

const PROGRAMS: Record<Kind, readonly string[]> = {
  muster: [fileURLToPath(new URL('../../src/cli.js', import.meta.url)), 'start'],
  'bare Bolt': [fileURLToPath(new URL('./bare-bolt.js', import.meta.url))],
  'bare botbuilder': [fileURLToPath(new URL('./bare-botbuilder.js', import.meta.url))],
}
const PATIENCE = 60_000
/** One made-up person asks for more than any real one. */
export const NO_RATES = { MUSTER_RATE_PERSON: '1000000000', MUSTER_RATE_SERVICE: '1000000000' }
const MOST_COMPLAINTS = 100_000

/** A folder for the records of processes that are started one after the other. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'muster-bench-'))
}

export async function run(kind: Kind, apiUrl: string, wanted: Wanted = {}): Promise<Running> {
  const launched = await launch(kind, apiUrl, wanted)
  const startedIn = await launched.listening()
  return { ...launched, startedIn }
}

/** As `run`, for whoever does not want to wait until it listens. */
export async function launch(kind: Kind, apiUrl: string, wanted: Wanted = {}): Promise<Launched> {
  const folder = wanted.folder ?? (await newFolder())
  const port = await freePort()
  const start = clock()
  const child = spawn(process.execPath, PROGRAMS[kind], {
    stdio: ['ignore', 'ignore', wanted.quiet ? 'pipe' : 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: apiUrl,
      ...(wanted.settings?.DATABASE_URL === undefined ? { MUSTER_DATA: folder } : {}),
      MUSTER_DIRECTORY: DIRECTORY,
      LOG_LEVEL: 'error',
      ...NO_RATES,
      ...wanted.settings,
    },
  })
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-MOST_COMPLAINTS)
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  return {
    port,
    async listening() {
      await listening(child, kind, port, () => complaints)
      return clock() - start
    },
    complaints: () => complaints,
    memory: () => memoryOf(child),
    ended: () => hasEnded(child),
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      if (wanted.folder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listening(
  child: ChildProcess,
  kind: Kind,
  port: number,
  complaints: () => string,
): Promise<void> {
  const start = clock()
  while (!(await accepts(port))) {
    if (hasEnded(child))
      throw new Error(`${kind} ended with ${child.exitCode ?? child.signalCode}: ${complaints()}`)
    if (clock() - start > PATIENCE) throw new Error(`${kind} did not listen in time`)
    await pause(2)
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
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
