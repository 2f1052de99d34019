import { z } from 'zod'
import { Outage } from '../core/outage.ts'
import { Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { firstWake } from './first-wake.ts'

const SETTING = 'alive'
const BEAT_SECONDS = 60
/** What a replica that was killed had claimed comes free in this time; what cannot be woken stops nobody. */
const CATCH_UP_SECONDS = 120

/** When Muster last wrote that it is alive, in real time; the outage that is being caught up with, if any. */
const Alive = z.object({ at: Instant, outage: Outage.nullable() })
type Alive = z.infer<typeof Alive>

/** `failed`: whether Muster was off is unknown, so that nothing may be woken as if it had not been. */
type Beat = 'sound' | 'catching-up' | 'failed'

/** A durable heartbeat that all replicas share: any of them being alive counts. */
export interface Heartbeat {
  /**
   * Before every sweep. Writes that Muster is alive, once a minute; where it was not for longer than the
   * pack says, all that was held up is caught up with first. One that was broken off is gone on with.
   */
  beat(): Promise<Beat>
  /** When Muster was last found to have been off, however briefly: the end of that, in real time. */
  offUntil(): Instant | null
  /** Writes that it is alive until now, so that the next start knows since when it was off. */
  stop(): Promise<void>
}

export function heartbeat(app: App, catchUp: (outage: Outage) => Promise<void>): Heartbeat {
  let last: Instant | null = null
  let pending: { readonly outage: Outage; readonly until: Instant } | null = null
  let offUntil: Instant | null = null
  let beating: Promise<Beat> | null = null

  async function keep(alive: Alive): Promise<void> {
    await app.store.keepSetting(SETTING, alive)
    last = alive.at
  }

  async function look(): Promise<void> {
    const now = app.realNow()
    // A clock that was put back is written down at once.
    const fresh = last !== null && last <= now && now < plusSeconds(last, BEAT_SECONDS)
    if (fresh && !pending) return
    pending ??= await found(now)
    if (pending) {
      await catchUp(pending.outage)
      const held = await firstWake(app)
      const through = held === null || held > pending.outage.until
      if (!through && app.realNow() < pending.until) return
      pending = null
    }
    await keep({ at: app.realNow(), outage: null })
  }

  async function found(now: Instant): Promise<typeof pending> {
    const { data: kept } = Alive.safeParse(await app.store.setting(SETTING))
    const outage = kept ? outageSince(app, kept) : null
    if (outage || (kept && now > plusSeconds(kept.at, 2 * BEAT_SECONDS))) offUntil = now
    if (!kept || !outage) return null
    // First of all: broken off from here on, the next start must not take the rest for ordinary.
    await app.store.keepSetting(SETTING, { at: kept.at, outage })
    app.log.warn({ outage }, 'Muster was off; what is late is told in one notice for each place')
    return { outage, until: plusSeconds(now, CATCH_UP_SECONDS) }
  }

  async function safely(doing: () => Promise<void>): Promise<Beat> {
    try {
      await doing()
      return pending ? 'catching-up' : 'sound'
    } catch (error) {
      app.log.error({ error }, 'The heartbeat could not be kept')
      return 'failed'
    }
  }

  return {
    // The sweep and the auditor may ask at the same moment: an outage is caught up with once.
    beat() {
      beating ??= safely(look).finally(() => {
        beating = null
      })
      return beating
    },
    offUntil: () => offUntil,
    async stop() {
      // The next start goes on with an outage that was not caught up with.
      if (!pending) await safely(() => keep({ at: app.realNow(), outage: null }))
    },
  }
}

/** On the timeline of the records, which is real time moved by an offset that an outage does not change. */
function outageSince(app: App, { at, outage }: Alive): Outage | null {
  const until = app.now()
  if (outage) return { from: outage.from, until }
  const seconds = (Date.parse(app.realNow()) - Date.parse(at)) / 1000
  const { outageMinutes } = app.packs.current.policy.prompting
  return seconds > outageMinutes * 60 ? { from: plusSeconds(until, -seconds), until } : null
}
