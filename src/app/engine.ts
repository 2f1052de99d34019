import type { Outage } from '../core/outage.ts'
import type { App } from './app.ts'
import { delivery } from './deliver.ts'
import type { Failures } from './failures.ts'
import { follow } from './follow.ts'
import { leaverWatch } from './leavers.ts'
import { newcomerWatch } from './newcomers.ts'
import { forNobody } from './request-id.ts'
import { tick } from './tick.ts'

/** What makes saved things happen: wakes, follow-ups and deliveries. */
export interface Engine {
  /** Passes on and sends what a change has just caused. */
  kick(): void
  /** Wakes what is due, then as `kick`. */
  sweep(): Promise<void>
  /** Wakes all that an outage held up; nothing is sent before its notices are whole. */
  catchUp(outage: Outage): Promise<void>
  /** Resolves when all that is caused by now has been passed on and sent, or waits for a retry. */
  settled(): Promise<void>
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>
}

export function engine(app: App): Engine {
  // What became of a message may ask for something at once: the room is there, its brief is sent.
  const outbox = delivery(app, () => forNobody(followUps.kick))
  let sweeping: Promise<void> | null = null
  let isStopping = false
  let isHeld = false
  const send = () => {
    if (!isHeld) outbox.kick()
  }
  const wakeDue = waking(app, () => isStopping)
  const followUps = passing(app, send, () => isStopping)

  function kick(): void {
    if (isStopping) return
    send()
    followUps.kick()
  }

  async function settled(): Promise<void> {
    // Passing on may add to the outbox, and an outcome may ask for something to be passed on.
    for (;;) {
      const before = followUps.passed() + outbox.tried()
      kick()
      await followUps.idle()
      await outbox.idle()
      if (followUps.passed() + outbox.tried() === before) return
    }
  }

  async function wake(outage: Outage | null): Promise<void> {
    sweeping = wakeDue(outage)
    await sweeping
  }

  async function catchUp(outage: Outage): Promise<void> {
    isHeld = true
    try {
      await wake(outage)
      followUps.kick()
      await followUps.idle()
    } finally {
      isHeld = false
      kick()
    }
  }

  return {
    kick: () => forNobody(kick),
    settled,
    catchUp,
    async sweep() {
      await wake(null)
      kick()
    },
    async stop() {
      isStopping = true
      await Promise.allSettled([followUps.idle(), sweeping, outbox.stop()])
    },
  }
}

/** Wakes what is due, and what the directory makes due. */
function waking(app: App, isStopping: () => boolean) {
  const failures: Failures = new Map()
  const noteLeavers = leaverWatch(app, isStopping)
  const noteNewcomers = newcomerWatch(app, isStopping)
  return async (outage: Outage | null): Promise<void> => {
    await noteLeavers()
    await tick(app, failures, isStopping, outage)
    // Last: an outage may have held up what else a wake finds due.
    await noteNewcomers()
  }
}

/** Passes follow-ups on, one run at a time; then what they led to is sent. */
function passing(app: App, send: () => void, isStopping: () => boolean) {
  let following: Promise<void> | null = null
  let again = false
  let passed = 0

  async function passOn(): Promise<void> {
    do {
      again = false
      passed += await follow(app, isStopping)
    } while (again && !isStopping())
  }

  function kick(): void {
    if (isStopping()) return
    again = true
    following ??= passOn()
      .catch((error: unknown) => app.log.error({ error }, 'Follow-ups could not be read'))
      .finally(() => {
        following = null
        send()
        // Somebody may have kicked after the last look had ended.
        if (again) kick()
      })
  }

  async function idle(): Promise<void> {
    while (following !== null) await following
  }

  return { kick, idle, passed: () => passed }
}
