import { describe, expect, test, vi } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import type { App } from '../../src/app/app.ts'
import { follow } from '../../src/app/follow.ts'
import type { Request, Store } from '../../src/app/ports.ts'
import type { CaseIntentOf } from '../../src/core/case/intent.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { requested } from '../contract/store/fixtures.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import { askOf } from './delivering.ts'

const convene: CaseIntentOf<'convene'> = {
  kind: 'case',
  type: 'convene',
  by: person('quinn'),
  via: 'web',
  meeting: 'M3',
  seats: ['lead-provider-quality-lead'],
  startsAt: null,
  why: 'To agree what to do.',
  urgent: false,
}

/** Nothing else passes on what a change leads to. */
function alone({ app }: TestApp): App {
  return { ...app, changed: () => {} }
}

function noted(id: RecordId, n: number): Request {
  const intent = { kind: 'case', type: 'note', by: person('quinn'), text: `Note ${n}.` } as const
  return { key: `outcome:${n}`, to: id, intent }
}

/** The keys of those that a record has, in their order. */
async function notedAt(store: Store, id: RecordId): Promise<string[]> {
  const keys = (await store.load(id))?.keys ?? []
  return keys.flatMap(({ key }) => (key.startsWith('outcome:') ? [key] : []))
}

/** A store in which one record is loaded only when it is let go. */
function holding(): { store: Store; hold: (id: RecordId) => void; letGo: () => void } {
  const store = memoryStore()
  let held: RecordId | null = null
  let letGo = () => {}
  const free = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return {
    hold: (id) => {
      held = id
    },
    letGo,
    store: {
      ...store,
      async load(id) {
        if (id === held) await free
        return store.load(id)
      },
    },
  }
}

/** A store that fails to load one record for as long as it is told to. */
function failing(): { store: Store; fail: (id: RecordId | null) => void } {
  const store = memoryStore()
  let broken: RecordId | null = null
  return {
    fail: (id) => {
      broken = id
    },
    store: {
      ...store,
      async load(id) {
        if (id === broken) throw new Error('EIO: i/o error')
        return store.load(id)
      },
    },
  }
}

describe('a follow-up', () => {
  test('reaches the other record, and its answer comes back', async () => {
    const world = await openApp()
    const raised = await world.ask(incident())
    if (!raised.ok) throw new Error(raised.refusal.message)

    await world.ask(convene, raised.id)

    const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
    const { meetings } = await world.record('case', raised.id)
    expect(meetings.map((one) => one.meeting)).toEqual([meeting?.id])
    expect(await requested(world.store, 10)).toEqual([])
  })

  test('that is refused becomes a fact on its sender, with the sentence', async () => {
    const world = await openApp()
    const [sender, other] = [await world.ask(incident()), await world.ask(incident())]
    if (!sender.ok || !other.ok) throw new Error('Both should be raised')
    const text = 'From an organisation that does not see the case.'
    const intent = { kind: 'case', type: 'note', by: person('cleo'), text } as const

    await askOf(world, sender.id, [{ key: 'asks', from: sender.id, to: other.id, intent }])
    await world.settle()

    const { notices } = await world.record('case', sender.id)
    expect(notices.map(({ said }) => said)).toContainEqual({
      say: 'notDone',
      words: expect.stringContaining('Only people of the organisations that see this case'),
    })
    expect(await requested(world.store, 10)).toEqual([])
  })

  test('is passed on once, even when it could not be crossed off the list', async () => {
    const store = memoryStore()
    let broken = false
    const world = await openApp({
      store: {
        ...store,
        async answered(key) {
          if (broken) throw new Error('EIO: i/o error')
          await store.answered(key)
        },
      },
    })
    const raised = await world.ask(incident())
    if (!raised.ok) throw new Error(raised.refusal.message)
    broken = true
    await world.ask(convene, raised.id)
    await world.settle()
    broken = false
    await world.settle()

    expect(await world.store.list({ facets: { kind: 'meeting' } })).toHaveLength(1)
    expect(await requested(world.store, 10)).toEqual([])
  })

  test('that throws stops none of the others, and is tried again later', async () => {
    const { store, fail } = failing()
    const world = await openApp({ store })
    const [one, other] = [await world.ask(incident()), await world.ask(incident())]
    if (!one.ok || !other.ok) throw new Error('Both should be raised')
    // More of them than are read at once, so that those behind must still be reached.
    const broken = Array.from({ length: 250 }, (_, n) => noted(one.id, n))
    await askOf(world, other.id, [...broken, noted(other.id, 250)])

    fail(one.id)
    await follow(alone(world))
    expect(await notedAt(store, other.id)).toHaveLength(1)
    expect(world.complaints.length).toBeGreaterThan(0)

    fail(null)
    await follow(alone(world))
    expect(await notedAt(store, one.id)).toHaveLength(250)
    expect(await requested(store, 10)).toEqual([])
  })

  test('to a record that is busy holds up none to another, and each record has its own in their order', async () => {
    const { store, hold, letGo } = holding()
    const world = await openApp({ store })
    const [busy, other] = [await world.ask(incident()), await world.ask(incident())]
    if (!busy.ok || !other.ok) throw new Error('Both should be raised')
    const numbers = Array.from({ length: 120 }, (_, n) => n)
    const requests = [...numbers.map((n) => noted(busy.id, n)), noted(other.id, 120)]
    await askOf(world, other.id, requests)

    hold(busy.id)
    const following = follow(alone(world))
    await vi.waitFor(async () => expect(await notedAt(store, other.id)).toEqual(['outcome:120']), {
      timeout: 4000,
    })
    letGo()
    await following

    expect(await notedAt(store, busy.id)).toEqual(numbers.map((n) => `outcome:${n}`))
    expect(await requested(store, 10)).toEqual([])
  })

  test('is left to others by a process that stops, those that it has begun to read too', async () => {
    const world = await openApp()
    const one = await world.ask(incident())
    if (!one.ok) throw new Error('It should be raised')
    await askOf(
      world,
      one.id,
      [0, 1, 2, 3].map((n) => noted(one.id, n)),
    )
    const { store } = world

    let looked = 0
    expect(await follow(alone(world), () => ++looked > 3)).toBe(2)

    const left = (await requested(store, 10)).map(({ key }) => key)
    expect(await notedAt(store, one.id)).toEqual(['outcome:0', 'outcome:1'])
    expect(left).toEqual(['outcome:2', 'outcome:3'])
  })
})
