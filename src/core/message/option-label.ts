/** Both services show at most this many characters of an option or a button. */
const MOST = 75

/** What is longer ends in “…”: a word that is cut off reads as a mistake. */
export function optionLabel(words: string): string {
  return words.length <= MOST
    ? words
    : `${[...words]
        .slice(0, MOST - 1)
        .join('')
        .trimEnd()}…`
}
