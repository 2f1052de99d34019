import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { engine } from '../../src/app/engine.ts'
import type { Store } from '../../src/app/ports.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { putIn, raised, WILLOW, waiting } from './delivering.ts'

/** Something for the room, in the outbox of a case that has been told of everywhere. */
async function withWork(
  store: Store,
): Promise<{ muster: TestApp; work: Parameters<typeof waiting> }> {
  const muster = await openApp({ store, channels: ['web'] })
  const id = await raised(muster)
  const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
  await putIn(muster, id, { type: 'invite', place, people: ['nia'] })
  return { muster, work: [muster, id] }
}

describe('an engine that is stopped', () => {
  test('gives back what it has claimed and not begun', async () => {
    const memory = memoryStore()
    let held: Promise<void> | null = null
    let go = () => {}
    const store: Store = {
      ...memory,
      async claim(now, most) {
        const claims = await memory.claim(now, most)
        await held
        return claims
      },
    }
    const { muster, work } = await withWork(store)
    held = new Promise((resolve) => {
      go = resolve
    })
    const tries = muster.web.tries.length
    const works = engine(muster.app)
    works.kick()
    const stopped = works.stop()
    go()
    await stopped

    expect(muster.web.tries).toHaveLength(tries)
    const [task] = await waiting(...work)
    const [claim] = await memory.claim(muster.app.realNow(), 10)
    expect(claim).toMatchObject({ task: { id: task?.id }, doubtful: false })
  })

  test('saves at last what came of a sending, and sends nothing for it', async () => {
    const memory = memoryStore()
    let isFull = false
    const store: Store = {
      ...memory,
      settle: async (...ended) => {
        if (isFull) throw new Error('The disk is full')
        return memory.settle(...ended)
      },
    }
    const { muster, work } = await withWork(store)
    isFull = true
    const works = engine(muster.app)
    await works.settled()
    expect(await waiting(...work)).toHaveLength(1)
    const tries = muster.web.tries.length
    isFull = false
    await works.stop()

    expect(await waiting(...work)).toEqual([])
    expect(muster.web.tries).toHaveLength(tries)
    expect(muster.web.tries).toContain(WILLOW)
  })

  test('wakes nobody, passes nothing on and sends nothing any more', async () => {
    const asked: string[] = []
    const { muster, work } = await withWork(memoryStore())
    const store = new Proxy(muster.store, {
      get(target, name) {
        asked.push(String(name))
        return Reflect.get(target, name)
      },
    })
    const works = engine({ ...muster.app, store })
    await works.stop()
    asked.length = 0
    await works.sweep()
    works.kick()
    await works.settled()

    expect(asked.filter((name) => ['due', 'claim', 'requests'].includes(name))).toEqual([])
    expect(await waiting(...work)).toHaveLength(1)
  })
})
