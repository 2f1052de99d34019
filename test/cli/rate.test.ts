import { expect, test } from 'vitest'
import { batch, json, run } from './run.ts'

const ratings = {
  rating: 4,
  information: 1,
  safeguarding: 2,
  complaints: 1,
  finance: 2,
  complexityCareHome: 4,
  complexityHomeCare: 4,
  officers: 1,
}

test('muster rate answers with the total, the band and the share of each row', async () => {
  const { code, answer } = await json('rate', 'prr', '--json', JSON.stringify(ratings))

  expect(code).toBe(0)
  expect(answer).toMatchObject({ total: 27.5, band: 'B3', blank: [] })
  expect(answer.rows.map(({ id, share }: { id: string; share: number }) => [id, share])).toEqual([
    ['rating', 4],
    ['information', 1],
    ['safeguarding', 5],
    ['complaints', 2.5],
    ['finance', 2],
    ['complexityCareHome', 6],
    ['complexityHomeCare', 6],
    ['officers', 1],
  ])
})

test('muster rate answers a reader in words', async () => {
  const { code, out } = await run(['rate', 'matrix', 'consequence=4', 'likelihood=5'])

  expect(code).toBe(0)
  expect(out).toBe(
    [
      'Risk matrix 5×5: 20, band Extreme',
      '  4  Consequence: 4 (Major) × 1',
      '  5  Likelihood: 5 (Almost certain) × 1',
      '  4 × 5 = 20',
      '',
    ].join('\n'),
  )
})

test('muster rate --batch answers each line in order', async () => {
  const lines = [
    { instrument: 'prr', ratings },
    { instrument: 'matrix', ratings: { consequence: 3, likelihood: 5 } },
    { instrument: 'prr', ratings: { ...ratings, complaints: 5 } },
    { instrument: 'prr', ratings: { ...ratings, complexityHomeCare: null } },
    { instrument: 'prr', ratings: { ...ratings, information: 'four' } },
    { ratings },
  ]
  const { code, answers } = await batch(
    ['rate'],
    lines.map((line) => JSON.stringify(line)),
  )

  expect(code).toBe(0)
  expect(answers).toMatchObject([
    { total: 27.5, band: 'B3' },
    { total: 15, band: 'extreme' },
    { error: expect.stringMatching(/Complaints cannot be scored 5/) },
    { total: 21.5, band: 'B2', blank: ['complexityHomeCare'] },
    { error: expect.stringMatching(/at "ratings.information"/) },
    { error: expect.stringMatching(/at "instrument"/) },
  ])
})

test.each([
  [['prr', '--json', '{"rating":4'], /What follows --json is not valid JSON/],
  [['prr', '--json', '[4]'], /not as expected at "ratings"/],
  [['prr', '--json', '{"colour":4}'], /no row "colour"/],
  [['ppr', '--json', '{"rating":4}'], /no instrument "ppr". Did you mean prr\?/],
  [['--json', '{"rating":4}'], /Name an instrument/],
])('muster rate %j is answered with a sentence and exit code 1', async (args, error) => {
  expect(await json('rate', ...args)).toMatchObject({
    code: 1,
    answer: { error: expect.stringMatching(error) },
  })
})

test('a pair that is none, and a row that is not filled in, are complained of', async () => {
  expect(await run(['rate', 'prr', 'rating:4'])).toMatchObject({
    code: 1,
    complaints: expect.stringMatching(/"rating:4" is not ROW=SCORE/),
  })
  expect(await run(['rate', 'matrix', 'consequence=4'])).toMatchObject({
    code: 1,
    complaints: 'Score Likelihood too.\n',
  })
})
