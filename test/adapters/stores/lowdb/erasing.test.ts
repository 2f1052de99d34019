import { appendFile, cp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import { chain, holds, NO_HISTORY } from '../../../../src/app/history.ts'
import type { Change, Store } from '../../../../src/app/ports.ts'
import {
  change,
  done,
  message,
  settle,
  task,
  tried,
  willow,
} from '../../../contract/store/fixtures.ts'
import { freshFolder, pathOf, put } from './fixtures.ts'

const WORDS = 'zebra-words'
const LONG = 200

/** A record with older history in files of its own, and a journal that tells of it. */
async function filled(store: Store) {
  let head = NO_HISTORY
  for (let version = 1; version <= LONG; version++) {
    const next = chain(head, [{ type: 'noted', text: `${WORDS} ${version}` }])
    const tasks = version === LONG ? [task('t-1', message('root'))] : []
    const one = change({ version, record: { text: WORDS }, tasks })
    const { entries } = next
    await store.save(willow, version - 1, {
      ...one,
      entries,
      saved: { ...one.saved, head: next.head },
    })
    head = next.head
  }
  await settle(store, tried(task('t-1', message('root')), done(`ref-${WORDS}`)))
  const { entries, head: last } = chain(head, [{ type: 'removed' }])
  const one = change({ version: LONG + 1, record: { removed: true } })
  const all = Array.from({ length: LONG }, (_, n) => n + 1)
  const erasure = { entries: all, traces: true }
  const removal: Change = { ...one, saved: { ...one.saved, head: last }, entries, erasure }
  return removal
}

/** The files in which the words still stand. */
async function filesWith(folder: string, words = WORDS): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if (!(await stat(path)).isFile()) continue
    if ((await readFile(path, 'utf8')).includes(words)) found.push(name)
  }
  return found.sort()
}

describe('after a removal no file holds the words', () => {
  test('while the store is open, and after it was closed', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    const removal = await filled(store)
    await put(`${pathOf(folder, willow)}.bad-1`, WORDS)
    expect((await filesWith(folder)).length).toBeGreaterThan(3)

    await store.save(willow, LONG, removal)

    expect(await filesWith(folder)).toEqual([])
    await store.close()
    expect(await filesWith(folder)).toEqual([])
    expect(await readdir(join(folder, 'erasing'))).toEqual([])
  })

  test('also what an earlier run kept for a quick start', async () => {
    const folder = await freshFolder()
    const first = await openLowdb(folder)
    const removal = await filled(first)
    await first.close()
    expect((await filesWith(folder)).some((name) => name.startsWith('known'))).toBe(true)

    const store = await openLowdb(folder)
    await store.save(willow, LONG, removal)
    expect(await filesWith(folder)).toEqual([])
    await store.close()
  })
})

describe('a removal that was interrupted', () => {
  /** A folder as it was before, and as it is after the record’s own file was replaced and nothing else was done. */
  async function interrupted(isReplaced: boolean) {
    const [before, after, folder] = [await freshFolder(), await freshFolder(), await freshFolder()]
    const store = await openLowdb(before)
    const removal = await filled(store)
    await store.close()
    await cp(before, after, { recursive: true })
    const gone = await openLowdb(after)
    await gone.save(willow, LONG, removal)
    await gone.close()
    await cp(before, folder, { recursive: true })
    await put(join(folder, 'erasing', `${willow}.json`), JSON.stringify({ version: LONG + 1 }))
    if (isReplaced) await writeFile(pathOf(folder, willow), await readFile(pathOf(after, willow)))
    return { folder, before }
  }

  test('after the record’s own file was replaced is finished at the next start', async () => {
    const { folder } = await interrupted(true)
    expect((await filesWith(folder)).length).toBeGreaterThan(0)

    const store = await openLowdb(folder)
    expect(await filesWith(folder)).toEqual([])
    const row = await store.row(willow)
    expect(row?.entries).toHaveLength(LONG + 1)
    expect(row?.entries.every(holds)).toBe(true)
    await store.close()
    expect(await filesWith(folder)).toEqual([])
    expect(await readdir(join(folder, 'erasing'))).toEqual([])
  })

  test('before that leaves all as it was', async () => {
    const { folder, before } = await interrupted(false)

    const [store, untouched] = [await openLowdb(folder), await openLowdb(before)]
    expect(await store.row(willow)).toEqual(await untouched.row(willow))
    expect(await readdir(join(folder, 'erasing'))).toEqual([])
    await store.close()
    await untouched.close()
  })

  test('and whose journal still tells of the record loses that too', async () => {
    const { folder } = await interrupted(true)
    const claimed = JSON.stringify({ claimed: [WORDS] })
    await put(join(folder, 'outbox-7.log'), '{"format":1}\n')
    await appendFile(join(folder, 'outbox-7.log'), `${claimed}\n`)

    const store = await openLowdb(folder)
    await store.close()
    // A claim without an outcome is nobody’s words: it stays until it is known what became of it.
    expect((await filesWith(folder)).filter((name) => !name.endsWith('.log'))).toEqual([])
  })
})
