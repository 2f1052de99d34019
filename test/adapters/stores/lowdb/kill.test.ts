import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import { RecordId } from '../../../../src/core/record-id.ts'
import { child, filesIn, freshFolder } from './fixtures.ts'

describe('kill -9 at a random moment', () => {
  test('loses nothing that was acknowledged and tears nothing', { timeout: 60_000 }, async () => {
    const folders = await Promise.all([1, 2, 3, 4].map(freshFolder))

    await Promise.all(folders.map(killFiveTimes))
  })
})

/** Every round goes on from what the last one left. */
async function killFiveTimes(folder: string): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const writer = child('writer.ts', folder)
    await writer.firstLine()
    // How long it runs is left to chance on purpose; nothing waits for this.
    await setTimeout(Math.random() * 150)
    await writer.kill()

    await checkAgainst(folder, writer.lines())
  }
}

async function checkAgainst(folder: string, acknowledged: readonly string[]): Promise<void> {
  const store = await openLowdb(folder)
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(store.complaints).toEqual([])
  for (const line of acknowledged) {
    const [what, name, number] = line.split(' ')
    const [id, version] = [RecordId.parse(name), Number(number)]
    const saved = await store.load(id)
    expect(saved?.version).toBeGreaterThanOrEqual(version)
    expect(saved?.record).toMatchObject({ version: saved?.version })
    expect(await store.history(id)).toHaveLength(saved?.version ?? 0)
    if (what === 'settled')
      expect(await store.shown(id, `web/room/${id}`, `notice:${version}`)).toBeDefined()
  }
  await store.close()
  expect((await filesIn(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
}
