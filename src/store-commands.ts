import type { KnownApproval } from './app/approving.ts'
import { storeNamed, surroundings } from './app/config.ts'
import { controlAddress } from './app/control/address.ts'
import { administration } from './app/control/administration.ts'
import { reachRunning } from './app/control/client.ts'
import type { Store } from './app/ports.ts'
import { quietApp } from './app/quiet-app.ts'
import { backupCommand } from './cli/backup.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { outboxCommand } from './cli/outbox.ts'
import { papersCommand } from './cli/papers.ts'
import { retentionCommand } from './cli/retention.ts'
import { rulesCommand } from './cli/rules.ts'
import type { Opened, StoreDoor } from './cli/store-door.ts'
import type { storeWords } from './cli/store-words.ts'
import { subjectAccessCommand } from './cli/subject-access.ts'
import type { Command } from './cli/terminal.ts'
import { verifyCommand } from './cli/verify.ts'
import { toInstant } from './core/time/instant.ts'
import { isCurrentDatabase, openAnyStore, openStore } from './open-store.ts'

const realNow = () => toInstant(new Date())

/** The commands over the store that the settings name. */
export function storeCommands(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Readonly<Record<keyof typeof storeWords, Command>> {
  const door = doorOf(env, cwd)
  return {
    backup: backupCommand(door),
    export: exportCommand(door),
    import: importCommand(door),
    inquiry: papersCommand('inquiry', door),
    record: papersCommand('record', door),
    outbox: outboxCommand(door),
    retention: retentionCommand(door),
    rules: rulesCommand(door, async () => {
      const { packOf } = await import('./main.ts')
      return packOf(storeNamed(env, surroundings(cwd)))
    }),
    'subject-access': subjectAccessCommand(door),
    verify: verifyCommand(door),
  }
}

/**
 * The approvals in the store that the settings name, for `muster check`. Null where that cannot be known
 * without changing it: a database that this version has yet to bring up to date.
 */
export async function approvalsFound(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<readonly KnownApproval[] | null> {
  const around = surroundings(cwd)
  const { databaseUrl, folder } = storeNamed(env, around)
  if (databaseUrl === null && !around.hasEntries(folder)) return []
  if (databaseUrl !== null && !(await isCurrentDatabase(databaseUrl))) return null
  const { what, close } = await doorOf(env, cwd).reach()
  try {
    return await what.rules()
  } finally {
    await close()
  }
}

function doorOf(env: Readonly<Record<string, string | undefined>>, cwd: string): StoreDoor {
  const around = surroundings(cwd)
  return {
    async reach() {
      const config = storeNamed(env, around)
      // A folder is held by one process; a database takes us in beside those that run over it.
      if (config.databaseUrl === null) {
        const running = await reachRunning(controlAddress(config.folder))
        if (running) return { what: running, close: async () => {} }
        // To look for records is no reason to make a folder for them.
        if (!around.hasEntries(config.folder))
          throw new Error(`There is nothing in ${config.folder}. Name the folder in MUSTER_DATA.`)
      }
      const store = await openStore(config)
      const app = async () => {
        const { packOf } = await import('./main.ts')
        return quietApp(store, await packOf(config), config)
      }
      return opened(administration({ store, realNow }, app), store)
    },
    async open() {
      const store = await openAnyStore(storeNamed(env, around))
      return opened(store, store)
    },
  }
}

function opened<What>(what: What, store: Store): Opened<What> {
  return { what, close: () => store.close() }
}
