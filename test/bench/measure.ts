/** Milliseconds since some moment, the same in every process and thread of this machine. */
export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = clock()
  await work()
  return clock() - start
}

/** How long each of `count` runs took, one after another. */
export async function repeated(
  count: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) times.push(await timed(() => work(index)))
  return times
}

/** How long each of `count` runs took with so many under way at once, each followed by the next. */
export async function crowded(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  let next = 0
  const lane = async () => {
    while (next < count) {
      const index = next
      next += 1
      times.push(await timed(() => work(index)))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return times
}

/** The time that so large a share of the runs stayed within: 0.5 is the median. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(times: readonly number[]): number {
  return quantile(times, 0.5)
}
