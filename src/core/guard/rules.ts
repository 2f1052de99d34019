import type { IdentifierRule } from '../policy/identifier.ts'
import { emailAt, postcodeAt, tokenAfter } from './addresses.ts'
import { codeAt, phoneAt } from './codes.ts'
import { dateAt } from './dates.ts'
import { nameAt, wordsAt } from './names.ts'
import { personAt } from './person.ts'
import { plainText } from './plain-text.ts'
import { MARK, type Tokens, touches } from './tokens.ts'

/** Whether what a rule looks for begins with a token: the token after it, or 0. */
type Match = (tokens: Tokens, from: number, year: number) => number

/** A rule of a pack, ready to be looked for. */
export interface Search {
  readonly rule: IdentifierRule
  readonly match: Match
  readonly through: ReadonlySet<string>
  readonly unless: ReadonlySet<string>
  readonly allow: ReadonlySet<string>
  /** What makes a person somebody at work, right after the name. */
  readonly works: ReadonlySet<string>
  /** It has a figure in it. */
  readonly needsNumber: boolean
}

/** The cues that begin with the same words: those that end here, and those that go on. */
interface Cues {
  readonly searches: Search[]
  readonly next: Map<string, Cues>
}

export interface Rules {
  readonly cues: Cues
  /** Those that begin with a certain word: a title, or a given name. */
  readonly people: ReadonlyMap<string, readonly Search[]>
  /** The lengths of words that begin any of these, as bits, by their first two letters and their last: most words are none. */
  readonly lengths: Int32Array
  /** Those without cues, by where they may begin. */
  readonly anywhere: Readonly<Record<Start, readonly Search[]>>
}

/** At a number, at a word before a number, at the sign of an e-mail address, or at anything. */
type Start = 'number' | 'beforeNumber' | 'sign' | 'all'

const compiled = new WeakMap<readonly IdentifierRule[], Rules>()

/** Each pack is made ready once. */
export function rulesOf(rules: readonly IdentifierRule[]): Rules {
  const known = compiled.get(rules) ?? compile(rules)
  compiled.set(rules, known)
  return known
}

function compile(rules: readonly IdentifierRule[]): Rules {
  const cues: Cues = { searches: [], next: new Map() }
  const searches = rules.map(searchOf)
  for (const search of searches)
    for (const phrase of search.rule.cues) endOf(cues, phrase).searches.push(search)
  const people = peopleOf(searches)
  const anywhere = searches.filter(({ rule }) => rule.cues.length === 0)
  const startingAt = (start: Start) =>
    anywhere.filter(({ rule }) => STARTS[rule.shape.kind].includes(start))
  return {
    cues,
    people,
    lengths: lengthsOf([...cues.next.keys(), ...people.keys()]),
    anywhere: {
      number: startingAt('number'),
      beforeNumber: startingAt('beforeNumber'),
      sign: startingAt('sign'),
      all: startingAt('all'),
    },
  }
}

function peopleOf(searches: readonly Search[]): ReadonlyMap<string, readonly Search[]> {
  const people = new Map<string, Search[]>()
  for (const search of searches) {
    const { shape } = search.rule
    for (const word of shape.kind === 'person' ? shape.first : [])
      people.set(word, [...(people.get(word) ?? []), search])
  }
  return people
}

const STARTS: Readonly<Record<IdentifierRule['shape']['kind'], readonly Start[]>> = {
  date: ['number', 'beforeNumber'],
  postcode: ['beforeNumber'],
  email: ['sign'],
  picture: ['all'],
  phone: ['all'],
  code: ['all'],
  name: ['all'],
  person: [],
  words: ['all'],
}

/** A bit for each length up to 31. */
function lengthsOf(words: readonly string[]): Int32Array {
  const lengths = new Int32Array(32 * 32 * 32)
  for (const word of words) {
    const letters = lettersAt(word, 0, word.length)
    lengths[letters] = (lengths[letters] ?? 0) | (1 << (word.length & 31))
  }
  return lengths
}

/** Words may share a place, those of letters beyond ASCII above all. */
function lettersAt(text: string, start: number, length: number): number {
  const second = length > 1 ? text.charCodeAt(start + 1) & 31 : 0
  const last = text.charCodeAt(start + length - 1) & 31
  return ((text.charCodeAt(start) & 31) << 10) | (second << 5) | last
}

/** Whether a word may be the first one of a cue, or of a name. */
export function mayBegin({ lengths }: Rules, { lower, starts, ends }: Tokens, token: number) {
  const start = starts[token] ?? 0
  const length = (ends[token] ?? 0) - start
  return ((lengths[lettersAt(lower, start, length)] ?? 0) & (1 << (length & 31))) !== 0
}

/** Where a phrase ends among the cues; it is made where it was not there. */
function endOf(cues: Cues, phrase: string): Cues {
  let at = cues
  // Words and figures are apart, as they are in a text.
  for (const word of phrase.match(/\p{L}+|\d+/gu) ?? []) {
    const next = at.next.get(word) ?? { searches: [], next: new Map() }
    at.next.set(word, next)
    at = next
  }
  return at
}

function searchOf(rule: IdentifierRule): Search {
  return {
    rule,
    match: matchOf(rule),
    through: new Set(rule.through),
    unless: new Set(rule.unless),
    allow: new Set(rule.allow.map(squeezed)),
    needsNumber: rule.shape.kind === 'phone' || rule.shape.kind === 'code',
    works: new Set(rule.shape.kind === 'person' ? rule.shape.works : []),
  }
}

/** Without blanks, marks and accents, as what may stand is compared. */
export function squeezed(words: string): string {
  return plainText(words).lower.replace(/[^\p{L}\d@.]/gu, '')
}

function matchOf({ shape, cues }: IdentifierRule): Match {
  switch (shape.kind) {
    case 'date': {
      const { aged } = shape
      return (tokens, from, year) => {
        const found = dateAt(tokens, from, cues.length > 0)
        if (!found) return 0
        return aged === undefined || isAged(found.year, year, aged) ? found.to : 0
      }
    }
    case 'postcode':
      return postcodeAt
    case 'phone':
      return phoneAt
    case 'email':
      return emailAt
    case 'code':
      return (tokens, from) => codeAt(tokens, from, shape.digits)
    case 'name': {
      const never = new Set(shape.never)
      return (tokens, from) => nameAt(tokens, from, never)
    }
    case 'words': {
      const never = new Set(shape.never)
      return (tokens, from) => wordsAt(tokens, from, never)
    }
    case 'person': {
      const { small } = shape
      const [first, never] = [new Set(shape.first), new Set(shape.never)]
      return (tokens, from) => personAt(tokens, from, { first, small, never })
    }
    case 'picture':
      return pictured(shape.pictures)
  }
}

/** Of two digits the latest such year that is over is meant. */
function isAged(written: number, now: number, { from, to }: { from: number; to: number }): boolean {
  const latest = written + now - (now % 100)
  const year = written >= 100 ? written : latest > now ? latest - 100 : latest
  return now - year >= from && now - year <= to
}

/** Without a repetition in it, such an expression cannot take longer than its own length. */
function pictured(pictures: readonly string[]): Match {
  const expressions = pictures.map((one) => new RegExp(`${expressionOf(one)}(?![a-z\\d])`, 'y'))
  return (tokens, from) => {
    const { kinds, starts, lower } = tokens
    if (touches(tokens, from) && kinds[from - 1] !== MARK) return 0
    const place = starts[from] ?? 0
    for (const expression of expressions) {
      expression.lastIndex = place
      const found = expression.exec(lower)
      if (found) return tokenAfter(tokens, from, place + found[0].length)
    }
    return 0
  }
}

function expressionOf(picture: string): string {
  return [...picture.toLowerCase()]
    .map((one) => {
      if (one === '#') return '\\d'
      if (one === '@') return '[a-z]'
      if (one === '?') return '[a-z\\d]'
      return one === ' ' ? '\\s?' : one.replace(/[./-]/, '\\$&')
    })
    .join('')
}
