import { isCapital, isMark, lengthAt, type Tokens, touches, WORD, wordAt } from './tokens.ts'

export const TITLES = ['mr', 'mrs', 'ms', 'miss', 'mx', 'master']
const NAMES_AT_MOST = 4

/** Two names or more with capitals, or one after a title: the token after them, or 0. */
export function nameAt(tokens: Tokens, from: number, never: ReadonlySet<string>): number {
  let at = from
  const isTitled = TITLES.includes(wordAt(tokens, at))
  if (isTitled) at = isMark(tokens, at + 1, '.') ? at + 2 : at + 1
  const { to, names } = namesFrom(tokens, at, never)
  return names >= (isTitled ? 1 : 2) ? to : 0
}

/** What is written where a name belongs, unless it is a word that says that there is none. */
export function wordsAt(tokens: Tokens, from: number, never: ReadonlySet<string>): number {
  const word = wordAt(tokens, from)
  if (tokens.kinds[from] !== WORD || never.has(word)) return 0
  if (TITLES.includes(word) || isCapital(tokens, from)) {
    const { to, names } = namesFrom(tokens, TITLES.includes(word) ? from + 1 : from, never)
    if (names > 0) return to
  }
  // In small letters only where it is plain that a name follows: `name: sam`, `name is sam`.
  const isGiven = isMark(tokens, from - 1, ':=-') || wordAt(tokens, from - 1) === 'is'
  return isGiven && lengthAt(tokens, from) > 1 ? from + 1 : 0
}

/** Names in a row; an initial counts only with a name after it. */
function namesFrom(tokens: Tokens, from: number, never: ReadonlySet<string>) {
  let [at, to, names, initials] = [from, from, 0, 0]
  while (names + initials < NAMES_AT_MOST && isNamePart(tokens, at, never)) {
    const end = pastName(tokens, at)
    if (end === at + 1 && lengthAt(tokens, at) === 1) {
      initials += 1
      at = isMark(tokens, end, '.') ? end + 1 : end
      continue
    }
    names += initials > 0 && names === 0 ? 2 : 1
    at = end
    to = end
  }
  return { to, names }
}

function isNamePart(tokens: Tokens, at: number, never: ReadonlySet<string>): boolean {
  return tokens.kinds[at] === WORD && isCapital(tokens, at) && !never.has(wordAt(tokens, at))
}

/** Past the initials in a row, as in `Mrs. A. B. Crumpsall`. */
export function initialsFrom(tokens: Tokens, from: number): number {
  let at = from
  while (tokens.kinds[at] === WORD && lengthAt(tokens, at) === 1 && pastName(tokens, at) === at + 1)
    at = isMark(tokens, at + 1, '.') ? at + 2 : at + 1
  return at
}

/** `O’Donnell` and `Lee-Anne` are one name. */
export function pastName(tokens: Tokens, from: number): number {
  let at = from + 1
  while (
    isMark(tokens, at, "'-") &&
    touches(tokens, at) &&
    touches(tokens, at + 1) &&
    tokens.kinds[at + 1] === WORD &&
    lengthAt(tokens, at + 1) > 1
  )
    at += 2
  return at
}
