/**
 * Distinct items in order. Adding and removing cost a search and a move within one small chunk; many
 * that are added before anybody looks are sorted together.
 */
export interface SortedList<Item> {
  readonly size: number
  add(item: Item): void
  remove(item: Item): void
  first(): Item | undefined
  /** The items from the first that `reached` accepts; it must accept every later one too. */
  from(reached: (item: Item) => boolean): IterableIterator<Item>
}

const LARGEST_CHUNK = 512

export function sortedList<Item>(compare: (one: Item, other: Item) => number): SortedList<Item> {
  let chunks: Item[][] = []
  let size = 0
  let unsorted: Item[] = []

  const place = (item: Item) => {
    const n = Math.max(0, firstWhere(chunks, (chunk) => startsAfter(chunk, item, compare)) - 1)
    const chunk = chunks[n]
    if (!chunk) chunks.push([item])
    else if (insert(chunk, item, compare)) split(chunks, n)
    else return
    size += 1
  }

  const settle = () => {
    if (unsorted.length === 0) return
    const come = unsorted
    unsorted = []
    // To sort what is in order already costs a little as well.
    if (come.length <= Math.max(LARGEST_CHUNK, size / 16)) return come.forEach(place)
    const all = distinct([...chunks.flat(), ...come].sort(compare), compare)
    size = all.length
    chunks = pieces(all)
  }

  return {
    get size() {
      settle()
      return size
    },
    add: (item) => void unsorted.push(item),
    remove(item) {
      settle()
      const n = firstWhere(chunks, (chunk) => startsAfter(chunk, item, compare)) - 1
      const chunk = chunks[n]
      if (!chunk || !takeOut(chunk, item, compare)) return
      if (chunk.length === 0) chunks.splice(n, 1)
      size -= 1
    },
    first() {
      settle()
      return chunks[0]?.[0]
    },
    from(reached) {
      settle()
      return walk(chunks, reached)
    },
  }
}

/** Of items in order. */
function distinct<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number) {
  return items.filter((item, n) => {
    const before = items[n - 1]
    return before === undefined || compare(before, item) !== 0
  })
}

function pieces<Item>(items: readonly Item[]): Item[][] {
  const chunks: Item[][] = []
  // Half full, so that none has to be split soon.
  for (let from = 0; from < items.length; from += LARGEST_CHUNK / 2)
    chunks.push(items.slice(from, from + LARGEST_CHUNK / 2))
  return chunks
}

function* walk<Item>(chunks: readonly Item[][], reached: (item: Item) => boolean) {
  const start = firstWhere(chunks, (chunk) => chunk.slice(-1).every(reached))
  for (let n = start; n < chunks.length; n++) {
    const chunk = chunks[n] ?? []
    yield* n === start ? chunk.slice(firstWhere(chunk, reached)) : chunk
  }
}

function startsAfter<Item>(
  chunk: readonly Item[],
  item: Item,
  compare: (one: Item, other: Item) => number,
): boolean {
  const [first] = chunk
  return first !== undefined && compare(first, item) > 0
}

function insert<Item>(chunk: Item[], item: Item, compare: (one: Item, other: Item) => number) {
  const n = firstWhere(chunk, (other) => compare(other, item) >= 0)
  const there = chunk[n]
  if (there !== undefined && compare(there, item) === 0) return false
  chunk.splice(n, 0, item)
  return true
}

function takeOut<Item>(chunk: Item[], item: Item, compare: (one: Item, other: Item) => number) {
  const n = firstWhere(chunk, (other) => compare(other, item) >= 0)
  const there = chunk[n]
  if (there === undefined || compare(there, item) !== 0) return false
  chunk.splice(n, 1)
  return true
}

function split<Item>(chunks: Item[][], n: number): void {
  const chunk = chunks[n]
  if (chunk && chunk.length > LARGEST_CHUNK)
    chunks.splice(n + 1, 0, chunk.splice(LARGEST_CHUNK / 2))
}

/** The place of the first item that passes, by halving; the length when none does. */
function firstWhere<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && passes(item)) high = middle
    else low = middle + 1
  }
  return low
}

/** By code unit: the same on every machine, unlike a locale's order. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
