import type { Place } from '../core/effect.ts'
import type { App } from './app.ts'
import { controlAddress } from './control/address.ts'
import { type Administration, administration } from './control/administration.ts'
import { openControl } from './control/server.ts'
import { dailyLedger } from './ledger/daily.ts'

/** What a running process does beside its work: it keeps the ledger and answers its administrator. */
export interface Upkeep {
  /** For every sweep. */
  look(): void
  /** Resolves when nothing is being written. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface UpkeepSettings {
  /** Where the embedded store is, which nobody else can open meanwhile; null for a shared one. */
  readonly folder: string | null
  /** Where the head of the ledger is printed each week. */
  readonly ledgerRoom: Place | null
}

export async function openUpkeep(
  app: App,
  { folder, ledgerRoom }: UpkeepSettings,
  kick: () => void,
): Promise<Upkeep> {
  const ledger = dailyLedger(app, ledgerRoom)
  const administered = administration(app, async () => app, kick)
  const control = folder === null ? null : await opened(app, folder, administered)
  return {
    look: ledger.look,
    settled: ledger.settled,
    async stop() {
      await control?.close()
      await ledger.stop()
    },
  }
}

/** Without it everything goes on, but for what an administrator asks of the running process. */
async function opened({ log }: App, folder: string, administered: Administration) {
  try {
    return await openControl(controlAddress(folder), administered, log)
  } catch (error) {
    log.warn({ error }, 'Nobody can ask this process for a backup: the control socket is not open')
    return null
  }
}
