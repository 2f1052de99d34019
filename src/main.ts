import { fileURLToPath } from 'node:url'
import { channels } from '../adapters/channels/index.ts'
import { strangersAmong } from './app/administrators.ts'
import { heartbeat } from './app/alive.ts'
import type { App } from './app/app.ts'
import { askForApproval, rulesRemark } from './app/approval.ts'
import { auditor } from './app/audit.ts'
import { channelDelivery } from './app/channel-delivery.ts'
import type { Config } from './app/config.ts'
import { type LiveDirectory, loadDirectory } from './app/directory.ts'
import { lockedOut } from './app/directory-file/locked-out.ts'
import { type Engine, engine } from './app/engine.ts'
import type { Host, Log, MovableClock, RunningChannel } from './app/host.ts'
import { importDirectory } from './app/import-directory.ts'
import { inTime } from './app/in-time.ts'
import { noteInstallation } from './app/installation.ts'
import { openLog } from './app/log.ts'
import { metricsRoute } from './app/metrics/index.ts'
import { type Tallying, tallying } from './app/metrics/meter.ts'
import { watchedStore } from './app/metrics/watched-store.ts'
import { openPacks } from './app/packs.ts'
import type { Store } from './app/ports.ts'
import { firstTrouble, storeTrouble, type Trouble } from './app/readiness.ts'
import { type ServedRoute, type Web, webServer } from './app/server.ts'
import { auditEveryMinute, sweepEverySecond } from './app/sweeps.ts'
import { takeAway } from './app/take-away.ts'
import { createConversation } from './app/talk/index.ts'
import { atRates } from './app/talk/rates.ts'
import { movableClock, openTimeline } from './app/timeline.ts'
import { openUpkeep } from './app/upkeep.ts'
import { guard } from './core/guard/identifiers.ts'
import { guardingOf } from './core/guard/intent.ts'
import type { Policy } from './core/policy/policy.ts'
import { toInstant } from './core/time/instant.ts'
import { openStore } from './open-store.ts'
import { policies } from './policies/index.ts'

/** Together they keep within ten seconds, after which many a platform ends a process. */
const DRAIN_MS = 9000
const CLOSE_MS = 900
/** Good Friday evening, just before the clocks go forward: the hardest weekend of the year. */
const WORLD_STARTS = '2027-03-26T20:20:00Z'

export interface Running {
  readonly app: App
  readonly port: number
  /** Wakes what is due by now, and resolves when everything that follows has been sent. */
  settle(): Promise<void>
  /** Takes nothing new, ends what is under way, and closes the store; within ten seconds. */
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
  const log = given.log ?? openLog({ level: config.logLevel, secrets: config.secrets })
  const clock = given.clock ?? (() => new Date())
  const policy = await packOf(config)
  const meter = tallying()
  const store = watchedStore(await openStore(config), meter)
  try {
    return await startOver(store, policy, config, { ...given, log, clock, meter })
  } catch (error) {
    await store.close()
    throw error
  }
}

type Tools = Required<Pick<Given, 'log' | 'clock'>> & Given & { readonly meter: Tallying }

async function startOver(
  store: Store,
  policy: Policy,
  config: Config,
  given: Tools,
): Promise<Running> {
  for (const complaint of store.complaints) given.log.warn({}, complaint)
  const { log, meter } = given
  const { app, works, clock } = await assemble(store, policy, config, given)
  let sweepTrouble: Trouble = async () => null
  const trouble = firstTrouble(storeTrouble(store), () => sweepTrouble())
  // A port that is taken is noticed first, and nobody is refused while the rest is made ready.
  const web = webServer({ trouble, remark: () => rulesRemark(app), log, meter })
  const { port } = await web.listen(config.port, config.host)
  const own: ServedRoute[] = [{ ...metricsRoute(app, meter), channel: null }]
  const running = await openChannels(app, config, hostFor(app, clock, config), web, own)
  const upkeep = await openUpkeep(
    app,
    { ...config, folder: config.databaseUrl === null ? config.folder : null },
    works.kick,
  )
  const alive = heartbeat(app, works.catchUp)
  await alive.beat()
  const sweep = async () => {
    upkeep.look()
    // Reminders that an outage held up must not go out one by one.
    if ((await alive.beat()) === 'failed') throw new Error('It is not known whether Muster was off')
    await works.sweep()
  }
  const sweeps = given.sweeps === false ? null : sweepEverySecond(sweep, { log, meter })
  if (sweeps) sweepTrouble = sweeps.trouble
  const audits =
    given.sweeps === false ? null : auditEveryMinute(auditor(app, config.heartbeatUrl, alive))
  works.kick()
  return {
    app,
    port,
    async settle() {
      upkeep.look()
      await settle(works)
      await upkeep.settled()
    },
    async stop() {
      log.info({}, 'Muster is stopping')
      const ends = running.map(({ channel }) => channel.stop())
      const ours = [sweeps?.stop(), audits?.stop(), upkeep.stop(), works.stop()]
      const all = Promise.allSettled([...ours, web.drain(), ...ends])
      if ((await inTime(all, DRAIN_MS)) === 'late')
        log.warn({}, 'Some work had not ended; what it did is looked up after the next start')
      await web.close()
      await inTime(
        alive.stop().then(() => store.close()),
        CLOSE_MS,
      )
    },
  }
}

/** The app over its store, on the live timeline or on the playground's own. */
async function assemble(store: Store, policy: Policy, config: Config, given: Tools) {
  const { log, clock, meter } = given
  const directory = await loadDirectory(store)
  const name = config.playground ? 'playground' : 'live'
  const realNow = () => toInstant(clock())
  const own = config.playground ? await openTimeline(store, name, WORLD_STARTS, clock) : null
  const app: App = {
    store,
    packs: await openPacks(store, policy, log),
    channels: new Map(),
    lastResort: new Set(channels.filter((one) => one.lastResort).map(({ name: one }) => one)),
    administrators: config.administrators,
    needsApproval: !config.playground,
    log,
    meter,
    timeline: name,
    now: own?.now ?? realNow,
    realNow,
    directory: () => directory.now(),
    changed(record) {
      if (record.kind === 'organisation') directory.put(record)
      takeAway(app, record)
      works.kick()
    },
  }
  const works = overReplicas(engine(app), app, directory)
  return { app, works, clock: own && movableClock(own, name, store, () => settle(works)) }
}

/** What another replica saved is seen at its word, which may never come, and at every sweep. */
function overReplicas(works: Engine, { store, log }: App, directory: LiveDirectory): Engine {
  const refresh = () =>
    directory
      .refresh()
      .catch((error: unknown) => log.error({ error }, 'The directory could not be read anew'))
  store.heard(() => void refresh().then(works.kick))
  return {
    ...works,
    async sweep() {
      await refresh()
      await works.sweep()
    },
  }
}

async function settle(works: Engine): Promise<void> {
  await works.sweep()
  await works.settled()
}

function hostFor(app: App, clock: MovableClock | null, { folder, rates }: Config): Host {
  return {
    conversation: atRates(createConversation(app), rates, app.log),
    store: app.store,
    log: app.log,
    guard: (text) => guard(text, guardingOf({ ...app.packs.current, now: app.now() })),
    directory: app.directory,
    now: app.now,
    delivery: channelDelivery(app.meter),
    ...(clock ? { clock, folder } : {}),
  }
}

/** Opens the channels that are on, fills the directory and begins to serve; all of it, or nothing. */
async function openChannels(
  app: App,
  config: Config,
  host: Host,
  web: Web,
  own: readonly ServedRoute[],
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
    const { organisations } = app.directory()
    for (const words of strangersAmong(config.administrators, organisations))
      app.log.warn({}, words)
    const shut = lockedOut(app.directory(), app.packs.current.policy)
    if (shut.length > 0) throw new Error(shut.join('\n'))
    await noteInstallation(app, config.settings)
    await askForApproval(app)
    web.serve([...own, ...running.flatMap(served)])
    for (const channel of running) await channel.start?.()
    return running
  } catch (error) {
    await web.close()
    for (const { channel } of running) await channel.stop()
    throw error
  }
}

function served({ channel: { name }, routes }: RunningChannel): ServedRoute[] {
  return routes.map((route) => ({ ...route, channel: name }))
}

function madeUpWorld() {
  const path = fileURLToPath(import.meta.resolve('#playground-world'))
  return { path, name: 'the made-up world' }
}

/** The pack that the settings name. Throws what is wrong with it. */
export async function packOf({ policy }: Pick<Config, 'policy'>): Promise<Policy> {
  const builtIn = policies.find(({ id }) => id === policy)
  if (builtIn) return builtIn
  // The YAML library is loaded only for a pack of one's own.
  const { loadPack } = await import('./app/pack-file.ts')
  const read = loadPack(policy, policies)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.policy
}
