import type { Policy } from '../../core/policy/policy.ts'
import { nearest } from '../../core/policy/soundness/nearest.ts'
import type { Fault } from '../yaml-problems.ts'

/** What a directory may speak of. */
export interface Known {
  readonly policy: Policy
  readonly channels: readonly string[]
}

/** No fault if the word is known; otherwise one that offers the nearest word that is. */
export function unknownWord(
  path: Fault['path'],
  what: string,
  word: string,
  known: readonly string[],
): readonly Fault[] {
  if (known.includes(word)) return []
  const near = nearest(word, known)
  const cure = near === undefined ? 'There is none yet: add it.' : `Did you mean "${near}"?`
  return [{ path, message: `There is no ${what} "${word}". ${cure}` }]
}

/** Every word that comes up again where it may stand once. */
export function repeated(
  words: readonly { readonly word: string; readonly path: Fault['path'] }[],
  message: (word: string) => string,
): readonly Fault[] {
  const seen = new Set<string>()
  return words.flatMap(({ word, path }) => {
    if (seen.has(word)) return [{ path, message: message(word) }]
    seen.add(word)
    return []
  })
}
