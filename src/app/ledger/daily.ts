import type { Place } from '../../core/effect.ts'
import { plusSeconds } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import { dayOf } from './day.ts'
import { keepLedgerDay } from './keep.ts'
import { printHead, printingOf } from './print.ts'

/** After something that could not be done. */
const PAUSE_SECONDS = 60

/** Once a day the ends of all histories are written down where a changed history cannot reach them. */
export interface Ledger {
  /** Begins with what is to be done by now, if anything. Any replica may, and as often as it likes. */
  look(): void
  settled(): Promise<void>
  stop(): Promise<void>
}

/** `room`: where the newest head is printed each week. */
export function dailyLedger(app: App, room: Place | null): Ledger {
  let working: Promise<void> | null = null
  let stopped = false
  const done = { day: '', monday: '' }
  let restsUntil = ''

  async function work(now: string): Promise<void> {
    const day = dayOf(now)
    if (day !== done.day) {
      await keepLedgerDay(app, () => stopped)
      done.day = day
    }
    const { monday, from } = printingOf(now, app.packs.current.policy.zone)
    if (room === null || monday === done.monday || now < from) return
    if (await printHead(app, room, monday)) done.monday = monday
    else restsUntil = plusSeconds(now, PAUSE_SECONDS)
  }

  async function begin(now: string): Promise<void> {
    try {
      await work(now)
    } catch (error) {
      restsUntil = plusSeconds(now, PAUSE_SECONDS)
      if (!stopped) app.log.error({ error }, 'The ledger could not be written; that is tried again')
    }
  }

  return {
    look() {
      const now = app.realNow()
      if (stopped || working || now < restsUntil) return
      working = begin(now).finally(() => {
        working = null
      })
    },
    settled: async () => working ?? undefined,
    async stop() {
      stopped = true
      await working
    },
  }
}
