/** Longer than any word that is known: what comes after it tells nothing, and takes long. */
const LONGEST = 80

/** The known word that needs the fewest changed letters to become `word`; the first of equals. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const meant = word.slice(0, LONGEST).toLowerCase()
  let best: { word: string; distance: number } | undefined
  for (const candidate of known) {
    const distance = changes(meant, candidate.toLowerCase())
    if (best === undefined || distance < best.distance) best = { word: candidate, distance }
  }
  return best?.word
}

/** Letters to add, drop or replace (Levenshtein). */
function changes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [above, letter] of [...from].entries()) {
    const next = [above + 1]
    for (const [left, other] of [...to].entries()) {
      const replaced = (row[left] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[left + 1] ?? 0) + 1, (next[left] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
