import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebClient } from '@slack/web-api'
import { createEmulator } from 'emulate'
import { TOKEN } from './harness.ts'

const manifest = JSON.parse(
  readFileSync(new URL('../../../manifests/slack/manifest.json', import.meta.url), 'utf8'),
)

const ADMIN = 'xoxp-an-administrator'

/** One call of ours: its arguments, with JSON read, and what Slack answered. */
interface Call {
  readonly method: string
  readonly args: Readonly<Record<string, unknown>>
  readonly answer: Readonly<Record<string, unknown>>
}

/** Slack's Web API in this process, with the scopes of our manifest and nothing more. */
export interface Workspace {
  readonly apiUrl: string
  /** Where private answers go; they are among the calls as `response_url`. */
  readonly responseUrl: string
  readonly calls: Call[]
  /** As a person who may do everything: to look, never to help. */
  readonly admin: WebClient
  /** A private room with these people and Muster in it. */
  room(name: string, people: readonly string[]): Promise<string>
  account(email: string): Promise<string>
  /** What Slack hands out when somebody uses a command or a button. */
  trigger(account: string): Promise<string>
  messages(room: string, thread?: string): Promise<Said[]>
  /** Muster's conversation with somebody. */
  direct(account: string): Promise<string>
  /** A private room that Muster made, and who is in it. */
  made(name: string): Promise<{ id: string; members: readonly string[] }>
  members(room: string): Promise<readonly string[]>
  close(): Promise<void>
}

export interface Said {
  readonly ts?: string
  readonly text?: string
  readonly blocks?: unknown
  readonly thread_ts?: string
}

/** Everybody of whom the e-mail addresses are given has an account; ids are Slack's own. */
export async function openWorkspace(emails: readonly string[]): Promise<Workspace> {
  const users = emails.map((email) => ({ name: email.split('@')[0] ?? email, email }))
  const scopes: string[] = manifest.oauth_config.scopes.bot
  const bot = { bot_id: 'B0MUSTER', bot_user_id: 'U0MUSTER', app_id: 'A0MUSTER' }
  const client = { client_id: '1.1', client_secret: 's', redirect_uris: [] }
  const token = { token: TOKEN, type: 'bot', user_id: 'U0MUSTER', scopes, ...bot }
  const admin = { token: ADMIN, type: 'user', user: 'admin' }
  const slack = {
    strict_scopes: true,
    users,
    oauth_apps: [{ ...client, ...bot, name: 'Muster', bot_name: 'muster', scopes }],
    tokens: [token, admin],
  }
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack } })
  const calls: Call[] = []
  const between = await listening(emulator.url, calls)
  const direct = `${emulator.url}/api/`
  const web = new WebClient(ADMIN, { slackApiUrl: direct, retryConfig: { retries: 0 } })
  const asBot = new WebClient(TOKEN, { slackApiUrl: direct, retryConfig: { retries: 0 } })

  async function account(email: string): Promise<string> {
    return (await web.users.lookupByEmail({ email })).user?.id ?? ''
  }

  async function members(channel: string): Promise<readonly string[]> {
    return (await asBot.conversations.members({ channel, limit: 200 })).members ?? []
  }

  return {
    apiUrl: `${between.url}/api/`,
    responseUrl: `${between.url}/response/1`,
    calls,
    admin: web,
    account,
    async room(name, people) {
      const { channel } = await web.conversations.create({ name, is_private: true })
      const id = channel?.id ?? ''
      const accounts = await Promise.all(people.map(account))
      await web.conversations.invite({ channel: id, users: [...accounts, 'U0MUSTER'].join() })
      return id
    },
    async trigger(user) {
      const made = await asBot.apiCall('views.generateTriggerId', { user_id: user })
      return 'trigger_id' in made ? String(made.trigger_id) : ''
    },
    async messages(room, thread) {
      const about = { channel: room, limit: 200, include_all_metadata: true }
      const found = thread
        ? await asBot.conversations.replies({ ...about, ts: thread })
        : await asBot.conversations.history(about)
      return found.messages ?? []
    },
    async direct(users) {
      return (await asBot.conversations.open({ users })).channel?.id ?? ''
    },
    async made(name) {
      const { channels = [] } = await asBot.conversations.list({ types: 'private_channel' })
      const id = channels.find((one) => one.name?.startsWith(name))?.id ?? ''
      return { id, members: await members(id) }
    },
    members,
    async close() {
      await between.close()
      await emulator.close()
    },
  }
}

/** Stands between Muster and Slack, writes down what passes, and takes private answers. */
async function listening(target: string, calls: Call[]) {
  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    const path = request.url ?? ''
    if (path.startsWith('/response/')) {
      calls.push({ method: 'response_url', args: JSON.parse(body), answer: {} })
      response.writeHead(200).end('ok')
      return
    }
    const { authorization = '', 'content-type': type = '' } = request.headers
    const headers = { authorization, 'content-type': type }
    const answer = await fetch(`${target}${path}`, { method: 'POST', body, headers })
    const text = await answer.text()
    const args = Object.fromEntries(
      [...new URLSearchParams(body)].map(([k, v]) => [k, readValue(v)]),
    )
    calls.push({ method: path.replace('/api/', ''), args, answer: JSON.parse(text) })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function readValue(text: string): unknown {
  return /^[[{]/.test(text) ? JSON.parse(text) : text
}
