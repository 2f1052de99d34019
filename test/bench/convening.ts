import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { WebClient } from '@slack/web-api'
import { slackAccounts } from '../../adapters/channels/slack/accounts.ts'
import { outwardChannel } from '../../adapters/channels/slack/outward.ts'
import { webClient } from '../../adapters/channels/slack/web.ts'
import { stores } from '../../adapters/stores/index.ts'
import type { App } from '../../src/app/app.ts'
import { loadDirectory } from '../../src/app/directory.ts'
import { type Engine, engine } from '../../src/app/engine.ts'
import { handle } from '../../src/app/handle.ts'
import { unmeasured } from '../../src/app/metrics/meter.ts'
import { openPacks } from '../../src/app/packs.ts'
import { organisationId, type RecordId } from '../../src/core/record-id.ts'
import { toInstant } from '../../src/core/time/instant.ts'
import { summitPack, summitPeople } from './convened.ts'
import { clock, median, timed } from './measure.ts'
import { ANSWERS_IN, type Answered } from './room-api.ts'
import { TOKEN } from './slack.ts'
import type { Row } from './table.ts'

const SEATS = [3, 30] as const
const silent = { info() {}, warn() {}, error() {} }

/** What cannot be done before the other is answered: a room, whoever is in it, and the brief that they read as new. */
const IN_A_ROW = 'conversations.create, .invite, chat.postMessage'

/** From the confirmed call to a room with everybody in it and its brief, of a service that takes its time. */
export async function convening(smoke: boolean): Promise<Row[]> {
  const rounds = smoke ? 1 : 25
  const service = await startService()
  try {
    const floor: number[] = []
    const found = new Map<number, { times: number[]; calls: number }>()
    for (const seats of SEATS) {
      const world = await openWorld(service, seats)
      const times: number[] = []
      let calls = 0
      for (let round = 0; round < rounds; round += 1) {
        const { took, about } = await convened(world, service)
        times.push(took)
        calls = Math.max(calls, about)
        floor.push(await floorOf(service, seats, round))
      }
      found.set(seats, { times, calls })
      await world.close()
    }
    return rows(found, median(floor))
  } finally {
    await service.stop()
  }
}

function rows(
  found: ReadonlyMap<number, { readonly times: readonly number[]; readonly calls: number }>,
  floor: number,
): Row[] {
  const [few, many] = SEATS.map((seats) => found.get(seats)?.calls ?? Number.NaN)
  const times = [...found].map(
    ([seats, { times: all }]): Row => ({
      name: `${seats} seats: confirmed → room, all invited, brief posted (service: ${ANSWERS_IN} ms)`,
      unit: 'ms',
      ours: median(all),
      floorName: IN_A_ROW,
      floor,
      goal: 1.3,
    }),
  )
  const calls: Row = {
    name: `calls about the room: ${SEATS[1]} seats (${many}) more than ${SEATS[0]} (${few})`,
    unit: 'calls',
    ours: (many ?? Number.NaN) - (few ?? Number.NaN),
    floorName: null,
    floor: null,
    goal: 1,
  }
  return [...times, calls]
}

interface Service {
  readonly url: string
  /** All that was answered so far. */
  readonly calls: readonly Answered[]
  /** Resolves when a call like this has been answered. */
  answered(fits: (call: Answered) => boolean): Promise<Answered>
  stop(): Promise<void>
}

async function startService(): Promise<Service> {
  const worker = new Worker(new URL('./room-api.js', import.meta.url))
  const calls: Answered[] = []
  const waiting = new Set<(call: Answered) => void>()
  const url = await new Promise<string>((started, failed) => {
    worker.once('error', failed)
    worker.once('message', (told: { url: string }) => started(told.url))
  })
  worker.on('message', (call: Answered) => {
    calls.push(call)
    for (const hear of waiting) hear(call)
  })
  return {
    url,
    calls,
    answered: (fits) =>
      new Promise((found) => {
        const hear = (call: Answered) => {
          if (!fits(call)) return
          waiting.delete(hear)
          found(call)
        }
        waiting.add(hear)
      }),
    stop: async () => void (await worker.terminate()),
  }
}

interface World {
  readonly app: App
  readonly works: Engine
  close(): Promise<void>
}

/** The shell over the embedded store and Slack’s port, as it is started, with so many seats in its summit. */
async function openWorld({ url }: Service, seats: number): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  const kind = stores.find(({ name }) => name === 'lowdb')
  if (!kind) throw new Error('There is no embedded store')
  const store = await kind.open({ folder })
  const directory = await loadDirectory(store)
  const accounts = slackAccounts(
    webClient(TOKEN, url, silent),
    () => directory.now(),
    () => undefined,
  )
  const slack = outwardChannel(
    webClient(TOKEN, url, silent),
    accounts,
    () => 'U0MUSTER',
    async () => {},
  )
  const now = () => toInstant(new Date())
  const app: App = {
    store,
    packs: await openPacks(store, summitPack(seats), silent),
    channels: new Map([['slack', slack]]),
    lastResort: new Set(),
    needsApproval: false,
    administrators: [],
    log: silent,
    meter: unmeasured,
    timeline: 'live',
    now,
    realNow: now,
    directory: () => directory.now(),
    changed(record) {
      if (record.kind === 'organisation') directory.put(record)
      works.kick()
    },
  }
  const works = engine(app)
  for (const listing of summitPeople(seats)) {
    const intent = { kind: 'organisation', type: 'import', listing } as const
    await handle(app, { key: `import:${listing.slug}`, to: organisationId(listing.slug), intent })
  }
  return {
    app,
    works,
    async close() {
      await works.stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One summit of a case of its own: how long until its brief stood, and how many calls its room took. */
async function convened({ app, works }: World, service: Service) {
  const kase = await raisedCase(app)
  await works.settled()
  const before = service.calls.length
  const brief = service.answered(
    ({ method, channel, slot }) =>
      method === 'chat.postMessage' && slot === 'root' && channel.startsWith('C0MADE'),
  )
  const begun = clock()
  const by = { type: 'person', person: 'lead' } as const
  const wanted = { meeting: 'M1', seats: null, startsAt: null, why: 'A grave risk.', urgent: true }
  const intent = { kind: 'case', type: 'convene', by, via: 'slack', ...wanted } as const
  const answer = await handle(app, { key: `convene:${kase}`, to: kase, intent })
  if (!answer.ok) throw new Error(answer.refusal.message)
  const { channel, answered } = await brief
  await works.settled()
  const about = service.calls
    .slice(before)
    .filter((call) => call.channel === channel || call.method === 'conversations.create')
  return { took: answered - begun, about: about.length }
}

async function raisedCase(app: App): Promise<RecordId> {
  const now = app.now()
  const answer = await handle(app, {
    key: `raise:${clock()}`,
    intent: {
      kind: 'case',
      type: 'raise',
      by: { type: 'person', person: 'lead' },
      via: 'slack',
      how: 'named',
      case: 'incident',
      provider: 'unit',
      what: 'A fall on the stairs, seen by two of us.',
      where: 'Stairs',
      occurredAt: now,
      identifiedAt: now,
      danger: false,
      done: 'First aid.',
      safeguarding: 'no',
      answers: {},
    },
  })
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

/** The calls that must follow each other, bare. */
async function floorOf({ url }: Service, seats: number, round: number): Promise<number> {
  const client = new WebClient(TOKEN, { slackApiUrl: url })
  return timed(async () => {
    const name = `floor-${seats}-${round}`
    const { channel } = await client.conversations.create({ name, is_private: true })
    const room = channel?.id ?? ''
    const users = Array.from({ length: seats }, (_, n) => `U0SEAT${n}`).join()
    await client.conversations.invite({ channel: room, users })
    await client.chat.postMessage({ channel: room, text: 'The brief', blocks: [] })
  })
}
