import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'vitest'
import { slackChannel } from '../../../adapters/channels/slack/index.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { channelDelivery } from '../../../src/app/channel-delivery.ts'
import type { Conversation, Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host, RunningChannel } from '../../../src/app/host.ts'
import { unmeasured } from '../../../src/app/metrics/meter.ts'
import type { Store } from '../../../src/app/ports.ts'
import type { Place, Slot } from '../../../src/core/effect.ts'
import { placeKey } from '../../../src/core/effect.ts'
import { guard } from '../../../src/core/guard/identifiers.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { Listing, type Organisation, Person } from '../../../src/core/organisation/organisation.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { organisationId, RecordId } from '../../../src/core/record-id.ts'
import { toInstant } from '../../../src/core/time/instant.ts'
import { settle } from '../../contract/store/fixtures.ts'
import { BARE_LISTING } from '../../fixtures/bare-listing.ts'
import { guarding } from '../../fixtures/guarding.ts'

export const SECRET = 'a-signing-secret'
export const TOKEN = 'xoxb-a-bot-token'
export const CASE = RecordId.parse('case-7k2m9q4x')

const nothing: Reply = { type: 'nothing' }
export const say = (text: string): Reply => ({ type: 'say', message: words(text) })
export const words = (text: string): Message => ({ title: '', parts: [{ kind: 'text', text }] })

export function form(about: Partial<FormView> = {}): Extract<Reply, { type: 'form' }> {
  const ticket = { form: 'concern', nonce: 'nonce-1' }
  const fields = [
    { id: 'what', kind: 'text', label: 'What is happening?', required: true, live: false } as const,
  ]
  const view = { ticket, title: 'Raise a concern', heading: [], fields, submit: 'Send', ...about }
  return { type: 'form', form: view }
}

/** A conversation that answers as told and remembers what it was asked. */
export function scripted(script: Partial<Conversation> = {}) {
  const asked: { what: keyof Conversation; args: readonly unknown[]; heard: Heard }[] = []
  const ask =
    <Name extends keyof Conversation>(what: Name, otherwise: Conversation[Name]) =>
    (...args: Parameters<Conversation[Name]>) => {
      const [heard, ...rest] = args
      asked.push({ what, args: rest, heard })
      // The union of methods has no common call signature; each is called with its own arguments.
      return ((script[what] ?? otherwise) as (...all: typeof args) => never)(...args)
    }
  const conversation: Conversation = {
    command: ask('command', async () => nothing),
    press: ask('press', async () => nothing),
    refresh: ask('refresh', async () => nothing),
    submit: ask('submit', async () => nothing),
    said: ask('said', async () => nothing),
    saidInChat: ask('saidInChat', async () => nothing),
    altered: ask('altered', async () => nothing),
    view: ask('view', async () => undefined),
    opened: ask('opened', async () => {}),
    home: ask('home', async () => words('Nothing is open.')),
  }
  return { conversation, asked }
}

function organisation(slug: string, people: object[]): Organisation {
  const listing = {
    slug,
    name: slug,
    type: 'sub-contractor',
    ...BARE_LISTING,
    people: people.map((person) => Person.parse(person)),
    holdings: [],
  }
  const imported = Listing.parse(listing)
  const fixed = { kind: 'organisation', status: 'listed', timeline: 'live' } as const
  return { ...fixed, id: organisationId(slug), ...imported, leave: [], imported, outages: [] }
}

/** Amina is known by her account, Ben by his address only, Cat has neither. */
export const directory: Directory = {
  organisations: [
    organisation('willow', [
      { id: 'amina', name: 'Amina Farrow', accounts: { slack: 'U0AMINA' } },
      { id: 'ben', name: 'Ben Osei', email: 'ben@willow.example' },
      { id: 'cat', name: 'Cat Lowe' },
    ]),
  ],
}

interface Logged {
  readonly level: string
  readonly words: string
}

export interface Running {
  readonly url: string
  readonly running: RunningChannel
  readonly store: Store
  readonly logged: Logged[]
  stop(): Promise<void>
}

/** The Slack channel on a server of its own, against whatever answers at `apiUrl`. */
export async function startSlack(
  apiUrl: string,
  conversation: Conversation,
  settings: { botToken?: string; appToken?: string; isStarted?: boolean } = {},
): Promise<Running> {
  const store = memoryStore()
  const logged: Logged[] = []
  const log = (level: string) => (_: object, words: string) => {
    logged.push({ level, words })
  }
  const host: Host = {
    conversation,
    store,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    guard: (text) => guard(text, guarding),
    directory: () => directory,
    now: () => toInstant(new Date()),
    delivery: channelDelivery(unmeasured),
  }
  const { botToken = TOKEN, appToken } = settings
  const access = { botToken, appToken, signingSecret: SECRET, apiUrl }
  const running = await slackChannel(access, host)
  const [route] = running.routes
  const server = createServer((request, response) => {
    route?.handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    await running.channel.stop()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  try {
    if (settings.isStarted !== false) await running.start?.()
  } catch (error) {
    await close()
    throw error
  }
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    running,
    store,
    logged,
    stop: close,
  }
}

interface Signing {
  readonly secret?: string
  /** Seconds by which the sender's clock is off. */
  readonly off?: number
  readonly type?: string
  readonly headers?: Record<string, string>
}

/** What Muster does after its answer to Slack; a busy machine takes its time. */
export const soon = <Seen>(look: () => Seen) => expect.poll(look, { timeout: 4500 })

export const FORM_TYPE = 'application/x-www-form-urlencoded'

/** A request as Slack sends it. */
export async function send(url: string, body: string, signing: Signing = {}): Promise<Response> {
  const stamp = String(Math.floor(Date.now() / 1000) + (signing.off ?? 0))
  const mac = createHmac('sha256', signing.secret ?? SECRET).update(`v0:${stamp}:${body}`)
  const headers = {
    'content-type': signing.type ?? 'application/json',
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${mac.digest('hex')}`,
    ...signing.headers,
  }
  return fetch(url, { method: 'POST', body, headers })
}

export async function sendForm(url: string, fields: Record<string, string>): Promise<Response> {
  return send(url, new URLSearchParams(fields).toString(), { type: FORM_TYPE })
}

export async function sendPayload(url: string, payload: object): Promise<Response> {
  return sendForm(url, { payload: JSON.stringify(payload) })
}

export async function sendEvent(url: string, event: object, id = 'Ev1'): Promise<Response> {
  const envelope = { type: 'event_callback', team_id: 'T1', event_id: id, event }
  return send(url, JSON.stringify(envelope))
}

/** Puts a message on record, so that a reply in its thread finds its way. */
export async function shown(store: Store, place: Place, slot: Slot, ref: string): Promise<void> {
  const at = toInstant(new Date())
  const index = { timeline: 'live', wakeAt: null, dueAt: null, facets: {} }
  const task = {
    id: `${CASE}:1:0:${placeKey(place)}`,
    record: CASE,
    queue: placeKey(place),
    effect: { type: 'message' as const, place, slot, urgent: false },
    tries: 0,
    addedAt: at,
  }
  const head = { seq: 0, hash: '' }
  const saved = { schema: 1, version: 1, opener: '', record: {}, keys: [], head }
  const change = { saved, index, entries: [], tasks: [task], requests: [] }
  await store.save(CASE, 0, change)
  await settle(store, { ...task, tries: 1, last: { type: 'done', ref } })
}
