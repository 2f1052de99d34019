/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number below `most`. */
  below(most: number): number
  pick<Item>(items: readonly Item[]): Item | undefined
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { next, below, pick: (items) => items[below(items.length)] }
}
