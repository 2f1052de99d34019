import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  change,
  due,
  FRIDAY,
  request,
  requested,
  willow,
} from '../../../contract/store/fixtures.ts'
import { filesIn, freshFolder, opened, pathOf, settingPathOf } from './fixtures.ts'

/** What was asked of the disk, and the one step that it refuses. The disk itself is the real one. */
const disk = vi.hoisted(() => ({ steps: [] as string[], refuse: '' }))

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const step = (what: string, path: string) => {
    const name = `${what} ${path.split('/').slice(-1)}`
    disk.steps.push(name)
    if (name === disk.refuse) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' })
  }
  return {
    ...real,
    open: async (path: string, ...rest: [string, number?]) => {
      const handle = await real.open(path, ...rest)
      const { sync, writeFile } = handle
      handle.sync = async () => {
        step('flush', path)
        await sync.call(handle)
      }
      handle.writeFile = async (text) => {
        step('write', path)
        await writeFile.call(handle, text)
      }
      return handle
    },
    rename: async (from: string, to: string) => {
      step('rename', to)
      await real.rename(from, to)
    },
  }
})

const file = `${willow}.json`
const temporary = `${file}.tmp`

/** A store with one record, and what it now asks of the disk. */
async function oneRecord() {
  const folder = await freshFolder()
  const store = await opened(folder)
  const requests = Array.from({ length: 20 }, (_, n) => request(`r-${n}`))
  await store.save(willow, 0, change({ requests }))
  disk.steps.length = 0
  return { folder, store, shard: basename(dirname(pathOf(folder, willow))) }
}

describe('a change', () => {
  beforeEach(() => {
    disk.refuse = ''
    disk.steps.length = 0
  })

  test('is on the disk before it counts: written, flushed, renamed, folder flushed', async () => {
    const { store, shard } = await oneRecord()

    await store.save(willow, 1, change({ version: 2 }))

    expect(disk.steps).toEqual([
      `write ${temporary}`,
      `flush ${temporary}`,
      `rename ${file}`,
      `flush ${shard}`,
    ])
  })

  test('a setting is as durable as a record', async () => {
    const { folder, store } = await oneRecord()

    await store.keepSetting('offset', 1)

    const setting = basename(settingPathOf(folder, 'offset'))
    expect(disk.steps).toEqual([
      `write ${setting}.tmp`,
      `flush ${setting}.tmp`,
      `rename ${setting}`,
      'flush settings',
    ])
  })

  test('a new folder is flushed in its parent before its first record counts', async () => {
    const folder = await freshFolder()
    const store = await opened(folder)
    disk.steps.length = 0

    await store.save(willow, 0, change())

    expect(disk.steps[0]).toBe('flush records')
  })

  test.each([`write ${temporary}`, `flush ${temporary}`, `rename ${file}`])(
    'that fails at "%s" changes nothing and leaves nothing',
    async (refuse) => {
      const { folder, store } = await oneRecord()
      disk.refuse = refuse

      await expect(store.save(willow, 1, change({ version: 2 }))).rejects.toThrow(
        `${willow} was not saved: EIO`,
      )

      disk.refuse = ''
      expect((await store.load(willow))?.version).toBe(1)
      expect((await filesIn(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
      expect(await store.save(willow, 1, change({ version: 2 }))).toBe('saved')
    },
  )

  test('that the disk did not confirm is an error, and memory follows the file', async () => {
    const { store, shard } = await oneRecord()
    disk.refuse = `flush ${shard}`

    const next = change({ version: 2, index: { wakeAt: FRIDAY } })
    await expect(store.save(willow, 1, next)).rejects.toThrow('did not confirm')

    disk.refuse = ''
    expect((await store.load(willow))?.version).toBe(2)
    expect(await due(store, 'live', FRIDAY, 10)).toEqual([willow])
    expect(await store.save(willow, 1, change({ version: 2 }))).toBe('conflict')
  })

  test('shares its write with others of the record that come while one is under way', async () => {
    const { folder, store } = await oneRecord()

    await Promise.all(Array.from({ length: 20 }, (_, n) => store.answered(`r-${n}`)))

    const writes = disk.steps.filter((step) => step === `rename ${file}`)
    expect(writes.length).toBeLessThanOrEqual(2)
    expect(await requested(store, 100)).toEqual([])
    expect(await readdir(join(folder, 'records'))).toHaveLength(1)
  })
})
