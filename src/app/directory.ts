import type { Organisation } from '../core/organisation/organisation.ts'
import type { Directory } from '../core/people/directory.ts'
import type { RecordId } from '../core/record-id.ts'
import type { Store } from './ports.ts'
import { upcast } from './upcast.ts'

/** The organisations' records, kept in memory because every decision looks at them. */
export interface LiveDirectory {
  now(): Directory
  put(organisation: Organisation): void
  /** Reads it anew where another replica may have saved an organisation. Throws `UnreadableRecord`. */
  refresh(): Promise<void>
}

export async function loadDirectory(store: Store): Promise<LiveDirectory> {
  const live = liveDirectory(store)
  await live.refresh()
  return live
}

function liveDirectory(store: Store): LiveDirectory {
  const organisations = new Map<RecordId, Organisation>()
  let snapshot: Directory = { organisations: [] }
  let revision = Number.NaN
  let puts = 0
  const arrange = () => {
    const all = [...organisations.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
    snapshot = { organisations: all }
  }

  return {
    now: () => snapshot,
    put(organisation) {
      puts += 1
      organisations.set(organisation.id, organisation)
      arrange()
    },
    async refresh() {
      for (;;) {
        const [latest, before] = [await store.revision('organisation'), puts]
        if (latest === revision) return
        const all = await readAll(store)
        // What was put in meanwhile is newer than what was read.
        if (puts !== before) continue
        for (const organisation of all) organisations.set(organisation.id, organisation)
        arrange()
        revision = latest
        return
      }
    },
  }
}

async function readAll(store: Store): Promise<readonly Organisation[]> {
  const all: Organisation[] = []
  for (const { id } of await store.list({ facets: { kind: 'organisation' } })) {
    const saved = await store.load(id)
    // Without one of them nobody could be told anything: it is named, and nothing starts.
    const record = saved && upcast(id, saved)
    if (record?.kind === 'organisation') all.push(record)
  }
  return all
}
