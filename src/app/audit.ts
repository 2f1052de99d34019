import type { Instant } from '../core/time/instant.ts'
import type { Heartbeat } from './alive.ts'
import type { App } from './app.ts'
import { lateMessages } from './audit/late.ts'
import { openRecords } from './audit/open-records.ts'
import { ping } from './audit/ping.ts'
import { type Found, look } from './audit/record.ts'
import { firstWake } from './first-wake.ts'
import { together } from './together.ts'

const CHECKED_AT_ONCE = 500
const SIDE_BY_SIDE = 8
/** A sweep comes every second; a record that waits for longer than this was forgotten. */
const LAG_SECONDS = 60

/** What one run of the auditor found. */
interface AuditReport {
  /** In real time. */
  readonly at: Instant
  /** Records looked at in this run; the next run goes on behind them. */
  readonly checked: number
  /** Records whose time had passed without a wake, woken now. */
  readonly woken: number
  /** Messages that neither stood nor were on their way, sent anew; and reminders left to one that was given up. */
  readonly repaired: number
  /** Reminders and questions that no service has accepted in time. */
  readonly late: number
  /** Records that could not be looked at. */
  readonly failed: number
  /** How long the record that is due longest has waited to be woken, in seconds. */
  readonly lagSeconds: number
}

/** A second sweep: looks whether all that was due was handed over, and repairs what was not. */
export interface Auditor {
  /** One run, once a minute. Never throws; null when it was put off for an outage, or could not be finished. */
  run(): Promise<AuditReport | null>
  /** What the latest run found. */
  latest(): AuditReport | null
}

/**
 * `heartbeatUrl`: told that all is well after each run that says so; null for nobody.
 * `alive`: looks first whether Muster was off; without it, it never was.
 */
export function auditor(
  app: App,
  heartbeatUrl: string | null,
  alive: Pick<Heartbeat, 'beat' | 'offUntil'> | null = null,
): Auditor {
  const records = openRecords(app)
  const waiting = lateMessages(app)
  let latest: AuditReport | null = null
  let lateBefore = false

  async function run(): Promise<AuditReport> {
    const lagSeconds = await lagOf(app)
    const found: Found[] = []
    let failed = 0
    const ids = await records.next(CHECKED_AT_ONCE)
    await together(ids, SIDE_BY_SIDE, async (id) => {
      try {
        found.push(await look(app, id, LAG_SECONDS))
      } catch (error) {
        failed += 1
        app.log.error({ error, record: id }, 'A record could not be audited')
      }
    })
    const late = await waiting.tell(alive?.offUntil() ?? null)
    const total = (of: keyof Found) => found.reduce((sum, one) => sum + one[of], 0)
    return {
      at: app.realNow(),
      checked: ids.length,
      woken: total('woken'),
      repaired: total('repaired'),
      late,
      failed,
      lagSeconds,
    }
  }

  return {
    latest: () => latest,
    async run() {
      const beat = alive ? await alive.beat() : 'sound'
      if (beat !== 'sound') {
        // What an outage held up is told in one notice: to wake a record here would spoil that.
        const outcome = beat === 'failed' ? 'failed' : 'behind'
        app.meter.count('muster_audits_total', { outcome })
        return null
      }
      try {
        latest = await run()
      } catch (error) {
        app.log.error({ error }, 'The auditor could not finish; it runs again in a minute')
        app.meter.count('muster_audits_total', { outcome: 'failed' })
        return null
      }
      app.meter.count('muster_audits_total', { outcome: outcomeOf(latest) })
      if (!lateBefore && latest.late > 0)
        app.log.error({ late: latest.late }, 'Reminders are not being accepted by their services')
      lateBefore = latest.late > 0
      if (latest.lagSeconds > LAG_SECONDS)
        app.log.error({ seconds: latest.lagSeconds }, 'Records wait to be woken: sweeps are behind')
      else if (heartbeatUrl !== null && latest.failed === 0 && latest.late === 0)
        await ping(heartbeatUrl, app.log)
      return latest
    },
  }
}

function outcomeOf({ lagSeconds, woken, repaired, late }: AuditReport): string {
  if (lagSeconds > LAG_SECONDS) return 'behind'
  return woken + repaired + late > 0 ? 'repaired' : 'sound'
}

async function lagOf(app: App): Promise<number> {
  const first = await firstWake(app)
  if (first === null) return 0
  return Math.max(0, (Date.parse(app.now()) - Date.parse(first)) / 1000)
}
