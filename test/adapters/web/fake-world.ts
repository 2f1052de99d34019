import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webChannel } from '../../../adapters/channels/web/index.ts'
import { channelDelivery } from '../../../src/app/channel-delivery.ts'
import type { Conversation, Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host, RunningChannel } from '../../../src/app/host.ts'
import { unmeasured } from '../../../src/app/metrics/meter.ts'
import type { Store } from '../../../src/app/ports.ts'
import { guard } from '../../../src/core/guard/identifiers.ts'
import type { FormView, Ticket } from '../../../src/core/message/form.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { Listing, type Organisation } from '../../../src/core/organisation/organisation.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { organisationId, RecordId } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { BARE_LISTING } from '../../fixtures/bare-listing.ts'
import { guarding } from '../../fixtures/guarding.ts'

export const CASE = RecordId.parse('case-7k2m9q4x')

const person = (id: string, name: string, title: string) => ({ id, name, title })

function organisation(slug: string, about: object): Organisation {
  const imported = Listing.parse({
    slug,
    ...BARE_LISTING,
    ...about,
  })
  const id = organisationId(slug)
  return {
    kind: 'organisation',
    status: 'listed',
    id,
    timeline: 'live',
    ...imported,
    leave: [],
    outages: [],
    imported,
  }
}

/** A Lead Provider, two sub-contractors of which one lies in another region, and both regions' teams. */
const directory: Directory = {
  organisations: [
    organisation('saltmarsh', {
      name: 'Saltmarsh Trust',
      type: 'lead-provider',
      region: 'south',
      rooms: [{ channel: 'web', room: 'triage', use: 'triage' }],
      people: [person('tess', 'Tess Whitlock', 'Quality lead')],
    }),
    organisation('willow', {
      name: 'Willow House',
      type: 'sub-contractor',
      region: 'south',
      leadProvider: 'saltmarsh',
      rooms: [
        { channel: 'web', room: 'willow', use: 'cases' },
        { channel: 'slack', room: 'C123', use: 'cases' },
      ],
      people: [
        person('gethin', 'Gethin Okonjo', 'Incident lead'),
        person('amina', 'Amina Farrow', 'Ward nurse'),
      ],
    }),
    organisation('kestrel', {
      name: 'Kestrel Lodge',
      type: 'sub-contractor',
      region: 'midlands',
      leadProvider: 'saltmarsh',
      rooms: [{ channel: 'web', room: 'kestrel', use: 'cases' }],
      people: [person('rajiv', 'Rajiv Hallowes', 'Incident lead')],
    }),
    organisation('south-team', {
      name: 'Southern quality team',
      type: 'quality-team',
      region: 'south',
      people: [person('farida', 'Farida Lochhead', 'Quality Manager')],
    }),
    organisation('midlands-team', {
      name: 'Midlands quality team',
      type: 'quality-team',
      region: 'midlands',
      people: [person('jas', 'Jas Coombe', 'Quality Manager')],
    }),
  ],
}

const homeMessage: Message = {
  title: 'You owe nothing now',
  parts: [
    {
      kind: 'buttons',
      buttons: [{ label: 'Report an incident', press: { do: 'open', form: 'incident' } }],
    },
  ],
}

export const caseMessage: Message = {
  title: 'Serious incident at Willow House',
  parts: [
    {
      kind: 'facts',
      facts: [
        ['Reference', [{ record: CASE }]],
        ['Raised by', [{ person: 'amina' }]],
      ],
    },
    { kind: 'quote', text: 'A door was <b>left open</b>' },
    {
      kind: 'buttons',
      buttons: [{ label: 'I have it', press: { do: 'have', record: CASE, clock: 'D1' } }],
    },
  ],
}

/** The incident form; the sentence about danger is shown once somebody is in danger. */
function incidentForm(ticket: Ticket, danger: string, error?: string): FormView {
  return {
    ticket,
    title: 'Serious incident',
    heading: ['Leave out everything that tells who a patient is.'],
    fields: [
      {
        id: 'what',
        kind: 'text',
        label: 'What happened?',
        required: true,
        max: 200,
        live: false,
        ...(error ? { error } : {}),
      },
      { id: 'occurred', kind: 'moment', label: 'When did it happen?', required: true, live: false },
      {
        id: 'danger',
        kind: 'choice',
        label: 'Is anyone in danger now?',
        required: true,
        live: true,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        value: danger,
      },
      ...(danger === 'yes'
        ? [
            {
              id: 'phone',
              kind: 'statement' as const,
              label: 'Phone 01632 960200 now.',
              required: false,
              live: false,
              urgent: true,
            },
          ]
        : []),
    ],
    submit: 'Report it',
  }
}

interface Call {
  readonly what: string
  readonly heard: Heard
  readonly with: unknown
}

/** Answers in the simplest way that shows each kind of reply, and keeps what it was asked. */
export function fakeConversation(calls: Call[]): Conversation {
  const note = (what: string, heard: Heard, given: unknown, message: Message): Reply => {
    calls.push({ what, heard, with: given })
    return { type: 'say', message }
  }
  const plain = (title: string): Message => ({ title, parts: [] })
  return {
    async command(heard, name, text) {
      if (name === 'muster') return note('command', heard, { name, text }, homeMessage)
      calls.push({ what: 'command', heard, with: { name, text } })
      return { type: 'form', form: incidentForm({ form: name, nonce: heard.key }, '') }
    },
    altered: async () => ({ type: 'nothing' }),
    async opened(heard, record, slot) {
      calls.push({ what: 'opened', heard, with: { record, slot } })
    },
    async press(heard, press) {
      calls.push({ what: 'press', heard, with: press })
      if (press.do !== 'open') return { type: 'say', message: plain('You have it') }
      return { type: 'form', form: incidentForm({ form: press.form, nonce: heard.key }, '') }
    },
    async refresh(heard, ticket, answers) {
      calls.push({ what: 'refresh', heard, with: answers })
      return { type: 'form', form: incidentForm(ticket, String(answers.danger ?? '')) }
    },
    async submit(heard, ticket, answers) {
      if (answers.what) return note('submit', heard, answers, plain('Thank you'))
      const form = incidentForm(ticket, String(answers.danger ?? ''), 'Say what happened.')
      return { type: 'form', form }
    },
    async said(heard, where, text) {
      if (text === 'fault') throw new Error('a bug')
      calls.push({ what: 'said', heard, with: { where, text } })
      return text === 'yes'
        ? { type: 'say', message: plain('Your answer is recorded') }
        : { type: 'nothing' }
    },
    saidInChat: async () => ({ type: 'nothing' }),
    view: async () => undefined,
    home: async () => homeMessage,
  }
}

/** The body of an answer; the tests assert what is in it. */
export async function bodyOf<Body>(answer: Response | Promise<Response>): Promise<Body> {
  // JSON has no types; a wrong shape fails the test that reads it.
  return (await (await answer).json()) as Body
}

export interface World {
  readonly running: RunningChannel
  readonly calls: readonly Call[]
  readonly complaints: readonly string[]
  readonly address: string
  get(path: string, person?: string, page?: string): Promise<Response>
  post(path: string, person: string, body: object, page?: string): Promise<Response>
  close(): Promise<void>
}

/** The channel behind a real HTTP server, over a world that starts on Fri 26 Mar 2027 20:20 GMT. */
export async function openWorld(folder?: string, conversation?: Conversation): Promise<World> {
  const calls: Call[] = []
  const complaints: string[] = []
  const running = await webChannel(
    hostOf(folder, conversation ?? fakeConversation(calls), complaints),
  )
  const server = await serve(running)
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  const page = await (await fetch(address)).text()
  const token = /name="muster-token" content="([0-9a-f]+)"/.exec(page)?.[1] ?? ''
  let keys = 0
  return {
    running,
    calls,
    complaints,
    address,
    get: (path, person, page) =>
      fetch(address + path, person ? { headers: { 'x-person': person, ...onPage(page) } } : {}),
    post: (path, person, body, page) =>
      fetch(address + path, {
        method: 'POST',
        headers: {
          'x-muster-token': token,
          'x-person': person,
          'content-type': 'application/json',
          ...onPage(page),
        },
        body: JSON.stringify({ key: `action-${++keys}-of-a-page`, ...body }),
      }),
    async close() {
      await running.channel.stop()
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

/** As a page says which it is. */
function onPage(page: string | undefined) {
  return page === undefined ? {} : { 'x-page': page }
}

function hostOf(
  folder: string | undefined,
  conversation: Conversation,
  complaints: string[],
): Host {
  let now: Instant = '2027-03-26T20:20:00Z'
  const log = (about: object, words: string) => {
    complaints.push(`${words} ${JSON.stringify(about)}`)
  }
  return {
    conversation,
    // The channel has no business with the store; a touch would throw.
    store: {} as Store,
    log: { info: log, warn: log, error: log },
    guard: (text) => guard(text, guarding),
    directory: () => directory,
    now: () => now,
    delivery: channelDelivery(unmeasured),
    clock: {
      now: () => now,
      nextDeadline: async () => (now < '2027-03-28T20:15:00Z' ? '2027-03-28T20:15:00Z' : null),
      moveTo: async (instant) => {
        now = instant
      },
    },
    ...(folder === undefined ? {} : { folder }),
  }
}

function serve(running: RunningChannel): Promise<Server> {
  const [route] = running.routes
  const server = createServer((request, response) => {
    void route?.handle(request, response)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
