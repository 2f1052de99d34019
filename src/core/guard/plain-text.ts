/** A text as the guard reads it: no invisible characters, plain digits, hyphens, blanks and letters. */
export interface PlainText {
  readonly plain: string
  /** The same in small letters, place for place. */
  readonly lower: string
  /** Where a place of the plain text is in the text itself. */
  original(place: number): number
}

const FOREIGN = /[^\0-\x7f]/gu
const ANY_FOREIGN = /[^\0-\x7f]/
/** Stands for a character that is no letter, digit, blank or hyphen. */
const OTHER = '\x7f'

/** How each character that is not ASCII is read: there are not many in one language. */
const known = new Map<string, string>()
const KNOWN_AT_MOST = 20_000

export function plainText(text: string): PlainText {
  if (!ANY_FOREIGN.test(text))
    return { plain: text, lower: text.toLowerCase(), original: (place) => place }
  let plain = ''
  let copied = 0
  // What was replaced by something of another length: the place after it, in both texts.
  const places: number[] = []
  for (const { 0: one, index } of text.matchAll(FOREIGN)) {
    const folded = foldOf(one)
    plain += text.slice(copied, index) + folded
    copied = index + one.length
    if (folded.length !== one.length) places.push(plain.length, copied)
  }
  plain += text.slice(copied)
  const small = plain.toLowerCase()
  const lower = small.length === plain.length ? small : asciiLower(plain)
  return { plain, lower, original: (place) => originalOf(places, place) }
}

function foldOf(one: string): string {
  const seen = known.get(one)
  if (seen !== undefined) return seen
  const folded = fold(one)
  if (known.size < KNOWN_AT_MOST) known.set(one, folded)
  return folded
}

function fold(one: string): string {
  if (/^[\p{Cf}\p{Mn}\p{Me}]$/u.test(one)) return ''
  if (/^[\p{Zs}\p{Zl}\p{Zp}]$/u.test(one)) return ' '
  if (/^[\p{Pd}\u2212]$/u.test(one)) return '-'
  if (/^[’‘‛ʼʻ＇′´]$/u.test(one)) return "'"
  if (one === '·') return '.'
  const digit = asciiDigit(one)
  if (digit !== '') return digit
  // A letter without its accent, a wide one as a usual one.
  const base = one.normalize('NFKD').replace(/[\p{Mn}\p{Me}]/gu, '')
  if (/^[\0-\x7f]$/.test(base)) return base
  return /^\p{L}$/u.test(one) && one.length === 1 ? one : OTHER
}

/** `3` of `３` and `٣`; nothing of what is no digit. */
function asciiDigit(one: string): string {
  const plain = one.normalize('NFKC')
  if (/^\d$/.test(plain)) return plain
  if (!/^\p{Nd}$/u.test(plain)) return ''
  // Unicode keeps the ten digits of a script together, the zero first.
  let value = 0
  while (
    value < 9 &&
    /^\p{Nd}$/u.test(String.fromCodePoint((plain.codePointAt(0) ?? 0) - value - 1))
  ) {
    value += 1
  }
  return String(value)
}

function asciiLower(plain: string): string {
  return plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function originalOf(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle * 2] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const at = (low - 1) * 2
  return low === 0 ? place : (places[at + 1] ?? 0) + place - (places[at] ?? 0)
}
