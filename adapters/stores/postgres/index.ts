import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { frozen, keepable } from '../border.ts'
import { LEASE_MILLISECONDS } from '../catalogue/index.ts'
import { type Check, checkRecords, refuseNewerRecords } from './check-records.ts'
import { claim, release } from './claim.ts'
import { connect, type Database } from './connection.ts'
import { gathered } from './gathered.ts'
import { type Hints, hints } from './hints.ts'
import { bury, counts, dead, outbox, revive, waiting } from './letters.ts'
import { due, type Lessee, list, next, releaseDue, revision } from './lists.ts'
import { migrate } from './migrations.ts'
import { openingTrouble, refuseOdd } from './opening.ts'
import { history, keepSetting, load, type Slotted, setting, shown, shownAt } from './records.ts'
import { answered, releaseAll, releaseRequests, requests } from './requests.ts'
import { save } from './save.ts'
import { type Settling, settle, settlingOf } from './settle.ts'
import { restore, row, rows, settings } from './whole.ts'

interface Wanted {
  readonly check?: Check | undefined
  readonly leaseMilliseconds?: number | undefined
}

/** The store that several replicas share. Throws a sentence that names DATABASE_URL and the cure. */
export async function openPostgres(
  url: string,
  { check, leaseMilliseconds = LEASE_MILLISECONDS }: Wanted = {},
): Promise<Store> {
  const database = connect(url)
  try {
    await refuseOdd(database.pool)
    await migrate(database.pool)
    await refuseNewerRecords(database)
    const complaints = check ? await checkRecords(database, check) : []
    const holder = randomUUID()
    const word = hints(url, database, holder)
    return storeOver(database, word, { holder, milliseconds: leaseMilliseconds }, complaints)
  } catch (error) {
    await database.close()
    throw openingTrouble(url, error)
  }
}

/** As many as are sent at once; one of them that is slow does not hold up those after it. */
const TOGETHER = { most: 64, atOnce: 2 }

function storeOver(
  database: Database,
  word: Hints,
  lessee: Lessee,
  complaints: readonly string[],
): Store {
  const loaded = gathered((ids: readonly RecordId[]) => load(database, ids), TOGETHER)
  const refs = gathered((slots: readonly Slotted[]) => shown(database, slots), TOGETHER)
  const settled = gathered((all: readonly Settling[]) => settle(database, all), TOGETHER)
  return {
    async load(id) {
      const saved = await loaded(id)
      // Answers that came together go on one by one: between a look at the lease and the sending
      // there is no time for the work of all the others.
      await setImmediate()
      // Every reader has a copy of their own: frozen at the top, it is known again, which is enough.
      Object.freeze(saved?.record)
      return saved
    },
    async save(id, expectedVersion, change) {
      const answer = await save(database, id, expectedVersion, change)
      if (answer === 'saved') word.tell()
      return answer
    },
    history: async (id) => frozen(await history(database, id)),
    due: (...asked) => due(database, lessee, ...asked),
    releaseDue: (ids) => releaseDue(database, lessee, ids),
    next: (...asked) => next(database, ...asked),
    revision: (kind) => revision(database, kind),
    list: async (query) => frozen(await list(database, query)),
    requests: async (most) => frozen(await requests(database, lessee, most)),
    answered: (key) => answered(database, key),
    releaseRequests: (keys) => releaseRequests(database, lessee, keys),
    claim: (...asked) => claim(database, lessee.milliseconds, ...asked),
    settle: async (claim, ended) => settled(settlingOf(claim, ended)),
    release: (claims) => release(database, claims),
    waiting: async (...asked) => frozen(await waiting(database, ...asked)),
    dead: async (most) => frozen(await dead(database, most)),
    revive: (...asked) => revive(database, ...asked),
    bury: (id) => bury(database, id),
    counts: () => counts(database),
    outbox: async (id) => frozen(await outbox(database, id)),
    shown: (record, place, slot) => refs({ record, place, slot }),
    shownAt: async (...asked) => frozen(await shownAt(database, ...asked)),
    setting: async (name) => frozen(await setting(database, name)),
    async keepSetting(name, value) {
      const kept = keepable({ name, value })
      await keepSetting(database, kept.name, kept.value)
    },
    row: (id) => row(database, id),
    rows: () => rows(database),
    settings: () => settings(database),
    restore: (row) => restore(database, row),
    heard: word.heard,
    complaints,
    async close() {
      await word.close()
      await releaseAll(database, lessee).catch(() => {})
      await database.close()
    },
  }
}
