import { describe, expect, test } from 'vitest'
import type { Task } from '../../../src/app/ports.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import {
  change,
  done,
  FRIDAY,
  headIds,
  later,
  message,
  never,
  type OpenTrial,
  request,
  rowan,
  sendingOrder,
  task,
  tried,
  unclear,
  willow,
} from './fixtures.ts'

const first = task('t-first', message('root'))
const newer = task('t-newer', message('root'))
const newest = task('t-newest', message('root'))
const roll = task('t-roll', message('roll'))
const onTop = task('t-top', message('root'), rowan)

/** A waiting update of a slot, and how a newer one takes its place. */
export function testCoalescing(open: OpenTrial): void {
  const saved = async (...batches: (readonly Task[])[]) => {
    const trial = await open()
    for (const [n, tasks] of batches.entries())
      await trial.store.save(willow, n, change({ version: n + 1, tasks }))
    return trial
  }

  describe('updates of one slot', () => {
    test('the newest takes the place of an untried one, so a root stays before its thread', async () => {
      const { always } = await saved([first, roll], [newer], [newest])

      const kept = await always(async (open) =>
        expect((await open.outbox(willow)).map(({ id }) => id)).toEqual(['t-newest', 't-roll']),
      )
      expect(await sendingOrder(kept)).toEqual(['t-newest', 't-roll'])
    })

    test('two in one change are one as well', async () => {
      const { always } = await saved([first, roll, newer])

      const kept = await always(async (open) => expect(await headIds(open)).toEqual(['t-newer']))
      expect(await sendingOrder(kept)).toEqual(['t-newer', 't-roll'])
    })

    test('another slot, place or record, and what has no slot, is left alone', async () => {
      const place = { channel: 'web', to: { type: 'room', room: 'R' } } as const
      const invite = (id: string) => task(id, { type: 'invite', place, people: ['ada'] })
      const elsewhere = task('t-elsewhere', message('root', 'other'))
      const { store, always } = await saved(
        [first, roll, elsewhere],
        [invite('t-a'), invite('t-b')],
      )
      await store.save(rowan, 0, change({ tasks: [onTop] }))

      const kept = await always(async (open) =>
        expect(await headIds(open)).toEqual(['t-first', 't-elsewhere']),
      )
      const order = (await sendingOrder(kept)).filter((id) => id !== 't-elsewhere')
      expect(order).toEqual(['t-first', 't-roll', 't-a', 't-b', 't-top'])
    })

    test('what was urgent stays urgent', async () => {
      const urgent = task('t-urgent', message('root', 'R', true))
      const { always } = await saved([task('t-old', message('root', 'other'))], [urgent], [newer])

      await always(async (kept) => {
        expect(await headIds(kept)).toEqual(['t-newer', 't-old'])
        const [head] = await kept.tasks(FRIDAY, 1)
        expect(head?.effect).toEqual(urgent.effect)
      })
    })

    test('one that was tried keeps its place; later ones queue behind it and become one', async () => {
      const { store, always } = await saved([first])
      const waiting = tried(first, later)
      await store.settle(waiting, [])
      await store.save(willow, 1, change({ version: 2, tasks: [newer] }))
      await store.save(willow, 2, change({ version: 3, tasks: [roll, newest] }))

      const kept = await always(async (open) =>
        expect(await open.outbox(willow)).toEqual([waiting, newest, roll]),
      )
      expect(await sendingOrder(kept)).toEqual(['t-first', 't-newest', 't-roll'])
    })
  })

  describe('an update that was on its way when a newer one took its place', () => {
    const afterwards = async (last: Outcome) => {
      const trial = await saved([first, roll], [newer])
      await trial.store.settle(tried(first, last), [request('r-1')])
      return trial
    }

    test('done: it is shown, and the newer one updates it', async () => {
      const { always } = await afterwards(done('ref-1'))

      const kept = await always(async (open) => {
        expect(await open.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
        expect(await open.shownAt('web/room/R', 'ref-1')).toMatchObject({ slot: 'root' })
        expect(await open.outbox(willow)).toEqual([tried(first, done('ref-1')), newer, roll])
        expect(await open.requests(10)).toEqual([request('r-1')])
      })
      expect(await sendingOrder(kept)).toEqual(['t-newer', 't-roll'])
    })

    test('later: it is dropped, for the newer one does its work', async () => {
      const { always } = await afterwards(later)

      await always(async (kept) => {
        expect(await kept.outbox(willow)).toEqual([newer, roll])
        expect(await kept.requests(10)).toEqual([request('r-1')])
      })
    })

    test('never: it is over, and the newer one is tried on its own account', async () => {
      const { always } = await afterwards(never)

      await always(async (kept) =>
        expect(await kept.outbox(willow)).toEqual([tried(first, never), newer, roll]),
      )
    })

    test('unclear: it goes to the front, to be looked up before the newer one is sent', async () => {
      const { store, always } = await afterwards(unclear)
      await store.save(willow, 2, change({ version: 3, tasks: [newest] }))

      const kept = await always(async (open) => {
        expect(await open.tasks(FRIDAY, 10)).toEqual([tried(first, unclear)])
        expect(await open.outbox(willow)).toEqual([tried(first, unclear), newest, roll])
      })
      await kept.settle(tried(tried(first, unclear), done('ref-1')), [])
      expect(await sendingOrder(kept)).toEqual(['t-newest', 't-roll'])
    })

    test('unclear: it goes before other records that share the place', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change({ tasks: [first] }))
      await store.save(rowan, 0, change({ tasks: [onTop] }))
      await store.save(willow, 1, change({ version: 2, tasks: [newer] }))
      await store.settle(tried(first, unclear), [])

      const kept = await always(async (open) => expect(await headIds(open)).toEqual(['t-first']))
      expect(await sendingOrder(kept)).toEqual(['t-first', 't-newer', 't-top'])
    })
  })
}
