import type { Organisation } from '../core/organisation/organisation.ts'
import type { Directory } from '../core/people/directory.ts'
import type { RecordId } from '../core/record-id.ts'
import type { Store } from './ports.ts'
import { upcast } from './upcast.ts'

/** The organisations' records, kept in memory because every decision looks at them. */
export interface LiveDirectory {
  now(): Directory
  put(organisation: Organisation): void
}

export async function loadDirectory(store: Store): Promise<LiveDirectory> {
  const live = liveDirectory()
  for (const { id } of await store.list({ facets: { kind: 'organisation' } })) {
    const saved = await store.load(id)
    // Without one of them nobody could be told anything: it is named, and nothing starts.
    const record = saved && upcast(id, saved)
    if (record?.kind === 'organisation') live.put(record)
  }
  return live
}

function liveDirectory(): LiveDirectory {
  const organisations = new Map<RecordId, Organisation>()
  let snapshot: Directory = { organisations: [] }
  return {
    now: () => snapshot,
    put(organisation) {
      organisations.set(organisation.id, organisation)
      const all = [...organisations.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
      snapshot = { organisations: all }
    },
  }
}
