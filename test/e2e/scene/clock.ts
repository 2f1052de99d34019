import { setImmediate } from 'node:timers/promises'
import type { Log } from '../../../src/app/host.ts'
import type { Running } from '../../../src/main.ts'

const MOST_SECONDS = 70
/** What Muster sends by itself at this moment ends in real time, on a busy machine too. */
const PATIENCE_MS = 15_000

/** Stands still until it is moved. */
export function handClock(instant: string) {
  let now = new Date(instant)
  return {
    now: () => now,
    set(to: string): void {
      now = new Date(to)
    },
    pass(seconds: number): void {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }
}
export type HandClock = ReturnType<typeof handClock>

/** Waits until everything has been sent; a service takes only so much a second, so that seconds pass. */
export function settling(muster: () => Running, clock: HandClock): () => Promise<void> {
  return async () => {
    const until = performance.now() + PATIENCE_MS
    for (let second = 0; second < MOST_SECONDS || performance.now() < until; second += 1) {
      await muster().settle()
      if ((await muster().app.store.counts()).waiting === 0) return
      if (second < MOST_SECONDS) clock.pass(1)
      await setImmediate()
    }
    const [task] = await muster().app.store.waiting(muster().app.realNow(), 1)
    throw new Error(`Something still waits to be sent: ${JSON.stringify(task)}`)
  }
}

/** Moves the clock through every moment at which something is due on the way, as a day that goes by. */
export function passing(muster: () => Running, clock: HandClock, settle: () => Promise<void>) {
  return async (instant: string) => {
    const { app } = muster()
    const next = () => app.store.next(app.timeline, 'wakeAt', app.now())
    for (let wake = await next(); wake !== null && wake < instant; wake = await next()) {
      clock.set(wake)
      await settle()
    }
    clock.set(instant)
    await settle()
  }
}

/** Keeps what is logged as wrong. */
export function faultLog() {
  const faults: string[] = []
  const keep = (about: object, words: string) => {
    faults.push(`${words}: ${JSON.stringify(about)}`)
  }
  const log: Log = { info: () => undefined, warn: keep, error: keep }
  return { faults, log }
}
