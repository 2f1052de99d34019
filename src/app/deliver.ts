import { queueOf } from '../core/effect.ts'
import { type Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { attempt } from './attempt.ts'
import type { Claim, Ended } from './ports.ts'

const AT_ONCE = 32
const UNSAVED_PAUSE = 5

/** Sends what waits in the outbox. A place keeps its order; one that is stuck holds up no other. */
export interface Delivery {
  /** Starts whatever may be sent now. */
  kick(): void
  /** Resolves when nothing is being sent and nothing more may be sent now. */
  idle(): Promise<void>
  /** How many tries have ended. */
  tried(): number
}

/** An outcome that could not be written down yet: nothing is sent again for that. */
interface Unsaved {
  readonly claim: Claim
  readonly ended: Ended
  readonly until: Instant
}

export function delivery(app: App): Delivery {
  const busy = new Set<Promise<void>>()
  const unsaved = new Map<string, Unsaved>()
  let looking: Promise<void> | null = null
  let again = false
  let tried = 0

  async function look(): Promise<void> {
    do {
      again = false
      const now = app.realNow()
      for (const { claim, until } of unsaved.values()) if (until <= now) begin(claim)
      const free = AT_ONCE - busy.size
      if (free <= 0) return
      for (const claim of await app.store.claim(now, free)) begin(claim)
    } while (again)
  }

  function begin(claim: Claim): void {
    const { queue } = claim.task
    const known = unsaved.get(queue)?.ended
    unsaved.delete(queue)
    const sending = take(claim, known).finally(() => {
      busy.delete(sending)
      kick()
    })
    busy.add(sending)
  }

  async function take(claim: Claim, known: Ended | undefined): Promise<void> {
    const ended = known ?? (await attempt(app, claim))
    if (ended === null) return app.store.release([claim])
    tried += 1
    try {
      const kept = await app.store.settle(claim, ended)
      if (kept === 'lost')
        app.log.warn({ task: ended.task.id }, 'Another replica has taken a message over')
    } catch (error) {
      const until = plusSeconds(app.realNow(), UNSAVED_PAUSE)
      unsaved.set(claim.task.queue, { claim, ended, until })
      app.log.error(
        { error, task: ended.task.id },
        'An outcome could not be saved; that is tried again',
      )
    }
  }

  function kick(): void {
    again = true
    looking ??= look()
      .catch((error: unknown) => app.log.error({ error }, 'The outbox could not be read'))
      .finally(() => {
        looking = null
        // Somebody may have kicked after the last look had ended.
        if (again && busy.size < AT_ONCE) kick()
      })
  }

  async function idle(): Promise<void> {
    kick()
    while (looking !== null || busy.size > 0) await Promise.all([looking, ...busy])
  }

  return { kick, idle, tried: () => tried }
}
