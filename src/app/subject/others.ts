import type { Named } from './everyone.ts'

const ANOTHER = 'another person'
const SHORTEST_NAME = 3

/** Whether what is kept names somebody: as who did it, as one of those told, or in words. */
export function names(value: unknown, { id, names: all, emails, accounts }: Named): boolean {
  const exact = new Set([id, ...accounts])
  const words = wordsFor([id, ...all, ...emails, ...accounts])
  const found = (one: unknown): boolean => {
    if (typeof one === 'string') return exact.has(one) || words.test(one)
    if (typeof one !== 'object' || one === null) return false
    return Object.entries(one).some(([name, part]) => exact.has(name) || found(part))
  }
  return found(value)
}

/** What is kept without the names of anybody else: who did it by role where that is kept. */
export function withoutOthers(value: unknown, subject: Named, all: readonly Named[]): unknown {
  const replaced = replacing(subject, all)
  const without = (one: unknown): unknown => {
    if (typeof one === 'string') return replaced(one)
    if (Array.isArray(one)) return one.map(without)
    if (typeof one !== 'object' || one === null) return one
    const doer = otherDoer(one, subject)
    if (doer) return doer
    return Object.fromEntries(
      Object.entries(one).map(([name, part]) => [replaced(name), without(part)]),
    )
  }
  return without(value)
}

function otherDoer(value: object, subject: Named): object | null {
  const doer = new Map<string, unknown>(Object.entries(value))
  if (!doer.has('name')) return null
  if (doer.get('type') === 'unlisted')
    return subject.accounts.includes(String(doer.get('account'))) ? null : { who: ANOTHER }
  if (doer.get('type') !== 'person' || doer.get('person') === subject.id) return null
  const role = doer.get('role')
  const of = `of ${String(doer.get('organisation'))}`
  return { who: typeof role === 'string' ? `${role} ${of}` : `${ANOTHER} ${of}` }
}

/** In words too: full names in any case, and their parts as they are written. */
function replacing(subject: Named, all: readonly Named[]): (text: string) => string {
  const own = new Set(subject.names.flatMap(partsOf))
  const rest = all.filter(({ id }) => id !== subject.id)
  const whole = rest.flatMap(({ names: full, emails, accounts }) => [
    ...full,
    ...emails,
    ...accounts,
  ])
  const parts = rest
    .flatMap(({ id, names: full }) => [id, ...full.flatMap(partsOf)])
    .filter((part) => part.length >= SHORTEST_NAME && !own.has(part) && part !== subject.id)
  const [wholly, partly] = [wordsFor(whole, 'giu'), wordsFor(parts, 'gu')]
  return (text) => text.replace(wholly, ANOTHER).replace(partly, ANOTHER)
}

function partsOf(name: string): string[] {
  return name.split(/[\s-]+/)
}

/** Any of these as whole words; the longest first. */
function wordsFor(words: readonly string[], flags = 'iu'): RegExp {
  const known = [...new Set(words)].filter((word) => word !== '')
  const escaped = known
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  const any = escaped.length === 0 ? '(?!)' : escaped.join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, flags)
}
