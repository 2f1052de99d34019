import { Client } from 'pg'
import { type Database, settingsOf, statement } from './connection.ts'

/**
 * Word between replicas that something was saved: it saves them waiting for their next look, and
 * nothing is lost where it does not come.
 */
export interface Hints {
  /** Tells the others, soon. */
  tell(): void
  heard(listener: () => void): void
  close(): Promise<void>
}

/** Told apart from the saving: a notification within it would let only one commit at a time. */
const TOLD_AFTER_MILLISECONDS = 25
const FIRST_PAUSE = 250
const LONGEST_PAUSE = 10_000
const CHANNEL = 'muster'

const notify = statement('notify', `select pg_notify('${CHANNEL}', $1)`)

export function hints(url: string, database: Database, own: string): Hints {
  const listeners: (() => void)[] = []
  let telling: NodeJS.Timeout | undefined
  let waiting: NodeJS.Timeout | undefined
  let client: Client | undefined
  let pause = FIRST_PAUSE
  let closed = false

  async function listen(): Promise<void> {
    const fresh = new Client({ ...settingsOf(url), application_name: 'muster hints' })
    client = fresh
    fresh.on('error', () => {})
    fresh.once('end', again)
    fresh.on('notification', ({ payload }) => {
      if (payload !== own) call()
    })
    await fresh.connect()
    await fresh.query(`listen ${CHANNEL}`)
    // Something may have been said while nobody listened.
    if (pause > FIRST_PAUSE) call()
    pause = FIRST_PAUSE
  }

  function call(): void {
    for (const listener of listeners) listener()
  }

  function again(): void {
    if (closed || waiting) return
    waiting = setTimeout(() => {
      waiting = undefined
      listen().catch(again)
    }, pause)
    waiting.unref()
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }

  return {
    tell() {
      if (closed) return
      telling ??= setTimeout(() => {
        telling = undefined
        database.ask(notify, [own]).catch(() => {})
      }, TOLD_AFTER_MILLISECONDS).unref()
    },
    heard(listener) {
      listeners.push(listener)
      if (listeners.length === 1) listen().catch(again)
    },
    async close() {
      closed = true
      clearTimeout(telling)
      clearTimeout(waiting)
      await client?.end().catch(() => {})
    },
  }
}
