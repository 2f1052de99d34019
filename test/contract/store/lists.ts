import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/app/ports.ts'
import type { Index } from '../../../src/core/kind.ts'
import {
  change,
  due,
  FRIDAY,
  LATER,
  numbered,
  type OpenTrial,
  SATURDAY,
  willow,
} from './fixtures.ts'

const save = (store: Store, n: number, index: Partial<Index>) =>
  store.save(numbered(n), 0, change({ index }))

export function testTimes(open: OpenTrial): void {
  describe('times', () => {
    test('a record is due from its very second, on its own timeline only', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ index: { wakeAt: FRIDAY } }))

      await always(async (kept) => {
        expect(await due(kept, 'live', FRIDAY, 10)).toEqual([willow])
        expect(await due(kept, 'live', '2027-03-26T20:19:59Z', 10)).toEqual([])
        expect(await due(kept, 'drill-1', FRIDAY, 10)).toEqual([])
      })
    })

    test('the earliest come first, and no more than were asked for', async () => {
      const { store, always } = await open()
      await save(store, 1, { wakeAt: SATURDAY })
      await save(store, 2, { wakeAt: FRIDAY })
      await save(store, 3, { wakeAt: LATER })
      await save(store, 4, { wakeAt: null })

      await always(async (kept) => {
        expect(await due(kept, 'live', SATURDAY, 10)).toEqual([2, 3, 1].map(numbered))
        expect(await due(kept, 'live', SATURDAY, 2)).toEqual([2, 3].map(numbered))
      })
    })

    test('a record stays due until a change gives it another time', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ index: { wakeAt: FRIDAY } }))
      expect(await due(store, 'live', LATER, 10)).toEqual(await due(store, 'live', LATER, 10))

      await store.save(willow, 1, change({ version: 2, index: { wakeAt: SATURDAY } }))
      await always(async (kept) => {
        expect(await due(kept, 'live', LATER, 10)).toEqual([])
        expect(await due(kept, 'live', SATURDAY, 10)).toEqual([willow])
      })
    })

    test('a record that moves to another timeline is due there alone', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ index: { wakeAt: FRIDAY, dueAt: LATER } }))
      const moved = { timeline: 'drill-1', wakeAt: FRIDAY, dueAt: LATER }
      await store.save(willow, 1, change({ version: 2, index: moved }))

      await always(async (kept) => {
        expect(await due(kept, 'live', SATURDAY, 10)).toEqual([])
        expect(await kept.next('live', 'dueAt', FRIDAY)).toBeNull()
        expect(await due(kept, 'drill-1', SATURDAY, 10)).toEqual([willow])
        expect(await kept.next('drill-1', 'dueAt', FRIDAY)).toBe(LATER)
      })
    })

    test('the next time is after now, never now itself', async () => {
      const { store, always } = await open()
      await save(store, 1, { wakeAt: FRIDAY, dueAt: SATURDAY })
      await save(store, 2, { wakeAt: LATER, dueAt: null })

      await always(async (kept) => {
        expect(await kept.next('live', 'wakeAt', '2027-03-26T20:19:59Z')).toBe(FRIDAY)
        expect(await kept.next('live', 'wakeAt', FRIDAY)).toBe(LATER)
        expect(await kept.next('live', 'wakeAt', LATER)).toBeNull()
        expect(await kept.next('live', 'dueAt', FRIDAY)).toBe(SATURDAY)
        expect(await kept.next('unknown', 'dueAt', FRIDAY)).toBeNull()
      })
    })
  })
}

export function testLists(open: OpenTrial): void {
  const ids = async (store: Store, facets: Record<string, string>, timeline?: string) =>
    (await store.list(timeline ? { facets, timeline } : { facets })).map(({ id }) => id)

  describe('lists', () => {
    test('a record is listed when every facet has the value', async () => {
      const { store, always } = await open()
      await save(store, 1, { facets: { kind: ['case'], owes: ['ada', 'ben'] } })
      await save(store, 2, { facets: { kind: ['case'], owes: ['ben'] } })
      await save(store, 3, { facets: { kind: ['meeting'], owes: ['ada'] } })

      await always(async (kept) => {
        expect(await ids(kept, { kind: 'case', owes: 'ada' })).toEqual([numbered(1)])
        expect(await ids(kept, { owes: 'ben' })).toEqual([1, 2].map(numbered))
        expect(await ids(kept, { kind: 'ada' })).toEqual([])
        expect(await ids(kept, { unknown: 'case' })).toEqual([])
        expect(await ids(kept, {})).toEqual([1, 2, 3].map(numbered))
      })
    })

    test('a list can be kept to one timeline, so that no drill gets into a figure', async () => {
      const { store, always } = await open()
      await save(store, 1, { facets: { kind: ['case'] } })
      await save(store, 2, { facets: { kind: ['case'] }, timeline: 'drill-1' })

      await always(async (kept) => {
        expect(await ids(kept, { kind: 'case' }, 'live')).toEqual([numbered(1)])
        expect(await ids(kept, {}, 'drill-1')).toEqual([numbered(2)])
        expect(await ids(kept, { kind: 'case' })).toEqual([1, 2].map(numbered))
      })
    })

    test('what is due soonest comes first, what is not due last, ties by id', async () => {
      const { store, always } = await open()
      const facets = { kind: ['case'] }
      await save(store, 1, { facets, dueAt: null })
      await save(store, 2, { facets, dueAt: SATURDAY })
      await save(store, 4, { facets, dueAt: FRIDAY })
      await save(store, 3, { facets, dueAt: FRIDAY })

      await always(async (kept) => {
        expect(await ids(kept, { kind: 'case' })).toEqual([3, 4, 2, 1].map(numbered))
      })
    })

    test('a change takes the record out of its old lists', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ index: { facets: { status: ['open'] } } }))
      const index = { facets: { status: ['closed'] }, dueAt: FRIDAY }
      await store.save(willow, 1, change({ version: 2, index }))

      await always(async (kept) => {
        expect(await ids(kept, { status: 'open' })).toEqual([])
        expect(await kept.list({ facets: { status: 'closed' } })).toEqual([
          { id: willow, index: { timeline: 'live', wakeAt: null, ...index } },
        ])
      })
    })
  })
}
