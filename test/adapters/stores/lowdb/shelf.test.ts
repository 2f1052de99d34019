import { describe, expect, test } from 'vitest'
import { pendingRequests } from '../../../../adapters/stores/catalogue/requests.ts'
import { rowShelf } from '../../../../adapters/stores/lowdb/shelf.ts'
import type { Row } from '../../../../adapters/stores/row.ts'
import { change, request, rowan, willow } from '../../../contract/store/fixtures.ts'

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
        segments: { rolled: async (one) => one },
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
