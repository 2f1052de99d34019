import { chain, type Head, NO_HISTORY } from '../../../src/app/history.ts'
import type { Change, Store } from '../../../src/app/ports.ts'
import { RecordId } from '../../../src/core/record-id.ts'

/** What must be nowhere once the record is removed. */
export const WORDS = 'zebra-words'
/** More entries than a record keeps in its own file. */
export const LONG = 140
export const GOING = RecordId.parse('case-7k2m9q4x')
/** Another record in the same store: a removal must not touch it. */
export const STAYING = RecordId.parse('case-00000001')

/** Two records with older history in files of its own, and a message of the first that was sent. */
export async function fill(store: Store): Promise<Head> {
  let head = NO_HISTORY
  for (const id of [STAYING, GOING]) {
    head = NO_HISTORY
    for (let version = 1; version <= LONG; version += 1) {
      const next = chain(head, [{ type: 'noted', text: `${WORDS} ${version}` }])
      head = next.head
      await store.save(id, version - 1, changeTo(id, version, head, next.entries, { text: WORDS }))
    }
  }
  const now = '2027-03-27T09:00:00Z'
  for (const claim of await store.claim(now, 2)) {
    const last = { type: 'done', ref: `${WORDS}-ref` } as const
    const task = { ...claim.task, tries: 1, last }
    await store.settle(claim, { task, replies: [], sent: [], restUntil: null })
  }
  return head
}

export function removing(before: Head): Change {
  const { head, entries } = chain(before, [{ type: 'removed' }])
  const all = Array.from({ length: LONG }, (_, n) => n + 1)
  const change = changeTo(GOING, LONG + 1, head, entries, { removed: true })
  return { ...change, tasks: [], erasure: { entries: all, traces: true } }
}

function changeTo(
  id: RecordId,
  version: number,
  head: Head,
  entries: Change['entries'],
  record: object,
): Change {
  const place = { channel: 'slack', to: { type: 'room', room: id } } as const
  const queue = `slack/room/${id}`
  const effect = { type: 'message', place, slot: 'root', urgent: false } as const
  const addedAt = '2027-03-27T09:00:00Z'
  const task = { id: `${id}:${version}:0:${queue}`, record: id, queue, effect, tries: 0, addedAt }
  return {
    saved: { schema: 1, version, opener: '', record, keys: [], head },
    index: { timeline: 'live', wakeAt: null, dueAt: null, facets: {} },
    entries,
    tasks: version === LONG ? [task] : [],
    requests: [],
  }
}
