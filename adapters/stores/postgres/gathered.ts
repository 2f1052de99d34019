import { isRefusal } from './connection.ts'

interface Waiting<Asked, Answer> {
  readonly asked: Asked
  resolve(answer: Answer): void
  reject(error: unknown): void
}

interface Limits {
  /** How many are asked together. */
  readonly most: number
  /** How many such questions are on their way at once. */
  readonly atOnce: number
}

/**
 * Asks together what is asked at the same moment, or while so many questions are on their way: each
 * costs a round trip, and each change a flush to the disk. Nothing is asked before its caller asked
 * it, and what the server refuses of one is nobody else's trouble.
 */
export function gathered<Asked, Answer>(
  together: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  { most, atOnce }: Limits,
): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = []
  let onTheirWay = 0
  let starting = false

  async function answer(those: readonly Waiting<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await together(those.map(({ asked }) => asked))
      // There is one answer to each, in their order.
      for (const [n, { resolve }] of those.entries()) resolve(answers[n] as Answer)
    } catch (error) {
      if (those.length > 1 && isRefusal(error)) await Promise.all(those.map((one) => answer([one])))
      else for (const { reject } of those) reject(error)
    }
  }

  function start(): void {
    starting = false
    while (waiting.length > 0 && onTheirWay < atOnce) {
      onTheirWay += 1
      void answer(waiting.splice(0, most)).finally(() => {
        onTheirWay -= 1
        start()
      })
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      if (starting) return
      starting = true
      // Those who ask in the same turn of the event loop have asked by then.
      setImmediate(start)
    })
}
