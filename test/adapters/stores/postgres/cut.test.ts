import { describe, expect, test } from 'vitest'
import {
  change,
  done,
  ended,
  FRIDAY,
  message,
  numbered,
  task,
  tried,
  willow,
} from '../../../contract/store/fixtures.ts'
import { freshDatabase } from './databases.ts'
import { cut, replica } from './replica.ts'

describe('a connection that is cut', () => {
  test('while nobody uses it is made anew for the next call', async () => {
    const url = await freshDatabase()
    const store = await replica(url)
    await store.save(willow, 0, change())

    for (let n = 1; n <= 5; n++) {
      await cut(url)
      expect(await store.save(willow, n, change({ version: n + 1 }))).toBe('saved')
    }
    await cut(url)
    expect((await store.load(willow))?.version).toBe(6)
  })

  test('in the middle of changes loses none and doubles none', async () => {
    const url = await freshDatabase()
    const store = await replica(url)
    const cuts: Promise<void>[] = []

    const writers = Array.from({ length: 8 }, async (_, w) => {
      for (let version = 1; version <= 25; version++) {
        const tasks = [
          task(`t-${w}-${version}`, message(`notice:${version}`, `R${w}`), numbered(w)),
        ]
        const next = change({ version, events: [{ type: 'noted', w, version }], tasks })
        const saving = store.save(numbered(w), version - 1, next)
        if (version % 5 === w % 5) cuts.push(cut(url))
        expect(await saving).toBe('saved')
        const claim = (await store.claim(FRIDAY, 1))[0]
        if (claim) await store.settle(claim, ended(tried(claim.task, done(`ref-${claim.task.id}`))))
      }
    })
    await Promise.all(writers)
    await Promise.all(cuts)

    for (let w = 0; w < writers.length; w++) {
      expect((await store.load(numbered(w)))?.version).toBe(25)
      expect(await store.history(numbered(w))).toHaveLength(25)
      const ids = (await store.outbox(numbered(w))).map(({ id }) => id)
      expect(new Set(ids).size).toBe(25)
      expect(ids).toHaveLength(25)
    }
  }, 60_000)
})
