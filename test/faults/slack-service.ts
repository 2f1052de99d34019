import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Channel } from './slack-rooms.ts'
import { type Posted, slackWorkspace } from './slack-workspace.ts'

/** What goes wrong with a call. `slow`, `lost` and `garbage` come after the work was done, the others instead of it. */
export type Fault =
  | { readonly type: 'slow'; readonly milliseconds: number }
  | { readonly type: 'limited'; readonly seconds: number }
  | { readonly type: 'broken' }
  | { readonly type: 'reset' }
  | { readonly type: 'garbage' }
  | { readonly type: 'lost' }

interface Call {
  readonly method: string
  readonly body: Readonly<Record<string, string>>
  readonly at: number
}

/** Slack for as long as the bots before it come and go: over HTTP, and unreliable when it is told to be. */
export interface SlackService {
  readonly url: string
  readonly posted: readonly Posted[]
  /** The rooms that were made. */
  rooms(): readonly Channel[]
  /** Scopes that it has not given. */
  readonly lacking: Set<string>
  /** Every call that reached it, whatever came of it. */
  readonly calls: readonly Call[]
  /** Where private answers for one action go, and what has come there. */
  responseUrl(action: string): string
  answersTo(action: string): readonly string[]
  viewFor(trigger: string): unknown
  /** What goes wrong with a call of a method, asked for each; null: nothing. */
  trouble(faultOf: (method: string, body: Call['body']) => Fault | null): void
  /** From now on a conversation takes one message in so many milliseconds; 0: as many as come. */
  limit(milliseconds: number): void
  /** How many calls are not answered yet. */
  underWay(): number
  /** How often a conversation was told to wait. */
  refusals(): number
  /** Nobody listens, as when Slack cannot be reached. */
  down(): Promise<void>
  up(): Promise<void>
  /** Messages that stand although the same one stands already, each by its name. */
  doubles(): string[]
  stop(): Promise<void>
}

const NO_FAULT = () => null

interface Wanted {
  /** The time, where it is not the real one. */
  readonly now?: () => number
  /** Forgets what messages say and what was called. */
  readonly bare?: boolean
}

export async function startSlackService({
  now: nowOf = Date.now,
  bare = false,
}: Wanted = {}): Promise<SlackService> {
  const workspace = slackWorkspace({ bare })
  let refusals = 0
  let underWay = 0
  const calls: Call[] = []
  const answers = new Map<string, string[]>()
  const nextAt = new Map<string, number>()
  let faultOf: (method: string, body: Call['body']) => Fault | null = NO_FAULT
  let every = 0

  /** How many seconds the conversation must rest. */
  function restOf(method: string, { channel = '' }: Call['body']): number {
    if (every === 0 || method !== 'chat.postMessage') return 0
    const now = nowOf()
    const next = nextAt.get(channel) ?? 0
    if (now < next) {
      refusals += 1
      return Math.ceil((next - now) / 1000)
    }
    nextAt.set(channel, now + every)
    return 0
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    const text = await textOf(request)
    if (path.startsWith('/response/')) {
      const action = decodeURIComponent(path.slice('/response/'.length))
      answers.set(action, [...(answers.get(action) ?? []), text])
      response.writeHead(200).end('ok')
      return
    }
    const method = path.split('/').at(-1)?.split('?')[0] ?? ''
    const read = Object.fromEntries(new URLSearchParams(text))
    // What is cut out of a text holds on to all of it.
    const body = bare ? structuredClone(read) : read
    if (!bare) calls.push({ method, body, at: Date.now() })
    const rest = restOf(method, body)
    const fault: Fault | null =
      rest > 0 ? { type: 'limited', seconds: rest } : faultOf(method, body)
    underWay += 1
    await answerWith(fault, () => workspace.call(method, body), request, response).finally(() => {
      underWay -= 1
    })
  }

  let server: Server | null = null
  let port = 0
  async function up(): Promise<void> {
    const next = createServer((request, response) => {
      // A bot that is killed breaks off in the middle of a request.
      answer(request, response).catch(() => response.destroy())
    })
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject).listen(port, '127.0.0.1', resolve)
    })
    port = (next.address() as AddressInfo).port // a server that listens on TCP has one
    server = next
  }
  async function down(): Promise<void> {
    const ending = server
    server = null
    ending?.closeAllConnections()
    if (ending) await new Promise((resolve) => ending.close(resolve))
  }
  await up()
  return {
    url: `http://127.0.0.1:${port}/api/`,
    posted: workspace.posted,
    rooms: () => workspace.rooms,
    lacking: workspace.lacking,
    calls,
    responseUrl: (action) => `http://127.0.0.1:${port}/response/${encodeURIComponent(action)}`,
    answersTo: (action) => answers.get(action) ?? [],
    viewFor: workspace.viewFor,
    trouble(next) {
      faultOf = next
    },
    limit(milliseconds) {
      every = milliseconds
    },
    underWay: () => underWay,
    refusals: () => refusals,
    down,
    up,
    doubles: () => doublesIn(workspace.posted),
    stop: down,
  }
}

async function answerWith(
  fault: Fault | null,
  work: () => object,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const json = { 'content-type': 'application/json' }
  switch (fault?.type) {
    case undefined:
      response.writeHead(200, json).end(JSON.stringify(work()))
      return
    case 'slow':
      await slowly(fault.milliseconds, work, response)
      return
    case 'limited':
      response
        .writeHead(429, { ...json, 'retry-after': String(fault.seconds) })
        .end('{"ok":false,"error":"ratelimited"}')
      return
    case 'broken':
      response.writeHead(500).end('Something is wrong here.')
      return
    case 'reset':
      request.socket.destroy()
      return
    case 'garbage':
      work()
      response.writeHead(200, json).end('<html>{"ok":tr')
      return
    case 'lost':
      work()
      request.socket.destroy()
      return
  }
}

/** What is slow is not undone by nobody waiting for it any more. */
async function slowly(milliseconds: number, work: () => object, response: ServerResponse) {
  const done = JSON.stringify(work())
  await pause(milliseconds)
  response.writeHead(200, { 'content-type': 'application/json' }).end(done)
}

function doublesIn(posted: readonly Posted[]): string[] {
  const seen = new Set<string>()
  return posted.flatMap(({ channel, mark, deleted }) => {
    if (mark === undefined || deleted) return []
    const name = `${mark.record} ${mark.slot} part ${mark.part} in ${channel}`
    if (seen.has(name)) return [`${name} (${mark.id})`]
    seen.add(name)
    return []
  })
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
