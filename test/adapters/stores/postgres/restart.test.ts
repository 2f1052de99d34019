import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openPostgres } from '../../../../adapters/stores/postgres/index.ts'
import { change, message, numbered, task } from '../../../contract/store/fixtures.ts'
import { newServer, type Server } from './server.ts'

/** One that writes to the disk before it answers, as those that people use do. */
let server: Server

beforeAll(async () => {
  server = await newServer()
}, 60_000)

afterAll(() => server.remove())

test('a server that is stopped and started again has lost nothing that was acknowledged', async () => {
  const store = await openPostgres(server.url('postgres'))
  const acknowledged = new Map<number, number>()
  const refused: unknown[] = []
  let over = false

  const writers = Array.from({ length: 8 }, async (_, w) => {
    for (let version = 1; !over; ) {
      const tasks = [task(`t-${w}-${version}`, message(`notice:${version}`, `R${w}`), numbered(w))]
      const next = change({ version, events: [{ type: 'noted', version }], tasks })
      try {
        expect(await store.save(numbered(w), version - 1, next)).toBe('saved')
        acknowledged.set(w, version)
        version += 1
      } catch (error) {
        // An error means that nothing was changed: the same is tried again.
        refused.push(error)
      }
    }
  })
  const total = () => [...acknowledged.values()].reduce((sum, version) => sum + version, 0)
  const goesOn = async () => {
    const before = total()
    await vi.waitFor(() => expect(total()).toBeGreaterThan(before + 100), { timeout: 20_000 })
  }
  await goesOn()
  for (let n = 0; n < 2; n++) {
    await server.stop()
    await expect(store.load(numbered(0))).rejects.toThrow('cannot be reached')
    await server.start()
    await goesOn()
  }
  over = true
  await Promise.all(writers)

  expect(refused.length).toBeGreaterThan(0)
  for (const [w, version] of acknowledged) {
    expect((await store.load(numbered(w)))?.version).toBe(version)
    expect(await store.history(numbered(w))).toHaveLength(version)
    expect(await store.outbox(numbered(w))).toHaveLength(version)
  }
  await store.close()
}, 120_000)
