import { initialsFrom, pastName, TITLES } from './names.ts'
import {
  isCapital,
  isMark,
  isPossessive,
  lengthAt,
  MARK,
  type Tokens,
  touches,
  WORD,
  wordAt,
} from './tokens.ts'

/** What a rule says about people; its words as sets. */
export interface Person {
  readonly first: ReadonlySet<string>
  readonly small: boolean
  readonly never: ReadonlySet<string>
}

const NAMES_AT_MOST = 3
/** Tokens that are looked at on each side for what somebody does. */
const NEAR = 8

/** One of the first words and one to three names: the token after them, or 0. */
export function personAt(tokens: Tokens, from: number, by: Person): number {
  const first = wordAt(tokens, from)
  if (!by.first.has(first)) return 0
  const isTitle = TITLES.includes(first)
  if (!by.small && !isWrittenAsName(tokens, from) && (!isTitle || isCapital(tokens, from))) return 0
  let at = pastName(tokens, from)
  if (isTitle && isMark(tokens, at, '.')) at += 1
  at = initialsFrom(tokens, at)
  let to = 0
  for (let names = 0; names < NAMES_AT_MOST && isFamilyName(tokens, at, by, isTitle); names += 1) {
    // After a name with a capital none in small letters belongs to it.
    if (names > 0 && !isCapital(tokens, at)) break
    at = pastName(tokens, at)
    to = at
  }
  return to
}

/** A capital and then small letters: nobody shouts, so the capital says something. */
function isWrittenAsName(tokens: Tokens, at: number): boolean {
  const place = (tokens.starts[at] ?? 0) + 1
  return isCapital(tokens, at) && tokens.plain.charAt(place) === tokens.lower.charAt(place)
}

function isFamilyName(tokens: Tokens, at: number, by: Person, isTitle: boolean): boolean {
  if (tokens.kinds[at] !== WORD || by.never.has(wordAt(tokens, at))) return false
  const isInitial = lengthAt(tokens, at) === 1 && pastName(tokens, at) === at + 1
  if (isInitial || isPossessive(tokens, at)) return false
  // `d’Arcy`
  if (isCapital(tokens, at) || (isMark(tokens, at + 1, "'") && isCapital(tokens, at + 2)))
    return true
  // `doreen fainted`, `doreen was limping`
  const isLong = lengthAt(tokens, at) > 2 || pastName(tokens, at) > at + 1
  return by.small && isLong && (isTitle || !isDoing(wordAt(tokens, at)))
}

function isDoing(word: string): boolean {
  return word.length > 5 && (word.endsWith('ed') || word.endsWith('ing'))
}

/**
 * Whether what stands by a name says that it is somebody at work, or a place: before it one of `unless`,
 * after it one of `works`, with only words of `through` in between.
 */
export function isAtWork(
  tokens: Tokens,
  { from, to }: { from: number; to: number },
  around: {
    readonly unless: ReadonlySet<string>
    readonly through: ReadonlySet<string>
    readonly works: ReadonlySet<string>
  },
): boolean {
  return (
    leadsTo(tokens, from - 1, -1, around.unless, around.through) ||
    leadsTo(tokens, to, 1, around.works, around.through)
  )
}

function leadsTo(
  tokens: Tokens,
  start: number,
  step: 1 | -1,
  words: ReadonlySet<string>,
  through: ReadonlySet<string>,
): boolean {
  for (let at = start; at >= 0 && at < tokens.count && at !== start + step * NEAR; at += step) {
    if (tokens.kinds[at] === MARK) {
      if (isMark(tokens, at, ';!?') || (isMark(tokens, at, '.') && !isShortened(tokens, at)))
        return false
      continue
    }
    const word = wordAt(tokens, at)
    if (words.has(word)) return true
    if (!through.has(word) && !isPossessive(tokens, at)) return false
  }
  return false
}

/** `cons. Mr Sorley` */
function isShortened(tokens: Tokens, at: number): boolean {
  return touches(tokens, at) && lengthAt(tokens, at - 1) <= 4
}
