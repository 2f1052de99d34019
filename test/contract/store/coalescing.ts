import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/effect.ts'
import {
  change,
  claimed,
  done,
  ended,
  FRIDAY,
  headIds,
  heads,
  later,
  message,
  never,
  type OpenTrial,
  onTop,
  request,
  requested,
  roll,
  rowan,
  sendingOrder,
  settle,
  task,
  tried,
  unclear,
  willow,
  withTasks,
} from './fixtures.ts'

const first = task('t-first', message('root'))
const newer = task('t-newer', message('root'))
const newest = task('t-newest', message('root'))

/** A waiting update of a slot, and how a newer one takes its place. */
export function testCoalescing(open: OpenTrial): void {
  describe('updates of one slot', () => {
    test('the newest takes the place of an untried one, so a root stays before its thread', async () => {
      const { always } = await withTasks(open, [first, roll], [newer], [newest])

      const kept = await always(async (open) =>
        expect((await open.outbox(willow)).map(({ id }) => id)).toEqual(['t-newest', 't-roll']),
      )
      expect(await sendingOrder(kept)).toEqual(['t-newest', 't-roll'])
    })

    test('two in one change are one as well', async () => {
      const { always } = await withTasks(open, [first, roll, newer])

      const kept = await always(async (open) => expect(await headIds(open)).toEqual(['t-newer']))
      expect(await sendingOrder(kept)).toEqual(['t-newer', 't-roll'])
    })

    test('another slot, place or record, and what has no slot, is left alone', async () => {
      const place = { channel: 'web', to: { type: 'room', room: 'R' } } as const
      const invite = (id: string) => task(id, { type: 'invite', place, people: ['ada'] })
      const elsewhere = task('t-elsewhere', message('root', 'other'))
      const { store, always } = await withTasks(
        open,
        [first, roll, elsewhere],
        [invite('t-a'), invite('t-b')],
      )
      await store.save(rowan, 0, change({ tasks: [onTop] }))

      const kept = await always(async (open) =>
        expect(await headIds(open)).toEqual(['t-a', 't-elsewhere']),
      )
      const order = (await sendingOrder(kept)).filter((id) => id !== 't-elsewhere')
      expect(order).toEqual(['t-a', 't-b', 't-first', 't-roll', 't-top'])
    })

    test('a room is closed, and its head pinned, behind all that was to be said there before', async () => {
      const place = { channel: 'web', to: { type: 'room', room: 'R' } } as const
      const urgent = task('t-urgent', message('root', 'R', true))
      const { always } = await withTasks(
        open,
        [roll, task('t-pin', { type: 'pin', place }), task('t-close', { type: 'archive', place })],
        [urgent, task('t-invite', { type: 'invite', place, people: ['ada'] })],
      )

      const kept = await always(async (open) => expect(await headIds(open)).toEqual(['t-urgent']))
      expect(await sendingOrder(kept)).toEqual([
        't-urgent',
        't-invite',
        't-roll',
        't-pin',
        't-close',
      ])
    })

    test('what was urgent stays urgent', async () => {
      const urgent = task('t-urgent', message('root', 'R', true))
      const { always } = await withTasks(
        open,
        [task('t-old', message('root', 'other'))],
        [urgent],
        [newer],
      )

      await always(async (kept) => {
        expect(await headIds(kept)).toEqual(['t-newer', 't-old'])
        const [head] = await heads(kept, FRIDAY, 1)
        expect(head?.effect).toEqual(urgent.effect)
      })
    })

    test('one that was tried keeps its place; later ones queue behind it and become one', async () => {
      const { store, always } = await withTasks(open, [first])
      const waiting = tried(first, later)
      await settle(store, waiting)
      await store.save(willow, 1, change({ version: 2, tasks: [newer] }))
      await store.save(willow, 2, change({ version: 3, tasks: [roll, newest] }))

      const kept = await always(async (open) =>
        expect(await open.outbox(willow)).toEqual([waiting, newest, roll]),
      )
      expect(await sendingOrder(kept)).toEqual(['t-first', 't-newest', 't-roll'])
    })
  })

  describe('an update that is on its way when a newer one comes', () => {
    const afterwards = async (last: Outcome) => {
      const trial = await withTasks(open, [first, roll])
      const claim = await claimed(trial.store, 't-first')
      await trial.store.save(willow, 1, change({ version: 2, tasks: [newer] }))
      await trial.store.settle(claim, ended(tried(first, last), [request('r-1')]))
      return trial
    }

    test('done: it is shown, and the newer one updates it', async () => {
      const { always } = await afterwards(done('ref-1'))

      const kept = await always(async (open) => {
        expect(await open.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
        expect(await open.shownAt('web/room/R', 'ref-1')).toMatchObject({ slot: 'root' })
        expect(await open.outbox(willow)).toEqual([tried(first, done('ref-1')), roll, newer])
        expect(await requested(open)).toEqual([request('r-1')])
      })
      expect(await sendingOrder(kept)).toEqual(['t-roll', 't-newer'])
    })

    test('never: it is over, and the newer one is tried on its own account', async () => {
      const { always } = await afterwards(never)

      await always(async (kept) =>
        expect(await kept.outbox(willow)).toEqual([tried(first, never), roll, newer]),
      )
    })

    test('later or unclear: it keeps its place, and the newest waits behind', async () => {
      const { store, always } = await afterwards(unclear)
      await store.save(willow, 2, change({ version: 3, tasks: [newest] }))

      const kept = await always(async (open) => {
        expect(await heads(open)).toEqual([tried(first, unclear)])
        expect(await open.outbox(willow)).toEqual([tried(first, unclear), roll, newest])
      })
      expect(await sendingOrder(kept)).toEqual(['t-first', 't-roll', 't-newest'])
    })
  })
}
