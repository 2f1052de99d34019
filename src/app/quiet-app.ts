import type { Policy } from '../core/policy/policy.ts'
import { toInstant } from '../core/time/instant.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { loadDirectory } from './directory.ts'
import { unmeasured } from './metrics/meter.ts'
import { openPacks } from './packs.ts'
import type { Store } from './ports.ts'
import { openTimeline } from './timeline.ts'

const realDate = () => new Date()
const realNow = () => toInstant(realDate())
const silent = { info() {}, warn() {}, error() {} }

/**
 * An app that changes records and sends nothing: what a change causes waits for the Muster that
 * has the chat services.
 */
export async function quietApp(
  store: Store,
  policy: Policy,
  { playground, administrators }: Pick<Config, 'playground' | 'administrators'>,
): Promise<App> {
  const directory = await loadDirectory(store)
  const timeline = playground ? 'playground' : 'live'
  const own = playground ? await openTimeline(store, timeline, realNow(), realDate) : null
  return {
    store,
    packs: await openPacks(store, policy, silent),
    channels: new Map(),
    lastResort: new Set(),
    administrators,
    needsApproval: !playground,
    log: silent,
    meter: unmeasured,
    timeline,
    now: own?.now ?? realNow,
    realNow,
    directory: () => directory.now(),
    changed: () => {},
  }
}
