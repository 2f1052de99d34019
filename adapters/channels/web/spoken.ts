/** What typed words are: a command, a command without its slash, or words to people. */
export type Spoken =
  | { type: 'command' | 'addressed'; name: 'concern' | 'incident' | 'muster'; rest: string }
  | { type: 'unknown'; word: string }
  | { type: 'words' }

/** In private, and after `@muster`, words are commands without their slash. */
export function understand(words: string, inPrivate: boolean): Spoken {
  const [, slash = '', first = '', rest = ''] = /^([/@]?)(\S+)\s*([\s\S]*)$/.exec(words) ?? []
  const word = first.toLowerCase()
  const name = word === 'concern' || word === 'incident' || word === 'muster' ? word : undefined
  if (slash === '/')
    return name ? { type: 'command', name, rest } : { type: 'unknown', word: first }
  if (slash === '@' && name === 'muster') return { type: 'addressed', name, rest }
  if (!inPrivate) return { type: 'words' }
  return name
    ? { type: 'addressed', name, rest }
    : { type: 'addressed', name: 'muster', rest: words }
}
