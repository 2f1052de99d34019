import { z } from 'zod'
import { Outage } from '../core/outage.ts'
import { Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'

const SETTING = 'alive'
const BEAT_SECONDS = 60

/** When Muster last wrote that it is alive, in real time; the outage that is being caught up with, if any. */
const Alive = z.object({ at: Instant, outage: Outage.nullable() })
type Alive = z.infer<typeof Alive>

/** A durable heartbeat that all replicas share: any of them being alive counts. */
export interface Heartbeat {
  /**
   * Before every sweep. Writes that Muster is alive, once a minute; where it was not for longer than the
   * pack says, all that was held up is caught up with first. One that was broken off is gone on with.
   */
  beat(): Promise<void>
  /** Writes that it is alive until now, so that the next start knows since when it was off. */
  stop(): Promise<void>
}

export function heartbeat(app: App, catchUp: (outage: Outage) => Promise<void>): Heartbeat {
  let last: Instant | null = null

  async function keep(alive: Alive): Promise<void> {
    await app.store.keepSetting(SETTING, alive)
    last = alive.at
  }

  async function look(): Promise<void> {
    const now = app.realNow()
    // A clock that was put back is written down at once.
    if (last !== null && last <= now && now < plusSeconds(last, BEAT_SECONDS)) return
    const kept = Alive.safeParse(await app.store.setting(SETTING))
    const outage = kept.success ? outageSince(app, kept.data) : null
    if (kept.success && outage) {
      // First of all: broken off here, the next start must not take the rest for ordinary.
      await app.store.keepSetting(SETTING, { at: kept.data.at, outage })
      app.log.warn({ outage }, 'Muster was off; what is late is told in one notice for each place')
      await catchUp(outage)
    }
    await keep({ at: app.realNow(), outage: null })
  }

  /** A store in trouble is no reason not to sweep. */
  async function safely(doing: () => Promise<void>): Promise<void> {
    try {
      await doing()
    } catch (error) {
      app.log.error({ error }, 'The heartbeat could not be kept')
    }
  }

  return {
    beat: () => safely(look),
    stop: () => safely(() => keep({ at: app.realNow(), outage: null })),
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
