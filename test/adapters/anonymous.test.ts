import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { slackChannel } from '../../adapters/channels/slack/index.ts'
import { stores } from '../../adapters/stores/index.ts'
import { channelDelivery } from '../../src/app/channel-delivery.ts'
import type { Conversation } from '../../src/app/conversation.ts'
import { openLog } from '../../src/app/log.ts'
import { unmeasured } from '../../src/app/metrics/meter.ts'
import { guard } from '../../src/core/guard/identifiers.ts'
import { submission, View } from '../bench/submission.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { guarding } from '../fixtures/guarding.ts'
import { httpServer, opened } from './refusing.ts'
import { freshSettings } from './stores/fresh-settings.ts'
import { activity, NIA, startWorld } from './teams/world.ts'

const ACCOUNT = 'U0GUSGUEST'
const NAME = 'Gus Unmistakable'
const EMAIL = 'gus.unmistakable@elsewhere.example'
const SECRET = 'a-signing-secret'
const CODE = /[A-Z]{4}(?:-[A-Z]{4}){3}/

/** Everything of a store that lies somewhere: names of files, their content, every row. */
interface Lying {
  readonly world: TestApp
  readonly lines: string[]
  saved(): Promise<string>
}

async function opening(name: 'lowdb' | 'postgres'): Promise<Lying> {
  const lines: string[] = []
  const log = openLog({ level: 'trace', secrets: [], to: { write: (line) => lines.push(line) } })
  const settings = await freshSettings()
  const folder = await mkdtemp(join(tmpdir(), 'muster-anonymous-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const kind = stores.find((one) => one.name === name)
  if (!kind) throw new Error(`No store ${name}`)
  const store = await kind.open({ ...settings, folder })
  onTestFinished(() => store.close())
  const world = await openApp({ store, log })
  const saved = name === 'lowdb' ? () => filesIn(folder) : () => rowsAt(settings.databaseUrl ?? '')
  return { world, lines, saved }
}

async function filesIn(folder: string): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const texts = await Promise.all(
    files.map(async (file) => `${file}\n${await readFile(file, 'utf8')}`),
  )
  return texts.join('\n')
}

async function rowsAt(connectionString: string): Promise<string> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
         from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const all: string[] = []
    for (const { name } of rows)
      all.push(JSON.stringify((await client.query(`select * from ${name}`)).rows))
    return all.join('\n')
  } finally {
    await client.end()
  }
}

/** How often each of these stands in a text. */
function counts(text: string, words: readonly string[]): readonly number[] {
  return words.map((word) => text.toLowerCase().split(word.toLowerCase()).length - 1)
}

describe.each(['lowdb', 'postgres'] as const)('over %s', (name) => {
  test('whoever raises anonymously through Slack is nowhere in what is saved or logged', async () => {
    const { world, lines, saved } = await opening(name)
    const slack = await slackBefore(world)
    await slack.command('/muster', 'help')
    const before = await saved()
    const view = await slack.command('/concern', '')
    const answer = await slack.handIn(view)
    const code = CODE.exec(answer)?.[0] ?? ''
    const news = await slack.command('/muster', `followup ${code}`)
    await world.settle()
    const after = await saved()

    expect(code).not.toBe('')
    expect(news).toContain('What came of C-')
    expect(after.length).toBeGreaterThan(before.length)
    const identifying = [ACCOUNT, NAME, EMAIL]
    expect(counts(after, identifying)).toEqual(counts(before, identifying))
    expect(counts(after, [code, code.replaceAll('-', '')])).toEqual([0, 0])
    expect(counts(lines.join(''), [...identifying, code, code.replaceAll('-', '')])).toEqual([
      0, 0, 0, 0, 0,
    ])
  })

  test('and nobody is who raises anonymously through Teams', async () => {
    const { world, lines, saved } = await opening(name)
    const teams = await startWorld()
    onTestFinished(() => teams.close())
    // The union of methods has no common call signature; each stands in for itself.
    for (const [method, asked] of Object.entries(world.conversation))
      vi.spyOn(teams.host.conversation, method as keyof Conversation).mockImplementation(
        asked as never,
      )
    const before = await saved()
    const code = CODE.exec(await throughTeams(teams))?.[0] ?? ''
    await world.settle()
    const after = await saved()

    expect(code).not.toBe('')
    expect(after.length).toBeGreaterThan(before.length)
    const identifying = [NIA, '29:nia', 'a:nia', 'Nia Ward', 'nia@example.org', '"nia"']
    expect(counts(after, identifying)).toEqual(counts(before, identifying))
    expect(counts(after, [code, code.replaceAll('-', '')])).toEqual([0, 0])
    expect(counts(lines.join(''), [NIA, '29:nia', 'Nia Ward', code])).toEqual([0, 0, 0, 0])
  })
})

/** The real channel before a Slack that takes everything. */
async function slackBefore(world: TestApp) {
  const views: string[] = []
  const api = await httpServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const method = request.url?.split('/').at(-1) ?? ''
    if (method === 'views.open') views.push(new URLSearchParams(body).get('view') ?? '')
    const user = { id: ACCOUNT, name: 'gus', real_name: NAME, profile: { email: EMAIL } }
    const known = { user_id: 'U0MUSTER', bot_id: 'B0MUSTER', team_id: 'T0' }
    const answer = {
      ok: true,
      ...known,
      user,
      channel: { id: 'D0' },
      ts: '1.1',
      view: { id: 'V1' },
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  const running = await slackChannel(
    { botToken: 'xoxb-a', signingSecret: SECRET, apiUrl: `${api}/api/` },
    {
      conversation: world.conversation,
      store: world.store,
      log: world.app.log,
      directory: world.app.directory,
      now: world.app.now,
      delivery: channelDelivery(unmeasured),
      guard: (text) => guard(text, guarding),
    },
  )
  onTestFinished(() => running.channel.stop())
  await running.start?.()
  const [route] = running.routes
  const port = await opened(
    createServer((request, response) => void route?.handle(request, response)),
  )

  async function send(body: string): Promise<string> {
    const stamp = String(Math.floor(Date.now() / 1000))
    const mac = createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`)
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': stamp,
        'x-slack-signature': `v0=${mac.digest('hex')}`,
      },
    })
    return response.text()
  }

  return {
    async command(command: string, text: string): Promise<string> {
      const shown = views.length
      const body = {
        command,
        text,
        user_id: ACCOUNT,
        user_name: 'gus',
        trigger_id: '1.2',
        team_id: 'T0',
      }
      const said = await send(new URLSearchParams(body).toString())
      if (command === '/muster') return said
      await expect.poll(() => views.length).toBe(shown + 1)
      return views.at(-1) ?? ''
    },
    handIn: (view: string) =>
      send(
        submission(View.parse(JSON.parse(view)), {
          user: ACCOUNT,
          chosen: ['willow', 'anonymous', 'no'],
          day: '2027-03-25',
        }),
      ),
  }
}

async function throughTeams(teams: Awaited<ReturnType<typeof startWorld>>): Promise<string> {
  const data = {
    'muster/verb': 'submit',
    'muster/ticket': { form: 'concern', nonce: 'a-nonce-of-teams' },
    'muster/fields': {},
    'muster/live': false,
    'muster/own': true,
    'muster/answers': {
      what: 'The night rota was changed afterwards.',
      provider: 'willow',
      danger: 'no',
      how: 'anonymous',
      confidential: 'no',
    },
  }
  const handed = { type: 'invoke', name: 'composeExtension/submitAction', value: { data } }
  const { body } = await teams.deliver(activity(teams, handed))
  return JSON.stringify(body)
}
