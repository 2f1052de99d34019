import { describe, expect, test } from 'vitest'
import { chain, holds, NO_HISTORY } from '../../../src/app/history.ts'
import type { Change, Store } from '../../../src/app/ports.ts'
import {
  change,
  done,
  FRIDAY,
  never,
  type OpenTrial,
  onTop,
  roll,
  root,
  rowan,
  settle,
  tried,
  willow,
} from './fixtures.ts'

const WORDS = 'zebra-words'
/** More than a store keeps together: some of it has gone to wherever older history goes. */
const LONG = 300

/** A record with a long history that says the same words in every entry, in its state and its outbox. */
async function filled(open: OpenTrial) {
  const trial = await open()
  const { store } = trial
  let head = NO_HISTORY
  for (let version = 1; version <= LONG; version++) {
    const { entries, head: next } = chain(head, [{ type: 'noted', text: `${WORDS} ${version}` }])
    const tasks = version === 1 ? [root, roll] : []
    const one = change({ version, record: { text: WORDS }, tasks })
    await store.save(willow, version - 1, { ...one, entries, saved: { ...one.saved, head: next } })
    head = next
  }
  await settle(store, tried(root, done(`ref-${WORDS}`)))
  await settle(store, tried(roll, { ...never, type: 'never', reason: WORDS }))
  await store.save(rowan, 0, change({ tasks: [onTop] }))
  return { ...trial, head }
}

/** The change that erases: a last entry, and a record that says nothing. */
function erasing(head: typeof NO_HISTORY, entries: readonly number[], traces: boolean): Change {
  const next = chain(head, [{ type: 'removed' }])
  const one = change({ version: LONG + 1, record: { removed: true } })
  return {
    ...one,
    saved: { ...one.saved, head: next.head },
    entries: next.entries,
    erasure: { entries, traces },
  }
}

const all = Array.from({ length: LONG }, (_, n) => n + 1)

async function whole(store: Store) {
  const row = await store.row(willow)
  if (!row) throw new Error('It is not there')
  return row
}

/** What goes under retention is gone everywhere, and the chain still holds. */
export function testErasing(open: OpenTrial): void {
  describe('what is erased', { timeout: 30_000 }, () => {
    test('is gone with the change that says so: bodies, salts and traces; the chain still holds', async () => {
      const { store, always, head } = await filled(open)

      expect(await store.save(willow, LONG, erasing(head, all, true))).toBe('saved')

      await always(async (kept) => {
        const row = await whole(kept)
        expect(JSON.stringify(row)).not.toContain(WORDS)
        expect(row.entries).toHaveLength(LONG + 1)
        expect(row.entries.every(holds)).toBe(true)
        expect(
          row.entries.filter(({ salt, body }) => salt !== null || body !== null),
        ).toMatchObject([{ seq: LONG + 1 }])
        expect(row).toMatchObject({ settled: [], dead: [], shown: [], waiting: [], requests: [] })
        expect(await kept.history(willow)).toEqual(row.entries)
        expect(await kept.outbox(willow)).toEqual([])
        expect(await kept.counts()).toEqual({ waiting: 1, dead: 0, oldest: FRIDAY })
        expect(await kept.shownAt('web/room/R', `ref-${WORDS}`)).toBeUndefined()
      })
    })

    test('may be some entries only; all else stays, and the record goes on', async () => {
      const { store, always, head } = await filled(open)
      const first = erasing(head, [2, 200], false)
      await store.save(willow, LONG, first)
      const more = chain(first.saved.head, [{ type: 'noted' }])
      const next = change({ version: LONG + 2 })
      const saved = { ...next.saved, head: more.head }

      expect(await store.save(willow, LONG + 1, { ...next, saved, entries: more.entries })).toBe(
        'saved',
      )

      await always(async (kept) => {
        const row = await whole(kept)
        expect(row.entries).toHaveLength(LONG + 2)
        expect(row.entries.every(holds)).toBe(true)
        expect(row.entries.flatMap(({ seq, body }) => (body === null ? [seq] : []))).toEqual([
          2, 200,
        ])
        expect(row.settled).toHaveLength(2)
      })
    })

    test('stays where the change that would erase it came too late', async () => {
      const { store, always, head } = await filled(open)
      const before = await whole(store)

      expect(await store.save(willow, LONG - 1, erasing(head, all, true))).toBe('conflict')

      await always(async (kept) => expect(await whole(kept)).toEqual(before))
    })
  })
}
