import { schedule } from 'node-cron'
import type { Auditor } from './audit.ts'
import type { Log } from './host.ts'
import type { Meter } from './metrics/meter.ts'
import type { Trouble } from './readiness.ts'
import { asRequest } from './request-id.ts'

const EVERY_SECOND = '* * * * * *'
/** Away from the second at which most other things of a minute begin. */
const EVERY_MINUTE = '30 * * * * *'
const STUCK_MS = 60_000
/** It would write a line each second beside the log; `trouble` says the same once. */
const quiet = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} }

/** The sweep of every second. */
export interface Sweeps {
  /** Says so when none has come through for a minute. */
  readonly trouble: Trouble
  /** No more are begun. */
  stop(): Promise<void>
}

export function sweepEverySecond(
  sweep: () => Promise<void>,
  { log, meter }: { readonly log: Log; readonly meter: Meter },
): Sweeps {
  let doneAt = performance.now()
  let isFailing = false

  async function once(): Promise<void> {
    try {
      await sweep()
      doneAt = performance.now()
      meter.count('muster_sweeps_total', { outcome: 'done' })
      if (isFailing) log.info({}, 'Sweeps come through again')
      isFailing = false
    } catch (error) {
      meter.count('muster_sweeps_total', { outcome: 'failed' })
      // Once is enough: the next will hardly fare better than this one.
      if (!isFailing) log.error({ error }, 'A sweep failed; the next is tried in a second')
      isFailing = true
    }
  }

  const job = schedule(EVERY_SECOND, () => asRequest(once), {
    timezone: 'UTC',
    noOverlap: true,
    logger: quiet,
  })
  return {
    trouble: async () => sentence(performance.now() - doneAt),
    stop: async () => void (await job.destroy()),
  }
}

/** The auditor's sweep of every minute; it never throws. */
export function auditEveryMinute(audits: Auditor): Pick<Sweeps, 'stop'> {
  const job = schedule(EVERY_MINUTE, () => asRequest(() => audits.run()), {
    timezone: 'UTC',
    noOverlap: true,
    logger: quiet,
  })
  return { stop: async () => void (await job.destroy()) }
}

function sentence(sinceLast: number): string | null {
  if (sinceLast < STUCK_MS) return null
  const seconds = Math.round(sinceLast / 1000)
  return `Nothing has been woken for ${seconds} seconds: the sweeps are stuck. The log says why; a restart may help.`
}
