import { describe, expect, test } from 'vitest'
import {
  change,
  claimed,
  due,
  ended,
  FRIDAY,
  heads,
  message,
  numbered,
  type OpenTrial,
  request,
  requested,
  task,
  willow,
  withTasks,
} from './fixtures.ts'

const missed = { type: 'clockMissed', clock: 'D1' }
const met = { type: 'clockMet', clock: 'D1' }

export function testRecords(open: OpenTrial): void {
  describe('records', () => {
    test('a record that was never saved is not there', async () => {
      const { store } = await open()

      expect(await store.load(willow)).toBeUndefined()
      expect(await store.history(willow)).toEqual([])
      expect(await store.outbox(willow)).toEqual([])
      expect(await store.shown(willow, 'web/room/R', 'root')).toBeUndefined()
      expect(await store.shownAt('web/room/R', 'ref')).toBeUndefined()
      expect(store.complaints).toEqual([])
    })

    test('a record comes back with its history, its tasks and its requests', async () => {
      const { store, always } = await open()
      const first = change({
        record: { text: 'Zoë – 90 %', list: [1, null, true], deep: { er: 'yes' } },
        events: [missed],
        tasks: [task('t-1', message('root'))],
        requests: [request('r-1')],
      })

      expect(await store.save(willow, 0, first)).toBe('saved')

      await always(async (kept) => {
        expect(await kept.load(willow)).toEqual(first.saved)
        expect(await kept.history(willow)).toEqual(first.entries)
        expect(await heads(kept)).toEqual(first.tasks)
        expect(await requested(kept)).toEqual(first.requests)
      })
    })

    test('the history grows by each change, in order', async () => {
      const { store, always } = await open()
      const first = change({ events: [missed, met] })
      const second = change({ version: 2, events: [met] })
      await store.save(willow, 0, first)
      await store.save(willow, 1, second)

      await always(async (kept) => {
        expect(await kept.history(willow)).toEqual([...first.entries, ...second.entries])
        expect((await kept.load(willow))?.version).toBe(2)
      })
    })

    test('a stale save is a conflict and leaves nothing behind', async () => {
      const { store, always } = await open()
      const first = change({ index: { facets: { status: ['open'] } } })
      await store.save(willow, 0, first)
      const stale = change({
        record: { other: 'thing' },
        index: { facets: { status: ['closed'] }, wakeAt: FRIDAY },
        events: [missed],
        tasks: [task('t-2', message('root'))],
        requests: [request('r-2')],
      })

      expect(await store.save(willow, 0, stale)).toBe('conflict')
      expect(await store.save(willow, 2, stale)).toBe('conflict')
      expect(await store.save(numbered(9), 1, stale)).toBe('conflict')

      await always(async (kept) => {
        expect(await kept.load(willow)).toEqual(first.saved)
        expect(await kept.load(numbered(9))).toBeUndefined()
        expect(await kept.history(willow)).toEqual([])
        expect(await heads(kept)).toEqual([])
        expect(await requested(kept)).toEqual([])
        expect(await due(kept, 'live', FRIDAY, 10)).toEqual([])
        expect(await kept.list({ facets: { status: 'closed' } })).toEqual([])
      })
    })

    test('of saves that race for one version exactly one wins', async () => {
      const { store, always } = await open()
      await store.save(willow, 0, change())
      const racers = Array.from({ length: 20 }, (_, n) => n)

      const answers = await Promise.all(
        racers.map((n) =>
          store.save(willow, 1, change({ version: 2, record: { n }, events: [met] })),
        ),
      )

      expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1)
      await always(async (kept) => {
        expect((await kept.load(willow))?.record).toEqual({ n: answers.indexOf('saved') })
        expect(await kept.history(willow)).toHaveLength(1)
      })
    })

    test('records that are saved at the same moment are all there', async () => {
      const { store, always } = await open()
      const ids = Array.from({ length: 50 }, (_, n) => numbered(n))

      await Promise.all(ids.map((id) => store.save(id, 0, change({ record: { id } }))))

      await always(async (kept) => {
        const saved = await Promise.all(ids.map((id) => kept.load(id)))
        expect(saved.map((one) => one?.record)).toEqual(ids.map((id) => ({ id })))
      })
    })

    test('what the caller does to a change afterwards alters nothing', async () => {
      const { store, always } = await open()
      const record = { people: ['nurse'] }
      const saving = store.save(willow, 0, change({ record }))
      record.people.push('stranger')
      await saving
      record.people.push('another')

      await always(async (kept) => {
        expect((await kept.load(willow))?.record).toEqual({ people: ['nurse'] })
      })
    })

    test('what the caller does to an answer alters nothing', async () => {
      const { store, always } = await open()
      const people = ['nurse']
      const index = { facets: { owes: ['ada'] } }
      await store.save(
        willow,
        0,
        change({ record: { people }, index, tasks: [task('t-1', message('root'))] }),
      )

      await always(async (kept) => {
        const answers = async () => [
          await kept.load(willow),
          await kept.list({ facets: {} }),
          await heads(kept),
          await kept.outbox(willow),
        ]
        const before = structuredClone(await answers())
        for (const answer of await answers()) vandalise(answer)
        expect(await answers()).toEqual(before)
      })
    })
  })
}

/** Tries to empty every list and to change every text, however deep. */
function vandalise(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    vandalise(part)
    if (typeof part === 'string') Reflect.set(value, name, 'changed')
  }
  if (Array.isArray(value)) Reflect.set(value, 'length', 0)
}

/** Text that PostgreSQL's jsonb cannot take is refused by every store, so that records can be moved. */
export function testText(open: OpenTrial): void {
  describe('text', () => {
    test.each([
      ['NUL in the record', change({ record: { a: ['x\0'] } })],
      ['NUL in the name of a field', change({ record: { 'x\0': 1 } })],
      ['half a character in the record', change({ record: { a: 'x\ud83d' } })],
      [
        'the other half of a character in a facet',
        change({ index: { facets: { a: ['\ude00'] } } }),
      ],
      ['NUL in a task', change({ tasks: [task('t-1', message('root', 'R\0'))] })],
      ['half a character in a request', change({ requests: [request('\ud83d')] })],
    ])('%s is refused with a sentence, and nothing is kept', async (_what, broken) => {
      const { store, always } = await open()

      await expect(store.save(willow, 0, broken)).rejects.toThrow('cannot be kept')

      await always(async (kept) => expect(await kept.load(willow)).toBeUndefined())
    })

    test('it is refused in a setting and in the outcome of a task too', async () => {
      const waiting = task('t-1', message('root'))
      const { store, always } = await withTasks(open, [waiting])
      const last = { type: 'never', reason: 'gone\0' } as const

      await expect(store.keepSetting('a', { b: '\0' })).rejects.toThrow('cannot be kept')
      const claim = await claimed(store, waiting.id)
      const outcome = ended({ ...waiting, tries: 1, last })
      await expect(store.settle(claim, outcome)).rejects.toThrow('cannot be kept')
      await store.release([claim])

      await always(async (kept) => {
        expect(await kept.setting('a')).toBeUndefined()
        expect(await heads(kept)).toEqual([waiting])
      })
    })

    test('whole characters, line ends and backslashes come back as they were', async () => {
      const { store, always } = await open()
      const record = { text: '😀 \u0001 \r\n \\u0000 \\ud83d "quoted" \u2028' }

      await store.save(willow, 0, change({ record }))

      await always(async (kept) => expect((await kept.load(willow))?.record).toEqual(record))
    })
  })
}

export function testSettings(open: OpenTrial): void {
  describe('settings', () => {
    test('a value is kept under its name until another takes its place', async () => {
      const { store, always } = await open()

      await Promise.all([
        store.keepSetting('offset', 1),
        store.keepSetting('pack', { id: 'p', list: [1] }),
      ])
      await store.keepSetting('offset', 2)

      await always(async (kept) => {
        expect(await kept.setting('offset')).toBe(2)
        expect(await kept.setting('pack')).toEqual({ id: 'p', list: [1] })
        expect(await kept.setting('unknown')).toBeUndefined()
      })
    })

    test('a name that JavaScript knows is a name like others', async () => {
      const { store, always } = await open()
      expect(await store.setting('constructor')).toBeUndefined()

      await store.keepSetting('__proto__', 'mine')

      await always(async (kept) => expect(await kept.setting('__proto__')).toBe('mine'))
    })
  })
}
