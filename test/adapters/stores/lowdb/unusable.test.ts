import { chmod, mkdir, readFile, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import { change, rowan, willow } from '../../../contract/store/fixtures.ts'
import { child, freshFolder, opened, pathOf, put } from './fixtures.ts'

const CURE =
  'See to it that it is a folder which Muster may read and write, or name another in MUSTER_DATA.'

async function toldOf(folder: string): Promise<string> {
  const opener = child('opener.ts', folder)
  await opener.ended()
  return JSON.parse(opener.lines()[0] ?? '""')
}

describe('a folder that cannot keep records stops the start with one sentence:', () => {
  test.runIf(process.platform === 'linux')('where nothing can be made', async () => {
    await expect(openLowdb('/proc/x/y')).rejects.toThrow(
      /^The folder \/proc\/x\/y cannot be used to keep records \(ENOENT: .*mkdir '\/proc\/x'\)\. See/,
    )
  })

  test('one that is a file, or below a file', async () => {
    const path = join(await freshFolder(), 'data')
    await put(path, 'mine')

    await expect(openLowdb(path)).rejects.toThrow(
      `The folder ${path} cannot be used to keep records (EEXIST: file already exists, mkdir '${path}'). ${CURE}`,
    )
    await expect(openLowdb(join(path, 'below'))).rejects.toThrow(/\(ENOTDIR: .*\)\. See to it/)
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  test.each([
    ['may not be made', 0o555, 'new', 'mkdir'],
    ['may not be written', 0o555, '.', 'access'],
    ['may not be read', 0o311, '.', 'access'],
  ])('one that %s', { timeout: 20_000 }, async (_what, mode, name, step) => {
    const parent = await freshFolder()
    const folder = join(parent, name)
    await chmod(parent, mode)

    const told = await toldOf(folder)

    await chmod(parent, 0o700)
    expect(told).toContain(`The folder ${folder} cannot be used to keep records (EACCES: `)
    expect(told).toContain(`${step} '${folder}'). ${CURE}`)
  })

  test('a folder in the place of the settings', async () => {
    const folder = await freshFolder()
    await mkdir(join(folder, 'settings.json'))

    await expect(openLowdb(folder)).rejects.toThrow(
      `${join(folder, 'settings.json')} is a folder where a file should be. Move it elsewhere.`,
    )
  })
})

test('a folder is made with those above it, for its owner only; a link to one is as good', async () => {
  const parent = await freshFolder()
  const folder = join(parent, 'a', 'b', 'c')
  await (await openLowdb(folder)).close()
  await symlink(folder, join(parent, 'link'))

  await opened(join(parent, 'link'))

  for (const made of [folder, dirname(folder), dirname(dirname(folder))])
    expect((await stat(made)).mode & 0o777).toBe(0o700)
})

describe('what is no record’s file is named, is left alone and stops nothing:', () => {
  async function withRowan() {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(rowan, 0, change())
    await store.close()
    return folder
  }

  test.each(['.json', '.json.tmp'])('a folder whose name ends in %s', async (ending) => {
    const folder = await withRowan()
    const path = join(dirname(pathOf(folder, rowan)), `case-1${ending}`)
    await mkdir(join(path, 'inside'), { recursive: true })

    const store = await opened(folder)

    expect(store.complaints).toEqual([
      `${path} is not a file and was left alone. Move it elsewhere.`,
    ])
    expect((await stat(path)).isDirectory()).toBe(true)
    expect((await store.load(rowan))?.version).toBe(1)
  })

  test('a file in the place of a folder of records', async () => {
    const folder = await withRowan()
    await put(dirname(pathOf(folder, willow)), 'mine')

    const store = await opened(folder)

    expect(store.complaints).toEqual([
      `${dirname(pathOf(folder, willow))} is not a folder and was left alone. Move it elsewhere: some new records cannot be saved while it is there.`,
    ])
    expect((await store.load(rowan))?.version).toBe(1)
    await expect(store.save(willow, 0, change())).rejects.toThrow(`${willow} was not saved`)
  })

  test('a record’s file that leads in a circle is named, too', async () => {
    const folder = await withRowan()
    const path = join(dirname(pathOf(folder, rowan)), 'case-1.json')
    await symlink(path, path)

    expect((await opened(folder)).complaints).toEqual([expect.stringContaining(path)])
  })
})

describe('a record’s body', () => {
  test('of a newer schema refuses to start and changes nothing', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change())
    await store.close()
    const ours = await readFile(pathOf(folder, willow), 'utf8')
    const text = ours.replace('"schema":1', '"schema":99')
    await put(pathOf(folder, willow), text)

    await expect(openLowdb(folder)).rejects.toThrow(
      `${pathOf(folder, willow)} was written by a newer Muster (format 99). Start that version again, or restore a backup from before it.`,
    )
    expect(await readFile(pathOf(folder, willow), 'utf8')).toBe(text)
  })

  test('that fails the application’s check is named at the start, and stays where it is', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change({ record: 'even' }))
    await store.save(rowan, 0, change({ record: 'fine' }))
    await store.close()
    const ours = await readFile(pathOf(folder, willow), 'utf8')
    await put(pathOf(folder, willow), ours.replace('even', 'odd'))

    const again = await openLowdb(folder, {
      check: (id, { record }) => (record === 'odd' ? `${id} cannot be read.` : null),
    })

    expect(again.complaints).toEqual([`${pathOf(folder, willow)}: ${willow} cannot be read.`])
    expect((await again.load(willow))?.record).toBe('odd')
    await again.close()
  })
})
