import { dateAt } from './dates.ts'
import { isMark, lengthAt, MARK, NUMBER, type Tokens, touches, WORD, wordAt } from './tokens.ts'

const DIGITS = 10
/** As in `999 - 000 - 0018`; more than these are the columns of a table. */
const SEPARATORS_AT_MOST = 10
const SEPARATORS = '-._/,()'
/** Those of a number in a grouping of its own: strokes and colons are for days, times and results. */
const GROUPING = '-.,()'
/** Just before a number in such a grouping, they say that it is another one. */
const OTHER = new Set(
  `tel telephone phone mobile mob fax bleep pager ext extension ring call text lot batch serial order po
  invoice barcode asset job meeting teams zoom passcode pin gmc nmc`.split(/\s+/),
)
const OTHER_AT_MOST = 3
const BEFORE_ONE = '(\'":;,.-=*>'
/** How far before a number the word NHS makes any grouping of its digits one. */
const CUE_AT_MOST = 6

export interface NhsNumber {
  /** The first token, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly digits: string
  /** In groups of no usual kind, and not called an NHS number. */
  readonly isFree: boolean
}

/** The tenth digit that goes with nine digits by modulus 11; null when no number may have them. */
export function checkDigit(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? null : digit
}

/** Ten ASCII digits whose last one is right by modulus 11. */
export function passesChecksum(digits: string): boolean {
  return /^\d{10}$/.test(digits) && checkDigit(digits.slice(0, 9)) === Number(digits[9])
}

/** Whether numbers of this range are given to patients, or kept for tests (999). */
export function isIssuedOrTest(digits: string): boolean {
  return /^([3467]|999)/.test(digits)
}

/**
 * The NHS number that begins with a token: ten digits in a row or as 3-3-4, not within a longer row of
 * digits; after the word NHS in any grouping; otherwise in other groupings only of an issued or a test
 * range, and `free`.
 */
export function nhsNumberAt(tokens: Tokens, from: number): NhsNumber | null {
  const groups = groupsAt(tokens, from)
  if (!groups) return null
  const { to, isUsual } = groups
  const digits = digitsOf(tokens, from, to)
  // Noughts pass the check and are nobody's number.
  if (!passesChecksum(digits) || Number(digits) === 0) return null
  if (isInternational(tokens, from)) return null
  if (isUsual || isCalledNhs(tokens, from)) return { from, to, digits, isFree: false }
  const isOne =
    isIssuedOrTest(digits) && standsAlone(tokens, from, to) && isGrouped(tokens, from, to)
  return isOne ? { from, to, digits, isFree: true } : null
}

/** Numbers that follow each other with only separators between, until they make ten digits. */
function groupsAt(tokens: Tokens, from: number): { to: number; isUsual: boolean } | null {
  if (tokens.kinds[from] !== NUMBER) return null
  let digits = lengthAt(tokens, from)
  let isUsual = true
  let to = from + 1
  while (digits < DIGITS) {
    if (digits !== 3 && digits !== 6) isUsual = false
    const next = pastSeparators(tokens, to)
    if (next === null) return null
    // Commas are between numbers of a list.
    if (isMark(tokens, next - 1, ',')) isUsual = false
    digits += lengthAt(tokens, next)
    to = next + 1
  }
  return digits === DIGITS ? { to, isUsual } : null
}

/** Whether no letter, sum, share or further number is next to it. */
function standsAlone(tokens: Tokens, from: number, to: number): boolean {
  // Signs of money are among the other marks.
  if (touches(tokens, from) && !isMark(tokens, from - 1, BEFORE_ONE)) return false
  if (touches(tokens, to) && (tokens.kinds[to] === WORD || isMark(tokens, to, '%/:'))) return false
  for (let at = from - 1, words = 0; at >= 0 && words < OTHER_AT_MOST; at -= 1) {
    if (tokens.kinds[at] === MARK) continue
    if (OTHER.has(wordAt(tokens, at))) return false
    words += 1
  }
  const isEnded = isMark(tokens, to, GROUPING) && !touches(tokens, to + 1)
  const isBegun = tokens.kinds[from - 1] !== NUMBER && !isJoined(tokens, from)
  return isBegun && (isEnded || pastSeparators(tokens, to) === null)
}

/** Whether a mark joins a number to one before it. */
function isJoined(tokens: Tokens, from: number): boolean {
  return touches(tokens, from) && touches(tokens, from - 1) && tokens.kinds[from - 2] === NUMBER
}

/** Groups as people make them by hand, and neither a list of figures, nor a sum, nor a day and a time. */
function isGrouped(tokens: Tokens, from: number, to: number): boolean {
  let [marks, groups] = ['', '']
  for (let at = from; at < to; at += 1) {
    if (tokens.kinds[at] === NUMBER) groups += lengthAt(tokens, at)
    else if (!isMark(tokens, at, GROUPING)) return false
    else if (isMark(tokens, at, ',') && !touches(tokens, at + 1) && !groups.startsWith('33'))
      return false
    else if (!isMark(tokens, at, '()')) marks += tokens.plain.charAt(tokens.starts[at] ?? 0)
  }
  const isSum = groups === '1333' && marks.includes(',')
  return groups.length <= 5 && !isSum && !/(.)(?!\1)./.test(marks) && !dateAt(tokens, from, false)
}

function digitsOf(tokens: Tokens, from: number, to: number): string {
  let digits = ''
  for (let token = from; token < to; token += 1)
    if (tokens.kinds[token] === NUMBER) digits += wordAt(tokens, token)
  return digits
}

/** The number that comes next, if nothing but a few separators is before it. */
function pastSeparators(tokens: Tokens, token: number): number | null {
  const { plain, starts, ends, kinds, count } = tokens
  let next = token
  while (next < count && isMark(tokens, next, SEPARATORS)) next += 1
  const from = ends[token - 1] ?? 0
  const to = starts[next] ?? plain.length
  return kinds[next] === NUMBER && to - from <= SEPARATORS_AT_MOST ? next : null
}

/** Whether the word NHS stands shortly before. */
function isCalledNhs(tokens: Tokens, from: number): boolean {
  for (let token = from - 1; token >= 0 && token >= from - CUE_AT_MOST; token -= 1) {
    if (/^nhs(?:no|number|id)?$/.test(wordAt(tokens, token))) return true
  }
  return false
}

/** After `+44` stand the ten digits of a telephone number. */
function isInternational(tokens: Tokens, from: number): boolean {
  const code = isMark(tokens, from - 1, ')') ? from - 4 : from - 1
  return wordAt(tokens, code) === '44' && touches(tokens, code) && isMark(tokens, code - 1, '+')
}
