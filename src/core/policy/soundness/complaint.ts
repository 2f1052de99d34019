import { nearest } from './nearest.ts'

export type Path = (string | number)[]

/** One fault of a pack: a sentence that names both ends; `path` leads to the word that is wrong. */
export interface Complaint {
  readonly path: Path
  readonly message: string
}

/** No complaint if the word is known; otherwise one that offers the nearest word that is. */
export function unknownWord(
  path: Path,
  who: string,
  what: string,
  word: string,
  known: readonly string[],
): Complaint[] {
  if (known.includes(word)) return []
  const near = nearest(word, known)
  const cure = near === undefined ? 'there is none yet: add it' : `the nearest known is "${near}"`
  return [{ path, message: `${who} names the unknown ${what} "${word}"; ${cure}` }]
}

export function ids(rules: readonly { readonly id: string }[]): string[] {
  return rules.map(({ id }) => id)
}
