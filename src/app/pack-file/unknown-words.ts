import { nearest } from '../../core/policy/soundness/nearest.ts'
import type { Fault } from '../yaml-problems.ts'
import { isBlock } from './overlay.ts'

/** Words of a pack that nothing reads: what the schema left out of `parsed`. */
export function unknownWords(
  source: unknown,
  parsed: unknown,
  path: Fault['path'] = [],
): readonly Fault[] {
  if (Array.isArray(source) && Array.isArray(parsed)) {
    return source.flatMap((one, index) => unknownWords(one, parsed[index], [...path, index]))
  }
  if (!isBlock(source) || !isBlock(parsed)) return []
  return Object.entries(source).flatMap(([word, value]) => {
    if (word in parsed) return unknownWords(value, parsed[word], [...path, word])
    const near = nearest(word, Object.keys(parsed))
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`
    const message = `"${word}" does not belong here.${hint}`
    return [{ path: [...path, word], message }]
  })
}
