import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { tick } from '../../src/app/tick.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { due } from '../contract/store/fixtures.ts'
import { openApp, STARTS, type TestApp } from '../fixtures/app.ts'
import { concern, convening, incident } from '../fixtures/cases.ts'

async function raise(world: TestApp): Promise<RecordId> {
  const answer = await world.ask(incident())
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

describe('a sweep', () => {
  test('wakes every record that is due, once', async () => {
    const store = memoryStore()
    const loads: string[] = []
    const world = await openApp({
      store: {
        ...store,
        async load(id) {
          loads.push(id)
          return store.load(id)
        },
      },
    })
    const ids = [await raise(world), await raise(world), await raise(world)]
    await world.pass(0)
    loads.length = 0

    // Half an hour on, the first nudge has not been answered: all three climb.
    await world.pass(1800)

    for (const id of ids) {
      const { clocks } = await world.record('case', id)
      const d1 = clocks.find(({ rule }) => rule === 'D1')
      expect(d1?.reached).toEqual(['ivan', 'ines'])
    }
  })

  test('has nothing to do a second time at the same moment', async () => {
    const world = await openApp()
    const id = await raise(world)
    await world.pass(1800)
    const before = await world.store.load(id)

    await tick(world.app)

    expect((await world.store.load(id))?.version).toBe(before?.version)
    expect(await due(world.store, 'live', world.app.now(), 10)).toEqual([])
  })

  test('is not held up by a record that throws, nor held for ever', async () => {
    const store = memoryStore()
    let broken: RecordId | null = null
    const world = await openApp({
      store: {
        ...store,
        async load(id) {
          if (id === broken) throw new Error('EIO: i/o error')
          return store.load(id)
        },
      },
    })
    const [one, other] = [await raise(world), await raise(world)]
    broken = one

    await world.pass(1800)

    expect((await world.record('case', other)).clocks[0]?.reached).toEqual(['ivan', 'ines'])
    expect(world.complaints.join()).toContain('EIO')
    expect(await due(store, 'live', world.app.now(), 10)).toEqual([one])

    broken = null
    await world.pass(600)
    expect((await world.record('case', one)).clocks[0]?.reached).toEqual(['ivan', 'ines'])
  })

  test('leaves a record that throws alone for a while, and longer each time', async () => {
    const store = memoryStore()
    let broken: RecordId | null = null
    const world = await openApp({
      store: {
        ...store,
        async load(id) {
          if (id === broken) throw new Error('EIO: i/o error')
          return store.load(id)
        },
      },
    })
    broken = await raise(world)
    await world.pass(1800)

    for (let second = 0; second < 3600; second++) await world.pass(1)

    // Every second would be 3,600 complaints.
    expect(world.complaints.length).toBeGreaterThan(5)
    expect(world.complaints.length).toBeLessThan(25)
  })

  test('leaves records of another timeline alone', async () => {
    const world = await openApp()
    const id = await raise(world)
    const before = (await world.store.load(id))?.version
    const elsewhere = { ...world.app, timeline: 'drill', now: () => '2030-01-01T00:00:00Z' }

    await tick(elsewhere)

    expect((await world.store.load(id))?.version).toBe(before)
  })

  test('finds nothing overdue to be woken at any time of a long case', async () => {
    const world = await openApp()
    await raise(world)
    await world.ask(concern())
    await world.ask(convening(), await raise(world))

    for (let day = 27; day <= 31; day++) {
      await world.moveTo(`2027-03-${day}T12:00:00Z`)
      expect(await due(world.store, 'live', world.app.now(), 10)).toEqual([])
    }
    expect(world.complaints).toEqual([])
    expect(world.app.now() > STARTS).toBe(true)
  })
})
