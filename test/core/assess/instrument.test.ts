import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rating, type Ratings, rate } from '../../../src/core/assess/instrument.ts'
import type { Instrument } from '../../../src/core/policy/instrument.ts'
import { policies } from '../../../src/policies/index.ts'
import { scenario } from '../time/england.ts'

function instrument(id: string): Instrument {
  const found = policies.flatMap(({ instruments }) => instruments).find((one) => one.id === id)
  if (!found) throw new Error(`no pack has the instrument ${id}`)
  return found
}

const prr = instrument('prr')
const matrix = instrument('matrix')

function rated(of: Instrument, ratings: Ratings, previous?: Rating): Rating {
  const answer = rate(of, ratings, previous)
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.rating
}

const areas = ['rating', 'information', 'safeguarding', 'complaints', 'finance'] as const
const careHome = (...scores: number[]): Ratings =>
  Object.fromEntries([...areas, 'complexityCareHome', 'officers'].map((id, n) => [id, scores[n]]))

const sourceExample = {
  rating: 4,
  information: 1,
  safeguarding: 2,
  complaints: 1,
  finance: 2,
  complexityCareHome: 4,
  complexityHomeCare: 4,
  officers: 1,
}

describe('the Provider Risk Rating', () => {
  test('counts both complexity rows of the source’s example, and shows each share', () => {
    const rating = rated(prr, sourceExample)

    expect(rating).toMatchObject({ total: 27.5, band: 'B3', blank: [], remark: null, change: null })
    expect(Object.fromEntries(rating.rows.map(({ id, share }) => [id, share]))).toEqual({
      rating: 4,
      information: 1,
      safeguarding: 5,
      complaints: 2.5,
      finance: 2,
      complexityCareHome: 6,
      complexityHomeCare: 6,
      officers: 1,
    })
    expect(rating.total).toBe(scenario('S09').expected.example_both_complexity_rows)
  })

  test('is a band lower with one complexity row, which needs no remark', () => {
    const { complexityHomeCare: _, ...one } = sourceExample

    expect(rated(prr, one)).toMatchObject({
      total: scenario('S09').expected.example_one_complexity_row,
      band: 'B2',
      blank: ['complexityHomeCare'],
      remark: null,
    })
  })

  test('S09: goes up and comes back, and says what has changed', () => {
    const start = rated(prr, careHome(3, 3, 3, 2, 2, 4, 2))
    const up = rated(prr, careHome(4, 5, 4, 4, 3, 4, 4), start)
    const back = rated(prr, careHome(3, 4, 3, 2, 2, 4, 3), up)

    const { prr_start, prr_up, prr_back } = scenario('S09').expected
    expect([start.total, up.total, back.total]).toEqual([prr_start, prr_up, prr_back])
    expect([start.band, up.band, back.band]).toEqual(['B3', 'B5', 'B3'])
    expect(start.sum).toMatch(/^3 \+ 3 \+ 7\.5 \+ 5 \+ 2 \+ .* = 28\.5$/)
    expect(up.change).toMatch(/^Up 13\.5, from 28\.5 \(B3\) to 42 \(B5\)\. .*Safeguarding 3 → 4;/)
    expect(back.change).toMatch(/^Down 11\.5, from 42 \(B5\) to 30\.5 \(B3\)\./)
    expect(rated(prr, careHome(3, 4, 3, 2, 2, 4, 3), back).change).toBe(
      'Still 30.5 (B3). No row has changed.',
    )
  })

  test.each([
    [careHome(1, 1, 1, 1, 1, 1, 1), 10.5, 'B1'],
    [careHome(5, 5, 1, 1, 5, 1, 1), 22.5, 'B3'],
    [careHome(5, 5, 1, 2, 1, 1, 2), 22, 'B2'],
    [careHome(5, 5, 4, 4, 3, 1, 5), 39.5, 'B4'],
    [careHome(4, 3, 5, 4, 3, 3, 3), 40, 'B5'],
    [careHome(5, 5, 4, 3, 3, 1, 1), 33, 'B3'],
    [careHome(5, 4, 4, 3, 3, 2, 1), 33.5, 'B4'],
  ])('%j makes %s, band %s', (ratings, total, band) => {
    expect(rated(prr, ratings)).toMatchObject({ total, band })
  })

  test('says that neither complexity row is filled in, and nothing of it where one is', () => {
    const { complexityCareHome, complexityHomeCare, ...none } = sourceExample

    expect(rated(prr, none).remark).toBe(
      'Neither complexity row is filled in: right where none fits its services, otherwise the total is too low.',
    )
    for (const one of [{ complexityCareHome }, { complexityHomeCare }])
      expect(rated(prr, { ...none, ...one }).remark).toBeNull()
  })

  test('says of how few rows a total is', () => {
    const { remark, total } = rated(prr, { safeguarding: 5 })

    expect(total).toBe(12.5)
    expect(remark).toMatch(/^5 rows are blank and not in the total: /)
    expect(remark).toContain('. The total is of 1 of 6 rows and may be too low. Neither complexity')
  })

  test('names a row that was left blank', () => {
    const { information: _, ...rest } = sourceExample

    const rating = rated(prr, { ...rest, finance: null })

    expect(rating.blank).toEqual(['information', 'finance'])
    expect(rating.remark).toMatch(
      /^2 rows are blank and not in the total: .*; Financial viability\. The total is of 4 of 6 rows and may be too low\.$/,
    )
    expect(rating.total).toBe(24.5)
    expect(rated(prr, rest, rating).change).toMatch(/Financial viability blank → 2\.$/)
  })

  test('has the least and the greatest totals of each number of complexity rows', () => {
    const rows = (score: number, complexity: readonly string[]): Ratings =>
      Object.fromEntries(
        [...areas, 'officers', ...complexity].map((id) => [
          id,
          id === 'complaints' ? Math.min(score, 4) : score,
        ]),
      )
    const both = ['complexityCareHome', 'complexityHomeCare']
    const ends = [[], both.slice(0, 1), both].map((complexity) =>
      [1, 5].map((score) => rated(prr, rows(score, complexity)).total),
    )

    expect(ends).toEqual([
      [9, 42.5],
      [10.5, 50],
      [12, 57.5],
    ])
  })

  test('reaches, with nothing blank, exactly the half points of the facts', () => {
    const missing = [0, 1, 2].map((complexityRows) => {
      const totals = reachable(complexityRows)
      const [least, most] = [Math.min(...totals), Math.max(...totals)]
      const halves = Array.from({ length: (most - least) * 2 + 1 }, (_, n) => least + n / 2)
      return halves.filter((half) => !totals.has(half))
    })
    expect(missing).toEqual([
      [9.5, 10.5, 41, 42],
      [11, 49.5],
      [12.5, 57],
    ])
  })

  test('always shows shares that add up to the total, and the band that holds it', () => {
    const score = fc.option(fc.integer({ min: 1, max: 4 }))
    const ratings = fc.record({
      rating: fc.integer({ min: 1, max: 5 }),
      information: score,
      safeguarding: score,
      complaints: score,
      complexityHomeCare: score,
    })
    fc.assert(
      fc.property(ratings, (filled) => {
        const { total, rows, band } = rated(prr, filled)
        expect(rows.reduce((sum, { share }) => sum + share, 0)).toBe(total)
        const from = prr.bands.find(({ id }) => id === band)?.from ?? Number.NaN
        expect(from <= total).toBe(true)
        expect(prr.bands.filter((one) => one.from > from && one.from <= total)).toEqual([])
      }),
    )
  })
})

describe('a rating is refused', () => {
  test.each([
    [{ ...sourceExample, colour: 3 }, 'colour', /no row "colour".*rating, information/],
    [
      { ...sourceExample, safeguarding: 6 },
      'safeguarding',
      /cannot be scored 6. Choose 1, 2, 3, 4 or 5/,
    ],
    [{ ...sourceExample, safeguarding: 0 }, 'safeguarding', /cannot be scored 0/],
    [{ ...sourceExample, safeguarding: 2.5 }, 'safeguarding', /cannot be scored 2.5/],
    [
      { ...sourceExample, complaints: 5 },
      'complaints',
      /cannot be scored 5: the source leaves that step blank. Choose 1, 2, 3 or 4/,
    ],
  ])('%j, at %s', (ratings, field, message) => {
    expect(rate(prr, ratings)).toMatchObject({
      ok: false,
      refusal: { fields: { [field]: expect.stringMatching(message) } },
    })
  })

  test('when nothing is scored, or half of a product', () => {
    expect(rate(prr, {})).toMatchObject({ refusal: { message: 'Score at least one row.' } })
    expect(rate(matrix, { consequence: 4 })).toMatchObject({
      refusal: { code: 'missing', message: 'Score Likelihood too.' },
    })
  })
})

describe('the 5×5 matrix', () => {
  test('multiplies', () => {
    expect(rated(matrix, { consequence: 4, likelihood: 5 })).toMatchObject({
      total: 20,
      band: 'extreme',
      sum: '4 × 5 = 20',
    })
  })

  test('has the customary bands over every cell', () => {
    const steps = [1, 2, 3, 4, 5]
    const bands = new Map<string, Set<number>>()
    for (const consequence of steps) {
      for (const likelihood of steps) {
        const { band, total } = rated(matrix, { consequence, likelihood })
        bands.set(band, (bands.get(band) ?? new Set()).add(total))
      }
    }
    const sorted = (band: string) => [...(bands.get(band) ?? [])].sort((one, other) => one - other)
    expect(sorted('low')).toEqual([1, 2, 3])
    expect(sorted('moderate')).toEqual([4, 5, 6])
    expect(sorted('high')).toEqual([8, 9, 10, 12])
    expect(sorted('extreme')).toEqual([15, 16, 20, 25])
  })
})

/** Every total of the rating with all six areas scored and so many complexity rows, from the pack’s own weights. */
function reachable(complexityRows: number): ReadonlySet<number> {
  const optional = prr.items.filter((item) => item.optional).slice(0, complexityRows)
  let totals = new Set([0])
  for (const { weight, steps } of [...prr.items.filter((item) => !item.optional), ...optional]) {
    const shares = steps.flatMap(({ score, description }) => (description ? [score * weight] : []))
    totals = new Set([...totals].flatMap((total) => shares.map((share) => total + share)))
  }
  return totals
}
