import { describe, expect, test } from 'vitest'
import { rowCache } from '../../../../adapters/stores/lowdb/row-cache.ts'
import type { Row } from '../../../../adapters/stores/row.ts'
import { change, numbered } from '../../../contract/store/fixtures.ts'

function row(n: number): Row {
  const { saved, index, entries } = change()
  return {
    id: numbered(n),
    saved,
    index,
    entries,
    waiting: [],
    settled: [],
    dead: [],
    requests: [],
    shown: [],
  }
}

describe('the cache of rows', () => {
  test('forgets what was not used for longest when it holds too much', () => {
    const cache = rowCache(30)
    cache.set(row(1), 10)
    cache.set(row(2), 10)
    cache.set(row(3), 10)
    expect(cache.get(numbered(1))).toEqual(row(1))

    cache.set(row(4), 15)

    expect(cache.get(numbered(2))).toBeUndefined()
    expect(cache.get(numbered(3))).toBeUndefined()
    expect(cache.get(numbered(1))).toEqual(row(1))
    expect(cache.get(numbered(4))).toEqual(row(4))
  })

  test('counts a row that grew by its new size only', () => {
    const cache = rowCache(30)
    cache.set(row(1), 10)
    cache.set(row(1), 20)
    cache.set(row(2), 10)

    expect(cache.get(numbered(1))).toBeDefined()
    expect(cache.get(numbered(2))).toBeDefined()
  })

  test('does not hold a row that is larger than the whole', () => {
    const cache = rowCache(30)
    cache.set(row(1), 31)

    expect(cache.get(numbered(1))).toBeUndefined()
  })
})
