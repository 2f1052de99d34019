import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../../src/app/app.ts'
import { readConfig, surroundings } from '../../../src/app/config.ts'
import { handle } from '../../../src/app/handle.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Running, start } from '../../../src/main.ts'
import { type Authority, startAuthority } from '../../adapters/teams/authority.ts'
import { incidentAt } from '../../faults/incident.ts'
import { silent, startInside } from '../../faults/inside.ts'
import { until } from '../../faults/ready.ts'
import { type SlackService, startSlackService } from '../../faults/slack-service.ts'
import { newWorld } from '../../faults/world.ts'
import { type Found, found, type Row } from '../../proof/row.ts'
import { ask, pour } from '../outsiders/ask.ts'
import { forgedLinks } from '../outsiders/links.ts'
import { playgroundOutsiders } from '../outsiders/playground.ts'
import { signed, slackBodies, slackOutsiders, type Target } from '../outsiders/slack.ts'
import { teamsOutsiders } from '../outsiders/teams.ts'
import { tryOut } from '../outsiders/try-out.ts'

const NIA = '00000000-0000-4000-8000-000000000021'
const MEGABYTE = 1024 * 1024
/** What the system takes before anybody looks; of the rest nothing is read. */
const MOST_TAKEN = 16 * MEGABYTE
const FLOOD = 64 * MEGABYTE
const PATIENCE = 5000
/** Nobody takes the mail: only what is behind its links is tried. */
const MAIL = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'muster@trust.example',
  MUSTER_URL: 'https://muster.example.org',
}

export const forged: Row = {
  name: 'requests that are not from Slack, Teams, the page or a link in a mail',
  goal: 'each gets the answer written for it by hand, changes nothing, and sends Muster nowhere',
  run: outsiders,
}

async function outsiders(): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-trust-'))
  // The SDK of Teams prints what it turns away.
  const print: unknown = Reflect.get(console, 'error')
  Reflect.set(console, 'error', () => {})
  try {
    const chat = await inChat(folder)
    const page = await inPlayground(folder)
    return found(
      `${chat.tried} requests at Slack’s and Teams’ doors, ${page.tried} at the playground’s, ${page.links} with links in mails; one replayed ${chat.replays} times counted once; ${chat.floods} bodies of 64 MB were cut off`,
      [...chat.wrongs, ...page.wrongs],
    )
  } finally {
    Reflect.set(console, 'error', print)
    await rm(folder, { recursive: true, force: true, maxRetries: 20 })
  }
}

async function inChat(folder: string) {
  const [slack, teams, trap] = await Promise.all([
    startSlackService(),
    startAuthority(),
    openTrap(),
  ])
  const { path, houses } = await newWorld(folder, 1)
  const [house] = houses
  if (!house) throw new Error('There is no house')
  const bot = await startInside(slack, {
    ...teamsSettings(teams),
    MUSTER_DATA: join(folder, 'data'),
    MUSTER_DIRECTORY: path,
  })
  try {
    const intent = incidentAt(house, bot.app.now(), 60)
    const raised = await handle(bot.app, { key: null, intent })
    if (!raised.ok) throw new Error(raised.refusal.message)
    await bot.settle()
    const thread = (await bot.app.store.shown(raised.id, `slack/room/${house.room}`, 'root')) ?? ''
    const target = { user: house.lead.account, room: house.room, record: raised.id, thread }
    const all = [
      ...slackOutsiders(target),
      ...teamsOutsiders(teams, NIA, raised.id, `${trap.url}/`),
    ]
    const before = await entries(bot.app, raised.id)
    const wrongs = await tryOut(bot.port, all)
    const floods = await flooded(bot.port, ['/slack/events', '/api/messages'])
    if ((await entries(bot.app, raised.id)) !== before) wrongs.push('The history was added to')
    const replayed = await replays(bot, target)
    const lured = await answeredElsewhere(bot, slack, target, trap)
    return {
      tried: all.length,
      replays: REPLAYS,
      floods: 2,
      wrongs: [...wrongs, ...floods, ...replayed, ...lured],
    }
  } finally {
    await bot.stop()
    await Promise.all([slack.stop(), teams.close(), trap.close()])
  }
}

const REPLAYS = 5

/** The very same request, caught and sent again while its signature is still good. */
async function replays({ app, port, settle }: Running, target: Target): Promise<string[]> {
  const button = slackBodies(target).find(({ name }) => name === 'a button')
  if (!button) throw new Error('There is no button')
  const id = target.record as RecordId // it is the id of the case that was raised
  const request = signed(button)
  const before = await entries(app, id)
  const counts: number[] = []
  for (let time = 0; time <= REPLAYS; time += 1) {
    const { status } = await ask(port, request)
    if (status !== 200) return [`The button was answered with ${status}`]
    await settle()
    counts.push((await entries(app, id)) - before)
  }
  const [first = 0] = counts
  if (first === 0) return ['The button did nothing the first time']
  return counts.every((count) => count === first) ? [] : [`Entries after each: ${counts.join()}`]
}

/** A request that is truly signed, and wants its private answer at an address of its own. */
async function answeredElsewhere(
  bot: Running,
  slack: SlackService,
  target: Target,
  trap: Trap,
): Promise<string[]> {
  const forms = ['one', 'two'].map((name) => ({
    name,
    // The first is Slack’s own stand-in, to know when the answers of such requests have gone.
    url: name === 'two' ? slack.responseUrl('after-the-trap') : `${trap.url}/answer`,
  }))
  for (const { name, url } of forms) {
    const text = new URLSearchParams({
      command: '/concern',
      text: 'x',
      user_id: target.user,
      trigger_id: `elsewhere.${name}`,
      response_url: url,
    }).toString()
    await ask(bot.port, signed({ type: 'application/x-www-form-urlencoded', text }))
    const press = { do: 'open', form: 'no-such-form' }
    const payload = JSON.stringify({
      type: 'block_actions',
      user: { id: target.user },
      trigger_id: `elsewhere.${name}.press`,
      response_url: url,
      container: {},
      actions: [{ type: 'button', value: JSON.stringify(press) }],
    })
    const pressed = new URLSearchParams({ payload }).toString()
    await ask(bot.port, signed({ type: 'application/x-www-form-urlencoded', text: pressed }))
  }
  const arrived = () => slack.answersTo('after-the-trap').length > 0
  await until(arrived, 'to answer at Slack’s own address', PATIENCE)
  return trap.asked() === 0 ? [] : [`${trap.asked()} requests went to an address from a request`]
}

async function inPlayground(folder: string) {
  const read = readConfig(MAIL, surroundings(join(folder, 'page')))
  if (!read.ok) throw new Error(read.sentence)
  const bot = await start({ ...read.config, port: 0 }, { log: silent, sweeps: false })
  try {
    const page = await ask(bot.port, { path: '/', method: 'GET' })
    const token = /content="([0-9a-f]{48})"/.exec(page.text)?.[1] ?? ''
    const all = playgroundOutsiders(bot.port, token)
    const links = await forgedLinks(bot.port, bot.app)
    const wrongs = [...(await tryOut(bot.port, all)), ...links.wrongs]
    for await (const { id } of bot.app.store.rows())
      if (id.startsWith('case-')) wrongs.push(`${id} was made`)
    return { tried: all.length, links: links.tried, wrongs }
  } finally {
    await bot.stop()
  }
}

/** A flood at each path: an answer, and a connection that ends long before its end. */
async function flooded(port: number, paths: readonly string[]): Promise<string[]> {
  const wrongs: string[] = []
  for (const path of paths) {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${FLOOD.toString(16)}\r\n`
    const { text, taken } = await pour(port, head, { bytes: FLOOD })
    if (!text.startsWith('HTTP/1.1 413')) wrongs.push(`${path} answered “${text.slice(0, 40)}”`)
    if (taken > MOST_TAKEN) wrongs.push(`${path} took ${taken} bytes`)
  }
  return wrongs
}

async function entries(app: App, id: RecordId): Promise<number> {
  return (await app.store.history(id)).length
}

function teamsSettings({ settings }: Authority): Record<string, string> {
  const set = Object.entries(settings).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]))
}

type Trap = Awaited<ReturnType<typeof openTrap>>

/** An address that nobody should be sent to. */
async function openTrap() {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('ok')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
