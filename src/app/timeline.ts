import { type Instant, toInstant } from '../core/time/instant.ts'
import type { MovableClock } from './host.ts'
import type { Store } from './ports.ts'

/** A clock of its own: real time with an offset that is stored, so that it goes on after a restart. */
export interface Timeline {
  now(): Instant
  /** Sets the clock without stepping through anything. */
  set(instant: Instant): Promise<void>
}

export async function openTimeline(
  store: Store,
  name: string,
  startsAt: Instant,
  realNow: () => Date = () => new Date(),
): Promise<Timeline> {
  const setting = `timeline:${name}`
  const kept = await store.setting(setting)
  let offset = typeof kept === 'number' ? kept : Number.NaN
  const timeline: Timeline = {
    now: () => toInstant(new Date(realNow().getTime() + offset)),
    async set(instant) {
      offset = Date.parse(instant) - realNow().getTime()
      await store.keepSetting(setting, offset)
    },
  }
  if (Number.isNaN(offset)) await timeline.set(startsAt)
  return timeline
}

/** Moves a timeline, stepping through every wake on the way, so that nothing is skipped. */
export function movableClock(
  timeline: Timeline,
  name: string,
  store: Store,
  step: () => Promise<void>,
): MovableClock {
  let moving: Promise<void> = Promise.resolve()

  async function move(target: Instant): Promise<void> {
    await step()
    for (;;) {
      const wake = await store.next(name, 'wakeAt', timeline.now())
      if (wake === null || wake > target) break
      await timeline.set(wake)
      await step()
    }
    if (timeline.now() < target) await timeline.set(target)
    await step()
  }

  return {
    now: () => timeline.now(),
    nextDeadline: () => store.next(name, 'dueAt', timeline.now()),
    moveTo(target) {
      // One that failed was told to whoever asked for it.
      moving = moving.catch(() => {}).then(() => move(target))
      return moving
    },
  }
}
