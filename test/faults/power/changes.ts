import { chain } from '../../../src/app/history.ts'
import type { Change, Store } from '../../../src/app/ports.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { toInstant } from '../../../src/core/time/instant.ts'
import type { Acknowledged } from './operation.ts'

/** A change that leaves its version in everything that is kept of it. */
export function changeTo(id: RecordId, version: number): Change {
  const head = { seq: version - 1, hash: '' }
  const { entries } = chain(head, [{ version }])
  const place = { channel: 'slack', to: { type: 'room' as const, room: `C-${id}` } }
  const queue = `slack/room/C-${id}`
  const effect = { type: 'message' as const, place, slot: `notice:${version}`, urgent: false }
  const addedAt = toInstant(new Date())
  const task = { id: `${id}:${version}:0:${queue}`, record: id, queue, effect, tries: 0, addedAt }
  return {
    saved: {
      schema: 1,
      version,
      opener: '',
      record: { version, text: 'x'.repeat(500) },
      keys: [],
      head: { seq: version, hash: '' },
    },
    index: { timeline: 'live', wakeAt: null, dueAt: null, facets: {} },
    entries,
    tasks: [task],
    requests: [],
  }
}

/** Sends what waits, as far as the store can tell, and says what it took note of. */
export async function claimAndSettle(store: Store): Promise<Acknowledged[]> {
  const now = toInstant(new Date())
  const claims = await store.claim(now, 2)
  const all = await Promise.all(
    claims.map(async (claim): Promise<Acknowledged[]> => {
      const { task } = claim
      const ref = `${task.id} was sent`
      const done = { ...task, tries: 1, last: { type: 'done' as const, ref } }
      const ended = { task: done, replies: [], sent: [], restUntil: null }
      const isKept = (await store.settle(claim, ended)) === 'settled'
      const slot = task.effect.type === 'message' ? task.effect.slot : ''
      const what = { type: 'settled' as const, id: task.record, place: task.queue, slot, ref }
      return isKept ? [what] : []
    }),
  )
  return all.flat()
}
