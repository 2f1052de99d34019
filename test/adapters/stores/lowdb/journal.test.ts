import { appendFile, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLowdb } from '../../../../adapters/stores/lowdb/index.ts'
import { chain } from '../../../../src/app/history.ts'
import {
  change,
  claimed,
  done,
  ended,
  FRIDAY,
  LATER,
  never,
  request,
  requested,
  roll,
  root,
  rowan,
  settle,
  tried,
  unclear,
  willow,
} from '../../../contract/store/fixtures.ts'
import { child, freshFolder, opened, pathOf, put } from './fixtures.ts'

/** A folder as a process left it that was killed after `doing`. */
async function killedAfter(script: string): Promise<string> {
  const folder = await freshFolder()
  await child('left.ts', folder, script).ended()
  return folder
}

async function knownIn(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'known'))
  const texts = names.map((name) => readFile(join(folder, 'known', name), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}

describe('the journal of what is sent', () => {
  test('an outcome is there after a kill, though the record’s file was not written again', async () => {
    const folder = await killedAfter('settled')

    expect(await readFile(pathOf(folder, willow), 'utf8')).not.toContain('ref-1')
    const store = await opened(folder)
    expect(store.complaints).toEqual([])
    expect(await store.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
    expect(await store.shownAt('web/room/R', 'ref-1')).toMatchObject({ record: willow })
    expect(await store.outbox(willow)).toEqual([tried(root, done('ref-1')), roll])
    expect(await requested(store)).toEqual([request('r-1')])
    expect(await claimed(store, 't-roll')).toMatchObject({ doubtful: false })
  })

  test('what was being sent when the process was killed is to be looked up first', async () => {
    const folder = await killedAfter('claimed')

    const once = await openLowdb(folder)
    await once.close()
    const store = await opened(folder)

    expect(await claimed(store, 't-root')).toMatchObject({ task: root, doubtful: true })
  })

  test('a line that was cut off by a power cut is left out, and nothing else', async () => {
    const folder = await killedAfter('settled')
    await appendFile(join(folder, 'outbox-1.log'), '{"settled":{"task":{"id":"t-')

    const store = await opened(folder)

    expect(store.complaints).toEqual([])
    expect(await store.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
  })

  test('a journal that was torn in the middle is put aside with a sentence, and its good lines count', async () => {
    const folder = await killedAfter('settled')
    await appendFile(join(folder, 'outbox-1.log'), '\0\0\0\n{"claimed":[]}\n')

    const store = await opened(folder)

    expect(store.complaints).toEqual([expect.stringContaining('outbox-1.log cannot be read: line')])
    expect(await readdir(folder)).toContain('outbox-1.log.bad-1')
    expect(await store.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
  })

  test('a journal of a newer format refuses to start', async () => {
    const folder = await killedAfter('settled')
    await put(join(folder, 'outbox-1.log'), '{"format":2}\n')

    await expect(openLowdb(folder)).rejects.toThrow('was written by a newer Muster (format 2)')
  })

  test('is gone after a stop in good order', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change({ tasks: [root] }))
    await settle(store, tried(root, done('ref-1')))
    await store.close()

    const left = ['erasing', 'history', 'known', 'records', 'settings']
    expect((await readdir(folder)).sort()).toEqual(left)
    expect(await readFile(pathOf(folder, willow), 'utf8')).toContain('ref-1')
  })

  test('an old outcome does not end a task that was taken up again under the same name', async () => {
    const folder = await killedAfter('revived')

    const store = await opened(folder)

    expect(await store.dead(10)).toEqual([])
    expect(await store.outbox(willow)).toEqual([{ ...root, addedAt: LATER }])
  })

  test('many tries of one task end as the last one did', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change({ tasks: [root] }))
    let last = root
    for (const outcome of [unclear, unclear, never]) {
      last = tried(last, outcome)
      await store.settle(await claimed(store, 't-root'), ended(last))
    }
    await store.close()

    expect(await (await opened(folder)).dead(10)).toEqual([last])
  })
})

describe('the history of a long record', () => {
  test('leaves its file, and is whole when it is asked for, also after a restart', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    const events = Array.from({ length: 300 }, (_, n) => ({ type: 'noted', text: `Note ${n}.` }))
    const whole = change({ events })
    await store.save(willow, 0, whole)
    const next = chain(whole.saved.head, [{ type: 'noted', text: 'The last.' }])
    const { saved } = change({ version: 2 })
    await store.save(willow, 1, {
      ...change({ version: 2 }),
      saved: { ...saved, head: next.head },
      entries: next.entries,
    })
    const expected = [...whole.entries, ...next.entries]
    expect(await store.history(willow)).toEqual(expected)
    await store.close()

    const text = await readFile(pathOf(folder, willow), 'utf8')
    expect(text).toContain('The last.')
    expect(text).not.toContain('Note 0.')
    expect(await (await opened(folder)).history(willow)).toEqual(expected)
  })
})

describe('what is known from the last run', () => {
  test('is not believed of a file that was changed since', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change({ index: { wakeAt: FRIDAY } }))
    await store.close()
    const text = await readFile(pathOf(folder, willow), 'utf8')
    await put(pathOf(folder, willow), text.replace('"version":1', '"version":7'))

    const again = await opened(folder)

    expect((await again.load(willow))?.version).toBe(7)
    expect(await again.due('live', FRIDAY, 10)).toEqual([willow])
  })

  test('is not believed of a file that was overwritten in place and had its time set back', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change({ index: { wakeAt: FRIDAY } }))
    await store.close()
    const path = pathOf(folder, willow)
    const { size, atime, mtime } = await stat(path)
    await writeFile(path, '\0'.repeat(size))
    await utimes(path, atime, mtime)

    const again = await opened(folder)

    expect(again.complaints).toEqual([expect.stringContaining('torn')])
    expect(await again.due('live', FRIDAY, 10)).toEqual([])
  })

  test('forgets a record whose file was taken away, and no other', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    for (const id of [willow, rowan]) await store.save(id, 0, change({ index: { wakeAt: FRIDAY } }))
    await store.close()
    expect(await knownIn(folder)).toContain(rowan)
    await rm(pathOf(folder, rowan))

    await (await openLowdb(folder)).close()

    expect(await knownIn(folder)).toContain(willow)
    expect(await knownIn(folder)).not.toContain(rowan)
    const again = await opened(folder)
    expect(await again.load(rowan)).toBeUndefined()
    expect(await again.due('live', FRIDAY, 10)).toEqual([willow])
  })

  test('that is torn is read anew from the records', async () => {
    const folder = await freshFolder()
    const store = await openLowdb(folder)
    await store.save(willow, 0, change({ index: { wakeAt: FRIDAY } }))
    await store.close()
    for (const name of await readdir(join(folder, 'known')))
      await put(
        join(folder, 'known', name),
        (await readFile(join(folder, 'known', name), 'utf8')).slice(0, -9),
      )

    const again = await opened(folder)

    expect(again.complaints).toEqual([])
    expect(await again.due('live', FRIDAY, 10)).toEqual([willow])
  })
})
