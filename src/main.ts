import { fileURLToPath } from 'node:url'
import { schedule } from 'node-cron'
import { pino } from 'pino'
import { channels } from '../adapters/channels/index.ts'
import { stores } from '../adapters/stores/index.ts'
import type { App } from './app/app.ts'
import type { Config } from './app/config.ts'
import { loadDirectory } from './app/directory.ts'
import { type Engine, engine } from './app/engine.ts'
import type { Host, Log, MovableClock, RunningChannel } from './app/host.ts'
import { importDirectory } from './app/import-directory.ts'
import { openPacks } from './app/packs.ts'
import type { Store } from './app/ports.ts'
import { type Web, webServer } from './app/server.ts'
import { createConversation } from './app/talk/index.ts'
import { movableClock, openTimeline } from './app/timeline.ts'
import { complaintOf } from './app/upcast.ts'
import type { Policy } from './core/policy/policy.ts'
import { toInstant } from './core/time/instant.ts'
import { policies } from './policies/index.ts'

const EVERY_SECOND = '* * * * * *'
const DRAIN_MS = 10_000
/** Good Friday evening, just before the clocks go forward: the hardest weekend of the year. */
const WORLD_STARTS = '2027-03-26T20:20:00Z'

export interface Running {
  readonly app: App
  readonly port: number
  /** Wakes what is due by now, and resolves when everything that follows has been sent. */
  settle(): Promise<void>
  stop(): Promise<void>
}

export interface Given {
  readonly log?: Log
  /** Real time, for tests; everything else follows from it. */
  readonly clock?: () => Date
  /** Whether to sweep every second; a test that moves the clock sweeps by itself. */
  readonly sweeps?: boolean
}

/** The composition root: settings → store → channels → clock. Throws one sentence when it cannot start. */
export async function start(config: Config, given: Given = {}): Promise<Running> {
  const log = given.log ?? logTo(config)
  const clock = given.clock ?? (() => new Date())
  const policy = await packOf(config)
  const store = await openStore(config)
  try {
    return await startOver(store, policy, config, { ...given, log, clock })
  } catch (error) {
    await store.close()
    throw error
  }
}

type Tools = Required<Pick<Given, 'log' | 'clock'>> & Given

async function startOver(
  store: Store,
  policy: Policy,
  config: Config,
  given: Tools,
): Promise<Running> {
  for (const complaint of store.complaints) given.log.warn({}, complaint)
  const { app, works, clock } = await assemble(store, policy, config, given)
  // A port that is taken is noticed first, and nobody is refused while the rest is made ready.
  const web = webServer(() => troubleOf(store), given.log)
  const { port } = await web.listen(config.port, config.host)
  const running = await openChannels(app, config, hostFor(app, clock, config), web)
  const job = given.sweeps === false ? null : sweepEverySecond(works)
  works.kick()
  return {
    app,
    port,
    settle: () => settle(works),
    async stop() {
      await job?.destroy()
      await web.close()
      await atMost(works.settled(), DRAIN_MS)
      for (const { channel } of running) await channel.stop()
      await store.close()
    },
  }
}

/** Whether something can be written down; the sentence says what is wrong. */
async function troubleOf(store: Store): Promise<string | null> {
  try {
    await store.keepSetting('ready', true)
    return null
  } catch {
    return 'The store cannot be written: look at the disk and the rights of its folder.'
  }
}

/** The app over its store, on the live timeline or on the playground's own. */
async function assemble(store: Store, policy: Policy, config: Config, { log, clock }: Tools) {
  const directory = await loadDirectory(store)
  const name = config.playground ? 'playground' : 'live'
  const realNow = () => toInstant(clock())
  const own = config.playground ? await openTimeline(store, name, WORLD_STARTS, clock) : null
  const app: App = {
    store,
    packs: await openPacks(store, policy, log),
    channels: new Map(),
    log,
    timeline: name,
    now: own?.now ?? realNow,
    realNow,
    directory: () => directory.now(),
    changed(record) {
      if (record.kind === 'organisation') directory.put(record)
      works.kick()
    },
  }
  const works = engine(app)
  return { app, works, clock: own && movableClock(own, name, store, () => settle(works)) }
}

async function settle(works: Engine): Promise<void> {
  await works.sweep()
  await works.settled()
}

function sweepEverySecond(works: Engine) {
  return schedule(EVERY_SECOND, () => works.sweep(), { timezone: 'UTC', noOverlap: true })
}

function hostFor(app: App, clock: MovableClock | null, { folder }: Config): Host {
  return {
    conversation: createConversation(app),
    store: app.store,
    log: app.log,
    directory: app.directory,
    now: app.now,
    ...(clock ? { clock, folder } : {}),
  }
}

/** Opens the channels that are on, fills the directory and begins to serve; all of it, or nothing. */
async function openChannels(
  app: App,
  config: Config,
  host: Host,
  web: Web,
): Promise<RunningChannel[]> {
  const running: RunningChannel[] = []
  try {
    for (const kind of channels.filter((one) => one.isOn(config))) {
      const channel = await kind.open(config, host)
      app.channels.set(kind.name, channel.channel)
      running.push(channel)
    }
    const file = config.directory ?? (config.playground ? madeUpWorld() : null)
    if (file) await importDirectory(app, file)
    web.serve(running.flatMap(({ routes }) => routes))
    for (const channel of running) await channel.start?.()
    return running
  } catch (error) {
    await web.close()
    for (const { channel } of running) await channel.stop()
    throw error
  }
}

function madeUpWorld() {
  const path = fileURLToPath(import.meta.resolve('#playground-world'))
  return { path, name: 'the made-up world' }
}

async function packOf({ policy }: Config): Promise<Policy> {
  const builtIn = policies.find(({ id }) => id === policy)
  if (builtIn) return builtIn
  // The YAML library is loaded only for a pack of one's own.
  const { loadPack } = await import('./app/pack-file.ts')
  const read = loadPack(policy, policies)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.policy
}

function openStore(config: Config): Promise<Store> {
  const kind = stores.find(({ name }) => name === 'lowdb')
  if (!kind) throw new Error('The embedded store is missing from this build.')
  return kind.open({ folder: config.folder, check: complaintOf })
}

function logTo({ logLevel }: Config): Log {
  const redact = [
    '*.token',
    '*.secret',
    '*.authorization',
    '*.password',
    'error.config',
    'error.request',
  ]
  return pino(
    { level: logLevel, redact, serializers: { error: pino.stdSerializers.err } },
    pino.destination(2),
  )
}

async function atMost(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([work, limit])
  clearTimeout(timer)
}
