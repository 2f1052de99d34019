import { setTimeout as pause } from 'node:timers/promises'
import { run } from '../bench/processes.ts'
import { type Held, heldIn } from './examine.ts'
import type { Keeping } from './keeping.ts'
import type { SlackService } from './slack-service.ts'

const DRAINING = 8000
const MOST_DRAINS = 40

/** Starts a bot again until nothing waits to be sent, and says what is then held. */
export async function drained(
  slack: SlackService,
  keeping: Keeping,
  wanted: Parameters<typeof run>[2],
): Promise<{ held: Held; drains: number }> {
  for (let drains = 1; ; drains += 1) {
    const bot = await run('muster', slack.url, wanted)
    await pause(DRAINING)
    await bot.stop()
    const store = await keeping.open()
    const held = await heldIn(store)
    await store.close()
    if (held.waiting === 0 || drains === MOST_DRAINS) return { held, drains }
  }
}
