import { readdir, readFile, truncate } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type FileFormat,
  parseFile,
  textOf,
} from '../../../../adapters/stores/lowdb/file-format.ts'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import {
  change,
  heads,
  numbered,
  requested,
  rowan,
  willow,
} from '../../../contract/store/fixtures.ts'
import { filesIn, freshFolder, opened, pathOf, put, settingPathOf } from './fixtures.ts'

/** A folder with two records, closed again. */
async function twoRecords() {
  const folder = await freshFolder()
  const store = await openLowdb(folder)
  await store.save(willow, 0, change())
  await store.save(rowan, 0, change())
  await store.close()
  return { folder, willowText: await readFile(pathOf(folder, willow), 'utf8') }
}

describe('a file that is not a record is put aside with a complaint, and the others load', () => {
  test.each<[what: string, broken: (whole: string) => string, why: string]>([
    ['torn', (whole) => whole.slice(0, whole.length / 2), 'it is torn'],
    ['empty', () => '', 'it is empty'],
    ['blank', () => ' \n', 'it is empty'],
    ['null', () => 'null', 'not written by Muster'],
    ['zero', () => '0', 'not written by Muster'],
    ['of another program', () => '{"users":[]}', 'not written by Muster'],
    ['of an older format that nobody knows', () => '{"format":0,"content":{}}', 'format 0'],
    ['without its version', (whole) => whole.replace('"version":1', '"version":"1"'), 'saved.'],
    ['that of another record', (whole) => whole.replace(willow, numbered(5)), numbered(5)],
  ])('%s', async (_what, broken, why) => {
    const { folder, willowText } = await twoRecords()
    const path = pathOf(folder, willow)
    await put(path, broken(willowText))

    const store = await opened(folder)

    expect(store.complaints).toHaveLength(1)
    expect(store.complaints[0]).toContain(path)
    expect(store.complaints[0]).toContain(why)
    expect(store.complaints[0]).toContain(`It is now called ${basename(path)}.bad-1`)
    expect(await readFile(`${path}.bad-1`, 'utf8')).toBe(broken(willowText))
    expect(await store.load(willow)).toBeUndefined()
    expect((await store.load(rowan))?.version).toBe(1)
  })

  test('each has a name of its own, and the next start still mentions them', async () => {
    const { folder } = await twoRecords()
    const path = pathOf(folder, willow)
    await put(`${path}.bad-1`, 'the first')
    await put(path, 'the second')

    await (await openLowdb(folder)).close()
    const store = await opened(folder)

    expect(await readFile(`${path}.bad-1`, 'utf8')).toBe('the first')
    expect(await readFile(`${path}.bad-2`, 'utf8')).toBe('the second')
    expect(store.complaints).toEqual([
      expect.stringContaining(`${path}.bad-1 was put aside earlier`),
      expect.stringContaining(`${path}.bad-2 was put aside earlier`),
    ])
  })

  test('a record can be saved anew under the name that is free', async () => {
    const { folder } = await twoRecords()
    await put(pathOf(folder, willow), '')
    const store = await opened(folder)

    expect(await store.save(willow, 0, change({ record: 'new' }))).toBe('saved')
    expect((await store.load(willow))?.record).toBe('new')
  })

  test('settings that are torn are put aside too', async () => {
    const { folder } = await twoRecords()
    await put(join(folder, 'settings.json'), '{"format":1,"con')
    const path = settingPathOf(folder, 'offset')
    await put(path, '{"format":1,"con')
    const store = await opened(folder)

    expect(store.complaints).toEqual([
      expect.stringContaining(`${basename(path)}.bad-1`),
      expect.stringContaining('settings.json.bad-1'),
    ])
    expect((await store.load(rowan))?.version).toBe(1)
    await store.keepSetting('offset', 1)
    expect(await store.setting('offset')).toBe(1)
  })
})

describe('a file of a newer format', () => {
  test.each([
    ['of a record', (folder: string) => pathOf(folder, willow)],
    ['of a setting', (folder: string) => settingPathOf(folder, 'offset')],
  ])('%s refuses to start, changes nothing and gives the folder back', async (_what, pathIn) => {
    const { folder, willowText } = await twoRecords()
    const path = pathIn(folder)
    await put(path, '{"format":3,"content":{"new":"words"}}')

    await expect(openLowdb(folder)).rejects.toThrow(
      `${path} was written by a newer Muster (format 3). Start that version again, or restore a backup from before it.`,
    )

    expect(await readFile(path, 'utf8')).toBe('{"format":3,"content":{"new":"words"}}')
    await put(
      path,
      path.includes('/settings/') ? '{"format":1,"content":["offset",1]}' : willowText,
    )
    expect((await opened(folder)).complaints).toEqual([])
  })
})

describe('a file of an older format', () => {
  const format: FileFormat<{ readonly names: readonly string[] }> = {
    number: 3,
    upcasts: {
      1: (content) => ({ name: content }),
      2: (content) => ({ names: [z.object({ name: z.string() }).parse(content).name] }),
    },
    content: z.object({ names: z.array(z.string()) }),
  }

  test.each([
    ['the first', '{"format":1,"content":"Ada"}'],
    ['the one before', '{"format":2,"content":{"name":"Ada"}}'],
    ['today’s', textOf(format, { names: ['Ada'] })],
  ])('%s is brought up to today’s when it is read', (_what, text) => {
    expect(parseFile(format, text)).toEqual({ type: 'whole', content: { names: ['Ada'] } })
  })

  test('a record as the first release wrote it is still read', async () => {
    const folder = await freshFolder()
    await put(pathOf(folder, willow), FIRST_RELEASE)
    const store = await opened(folder)

    expect(store.complaints).toEqual([])
    expect((await store.load(willow))?.record).toEqual({ any: 'thing' })
    expect(await store.shownAt('web/room/R', 'ref-1')).toMatchObject({ record: willow })
    expect(await heads(store, '2027-03-27T00:00:00Z', 1)).toMatchObject([{ id: 't-2', tries: 1 }])
    expect(await requested(store, 1)).toMatchObject([{ key: 'r-1' }])
  })
})

describe('the one file of settings of the first releases', () => {
  test('becomes a file for each, and what was changed since is not undone', async () => {
    const folder = await freshFolder()
    await put(join(folder, 'settings.json'), '{"format":1,"content":[["a",1],["b",{"c":2}]]}')
    const store = await openLowdb(folder)
    await store.keepSetting('a', 3)
    await store.close()
    // As if the power had gone before the one file was removed.
    await put(join(folder, 'settings.json'), '{"format":1,"content":[["a",1],["b",{"c":2}]]}')

    const again = await opened(folder)

    expect(again.complaints).toEqual([])
    expect([await again.setting('a'), await again.setting('b')]).toEqual([3, { c: 2 }])
    expect(await readdir(folder)).not.toContain('settings.json')
  })
})

describe('the sweep at the start', () => {
  test('removes temporary files and leaves what is not ours alone', async () => {
    const { folder, willowText } = await twoRecords()
    await put(`${pathOf(folder, willow)}.tmp`, willowText.slice(0, 10))
    await put(`${settingPathOf(folder, 'offset')}.tmp`, '')
    await put(join(folder, 'notes.txt'), 'mine')
    await truncate(`${pathOf(folder, willow)}.tmp`, 0)

    const store = await opened(folder)

    expect(store.complaints).toEqual([])
    const left = [...(await filesIn(join(folder, 'records'))), ...(await readdir(folder))].sort()
    expect(left).toEqual([
      `${rowan}.json`,
      `${willow}.json`,
      'erasing',
      'history',
      'known',
      'notes.txt',
      'records',
      'settings',
    ])
  })
})

const FIRST_RELEASE = `{"format":1,"content":{"id":"${willow}","saved":{"schema":1,"version":2,"opener":"k-1","record":{"any":"thing"},
"keys":[{"key":"k-1","at":"2027-03-26T20:20:00Z","version":1}],"head":{"seq":0,"hash":""}},
"index":{"timeline":"live","wakeAt":null,"dueAt":null,"facets":{"kind":["case"]}},"entries":[],
"waiting":[{"position":7,"task":{"id":"t-2","record":"${willow}","queue":"web/room/R",
"effect":{"type":"message","place":{"channel":"web","to":{"type":"room","room":"R"}},"slot":"roll","urgent":false},
"tries":1,"addedAt":"2027-03-26T20:20:00Z","last":{"type":"later","reason":"busy"},"retryAt":"2027-03-26T20:30:00Z"}}],
"settled":[],"requests":[{"position":8,"request":{"key":"r-1","intent":{"kind":"case","type":"wake"}}}],
"shown":[{"place":"web/room/R","slot":"root","ref":"ref-1"}]}}`
