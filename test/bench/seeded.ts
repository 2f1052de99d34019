import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stores } from '../../adapters/stores/index.ts'
import type { App } from '../../src/app/app.ts'
import type { Channel } from '../../src/app/channel-port.ts'
import { loadDirectory } from '../../src/app/directory.ts'
import { knownOf, loadDirectoryFile, requestsFor } from '../../src/app/directory-file.ts'
import { handle } from '../../src/app/handle.ts'
import { NO_HISTORY } from '../../src/app/history.ts'
import { unmeasured } from '../../src/app/metrics/meter.ts'
import { openPacks } from '../../src/app/packs.ts'
import type { Saved, Store } from '../../src/app/ports.ts'
import { type Place, queueOf } from '../../src/core/effect.ts'
import type { Index } from '../../src/core/kind.ts'
import type { Actor } from '../../src/core/people/actor.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { plusMinutes, toInstant } from '../../src/core/time/instant.ts'
import { policies } from '../../src/policies/index.ts'
import { crowded } from './measure.ts'
import { DIRECTORY } from './slack.ts'

const silent = { info() {}, warn() {}, error() {} }

export const IVAN: Actor = { type: 'person', person: 'ivan-petrov' }

/** The app over a store with the example directory; what it would send stays where it is. */
export interface Seeded {
  readonly app: App
  readonly cases: readonly RecordId[]
  close(): Promise<void>
}

interface Wanted {
  /** Over how many rooms the cases are spread; all in their provider's own unless it is said. */
  readonly rooms?: number
  /** How many people owe something, each in as many cases; those of the first case in all unless it is said. */
  readonly people?: number
  /** In how many minutes all of them wake; each at a minute of its own unless it is said. */
  readonly wakeIn?: number
  /** Whether the root message of each case waits to be sent. */
  readonly unsent?: boolean
  readonly databaseUrl?: string
  /** A folder of the caller's, who removes it. */
  readonly folder?: string
}

export async function seeded(
  kind: 'memory' | 'lowdb' | 'postgres',
  count: number,
  wanted: Wanted = {},
): Promise<Seeded> {
  const { databaseUrl } = wanted
  const folder = wanted.folder ?? (await mkdtemp(join(tmpdir(), 'muster-bench-')))
  const found = stores.find(({ name }) => name === kind)
  if (!found) throw new Error(`There is no store ${kind}`)
  const store = await found.open({ folder, ...(databaseUrl ? { databaseUrl } : {}) })
  const app = await appOver(store)
  const cases = await multiply(app, await raiseCase(app), count, {
    ...wanted,
    whole: kind !== 'memory',
  })
  return {
    app,
    cases,
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function appOver(store: Store): Promise<App> {
  const [policy] = policies
  if (!policy) throw new Error('There is no policy')
  const directory = await loadDirectory(store)
  const now = () => toInstant(new Date())
  const app: App = {
    store,
    packs: await openPacks(store, policy, silent),
    channels: new Map([['slack', nowhere]]),
    lastResort: new Set(),
    needsApproval: false,
    administrators: [],
    log: silent,
    meter: unmeasured,
    timeline: 'live',
    now,
    realNow: now,
    directory: () => directory.now(),
    changed(record) {
      if (record.kind === 'organisation') directory.put(record)
    },
  }
  const read = loadDirectoryFile(DIRECTORY, DIRECTORY, knownOf(policy))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  for (const request of requestsFor(read.listings, read.hash, DIRECTORY)) await handle(app, request)
  return app
}

/** A service that answers at once. */
export function instantService(posted: (slot: string) => string): Channel {
  return {
    ...nowhere,
    post: async (_place, _message, { slot }) => ({ type: 'done', ref: posted(slot) }),
  }
}

const nowhere: Channel = {
  name: 'slack',
  rates: [],
  post: async () => ({ type: 'done', ref: 'none' }),
  makeRoom: async () => ({ type: 'done', ref: 'none' }),
  invite: async () => ({ type: 'done', ref: 'none' }),
  remove: async () => ({ type: 'done', ref: 'none' }),
  find: async () => undefined,
  stop: async () => {},
}

/** An incident with its clocks running: the first of them is due in days. */
async function raiseCase(app: App): Promise<RecordId> {
  const now = app.now()
  const answer = await handle(app, {
    key: 'bench',
    intent: {
      kind: 'case',
      type: 'raise',
      by: IVAN,
      via: 'slack',
      how: 'named',
      case: 'incident',
      provider: 'willow',
      what: 'A fall on the stairs, seen by two of us. '.repeat(5),
      where: 'Stairs',
      occurredAt: plusMinutes(now, -10),
      identifiedAt: plusMinutes(now, -5),
      danger: false,
      done: 'First aid.',
      safeguarding: 'no',
      answers: {},
    },
  })
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

/** The same case under many ids, each woken at a minute of its own; nothing of it waits to be sent. */
async function multiply(
  app: App,
  original: RecordId,
  count: number,
  { whole, ...wanted }: Wanted & { readonly whole: boolean },
) {
  const saved = await app.store.load(original)
  const [listed] = await app.store.list({ facets: { kind: 'case' } })
  if (!saved || !listed) throw new Error('The first case was not saved')
  const ids = Array.from({ length: count }, (_, index) => {
    return RecordId.parse(`case-${index.toString(36).padStart(8, '0')}`)
  })
  await crowded(count, 32, async (index) => {
    const id = ids[index]
    const kept = whole ? saved : bare(saved)
    if (id) await app.store.save(id, 0, changeFor(id, index, kept, listed.index, wanted))
  })
  return ids
}

/** Where only the index is measured, the record itself need not be there a hundred thousand times. */
function bare(saved: Saved): Saved {
  return { ...saved, record: null, keys: [] }
}

function changeFor(
  id: RecordId,
  index: number,
  saved: Saved,
  listed: Index,
  { rooms, people, wakeIn, unsent = false }: Wanted,
) {
  const room = rooms === undefined ? 'C0EXAMPLE02' : `C0ROOM${index % rooms}`
  const place: Place = { channel: 'slack', to: { type: 'room', room } }
  const effect = { type: 'message', place, slot: 'root', urgent: true } as const
  const queue = queueOf(effect)
  const task = { id: `${id}:1:0`, record: id, queue, effect, tries: 0, addedAt: listed.dueAt ?? '' }
  const record =
    typeof saved.record === 'object' && saved.record !== null
      ? { ...saved.record, id, places: [place] }
      : null
  const facets =
    people === undefined
      ? listed.facets
      : { ...listed.facets, person: [`person-${index % people}`, ...(listed.facets.person ?? [])] }
  const later = plusMinutes(toInstant(new Date()), wakeIn ?? 600 + index)
  return {
    saved: { ...saved, version: 1, record, head: NO_HISTORY },
    index: { ...listed, wakeAt: later, dueAt: later, facets },
    entries: [],
    tasks: unsent ? [task] : [],
    requests: [],
  }
}
