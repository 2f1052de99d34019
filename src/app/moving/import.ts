import type { Instant } from '../../core/time/instant.ts'
import type { Store, Whole } from '../ports.ts'
import { IMPORTING, type Item } from './items.ts'
import { BadExport } from './lines.ts'

/** How many records are written at the same time: each waits for its disk. */
const AT_ONCE = 32

export interface Moved {
  readonly records: number
  readonly settings: number
}

/** Throws a sentence when an import broke off here before: what is there is only a part. */
export async function refuseHalf(store: Store): Promise<void> {
  if ((await store.setting(IMPORTING)) === undefined) return
  if ((await store.setting(IMPORTING)) === null) return
  throw new BadExport(
    'An import into this store broke off, so it holds only a part. Delete the folder MUSTER_DATA (or empty the database) and import again.',
  )
}

/** Puts everything into an empty store. Throws a sentence; what it says to do is enough. */
export async function importItems(
  store: Store,
  items: AsyncIterable<Item>,
  at: Instant,
): Promise<Moved> {
  await refuseHalf(store)
  await refuseFull(store)
  await store.keepSetting(IMPORTING, at)
  let [records, settings] = [0, 0]
  const batch: Whole[] = []
  const put = () => Promise.all(batch.splice(0).map((row) => store.restore(row)))
  for await (const item of items) {
    if ('setting' in item) {
      await store.keepSetting(...item.setting)
      settings += 1
      continue
    }
    records += 1
    batch.push(item.record)
    if (batch.length === AT_ONCE) await put()
  }
  await put()
  await store.keepSetting(IMPORTING, null)
  return { records, settings }
}

async function refuseFull(store: Store): Promise<void> {
  for await (const { id } of store.rows()) throw full(`it holds ${id}`)
  for await (const [name] of store.settings()) {
    if (name !== IMPORTING) throw full(`it holds the setting ${name}`)
  }
}

function full(why: string): BadExport {
  return new BadExport(
    `Only an empty store takes an import, and this one is not (${why}). Name a new folder in MUSTER_DATA, or an empty database in DATABASE_URL.`,
  )
}
