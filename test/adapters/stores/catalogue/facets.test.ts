import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { facets } from '../../../../adapters/stores/catalogue/facets.ts'
import type { Index } from '../../../../src/core/kind.ts'
import { numbered } from '../../../contract/store/fixtures.ts'

const some = (...values: string[]) => fc.subarray(values)
const change = fc.record({
  n: fc.integer({ min: 0, max: 8 }),
  timeline: fc.constantFrom('live', 'drill-1'),
  facets: fc.record({ kind: some('case', 'meeting'), person: some('ada', 'ben', 'cleo') }),
})

type Shape = Omit<typeof change extends fc.Arbitrary<infer One> ? One : never, 'n'>

function idsWhere(all: ReadonlyMap<string, Shape>, passes: (one: Shape) => boolean): string[] {
  return [...all].flatMap(([id, one]) => (passes(one) ? [id] : [])).sort()
}

describe('the facets of records', () => {
  test('agree with a look at every record, whatever changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const lists = facets()
        const plain = new Map<string, Shape>()
        for (const { n, ...rest } of changes) {
          const index = { wakeAt: null, dueAt: null, ...rest }
          lists.replace(numbered(n), index)
          plain.set(numbered(n), rest)

          // A facet that was asked for once is kept up to date from then on.
          expect(
            lists.list({ facets: { person: 'ada', kind: 'case' } }).map(({ id }) => id),
          ).toEqual(
            idsWhere(
              plain,
              ({ facets }) => facets.person.includes('ada') && facets.kind.includes('case'),
            ),
          )
        }
        expect(lists.list({ facets: {}, timeline: 'live' }).map(({ id }) => id)).toEqual(
          idsWhere(plain, ({ timeline }) => timeline === 'live'),
        )
        expect(lists.list({ facets: { person: 'ben' } }).map(({ id }) => id)).toEqual(
          idsWhere(plain, ({ facets }) => facets.person.includes('ben')),
        )
        expect(lists.list({ facets: {} })).toHaveLength(plain.size)
      }),
    )
  })

  test('are those of each record where many came with the very same object', () => {
    const lists = facets()
    const shared = { kind: ['case'] }
    const at = (timeline: string, facets: Index['facets'] = shared): Index => ({
      timeline,
      wakeAt: null,
      dueAt: null,
      facets,
    })
    lists.replace(numbered(1), at('live'))
    lists.replace(numbered(2), at('drill-1'))
    lists.replace(numbered(1), at('live', { kind: ['meeting'] }))
    lists.replace(numbered(3), at('live'))

    const live = lists.list({ facets: { kind: 'case' }, timeline: 'live' })
    expect(live.map(({ id }) => id)).toEqual([numbered(3)])
    expect(lists.list({ facets: { kind: 'case' } })).toHaveLength(2)
  })
})
