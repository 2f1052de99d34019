import { describe, expect, test, vi } from 'vitest'
import { latestEnd } from '../../../src/app/pause.ts'
import type { Claim, Store } from '../../../src/app/ports.ts'
import {
  change,
  claimed,
  done,
  due,
  ended,
  FRIDAY,
  headIds,
  heads,
  LATER,
  message,
  never,
  numbered,
  type OpenTrial,
  onTop,
  request,
  requested,
  roll,
  root,
  rowan,
  SATURDAY,
  settle,
  task,
  tried,
  unclear,
  willow,
  withTasks,
} from './fixtures.ts'

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

/** What is given to one worker at a time. `brief` opens a store whose leases soon run out. */
export function testClaims(open: OpenTrial, brief: OpenTrial): void {
  describe('a claim', () => {
    test('is given once: a place that is worked at gives out nothing else', async () => {
      const { store } = await withTasks(open, [root, roll])

      const [first, ...others] = await store.claim(FRIDAY, 10)

      expect(first).toMatchObject({ task: root, doubtful: false })
      expect(others).toEqual([])
      expect(await store.claim(SATURDAY, 10)).toEqual([])
    })

    test('of many that ask at once goes to one', async () => {
      const { store } = await withTasks(open, [root, roll])

      const all = await Promise.all(Array.from({ length: 20 }, () => store.claim(FRIDAY, 10)))

      expect(all.flat()).toHaveLength(1)
    })

    test('that is released untried is given out again without a doubt', async () => {
      const { store } = await withTasks(open, [root])
      const first = await claimed(store, 't-root')

      await store.release([first])
      const again = await claimed(store, 't-root')

      expect(again).toMatchObject({ task: root, doubtful: false })
      expect(again.fence).toBeGreaterThan(first.fence)
      expect(await store.settle(first, ended(tried(root, never)))).toBe('lost')
      expect(await store.settle(again, ended(tried(root, done('ref-1'))))).toBe('settled')
    })

    test('whose lease ran out goes to another, who is told to look first; the late outcome is lost', async () => {
      const { store } = await withTasks(brief, [root, roll])
      const frozen = await claimed(store, 't-root')

      const taken = await vi.waitFor(() => claimed(store, 't-root'), { timeout: 5000 })

      expect(taken).toMatchObject({ task: root, doubtful: true })
      expect(await store.settle(frozen, ended(tried(root, done('late')), [request('r-1')]))).toBe(
        'lost',
      )
      expect(await store.shown(willow, 'web/room/R', 'root')).toBeUndefined()
      expect(await requested(store)).toEqual([])
      expect(await store.settle(taken, ended(tried(root, done('ref-1'))))).toBe('settled')
      expect(await store.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
      expect(await headIds(store)).toEqual(['t-roll'])
    })

    test('may send for less long than it is kept for it', async () => {
      const { store } = await withTasks(brief, [root])

      const { until } = await claimed(store, 't-root')
      await vi.waitFor(() => claimed(store, 't-root'), { timeout: 5000 })

      expect(performance.now()).toBeGreaterThan(until)
    })

    test('a doubt lasts until there is an outcome, and no newer update takes its place', async () => {
      const { store } = await withTasks(brief, [root])
      await claimed(store, 't-root')
      const taken = await vi.waitFor(() => claimed(store, 't-root'), { timeout: 5000 })
      await store.release([taken])
      const newer = task('t-newer', message('root'))
      await store.save(willow, 1, change({ version: 2, tasks: [newer] }))

      expect(await claimed(store, 't-root')).toMatchObject({ doubtful: true })
      expect(await store.outbox(willow)).toEqual([root, newer])
    })

    test('and a newer update that comes at the same moment never make each other forgotten', async () => {
      const { store } = await open()
      for (let n = 0; n < 40; n++) {
        const [id, room] = [numbered(n), `R${n}`]
        const first = task(`t-first-${n}`, message('root', room), id)
        const newer = task(`t-newer-${n}`, message('root', room), id)
        await store.save(id, 0, change({ tasks: [first] }))

        const saving = store.save(id, 1, change({ version: 2, tasks: [newer] }))
        for (let turn = 0; turn < n % 8; turn++) await new Promise(setImmediate)
        const [claim] = await store.claim(FRIDAY, 1)
        if (claim) await store.settle(claim, ended(tried(claim.task, done(`ref-${n}`))))
        await saving

        // Whatever was sent is known to have been, so that the other one updates it.
        const sent = claim ? [tried(claim.task, done(`ref-${n}`))] : []
        const left = claim?.task.id === newer.id ? [] : [newer]
        expect(await store.outbox(id)).toEqual([...sent, ...left])
        for (const rest of await store.claim(FRIDAY, 1))
          await store.settle(rest, ended(tried(rest.task, done(`ref-${n}`))))
      }
    })

    test('the place rests for as long as its settling says, and remembers what was sent', async () => {
      const { store } = await withTasks(open, [root, roll])
      const claim = await claimed(store, 't-root')
      const outcome = { ...ended(tried(root, done('ref-1'))), sent: [FRIDAY], restUntil: LATER }

      await store.settle(claim, outcome)

      expect(await headIds(store, FRIDAY)).toEqual([])
      const [next] = await store.claim(LATER, 10)
      expect(next).toMatchObject({ task: roll, sent: [FRIDAY] })
    })

    test('a pause that lies further ahead than any is over: the clock was put back', async () => {
      const { store } = await open()
      const other = task('t-other', message('root', 'Other'))
      await store.save(willow, 0, change({ tasks: [root, roll, other] }))
      const resting = { ...ended(tried(root, done('ref-1'))), restUntil: SATURDAY }
      await store.settle(await claimed(store, 't-root', FRIDAY), resting)
      await store.settle(
        await claimed(store, 't-other', FRIDAY),
        ended(tried(other, unclear, SATURDAY)),
      )

      expect((await headIds(store, FRIDAY)).toSorted()).toEqual(['t-other', 't-roll'])
    })

    test('the longest pause holds to its end', async () => {
      const { store } = await open()
      const until = latestEnd(FRIDAY)
      const other = task('t-other', message('root', 'Other'))
      await store.save(willow, 0, change({ tasks: [root, roll, other] }))
      const resting = { ...ended(tried(root, done('ref-1'))), restUntil: until }
      await store.settle(await claimed(store, 't-root', FRIDAY), resting)
      await store.settle(
        await claimed(store, 't-other', FRIDAY),
        ended(tried(other, unclear, until)),
      )

      expect(await headIds(store, FRIDAY)).toEqual([])
      expect((await headIds(store, until)).toSorted()).toEqual(['t-other', 't-roll'])
    })

    test('an urgent message overtakes the notices of its place, and nothing else does', async () => {
      const nudge = task('t-nudge', message('nudge:D1:1', 'R', true), rowan)
      const { store, always } = await withTasks(open, [roll])
      await store.save(rowan, 0, change({ tasks: [onTop, nudge] }))

      await always(async (kept) => expect(await headIds(kept)).toEqual(['t-nudge']))
      await settle(store, tried(nudge, unclear)).catch(() => {})
    })
  })
}

/** Wakes and follow-ups, and the list of what was given up. */
export function testGivenOut(open: OpenTrial, brief: OpenTrial): void {
  describe('a record that is due, and a follow-up', () => {
    const waiting = async (trial: OpenTrial) => {
      const { store } = await trial()
      await store.save(willow, 0, change({ index: { wakeAt: FRIDAY }, requests: [request('r-1')] }))
      return store
    }

    test('are given to one who asks, until they are released', async () => {
      const store = await waiting(open)
      expect(await store.due('live', FRIDAY, 10)).toEqual([willow])
      expect(await store.requests(10)).toEqual([request('r-1')])

      expect(await store.due('live', FRIDAY, 10)).toEqual([])
      expect(await store.requests(10)).toEqual([])

      await store.releaseDue([willow])
      await store.releaseRequests(['r-1'])
      expect(await due(store, 'live', FRIDAY, 10)).toEqual([willow])
      expect(await requested(store)).toEqual([request('r-1')])
    })

    test('are given to another when the lease has run out', async () => {
      const store = await waiting(brief)
      await store.due('live', FRIDAY, 10)
      await store.requests(10)

      await vi.waitFor(
        async () => {
          expect(await due(store, 'live', FRIDAY, 10)).toEqual([willow])
          expect(await requested(store)).toEqual([request('r-1')])
        },
        { timeout: 5000 },
      )
    })

    test('a record that was saved is given out again when it is due again', async () => {
      const store = await waiting(open)
      await store.due('live', FRIDAY, 10)
      await store.save(willow, 1, change({ version: 2, index: { wakeAt: FRIDAY } }))

      expect(await store.due('live', FRIDAY, 10)).toEqual([willow])
    })
  })

  describe('what was given up', () => {
    const dead = { ...tried(root, never), firstTriedAt: FRIDAY }
    const givenUp = async () => {
      const trial = await open()
      await trial.store.save(willow, 0, change({ tasks: [root, roll] }))
      await settle(trial.store, dead)
      return trial
    }

    test('is listed and counted beside what waits', async () => {
      const { always } = await givenUp()

      await always(async (kept) => {
        expect(await kept.dead(10)).toEqual([dead])
        expect(await kept.waiting(FRIDAY, 10)).toEqual([roll])
        expect(await kept.waiting('2027-03-26T20:19:59Z', 10)).toEqual([])
        expect(await kept.counts()).toEqual({ waiting: 1, dead: 1, oldest: FRIDAY })
      })
    })

    test('is tried again as if it had just been added, behind what waits', async () => {
      const { store, always } = await givenUp()

      expect(await store.revive('t-root', LATER)).toBe(true)

      expect(await store.revive('t-root', LATER)).toBe(false)
      await always(async (kept) => {
        expect(await kept.dead(10)).toEqual([])
        expect(await kept.outbox(willow)).toEqual([roll, { ...root, addedAt: LATER }])
      })
    })

    test('leaves what stands there, when it was an update', async () => {
      const { store, always } = await withTasks(open, [root])
      await settle(store, tried(root, done('ref-1')))
      await store.save(willow, 1, change({ version: 2, tasks: [{ ...root, id: 't-update' }] }))
      await settle(store, tried({ ...root, id: 't-update' }, never))

      await always(async (kept) => {
        expect(await kept.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
        expect(await kept.shownAt('web/room/R', 'ref-1')).toMatchObject({ record: willow })
      })
    })

    test('is taken off the list for good', async () => {
      const { store, always } = await givenUp()

      expect(await store.bury('t-root')).toBe(true)

      expect(await store.bury('t-root')).toBe(false)
      await always(async (kept) => {
        expect(await kept.dead(10)).toEqual([])
        expect(await kept.counts()).toEqual({ waiting: 1, dead: 0, oldest: FRIDAY })
        expect(await heads(kept)).toEqual([roll])
      })
    })
  })
}

/** Everything that is kept, moved to another place. */
export function testMoving(open: OpenTrial): void {
  describe('everything that is kept', () => {
    const filled = async () => {
      const trial = await open()
      const { store } = trial
      const events = [{ type: 'raised' }, { type: 'noted' }]
      const index = { wakeAt: LATER, dueAt: SATURDAY, facets: { kind: ['case'] } }
      const requests = [request('r-1')]
      await store.save(willow, 0, change({ events, index, requests, tasks: [root, roll] }))
      await store.save(rowan, 0, change({ tasks: [onTop] }))
      await settle(store, tried(root, done('ref-1')))
      await settle(store, tried(roll, never))
      await store.keepSetting('a', { b: [1] })
      return trial
    }
    const content = async (store: Store) => {
      const rows = await all(store.rows())
      const settings = await all(store.settings())
      const byId = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
      return { rows: byId, settings: settings.toSorted() }
    }

    test('is the same in the store that it is moved to', async () => {
      const { store } = await filled()
      const { always, store: target } = await open()

      for await (const row of store.rows()) await target.restore(row)
      for await (const [name, value] of store.settings()) await target.keepSetting(name, value)

      const expected = await content(store)
      await always(async (kept) => {
        expect(await content(kept)).toEqual(expected)
        expect(await kept.load(willow)).toEqual(await store.load(willow))
        expect(await kept.history(willow)).toEqual(await store.history(willow))
        expect(await kept.outbox(willow)).toEqual(await store.outbox(willow))
        expect(await kept.dead(10)).toEqual(await store.dead(10))
        expect(await kept.shownAt('web/room/R', 'ref-1')).toMatchObject({ record: willow })
        expect(await due(kept, 'live', SATURDAY, 10)).toEqual([willow])
        expect(await requested(kept)).toEqual([request('r-1')])
        expect(await headIds(kept)).toEqual(['t-top'])
      })
    })

    test('never replaces what is there', async () => {
      const { store } = await filled()
      const [row] = await all(store.rows())
      if (!row) throw new Error('There should be a row')

      await expect(store.restore(row)).rejects.toThrow('is here already')
    })

    test('goes behind nothing: what is added afterwards queues behind it', async () => {
      const { store } = await filled()
      const { store: target } = await open()
      for await (const row of store.rows()) await target.restore(row)
      const after = task('a-after', message('notice:1'), rowan)
      await target.save(rowan, 1, change({ version: 2, tasks: [after] }))

      const claims: Claim[] = []
      for (;;) {
        const [claim] = await target.claim(SATURDAY, 1)
        if (!claim) break
        claims.push(claim)
        await target.settle(claim, ended(tried(claim.task, done(`ref-${claim.task.id}`))))
      }
      expect(claims.map(({ task: { id } }) => id)).toEqual(['t-top', 'a-after'])
    })
  })
}
