import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'

/** Of matters that begin kept back: whoever reads one of these later learns nothing of any other. */
const APART = { from: 1000, to: 9999 } as const

/** The number of a new matter, for good and for everybody. The others count from one, without a gap. */
export function numberOf(
  { slug, matters = [] }: Pick<Provider, 'slug' | 'matters'>,
  keptBack: boolean,
  at: Instant,
): number {
  const taken = matters.map(({ n }) => n)
  if (keptBack) return apart(`${slug} ${at} ${taken.length}`, taken)
  const next = Math.max(0, ...taken.filter((n) => !isApart(n))) + 1
  return isApart(next) ? APART.to + 1 : next
}

function isApart(n: number): boolean {
  return n >= APART.from && n <= APART.to
}

function apart(seed: string, taken: readonly number[]): number {
  const span = APART.to - APART.from + 1
  let at = mixed(seed) % span
  while (taken.includes(APART.from + at) && taken.length < span) at = (at + 1) % span
  return APART.from + at
}

const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/** FNV-1a: far apart for seeds that differ little. */
function mixed(seed: string): number {
  let hash = OFFSET
  for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), PRIME) >>> 0
  // The low bits of the last step hang on the last letter alone.
  return (hash ^ (hash >>> 15)) >>> 0
}
