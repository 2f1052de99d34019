import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortedList } from '../../../../adapters/stores/catalogue/sorted-list.ts'

const byNumber = (one: number, other: number) => one - other

describe('a sorted list', () => {
  test('agrees with a plain sorted array, whatever is added and removed', () => {
    // Few numbers among many steps, so that most are added twice and many removals hit.
    const step = fc.record({ add: fc.boolean(), n: fc.integer({ min: 0, max: 60 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), fc.integer(), (steps, bound) => {
        const list = sortedList(byNumber)
        const plain = new Set<number>()
        for (const { add, n } of steps) {
          if (add) list.add(n)
          else list.remove(n)
          if (add) plain.add(n)
          else plain.delete(n)
        }
        const sorted = [...plain].sort(byNumber)

        expect([...list.from(() => true)]).toEqual(sorted)
        expect([...list.from((n) => n > bound % 60)]).toEqual(sorted.filter((n) => n > bound % 60))
        expect(list.first()).toBe(sorted[0])
        expect(list.size).toBe(sorted.length)
      }),
    )
  })

  test('takes many at once, and each of them once, among those that are there', () => {
    const list = sortedList(byNumber)
    for (const n of [4000, 1, 2500]) list.add(n)
    expect(list.size).toBe(3)
    const numbers = Array.from({ length: 5000 }, (_, n) => (n * 7919) % 5000)
    for (const n of [...numbers, ...numbers]) list.add(n)

    expect(list.size).toBe(5000)
    expect([...list.from(() => true)]).toEqual(numbers.toSorted(byNumber))
    list.remove(2500)
    expect(list.size).toBe(4999)
    expect(list.from((n) => n >= 2500).next().value).toBe(2501)
  })

  test('keeps its order when it grows and shrinks past many chunks', () => {
    const list = sortedList(byNumber)
    const numbers = Array.from({ length: 5000 }, (_, n) => (n * 7919) % 5000)
    for (const n of numbers) list.add(n)
    expect([...list.from(() => true)]).toEqual(numbers.toSorted(byNumber))
    expect([...list.from((n) => n >= 4990)]).toHaveLength(10)

    for (const n of numbers) if (n % 2 === 0) list.remove(n)
    expect([...list.from((n) => n > 2500)]).toHaveLength(1250)
    expect(list.first()).toBe(1)

    for (const n of numbers) list.remove(n)
    expect(list.size).toBe(0)
    expect([...list.from(() => true)]).toEqual([])
  })
})
