import { describe, expect, test } from 'vitest'
import { pendingRequests } from '../../../../adapters/stores/catalogue/requests.ts'
import { rowShelf } from '../../../../adapters/stores/lowdb/shelf.ts'
import { type Row, withOutcome } from '../../../../adapters/stores/row.ts'
import {
  change,
  done,
  request,
  root,
  rowan,
  tried,
  willow,
} from '../../../contract/store/fixtures.ts'

function row(version: number): Row {
  const { saved, index, entries } = change({ version })
  const rest = { waiting: [], settled: [], dead: [], requests: [], shown: [] }
  return { id: willow, saved, index, entries, ...rest }
}

describe('a row that is read while it is being written', () => {
  test('is the newer one for everybody who asks afterwards', async () => {
    let onDisk = row(1)
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const shelf = rowShelf(
      {
        async read() {
          const found = onDisk
          await gate
          return { row: found, size: 1 }
        },
        async write(next) {
          onDisk = next
          return 1
        },
      },
      {
        journal: { append: async () => {} },
        segments: { rolled: async (one) => one, entries: async ({ entries }) => entries },
        positions: { next: () => 1, isTried: () => false },
        has: () => true,
        found: [],
      },
    )

    const slow = shelf.read(willow)
    await shelf.write(row(2))
    letGo()

    expect((await slow)?.saved.version).toBe(2)
    expect((await shelf.read(willow))?.saved.version).toBe(2)
  })
})

describe('a task that was tried many times', () => {
  test('is remembered by its last try and by what the record was told, and comes out the same', async () => {
    const positions = { next: () => 1, isTried: () => false }
    const file = { ...row(1), waiting: [{ position: 1, task: root }] }
    const later = tried(root, { type: 'later', reason: 'Slack asks Muster to slow down.' })
    const tries = [
      { task: later, replies: [] },
      { task: { ...later, tries: 2 }, replies: [request('r-1')] },
      { task: { ...later, tries: 3 }, replies: [] },
      { task: { ...tried(root, done('ref-1')), tries: 4 }, replies: [] },
    ]
    const shelf = rowShelf(
      { read: async () => ({ row: file, size: 1 }), write: async () => 1 },
      {
        journal: { append: async () => {} },
        segments: { rolled: async (one) => one, entries: async ({ entries }) => entries },
        positions,
        has: () => true,
        found: tries,
      },
    )

    const all = tries.reduce<Row>((one, next) => withOutcome(one, next, positions), file)
    expect(await shelf.read(willow)).toEqual(all)
    expect(all.settled.map(({ tries: count }) => count)).toEqual([4])
    expect(all.requests.map(({ request: { key } }) => key)).toEqual(['r-1'])
  })
})

describe('a follow-up that is read from the journal again', () => {
  test('is crossed off by its key, whatever its position is then', () => {
    const asked = pendingRequests()
    const one = { ...request('r-1'), key: 'r-1' }
    asked.replace(rowan, [], [{ position: 7, request: one }])

    asked.replace(rowan, [{ position: 9, request: one }], [])

    expect(asked.oldest(10, () => true)).toEqual([])
    expect(asked.keeperOf('r-1')).toBeUndefined()
  })
})
