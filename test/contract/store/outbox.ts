import { describe, expect, test } from 'vitest'
import { type Effect, NOTHING_STANDS } from '../../../src/core/effect.ts'
import {
  change,
  claimed,
  done,
  ended,
  FRIDAY,
  headIds,
  heads,
  LATER,
  later,
  message,
  never,
  numbered,
  type OpenTrial,
  request,
  requested,
  roll,
  root,
  rowan,
  sendingOrder,
  settle,
  task,
  tried,
  unclear,
  willow,
  withTasks,
} from './fixtures.ts'

const newRoom: Effect = { type: 'room', channel: 'web', name: 'summit', topic: 'M1', people: ['a'] }

export function testOutbox(open: OpenTrial): void {
  describe('the outbox', () => {
    test('each place gives out one task, and the next when that is settled', async () => {
      const elsewhere = task('t-elsewhere', message('root', 'other'))
      const { store, always } = await withTasks(open, [root, roll, elsewhere])
      expect(await headIds(store)).toEqual(['t-root', 't-elsewhere'])

      await settle(store, tried(root, done('ref-1')))

      await always(async (kept) => expect(await headIds(kept)).toEqual(['t-roll', 't-elsewhere']))
    })

    test('several records share the queue of a place, in the order of their saving', async () => {
      const { store, always } = await withTasks(open, [root])
      await store.save(rowan, 0, change({ tasks: [task('t-rowan', message('root'), rowan)] }))
      await store.save(willow, 1, change({ version: 2, tasks: [roll] }))

      const kept = await always(async (open) => expect(await headIds(open)).toEqual(['t-root']))
      expect(await sendingOrder(kept)).toEqual(['t-root', 't-rowan', 't-roll'])
    })

    test('a place keeps its order over many records', async () => {
      const { store, always } = await open()
      const ids = Array.from({ length: 30 }, (_, n) => numbered((n * 7) % 30))
      for (const id of ids)
        await store.save(id, 0, change({ tasks: [task(id, message('root'), id)] }))

      const kept = await always(async (open) => expect(await headIds(open)).toEqual([ids[0]]))
      expect(await sendingOrder(kept)).toEqual(ids)
    })

    test('what is added after a restart goes behind what was there', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ tasks: [root, roll], requests: [request('r-1')] }))

      const kept = await always(async (open) => expect(await headIds(open)).toEqual(['t-root']))
      const onTop = task('a-first-by-name', message('root'), rowan)
      await kept.save(rowan, 0, change({ tasks: [onTop], requests: [request('a-first')] }))

      expect((await requested(kept, 10)).map(({ key }) => key)).toEqual(['r-1', 'a-first'])
      expect(await sendingOrder(kept)).toEqual(['t-root', 't-roll', 'a-first-by-name'])
    })

    test('what must be tried again holds up its own place until then, and no other', async () => {
      const elsewhere = task('t-elsewhere', message('root', 'other'))
      const { store, always } = await withTasks(open, [root, roll, elsewhere])
      const waiting = tried(root, later, LATER)

      await settle(store, waiting)

      await always(async (kept) => {
        expect(await headIds(kept, FRIDAY)).toEqual(['t-elsewhere'])
        expect(await heads(kept, LATER, 1)).toEqual([waiting])
      })
    })

    test('urgent heads come first, then the oldest, and no more than were asked for', async () => {
      const tasks = [
        task('t-1', message('root', 'A')),
        task('t-2', newRoom),
        task('t-3', message('root', 'B', true)),
        task('t-4', message('root', 'C', true)),
      ]
      const { always } = await withTasks(open, tasks)

      await always(async (kept) => {
        expect(await headIds(kept)).toEqual(['t-2', 't-3', 't-4', 't-1'])
        expect(await headIds(kept, FRIDAY, 3)).toEqual(['t-2', 't-3', 't-4'])
      })
    })

    test('what is done is shown, found by its reference, and raises no version', async () => {
      const { store, always } = await withTasks(open, [root])
      const settled = tried(root, done('ref-1'))

      await settle(store, settled, [request('r-1')])

      await always(async (kept) => {
        expect(await headIds(kept)).toEqual([])
        expect(await kept.outbox(willow)).toEqual([settled])
        expect(await kept.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
        expect(await kept.shownAt('web/room/R', 'ref-1')).toEqual({
          record: willow,
          place: 'web/room/R',
          slot: 'root',
          ref: 'ref-1',
        })
        expect(await kept.shownAt('web/room/other', 'ref-1')).toBeUndefined()
        expect(await requested(kept, 10)).toEqual([request('r-1')])
        expect((await kept.load(willow))?.version).toBe(1)
      })
    })

    test('a slot that is posted anew is found by its new reference only', async () => {
      const again = task('t-again', message('root'))
      const { store, always } = await withTasks(open, [root])
      await settle(store, tried(root, done('ref-1')))
      await store.save(willow, 1, change({ version: 2, tasks: [again] }))
      await settle(store, tried(again, done('ref-2')))

      await always(async (kept) => {
        expect(await kept.shown(willow, 'web/room/R', 'root')).toBe('ref-2')
        expect(await kept.shownAt('web/room/R', 'ref-2')).toMatchObject({ record: willow })
        expect(await kept.shownAt('web/room/R', 'ref-1')).toBeUndefined()
      })
    })

    test('one slot may stand in several places, each under its own reference', async () => {
      const elsewhere = task('t-elsewhere', message('root', 'other'))
      const { store, always } = await withTasks(open, [root, elsewhere])
      await settle(store, tried(root, done('ref-1')))
      await settle(store, tried(elsewhere, done('ref-2')))

      await always(async (kept) => {
        expect(await kept.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
        expect(await kept.shown(willow, 'web/room/other', 'root')).toBe('ref-2')
        expect(await kept.shownAt('web/room/R', 'ref-1')).toMatchObject({ record: willow })
      })
    })

    test('a room or an invitation that is done has no slot to be shown in', async () => {
      const room = task('t-room', newRoom)
      const { store, always } = await withTasks(open, [room])
      await settle(store, tried(room, done('room-1')))

      await always(async (kept) => {
        expect(await kept.shownAt('web/new/summit', 'room-1')).toBeUndefined()
        expect(await kept.outbox(willow)).toEqual([tried(room, done('room-1'))])
      })
    })

    test('what can never be done leaves the outbox, and in its slot nothing stands, for good', async () => {
      const { store, always } = await withTasks(open, [root, roll])
      await settle(store, tried(root, never), [request('r-1')])

      await always(async (kept) => {
        expect(await headIds(kept)).toEqual(['t-roll'])
        expect(await kept.shown(willow, 'web/room/R', 'root')).toBe(NOTHING_STANDS)
        expect(await kept.outbox(willow)).toEqual([tried(root, never), roll])
        expect(await requested(kept, 10)).toEqual([request('r-1')])
      })
    })

    test('a claim that is settled twice counts once', async () => {
      const { store, always } = await withTasks(open, [root])
      const claim = await claimed(store, 't-root')

      expect(await store.settle(claim, ended(tried(root, done('ref-1'))))).toBe('settled')
      expect(await store.settle(claim, ended(tried(root, unclear)))).toBe('lost')
      expect(await store.settle(claim, ended(tried(root, never)))).toBe('lost')

      await always(async (kept) => {
        expect(await headIds(kept)).toEqual([])
        expect(await kept.outbox(willow)).toEqual([tried(root, done('ref-1'))])
      })
    })

    test('a record lists what was settled, in that order, and then what waits', async () => {
      const elsewhere = task('t-elsewhere', message('root', 'other'))
      const { store, always } = await withTasks(open, [root, elsewhere, roll])
      await settle(store, tried(elsewhere, done('ref-1')))

      await always(async (kept) => {
        const tasks = await kept.outbox(willow)
        expect(tasks.map(({ id }) => id)).toEqual(['t-elsewhere', 't-root', 't-roll'])
        expect(await kept.outbox(rowan)).toEqual([])
      })
    })

    test('what waits can be asked for by the kind of message, and no other counts', async () => {
      const nudge = task('t-nudge', message('nudge:D1:1'))
      const prompt = task('t-prompt', message('prompt:p1'))
      const others = [root, roll, task('t-room', newRoom), task('t-notice', message('notice:1'))]
      const { always } = await withTasks(open, [...others, nudge, prompt])

      await always(async (kept) => {
        expect(await kept.waiting(FRIDAY, 2, ['nudge', 'prompt'])).toEqual([nudge, prompt])
        expect(await kept.waiting('2027-03-26T20:19:59Z', 2, ['nudge'])).toEqual([])
      })
    })

    test('of the settled tasks of a record the last 200 are kept', async () => {
      const tasks = Array.from({ length: 205 }, (_, n) => task(`t-${n}`, message(`notice:${n}`)))
      const { store, always } = await withTasks(open, tasks)
      for (const one of tasks) await settle(store, tried(one, done(`ref-${one.id}`)))

      await always(async (kept) => {
        const kept200 = await kept.outbox(willow)
        expect(kept200).toHaveLength(200)
        expect(kept200.at(-1)?.id).toBe('t-204')
        expect(await kept.shown(willow, 'web/room/R', 'notice:0')).toBe('ref-t-0')
      })
    })

    test('outcomes that come in together with a change are all kept', async () => {
      const { store, always } = await open()
      const tasks = Array.from({ length: 10 }, (_, n) => task(`t-${n}`, message('root', `R${n}`)))
      await store.save(willow, 0, change({ tasks, requests: [request('r-1')] }))

      const claims = await store.claim(FRIDAY, 100)
      const [saved] = await Promise.all([
        store.save(willow, 1, change({ version: 2, tasks: [roll] })),
        ...claims.map((claim) =>
          store.settle(claim, ended(tried(claim.task, done(`ref-${claim.task.id}`)))),
        ),
        store.answered('r-1'),
      ])

      expect(saved).toBe('saved')
      await always(async (kept) => {
        expect(await headIds(kept)).toEqual(['t-roll'])
        expect(await kept.outbox(willow)).toHaveLength(11)
        expect(await requested(kept, 10)).toEqual([])
        expect((await kept.load(willow))?.version).toBe(2)
      })
    })
  })
}

export function testRequests(open: OpenTrial): void {
  describe('requests', () => {
    test('the oldest come first, and no more than were asked for', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ requests: [request('r-2'), request('r-1')] }))
      await store.save(rowan, 0, change({ requests: [request('r-0')] }))

      await always(async (kept) => {
        const keys = (await requested(kept, 10)).map(({ key }) => key)
        expect(keys).toEqual(['r-2', 'r-1', 'r-0'])
        expect(await requested(kept, 1)).toEqual([request('r-2')])
      })
    })

    test('what was answered is gone; to answer again, or the unknown, does nothing', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ requests: [request('r-1'), request('r-2')] }))

      await store.answered('r-1')
      await store.answered('r-1')
      await store.answered('unknown')

      await always(async (kept) => {
        expect(await requested(kept, 10)).toEqual([request('r-2')])
        expect((await kept.load(willow))?.version).toBe(1)
      })
    })

    test('the same key waits once', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ tasks: [root], requests: [request('r-1')] }))
      await settle(store, tried(root, done('ref-1')), [request('r-1')])

      await always(async (kept) => expect(await requested(kept, 10)).toHaveLength(1))
    })
  })
}
