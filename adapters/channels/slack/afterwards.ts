/**
 * Does work after what Slack waits for: one piece is begun in each round of the event loop, so that
 * a crowd of commands is acknowledged first. How many are under way is not limited: most of it is
 * waiting for Slack, and a dialog must be opened within seconds.
 */
export function afterwards(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []

  function beginOne(): void {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(beginOne)
  }

  return async (work) => {
    await new Promise<void>((begin) => {
      waiting.push(begin)
      if (waiting.length === 1) setImmediate(beginOne)
    })
    return work()
  }
}
