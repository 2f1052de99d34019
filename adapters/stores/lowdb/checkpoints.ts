import { together } from '../../../src/app/together.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { Journal } from './journal.ts'

/** Some ten thousand messages; as much is read again at the next start. */
const LARGE = 32_000_000
const AT_ONCE = 8
const FEW = 200
const PAUSE_MS = 60_000

/** Moves what the journal says into the records, so that it does not grow for ever. */
export interface Checkpoints {
  now(): Promise<void>
  /** Starts one when the journal has become large. */
  ifLarge(): void
  /** Ends, and leaves no journal where there is nothing to be said. */
  close(): Promise<void>
}

export function checkpoints({
  log,
  unwritten,
  write,
  unsettled,
}: {
  readonly log: Pick<Journal, 'append' | 'size' | 'begin' | 'forget' | 'discard'>
  /** The records whose files lack something that the journal has. */
  unwritten(): readonly RecordId[]
  write(id: RecordId): Promise<void>
  /** The tasks that are being tried, or were and left no outcome. */
  unsettled(): readonly string[]
}): Checkpoints {
  let running: Promise<void> | null = null
  let notBefore = 0

  const move = async () => {
    const older = await log.begin()
    await log.append([{ claimed: [...unsettled()] }])
    await together(unwritten(), AT_ONCE, write)
    await log.forget(older)
  }

  const start = () => {
    // What cannot be written now stays in the journal; the next one tries again.
    running ??= move()
      .catch(() => {
        notBefore = performance.now() + PAUSE_MS
      })
      .finally(() => {
        running = null
      })
    return running
  }

  return {
    now: move,
    ifLarge: () => {
      if (log.size() > LARGE && performance.now() >= notBefore) start()
    },
    async close() {
      await running
      // As many as are soon written; what is left stays in the journal.
      if (log.size() > 0 && unwritten().length <= FEW) await start()
      if (unwritten().length === 0 && unsettled().length === 0) await log.discard()
    },
  }
}
