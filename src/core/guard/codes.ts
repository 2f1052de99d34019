import { dateAt } from './dates.ts'
import { isMark, lengthAt, MARK, NUMBER, type Tokens, touches, WORD, wordAt } from './tokens.ts'

/** Letters before the digits of a number: `RN99123`. */
const PREFIX_AT_MOST = 3
const PIECES_AT_MOST = 12
const PHONE_DIGITS = 11

/** Figures with letters and joining marks, at least so many digits: the token after them, or 0. */
export function codeAt(tokens: Tokens, from: number, least: number): number {
  if (touches(tokens, from) && tokens.kinds[from - 1] === NUMBER) return 0
  if (dateAt(tokens, from, false)) return 0
  let digits = 0
  let end = 0
  for (let at = from; at < from + PIECES_AT_MOST; at += 1) {
    if (at > from && !continues(tokens, at)) break
    if (tokens.kinds[at] === NUMBER) {
      digits += lengthAt(tokens, at)
      end = at + 1
    } else if (tokens.kinds[at] === WORD) {
      if (lengthAt(tokens, at) > PREFIX_AT_MOST) break
      if (touches(tokens, at) && tokens.kinds[at - 1] === NUMBER) end = at + 1
    } else if (at === from) break
  }
  return digits >= least ? end : 0
}

/** Whether a piece belongs to the code that stands before it. */
function continues(tokens: Tokens, at: number): boolean {
  const kind = tokens.kinds[at]
  if (kind === MARK) return touches(tokens, at) && isMark(tokens, at, '-/.')
  if (touches(tokens, at)) return true
  // `10 29 34`, `987 654 4321`: digits in groups of a size, or one more.
  const more = lengthAt(tokens, at) - lengthAt(tokens, at - 1)
  return kind === NUMBER && tokens.kinds[at - 1] === NUMBER && (more === 0 || more === 1)
}

/** A telephone number of the United Kingdom: the token after it, or 0. */
export function phoneAt(tokens: Tokens, from: number): number {
  if (tokens.kinds[from] === WORD) return 0
  const isAbroad = isMark(tokens, from, '+')
  if (!isAbroad && tokens.kinds[from] !== NUMBER) return 0
  if (touches(tokens, from) && tokens.kinds[from - 1] !== MARK) return 0
  const first = isAbroad ? from + 1 : from
  // `+44`, `0044`, or the nought of a number at home.
  const begun = /^(?:44|0044|0)/.exec(wordAt(tokens, first))?.[0]
  if (begun === undefined || isAbroad !== (begun === '44')) return 0
  let digits = `0${wordAt(tokens, first).slice(begun.length)}`
  let at = first + 1
  for (const most = at + 2 * PIECES_AT_MOST; digits.length < PHONE_DIGITS && at < most; at += 1) {
    if (tokens.kinds[at] === NUMBER) {
      const piece = wordAt(tokens, at)
      // The nought of `+44 (0)7700`.
      if (digits !== '0' || piece !== '0' || begun === '0') digits += piece
    } else if (!isMark(tokens, at, '()-.')) break
  }
  const isCut = touches(tokens, at) && tokens.kinds[at] !== MARK
  return digits.length === PHONE_DIGITS && !isCut ? at : 0
}
