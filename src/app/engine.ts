import type { App } from './app.ts'
import { delivery } from './deliver.ts'
import { follow } from './follow.ts'
import { forNobody } from './request-id.ts'
import { type Failures, tick } from './tick.ts'

/** What makes saved things happen: wakes, follow-ups and deliveries. */
export interface Engine {
  /** Passes on and sends what a change has just caused. */
  kick(): void
  /** Wakes what is due, then as `kick`. */
  sweep(): Promise<void>
  /** Resolves when all that is caused by now has been passed on and sent, or waits for a retry. */
  settled(): Promise<void>
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>
}

export function engine(app: App): Engine {
  const outbox = delivery(app)
  const failures: Failures = new Map()
  let following: Promise<void> | null = null
  let again = false
  let passed = 0
  let sweeping: Promise<void> | null = null
  let isStopping = false

  async function passOn(): Promise<void> {
    do {
      again = false
      passed += await follow(app, () => isStopping)
    } while (again && !isStopping)
  }

  function kick(): void {
    if (isStopping) return
    outbox.kick()
    again = true
    following ??= passOn()
      .catch((error: unknown) => app.log.error({ error }, 'Follow-ups could not be read'))
      .finally(() => {
        following = null
        outbox.kick()
        // Somebody may have kicked after the last look had ended.
        if (again) kick()
      })
  }

  async function settled(): Promise<void> {
    // Passing on may add to the outbox, and an outcome may ask for something to be passed on.
    for (;;) {
      const before = passed + outbox.tried()
      kick()
      await following
      await outbox.idle()
      if (following === null && passed + outbox.tried() === before) return
    }
  }

  return {
    kick: () => forNobody(kick),
    settled,
    async sweep() {
      sweeping = tick(app, failures, () => isStopping)
      await sweeping
      kick()
    },
    async stop() {
      isStopping = true
      await Promise.allSettled([following, sweeping, outbox.stop()])
    },
  }
}
