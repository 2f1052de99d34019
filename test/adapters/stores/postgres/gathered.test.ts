import { expect, test, vi } from 'vitest'
import { gathered } from '../../../../adapters/stores/postgres/gathered.ts'

interface Round {
  readonly words: readonly string[]
  answer(): void
  fail(error: Error): void
}

/** Whoever asks a word is answered with it in capitals, once the test lets the round end. */
function asking(limits: { readonly most: number; readonly atOnce: number }) {
  const rounds: Round[] = []
  const ask = gathered(
    (words: readonly string[]) =>
      new Promise<readonly string[]>((resolve, fail) => {
        const answer = () => resolve(words.map((word) => word.toUpperCase()))
        rounds.push({ words, answer, fail })
      }),
    limits,
  )
  const begun = async (count: number) => {
    await vi.waitFor(() => expect(rounds).toHaveLength(count))
    return rounds.slice(-1)[0]
  }
  return { ask, begun, asked: () => rounds.map(({ words }) => words) }
}

/** As the server says that it will not do something. */
const refusal = Object.assign(new Error('invalid byte sequence'), { code: '22021' })

test('what is asked at the same moment goes together, and each hears its own answer', async () => {
  const { ask, begun, asked } = asking({ most: 10, atOnce: 1 })
  const answers = Promise.all(['a', 'b', 'c'].map(ask))

  const round = await begun(1)
  round?.answer()

  expect(await answers).toEqual(['A', 'B', 'C'])
  expect(asked()).toEqual([['a', 'b', 'c']])
})

test('what is asked while enough is on its way waits and goes together, no more than so many at once', async () => {
  const { ask, begun, asked } = asking({ most: 2, atOnce: 1 })
  const first = ask('a')
  const round = await begun(1)
  const later = Promise.all(['b', 'c', 'd'].map(ask))
  expect(asked()).toEqual([['a']])

  round?.answer()
  expect(await first).toBe('A')
  const second = await begun(2)
  second?.answer()
  const third = await begun(3)
  third?.answer()

  expect(await later).toEqual(['B', 'C', 'D'])
  expect(asked()).toEqual([['a'], ['b', 'c'], ['d']])
})

test('what is slow holds up nothing while another may be on its way', async () => {
  const { ask, begun } = asking({ most: 2, atOnce: 2 })
  const slow = ask('slow')
  const stuck = await begun(1)

  const quick = ask('quick')
  const round = await begun(2)
  round?.answer()

  expect(await quick).toBe('QUICK')
  stuck?.answer()
  expect(await slow).toBe('SLOW')
})

test('what the server refuses of one is asked one by one: the others are answered', async () => {
  const asked: (readonly string[])[] = []
  const ask = gathered(
    async (words: readonly string[]) => {
      asked.push(words)
      if (words.includes('bad')) throw refusal
      return words
    },
    { most: 10, atOnce: 1 },
  )

  const answers = await Promise.allSettled(['a', 'bad', 'b'].map(ask))

  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(asked).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']])
})

test('where the server cannot be reached all hear of it, and it is not asked again for each', async () => {
  const { ask, begun, asked } = asking({ most: 10, atOnce: 1 })
  const answers = Promise.allSettled(['a', 'b'].map(ask))

  const round = await begun(1)
  round?.fail(new Error('The connection broke'))

  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(asked()).toHaveLength(1)
  const again = ask('a')
  const next = await begun(2)
  next?.answer()
  expect(await again).toBe('A')
})
