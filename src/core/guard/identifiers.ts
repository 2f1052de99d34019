import { findIdentifiers, type Guarding, type Identifier } from './find.ts'

export type Guarded =
  | { readonly type: 'clear' }
  /** Nothing may be stored. */
  | { readonly type: 'refused'; readonly message: string; readonly found: readonly Identifier[] }
  /** Ask what it is if it is none. */
  | {
      readonly type: 'doubtful'
      readonly message: string
      readonly found: readonly [Identifier, ...Identifier[]]
    }

const EXCERPT = 24

/** What may become of a text. Whether a person may say that it is something else is for the caller. */
export function guard(text: string, guarding: Guarding): Guarded {
  const found = findIdentifiers(text, guarding)
  const certain = found.find(({ certainty }) => certainty === 'certain')
  if (certain) {
    const { label, instead } = certain
    const message = `${where(text, certain, found)} looks like ${label}, so nothing has been saved. Take it out. ${instead}`
    return { type: 'refused', message, found }
  }
  const [first, ...others] = found
  if (!first) return { type: 'clear' }
  const message = `${where(text, first, found)} could be ${each(found, ({ label }) => label, ' and ')}. If it is, take it out. ${each(found, ({ instead }) => instead, ' ')}`
  return { type: 'doubtful', message, found: [first, ...others] }
}

/** What is said of each, once. */
function each(
  found: readonly Identifier[],
  saying: (one: Identifier) => string,
  between: string,
): string {
  return [...new Set(found.map(saying))].join(between)
}

/** The words around an identifier, with every one in them masked: `"… seen with 94• ••• •••• at …"`. */
function where(text: string, marked: Identifier, found: readonly Identifier[]): string {
  const before = masked(text, found, 0, marked.at)
  const after = masked(text, found, marked.at + marked.length, text.length)
  // Cut at a space, so that no half word stands in the excerpt.
  const shortBefore = before.length > EXCERPT ? before.slice(-EXCERPT).replace(/^\S*/, '…') : before
  const shortAfter = after.length > EXCERPT ? after.slice(0, EXCERPT).replace(/\S*$/, '…') : after
  return `"${shortBefore}${mask(text, marked)}${shortAfter}"`
}

/** A stretch of the text that cuts no identifier. */
function masked(text: string, found: readonly Identifier[], from: number, to: number): string {
  let [words, place] = ['', from]
  for (const one of found.filter(({ at }) => at >= from && at < to)) {
    words += text.slice(place, one.at) + mask(text, one)
    place = one.at + one.length
  }
  return (words + text.slice(place, to)).replace(/\s+/g, ' ')
}

/** Enough to find the place again, and no more. */
function mask(text: string, { kind, at, length }: Identifier): string {
  const visible = text.slice(at, at + length).replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '')
  const [first = '', second = ''] = visible
  if (kind === 'nhs-number') return `${first}${second}• ••• ••••`
  return first + visible.slice(first.length).replace(/[\p{L}\p{N}]/gu, '•')
}
