import { mkdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  change,
  due,
  FRIDAY,
  request,
  requested,
  willow,
} from '../../../contract/store/fixtures.ts'
import { child, filesIn, freshFolder, opened, pathOf, settingPathOf } from './fixtures.ts'

const next = change({ version: 2, index: { wakeAt: FRIDAY }, requests: [request('r-1')] })

describe('a disk that does not take a change', () => {
  test('full: the caller is told, memory and disk agree, and it goes on when there is room', async () => {
    const folder = await freshFolder()
    const store = await opened(folder)
    await store.save(willow, 0, change())
    const before = await readFile(pathOf(folder, willow), 'utf8')
    // The device that is always full stands where the temporary file would be.
    await symlink('/dev/full', `${pathOf(folder, willow)}.tmp`)

    await expect(store.save(willow, 1, next)).rejects.toThrow(/was not saved: ENOSPC/)

    expect((await store.load(willow))?.version).toBe(1)
    expect(await due(store, 'live', FRIDAY, 10)).toEqual([])
    expect(await requested(store, 10)).toEqual([])
    expect(await readFile(pathOf(folder, willow), 'utf8')).toBe(before)
    expect((await filesIn(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])

    expect(await store.save(willow, 1, next)).toBe('saved')
    expect(await due(store, 'live', FRIDAY, 10)).toEqual([willow])
  })

  test('full: everybody who shared the write is told', async () => {
    const folder = await freshFolder()
    const store = await opened(folder)
    await store.save(willow, 0, change({ requests: [request('r-1'), request('r-2')] }))
    await mkdir(`${pathOf(folder, willow)}.tmp`)

    const answers = await Promise.allSettled([
      store.answered('r-1'),
      store.answered('r-2'),
      store.save(willow, 1, next),
    ])

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await requested(store, 10)).toHaveLength(2)
    await rm(`${pathOf(folder, willow)}.tmp`, { recursive: true })
  })

  test('full: a setting keeps its old value, and the next one is taken', async () => {
    const folder = await freshFolder()
    const store = await opened(folder)
    await store.keepSetting('offset', 1)
    await symlink('/dev/full', `${settingPathOf(folder, 'offset')}.tmp`)

    await expect(store.keepSetting('offset', 2)).rejects.toThrow('ENOSPC')
    expect(await store.setting('offset')).toBe(1)

    await store.keepSetting('offset', 3)
    expect(await store.setting('offset')).toBe(3)
  })

  test('no rights: the same', { timeout: 20_000 }, async () => {
    const folder = await freshFolder()
    const process = child('no-rights.ts', folder, pathOf(folder, willow))
    await process.ended()

    const [line = ''] = process.lines()
    expect(JSON.parse(line)).toEqual({
      without: expect.stringMatching(/was not saved: EACCES/),
      meanwhile: [1, []],
      again: 'saved',
    })
  })

  test('only the owner can read what is kept', async () => {
    const folder = join(await freshFolder(), 'new')
    const store = await opened(folder)
    await store.save(willow, 0, change())
    await store.keepSetting('a', 1)
    const modeOf = async (path: string) => (await stat(path)).mode & 0o777

    expect(await modeOf(folder)).toBe(0o700)
    expect(await modeOf(dirname(pathOf(folder, willow)))).toBe(0o700)
    expect(await modeOf(pathOf(folder, willow))).toBe(0o600)
    expect(await modeOf(settingPathOf(folder, 'a'))).toBe(0o600)
  })
})

describe('close', () => {
  test('waits for what is being written, leaves no temporary file and takes nothing more', async () => {
    const folder = await freshFolder()
    const store = await opened(folder)
    const saving = store.save(willow, 0, change())
    const keeping = store.keepSetting('a', 1)

    await store.close()

    expect(await filesIn(folder)).toEqual(
      expect.arrayContaining([basename(settingPathOf(folder, 'a')), `${willow}.json`]),
    )
    expect((await filesIn(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
    expect(await saving).toBe('saved')
    await keeping
    await expect(store.save(willow, 1, next)).rejects.toThrow('closed')
  })
})
