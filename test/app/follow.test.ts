import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { follow } from '../../src/app/follow.ts'
import type { Request, Store } from '../../src/app/ports.ts'
import type { CaseIntentOf } from '../../src/core/case/intent.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { requested } from '../contract/store/fixtures.ts'
import { openApp } from '../fixtures/app.ts'
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
    const noted = (id: RecordId, n: number): Request => ({
      key: `outcome:${n}`,
      to: id,
      intent: { kind: 'case', type: 'note', by: person('quinn'), text: `Note ${n}.` },
    })
    // More of them than are read at once, so that those behind must still be reached.
    const broken = Array.from({ length: 150 }, (_, n) => noted(one.id, n))
    await askOf(world, other.id, [...broken, noted(other.id, 150)])

    fail(one.id)
    await follow(world.app)
    const said = async (id: RecordId) =>
      (await store.load(id))?.keys.filter(({ key }) => key.startsWith('outcome:')).length
    expect(await said(other.id)).toBe(1)
    expect(world.complaints.length).toBeGreaterThan(0)

    fail(null)
    await follow(world.app)
    expect(await said(one.id)).toBe(150)
    expect(await requested(store, 10)).toEqual([])
  })
})
