/** A clock that is named in a text, as the pack writes it, and where it stands. */
interface NamedClock {
  readonly clock: string
  readonly at: number
  readonly length: number
}

/** What a regular expression would read as its own. */
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g

/** The known clocks that stand in a text as whole words, in any case: `D3a` is not `D3`. */
export function clocksIn(text: string, clocks: readonly string[]): readonly NamedClock[] {
  if (clocks.length === 0) return []
  const longestFirst = [...clocks].sort((one, other) => other.length - one.length)
  const names = longestFirst.map((clock) => clock.replace(SYNTAX, '\\$&')).join('|')
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}_/.-])(?:${names})(?![\\p{L}\\p{N}_/-]|\\.\\p{N})`,
    'giu',
  )
  return [...text.matchAll(whole)].flatMap(({ 0: found, index }) => {
    const clock = clockNamed(found, clocks)
    return clock === undefined ? [] : [{ clock, at: index, length: found.length }]
  })
}

/** The known clock that these words are, however they were typed. */
export function clockNamed(words: string, clocks: readonly string[]): string | undefined {
  return clocks.find((clock) => clock.toLowerCase() === words.trim().toLowerCase())
}
