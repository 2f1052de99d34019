import { setImmediate as turn } from 'node:timers/promises'
import { type Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { attempt } from './attempt.ts'
import { pausesOver } from './pause.ts'
import type { Claim, Ended } from './ports.ts'
import { asRequest } from './request-id.ts'
import { taskName } from './task-name.ts'

const AT_ONCE = 128
const UNSAVED_PAUSE = 5
/** So many of those that begin together have one behind them that waits. */
const APART = 4

/** Sends what waits in the outbox. A place keeps its order; one that is stuck holds up no other. */
export interface Delivery {
  /** Starts whatever may be sent now. */
  kick(): void
  /** Resolves when nothing is being sent and nothing more may be sent now. */
  idle(): Promise<void>
  /** How many tries have ended. */
  tried(): number
  /** Begins nothing more; resolves when what is being sent has ended and its outcome is saved. */
  stop(): Promise<void>
}

/** An outcome that could not be written down yet: nothing is sent again for that. */
interface Unsaved {
  readonly claim: Claim
  readonly ended: Ended
  readonly until: Instant
}

/** `replied` is called when what became of a try has left something to be passed on. */
export function delivery(app: App, replied: () => void = () => {}): Delivery {
  const busy = new Set<Promise<void>>()
  const unsaved = new Map<string, Unsaved>()
  let looking: Promise<void> | null = null
  let again = false
  let tried = 0
  let isStopping = false

  async function look(): Promise<void> {
    do {
      again = false
      const now = app.realNow()
      const isOver = pausesOver(now)
      for (const { claim, until } of unsaved.values()) if (isOver(until)) begin(claim)
      const free = AT_ONCE - busy.size
      if (free <= 0) return
      const left = await inTurn(await app.store.claim(now, free), begin, () => isStopping)
      if (left.length > 0) return givenBack(app, left)
    } while (again)
  }

  function begin(claim: Claim): void {
    const sending = asRequest(() => take(app, unsaved, claim), taskName(claim.task))
      .then((ended) => {
        if (ended) tried += 1
        if (ended && ended.replies.length > 0) replied()
      })
      .finally(() => {
        busy.delete(sending)
        kick()
      })
    busy.add(sending)
  }

  function kick(): void {
    if (isStopping) return
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

  async function stop(): Promise<void> {
    isStopping = true
    await looking
    for (const { claim } of unsaved.values()) begin(claim)
    await Promise.all(busy)
  }

  return { kick, idle, stop, tried: () => tried }
}

/**
 * The first begin in turns of their own, so that each has left before the next is written: the brief of a
 * room waits for none of thirty calls. What was not begun, since Muster stops, is left.
 */
async function inTurn(
  claims: readonly Claim[],
  begin: (claim: Claim) => void,
  isStopping: () => boolean,
): Promise<readonly Claim[]> {
  for (const [n, claim] of claims.entries()) {
    if (n > 0 && n <= APART) await turn()
    if (isStopping()) return claims.slice(n)
    begin(claim)
  }
  return []
}

/** Tries it, or only saves what came of that before. Null: nothing was tried. */
async function take(app: App, unsaved: Map<string, Unsaved>, claim: Claim): Promise<Ended | null> {
  const { id } = claim.task
  const known = unsaved.get(id)?.ended
  unsaved.delete(id)
  const ended = known ?? (await attempt(app, claim))
  if (ended === null) {
    await givenBack(app, [claim])
    return null
  }
  if (!(await isSaved(app, claim, ended)))
    unsaved.set(id, { claim, ended, until: plusSeconds(app.realNow(), UNSAVED_PAUSE) })
  return ended
}

/** Whether it is known for good how a try ended, here or at another replica. */
async function isSaved(app: App, claim: Claim, ended: Ended): Promise<boolean> {
  const task = taskName(ended.task)
  try {
    const kept = await app.store.settle(claim, ended)
    if (kept === 'lost') app.log.warn({ task }, 'Another replica has taken a message over')
    return true
  } catch (error) {
    app.log.error({ error, task }, 'An outcome could not be saved; that is tried again')
    return false
  }
}

/** Where that fails, their lease runs out. */
async function givenBack(app: App, claims: readonly Claim[]): Promise<void> {
  try {
    await app.store.release(claims)
  } catch (error) {
    app.log.error({ error }, 'What was not sent could not be given back')
  }
}
