import { symlink } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import { lock } from '../../../../adapters/stores/lowdb/lock.ts'
import { child, freshFolder, opened } from './fixtures.ts'

describe('a folder is held by one process', () => {
  test('a second one is refused with a sentence, until the first has ended, even by kill -9', {
    timeout: 20_000,
  }, async () => {
    const folder = await freshFolder()
    const writer = child('writer.ts', folder)
    await writer.firstLine()

    await expect(openLowdb(folder)).rejects.toThrow(
      `Another Muster is using the folder ${folder}. Stop it first, or name another folder in MUSTER_DATA.`,
    )

    await writer.kill()
    const store = await opened(folder)
    expect((await store.list({ facets: {} })).length).toBeGreaterThan(0)
  })

  test('another name of the folder is no way round', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await symlink(folder, `${folder}/alias`)

    await expect(openLowdb(`${folder}/alias`)).rejects.toThrow('Another Muster')

    await store.close()
  })

  test('of several that start at the same moment one gets it', async () => {
    const folder = await freshFolder()

    const starts = await Promise.allSettled([1, 2, 3].map(() => openLowdb(folder)))

    const running = starts.filter((start) => start.status === 'fulfilled')
    expect(running).toHaveLength(1)
    for (const { value } of running) await value.close()
  })

  test('without abstract sockets: held, given back, and free after kill -9', {
    timeout: 20_000,
  }, async () => {
    const folder = await freshFolder()
    const holder = child('lock-holder.ts', folder)
    await holder.firstLine()
    await expect(lock(folder, 'darwin')).rejects.toThrow('Another Muster')

    await holder.kill()
    const unlock = await lock(folder, 'darwin')
    await expect(lock(folder, 'darwin')).rejects.toThrow('Another Muster')
    await unlock()

    const again = await lock(folder, 'darwin')
    await again()
  })
})
