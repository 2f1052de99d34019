import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLife, brokenIn } from './any-life.ts'

test('whatever is asked, in whatever order, a case keeps its promises', () => {
  fc.assert(
    fc.property(aLife, (life) => {
      expect(brokenIn(life)).toEqual([])
    }),
    { numRuns: 20 },
  )
})
