import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { teamsChannel } from '../../../adapters/channels/teams/index.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { channelDelivery } from '../../../src/app/channel-delivery.ts'
import type { Conversation, Reply } from '../../../src/app/conversation.ts'
import type { Host, Log } from '../../../src/app/host.ts'
import { unmeasured } from '../../../src/app/metrics/meter.ts'
import { guard } from '../../../src/core/guard/identifiers.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { organisationId } from '../../../src/core/record-id.ts'
import { BARE_LISTING } from '../../fixtures/bare-listing.ts'
import { guarding } from '../../fixtures/guarding.ts'
import { BOT, startAuthority, TENANT } from './authority.ts'

export const NIA = '00000000-0000-4000-8000-000000000021'
export const SAM = '00000000-0000-4000-8000-000000000022'
export const KIT = '00000000-0000-4000-8000-000000000023'
export const STRANGER = '00000000-0000-4000-8000-000000000099'
export const CHANNEL = '19:concerns@thread.tacv2'

const willow: Listing = {
  slug: 'willow',
  name: 'Willow House',
  type: 'sub-contractor',
  ...BARE_LISTING,
  rooms: [{ channel: 'teams', room: CHANNEL, use: 'cases' }],
  people: [
    { id: 'nia', name: 'Nia Ward', accounts: { teams: NIA } },
    { id: 'sam', name: 'Sam Site', email: 'Sam.Site@trust.example', accounts: {} },
    { id: 'kit', name: 'Kit Guest', email: 'Kit@guest.example', accounts: {} },
    { id: 'una', name: 'Una Unlisted', accounts: {} },
    { id: 'ola', name: 'Ola Off', email: 'ola@trust.example', accounts: {} },
  ],
}

export const directory: Directory = {
  organisations: [
    {
      ...willow,
      kind: 'organisation',
      status: 'listed',
      id: organisationId('willow'),
      timeline: 'live',
      leave: [],
      outages: [],
      imported: willow,
    },
  ],
}

export const form: FormView = {
  ticket: { form: 'concern', nonce: 'n-1' },
  title: 'Raise a concern',
  heading: ['No patient identifiers.'],
  fields: [
    { id: 'what', kind: 'text', label: 'What happened', required: true, live: false, max: 3000 },
    {
      id: 'danger',
      kind: 'choice',
      label: 'Is anyone in danger now',
      required: true,
      live: false,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
  ],
  submit: 'Raise it',
}

/** What the conversation was asked, in order. */
interface Asked {
  readonly name: string
  readonly with: readonly unknown[]
}

const silent: Log = { info() {}, warn() {}, error() {} }

/** The channel on a real server, before a conversation that answers from `replies`. */
export async function startWorld(replies: Partial<Record<keyof Conversation, Reply>> = {}) {
  const authority = await startAuthority()
  authority.graph.add(NIA, 'nia.ward@trust.example')
  authority.graph.add(SAM, 'sam.site@trust.example')
  authority.graph.add(KIT, 'kit@guest.example', true)
  const asked: Asked[] = []
  const told = (name: keyof Conversation) => {
    return async (...given: readonly unknown[]): Promise<Reply> => {
      asked.push({ name, with: given })
      return replies[name] ?? { type: 'nothing' }
    }
  }
  const host: Host = {
    conversation: {
      command: told('command'),
      press: told('press'),
      refresh: told('refresh'),
      submit: told('submit'),
      said: told('said'),
      saidInChat: told('saidInChat'),
      altered: told('altered'),
      async view(...given) {
        asked.push({ name: 'view', with: given })
        const reply = replies.view
        return reply?.type === 'say' ? reply.message : undefined
      },
      async opened(...given) {
        asked.push({ name: 'opened', with: given })
      },
      async home(heard) {
        asked.push({ name: 'home', with: [heard] })
        return { title: 'What you can do here', parts: [] }
      },
    },
    store: memoryStore(),
    log: silent,
    guard: (text) => guard(text, guarding),
    directory: () => directory,
    now: () => '2027-03-26T20:20:00Z',
    delivery: channelDelivery(unmeasured),
  }
  const running = await teamsChannel(authority.settings, host)
  const [route] = running.routes
  const server = createServer((request, response) => void route?.handle(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo

  async function deliver(
    body: unknown,
    authorization: string | undefined = `Bearer ${authority.token()}`,
  ) {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }

  return {
    authority,
    host,
    channel: running.channel,
    asked,
    replies,
    deliver,
    bare: (authorization: string, body: unknown) => deliver(body, authorization),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await authority.close()
    },
  }
}
export type World = Awaited<ReturnType<typeof startWorld>>

let seq = 0

/** What Teams sends when somebody does something, in their own chat unless told otherwise. */
export function activity(world: World, change: Record<string, unknown> = {}) {
  seq += 1
  return {
    type: 'message',
    id: `activity-${seq}`,
    channelId: 'msteams',
    serviceUrl: world.authority.serviceUrl,
    from: { id: '29:nia', name: 'Nia Ward', aadObjectId: NIA },
    recipient: BOT,
    conversation: { id: 'a:nia', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    ...change,
  }
}

export function pressed(
  world: World,
  verb: string,
  data: unknown,
  change: Record<string, unknown> = {},
) {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }
  return activity(world, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    replyToId: '17',
    ...change,
  })
}

/** In a channel, with the bot mentioned. */
export function mentioned(words: string, thread: string) {
  const text = `<at>Muster</at>\u00a0${words}`
  return {
    text,
    entities: [{ type: 'mention', mentioned: BOT, text: '<at>Muster</at>' }],
    conversation: {
      id: `${CHANNEL};messageid=${thread}`,
      conversationType: 'channel',
      tenantId: TENANT,
    },
  }
}
