import { type PlainText, plainText } from './plain-text.ts'

/** `mark`: one character that is no letter, digit or blank. */
export const WORD = 1
export const NUMBER = 2
export const MARK = 3

/** The words, numbers and marks of a text, by number; blanks are between them. */
export interface Tokens extends PlainText {
  readonly count: number
  readonly kinds: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Those that were read before, in small letters. */
  readonly words: (string | undefined)[]
}

const CHARACTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const one = String.fromCharCode(code)
  if (/[a-z]/i.test(one)) return WORD
  if (/\d/.test(one)) return NUMBER
  return /\s/.test(one) ? 0 : MARK
})

export function tokensOf(text: string): Tokens {
  const read = plainText(text)
  const { plain } = read
  const kinds: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  let place = 0
  while (place < plain.length) {
    const kind = kindAt(plain, place)
    let end = place + 1
    if (kind === WORD || kind === NUMBER)
      while (end < plain.length && kindAt(plain, end) === kind) end += 1
    if (kind !== 0) {
      kinds.push(kind)
      starts.push(place)
      ends.push(end)
    }
    place = end
  }
  return { ...read, count: kinds.length, kinds, starts, ends, words: [] }
}

function kindAt(plain: string, place: number): number {
  return CHARACTERS[plain.charCodeAt(place)] ?? WORD
}

/** A token in small letters; nothing beyond the last. */
export function wordAt({ lower, starts, ends, words }: Tokens, token: number): string {
  const known = words[token]
  if (known !== undefined) return known
  const word = lower.slice(starts[token], ends[token] ?? 0)
  if (token >= 0) words[token] = word
  return word
}

export function lengthAt({ starts, ends }: Tokens, token: number): number {
  return (ends[token] ?? 0) - (starts[token] ?? 0)
}

/** Whether nothing stands between a token and the one before it. */
export function touches({ starts, ends }: Tokens, token: number): boolean {
  return token > 0 && starts[token] === ends[token - 1]
}

/** Whether a token is this mark. */
export function isMark({ plain, starts, kinds }: Tokens, token: number, marks: string): boolean {
  return kinds[token] === MARK && marks.includes(plain.charAt(starts[token] ?? 0))
}

/** The `s` of `mum’s`: no word of its own. */
export function isPossessive(tokens: Tokens, token: number): boolean {
  return wordAt(tokens, token) === 's' && touches(tokens, token) && isMark(tokens, token - 1, "'")
}

export function isCapital({ plain, lower, starts }: Tokens, token: number): boolean {
  const place = starts[token] ?? 0
  return plain.charAt(place) !== lower.charAt(place)
}
