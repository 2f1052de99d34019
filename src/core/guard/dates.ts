import { isMark, lengthAt, MARK, NUMBER, type Tokens, touches, WORD, wordAt } from './tokens.ts'

/** A date that begins with a token: the token after it, and its year as it is written. */
export interface DateFound {
  readonly to: number
  /** Below 100 where two digits give it. */
  readonly year: number
}

const MONTHS = new Set(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september
  oct october nov november dec december`.split(/\s+/),
)
const DAYS_IN_WORDS = new Set(
  `of first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
  fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth
  thirty`.split(/\s+/),
)
const ORDINALS = new Set(['st', 'nd', 'rd', 'th'])
const LEAST_YEAR = 1900
const MOST_YEAR = 2099

/**
 * The date that begins with a token. `loose` where the words before say that it is one: years of two
 * digits, rows of six or eight digits and blanks for strokes count too.
 */
export function dateAt(tokens: Tokens, from: number, loose: boolean): DateFound | null {
  if (touches(tokens, from) && tokens.kinds[from - 1] === NUMBER) return null
  if (tokens.kinds[from] === WORD)
    return (loose ? dayInWords(tokens, from) : null) ?? monthFirst(tokens, from, loose)
  if (tokens.kinds[from] !== NUMBER) return null
  const length = lengthAt(tokens, from)
  if (length === 4) return yearFirst(tokens, from)
  if (length > 2) return loose ? inARow(tokens, from) : null
  return inFigures(tokens, from, loose) ?? inWords(tokens, from, loose)
}

/** `1989-04-17`, `1974/08/15` */
function yearFirst(tokens: Tokens, from: number): DateFound | null {
  const month = afterStroke(tokens, from + 1)
  const day = month === null ? null : afterStroke(tokens, month + 1)
  if (month === null || day === null) return null
  if (!isShort(tokens, month) || !isShort(tokens, day)) return null
  const year = Number(wordAt(tokens, from))
  return year >= LEAST_YEAR && year <= MOST_YEAR ? { to: day + 1, year } : null
}

/** `14/03/1998`, `7.6.2009`, `21 / 08 / 1968`, and loosely `02/11/87`, `11 11 1961`, `19/O5/1977`. */
function inFigures(tokens: Tokens, from: number, loose: boolean): DateFound | null {
  const month = afterStroke(tokens, from + 1) ?? (loose ? numberAt(tokens, from + 1) : null)
  if (month !== null && isShort(tokens, month)) {
    const last = afterStroke(tokens, month + 1) ?? (loose ? numberAt(tokens, month + 1) : null)
    return last === null ? null : endingWith(tokens, last, loose)
  }
  // A letter O for a nought.
  if (!loose || !isStroke(tokens, from + 1) || !touches(tokens, from + 2)) return null
  for (const last of [from + 4, from + 5]) {
    if (isStroke(tokens, last - 1)) return endingWith(tokens, last, loose)
  }
  return null
}

/** `1 May 1964`, `12th January 2011`, `1st of December 1984`, `9-May-86`, `14 / March / 1998`, `2nd Feb '79`. */
function inWords(tokens: Tokens, from: number, loose: boolean): DateFound | null {
  let at = from + 1
  if (ORDINALS.has(wordAt(tokens, at))) at += 1
  if (wordAt(tokens, at) === 'of') at += 1
  if (isMark(tokens, at, '-/.,')) at += 1
  if (tokens.kinds[at] !== WORD || !MONTHS.has(wordAt(tokens, at))) return null
  at += 1
  if (isMark(tokens, at, "-/.,'")) at += 1
  return endingWith(tokens, at, loose)
}

/** `first of May 1964`, `twenty-third March 1990` */
function dayInWords(tokens: Tokens, from: number): DateFound | null {
  let at = from
  while (at < from + 4 && isOfDayInWords(tokens, at)) at += 1
  return at > from && MONTHS.has(wordAt(tokens, at)) ? endingWith(tokens, at + 1, true) : null
}

function isOfDayInWords(tokens: Tokens, at: number): boolean {
  return DAYS_IN_WORDS.has(wordAt(tokens, at)) || isMark(tokens, at, '-')
}

/** `Feb 2 1979`, `sept 5th 2001`, `March 14, 1998` */
function monthFirst(tokens: Tokens, from: number, loose: boolean): DateFound | null {
  const day = isMark(tokens, from + 1, '.') ? from + 2 : from + 1
  if (tokens.kinds[day] !== NUMBER || !isShort(tokens, day)) return null
  if (!MONTHS.has(wordAt(tokens, from))) return null
  let at = day + 1
  if (ORDINALS.has(wordAt(tokens, at))) at += 1
  if (isMark(tokens, at, ',')) at += 1
  return endingWith(tokens, at, loose)
}

/** `19770510`, `12081974`, `110361` */
function inARow(tokens: Tokens, from: number): DateFound | null {
  const row = wordAt(tokens, from)
  const year =
    /^((?:19|20)\d\d)(?:0\d|1[0-2])[0-3]\d$/.exec(row) ??
    /^[0-3]\d(?:0\d|1[0-2])((?:19|20)?\d\d)$/.exec(row)
  return year ? { to: from + 1, year: Number(year[1]) } : null
}

/** The year that ends a date; of two digits only where the words before say that it is a date. */
function endingWith(tokens: Tokens, last: number, loose: boolean): DateFound | null {
  if (tokens.kinds[last] !== NUMBER) return null
  const digits = wordAt(tokens, last)
  const year = Number(digits)
  if (digits.length === 2 && loose) return { to: last + 1, year }
  if (digits.length !== 4 || year < LEAST_YEAR || year > MOST_YEAR) return null
  return { to: last + 1, year }
}

function afterStroke(tokens: Tokens, at: number): number | null {
  return isStroke(tokens, at) ? numberAt(tokens, at + 1) : null
}

function isStroke(tokens: Tokens, at: number): boolean {
  return tokens.kinds[at] === MARK && isMark(tokens, at, '/.-')
}

function numberAt(tokens: Tokens, at: number): number | null {
  return tokens.kinds[at] === NUMBER ? at : null
}

function isShort(tokens: Tokens, at: number): boolean {
  return lengthAt(tokens, at) <= 2
}
