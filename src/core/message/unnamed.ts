/** A provider; `slug` null for one that the directory does not list. */
interface Named {
  readonly name: string
  readonly slug: string | null
}

/** Words of fewer letters, as “The”, tell nobody whose name they begin. */
const TELLING = 4

/**
 * The same words with “the provider” for whatever names it: its name however it is spaced or written, its
 * slug, which stays when it is renamed, and the word with which either begins. Whoever wrote it was asked
 * to name nobody; what else gives it away, only a reader finds.
 */
export function unnamed(words: string, { name, slug }: Named): string {
  const whole = [name.split(/\s+/), ...(slug === null ? [] : [slug.split('-')])]
  const first = whole.flatMap(([one = '']) => ([...one].length >= TELLING ? [[one]] : []))
  const alternatives = [...whole, ...first]
    .map((parts) => parts.map(escaped).join('[\\s\\-–]+'))
    .sort((one, other) => other.length - one.length)
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return words.replace(found, 'the provider')
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
