import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLowdb } from '../../adapters/stores/lowdb/index.ts'
import type { Task } from '../../src/app/ports.ts'
import type { Effect } from '../../src/core/effect.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { change, task } from '../contract/store/fixtures.ts'

const MEETING = RecordId.parse('meeting-7k2m9q4x')
const EARLIER = '2026-01-01T09:00:00Z'

/** Slack, which takes its time over a new room: until `answer` is called, or for ever. */
export interface SlowSlack {
  readonly apiUrl: string
  /** Resolves when Muster has asked for the room. */
  readonly asked: Promise<void>
  answer(): void
}

export async function slowSlack(): Promise<SlowSlack> {
  let [ask, answer] = [() => {}, () => {}]
  const asked = new Promise<void>((resolve) => {
    ask = resolve
  })
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  const server = createServer(async (request, response) => {
    request.resume()
    const isRoom = request.url === '/api/conversations.create'
    if (isRoom) {
      ask()
      await answered
    }
    const identity = { user_id: 'U0MUSTER', bot_id: 'B0MUSTER', team_id: 'T1' }
    const body = { ok: true, ...identity, ...(isRoom ? { channel: { id: 'C0ROOM' } } : {}) }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return { apiUrl: `http://127.0.0.1:${port}/api/`, asked, answer }
}

/** A folder of records in which a room waits to be made in Slack. */
export async function folderWithWork(): Promise<string> {
  const folder = await freshFolder()
  const effect: Effect = { type: 'room', channel: 'slack', name: 'call', topic: '', people: [] }
  const waiting = { ...task(`${MEETING}:1:0:slack`, effect, MEETING), addedAt: EARLIER }
  const store = await openLowdb(folder)
  await store.save(MEETING, 0, change({ tasks: [waiting] }))
  await store.close()
  return folder
}

/** What has become of it. */
export async function workIn(folder: string): Promise<readonly Task[]> {
  const store = await openLowdb(folder)
  try {
    return await store.outbox(MEETING)
  } finally {
    await store.close()
  }
}

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export interface Serving {
  readonly child: ChildProcess
  readonly url: string
  /** The exit code, and how many milliseconds after the call. */
  ended(): Promise<{ code: number | null; after: number }>
}

interface Wanted {
  /** Settings over the usual ones. */
  readonly settings?: Readonly<Record<string, string>>
  /** What is loaded before Muster. */
  readonly before?: string
}

/** Muster as a process of its own, once it serves. */
export async function serving(
  folder: string,
  slack: SlowSlack,
  { settings = {}, before }: Wanted = {},
): Promise<Serving> {
  const imports = ['tsx', ...(before ? [before] : [])].flatMap((one) => ['--import', one])
  const child = spawn(process.execPath, [...imports, 'src/cli.ts', 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      SLACK_BOT_TOKEN: 'xoxb-a-bot-token',
      SLACK_SIGNING_SECRET: 'a-signing-secret',
      SLACK_API_URL: slack.apiUrl,
      MUSTER_DATA: folder,
      LOG_LEVEL: 'fatal',
      ...settings,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const exited = once(child, 'exit')
  const [line] = await once(child.stdout, 'data')
  const [url = ''] = /http:\/\/[\d.]+:\d+/.exec(String(line)) ?? []
  return {
    child,
    url,
    async ended() {
      const began = performance.now()
      const [code] = await exited
      return { code, after: performance.now() - began }
    },
  }
}
