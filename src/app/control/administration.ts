import type { App } from '../app.ts'
import { dropDead, notDead, type OutboxReport, outboxReport, retryDead } from '../dead-letters.ts'
import { itemsOf } from '../moving/items.ts'
import { writeLines } from '../moving/lines.ts'
import { version } from '../version.ts'

/** What an administrator does with a store, in this process or through the one that has it open. */
export interface Administration {
  /** The text of an export; see `itemsOf` for how whole it is. */
  export(): AsyncIterable<string>
  outbox(): Promise<OutboxReport>
  /** A sentence when it cannot be done. */
  retry(id: string): Promise<string | null>
  drop(id: string, because: string): Promise<string | null>
}

/** Over a store that this process has open. The rest of the app is only made where it is needed. */
export function administration(
  { store, realNow }: Pick<App, 'store' | 'realNow'>,
  app: () => Promise<App>,
  kick: () => void = () => {},
): Administration {
  return {
    export: () => writeLines(itemsOf(store), { version: version(), at: realNow() }),
    outbox: () => outboxReport(store),
    async retry(id) {
      if (!(await retryDead({ store, realNow }, id))) return notDead(id)
      kick()
      return null
    },
    drop: async (id, because) => dropDead(await app(), id, because),
  }
}
