import type { Directory } from '../people/directory.ts'
import type { IdentifierRule } from '../policy/identifier.ts'
import { beforeSign } from './addresses.ts'
import { isColleague } from './colleagues.ts'
import { isIssuedOrTest, nhsNumberAt } from './nhs-number.ts'
import { isAtWork } from './person.ts'
import { mayBegin, type Rules, rulesOf, type Search, squeezed } from './rules.ts'
import {
  isCapital,
  isMark,
  isPossessive,
  lengthAt,
  MARK,
  NUMBER,
  type Tokens,
  tokensOf,
  touches,
  WORD,
  wordAt,
} from './tokens.ts'

/** A place in a text that may identify a patient, in UTF-16 units. */
export interface Identifier {
  /** `nhs-number`, or the id of the pack's rule. */
  readonly kind: string
  /** What it looks like, with its article. */
  readonly label: string
  /** How to write it. */
  readonly instead: string
  readonly at: number
  readonly length: number
  /** `doubtful`: it may well be something else, and a person may say so. */
  readonly certainty: 'certain' | 'doubtful'
}

/** What the guard goes by: the patterns of the pack in force, and this year. */
export interface Guarding {
  readonly rules: readonly IdentifierRule[]
  readonly year: number
  /** Who works here: those may be named. */
  readonly directory?: Directory
}

/** What is looked through, and what is done with what is found: tokens from and to. */
interface Around {
  readonly tokens: Tokens
  readonly year: number
  add(search: Search, from: number, to: number): void
}

const NHS_NUMBER = {
  kind: 'nhs-number',
  label: 'an NHS number',
  instead:
    'Write "the patient", or the reference of your own incident system, which holds the name.',
} as const
/** So many words before something without a cue may say that it is something else. */
const SHORTLY_BEFORE = 5
/** So many before something that a cue comes after. */
const DIRECTLY_BEFORE = 2
/** Marks that may stand between the words of a cue. */
const JOINING = "-._/'(&+"
/** What begins further off than a rule says may still end near. */
const MORE = 3
/** Tokens that are looked at from a cue, whatever they are. */
const WINDOW = 40

/**
 * All that may identify a patient, in order. NHS numbers are found under every pack; everything else is
 * the pack's. One pass: the time grows with the length of the text and with nothing else.
 */
export function findIdentifiers(text: string, { rules, year, directory }: Guarding): Identifier[] {
  const tokens = tokensOf(text)
  const ready = rulesOf(rules)
  const found: Identifier[] = []
  const add: Around['add'] = ({ rule, allow }, from, to) => {
    if (isAllowed(tokens, from, to, allow)) return
    const isPerson = rule.shape.kind === 'person'
    if (isPerson && directory && isColleague(directory, wordsOf(tokens, from, to))) return
    const { id: kind, label, instead, certainty } = rule
    found.push({ kind, label, instead, certainty, ...placeOf(text, tokens, from, to) })
  }
  const around = { tokens, year, add }
  let person = 0
  for (let token = 0; token < tokens.count; token += 1) {
    const kind = tokens.kinds[token]
    if (kind === NUMBER) {
      addNhsNumber(text, tokens, token, found)
      anyOf(ready.anywhere.number, around, token)
    } else if (kind === WORD) {
      if (mayBegin(ready, tokens, token)) {
        fromCues(around, token, ready)
        // A family name that is a given name as well begins no second one.
        if (token >= person) person = peopleAt(around, token, ready)
      }
      if (tokens.kinds[token + 1] === NUMBER) anyOf(ready.anywhere.beforeNumber, around, token)
    } else if (ready.anywhere.sign.length > 0 && isMark(tokens, token, '@'))
      anyOf(ready.anywhere.sign, around, beforeSign(tokens, token))
    if (ready.anywhere.all.length > 0) anyOf(ready.anywhere.all, around, token)
  }
  return apart(found)
}

/** What needs no cue, where it begins with a token. */
function anyOf(searches: readonly Search[], { tokens, year, add }: Around, token: number): void {
  for (const search of searches) {
    const to = search.match(tokens, token, year)
    if (to > 0 && !isOtherwise(tokens, token, search, SHORTLY_BEFORE)) add(search, token, to)
  }
}

/** Those whose name begins with a word: the token after the name, or 0. */
function peopleAt({ tokens, year, add }: Around, from: number, { people }: Rules): number {
  let end = 0
  for (const search of people.get(wordAt(tokens, from)) ?? []) {
    const to = search.match(tokens, from, year)
    if (to > 0 && !isAtWork(tokens, { from, to }, search)) add(search, from, to)
    end = Math.max(end, to)
  }
  return end
}

function addNhsNumber(text: string, tokens: Tokens, token: number, found: Identifier[]): void {
  const number = nhsNumberAt(tokens, token)
  if (!number) return
  const isSure = !number.isFree && isIssuedOrTest(number.digits)
  const certainty = isSure ? 'certain' : 'doubtful'
  found.push({ ...NHS_NUMBER, certainty, ...placeOf(text, tokens, number.from, number.to) })
}

/** Each phrase that begins with a word and is a cue, however long. */
function fromCues(around: Around, token: number, { cues }: Rules): void {
  const { tokens } = around
  let at = token
  for (let cue = cues.next.get(wordAt(tokens, at)); cue; cue = cue.next.get(wordAt(tokens, at))) {
    const end = pastPossessive(tokens, at + 1)
    for (const search of cue.searches) {
      if (isOfSomethingElse(tokens, token, search)) continue
      lookAfter(around, token, end, search)
      if (search.rule.before > 0) lookBefore(around, token, search)
    }
    at = pastJoining(tokens, end)
  }
}

/** `Ward name` is no name of a person. */
function isOfSomethingElse(tokens: Tokens, cue: number, { unless }: Search): boolean {
  const before = isPossessive(tokens, cue - 1) ? cue - 3 : cue - 1
  return tokens.kinds[before] === WORD && unless.has(wordAt(tokens, before))
}

function pastJoining(tokens: Tokens, from: number): number {
  if (!isMark(tokens, from, JOINING)) return from
  return isMark(tokens, from + 1, JOINING) ? from + 2 : from + 1
}

function pastPossessive(tokens: Tokens, at: number): number {
  return isMark(tokens, at, "'") && isPossessive(tokens, at + 1) ? at + 2 : at
}

/** To the next such cue at most: what comes after that is looked for from there. */
function lookAfter({ tokens, year, add }: Around, cue: number, from: number, search: Search): void {
  const { rule, match } = search
  if (search.needsNumber && !isNumberNear(tokens, from, 1, mostAfter(search))) return
  let words = 0
  for (let at = from; at < tokens.count && at < from + WINDOW; at += 1) {
    const to = match(tokens, at, year)
    if (to > 0) {
      add(search, at, to)
      return
    }
    const counted = countOf(tokens, at, search)
    if (counted === null || endsSentence(tokens, at)) return
    words += counted
    if (words > rule.after || wordAt(tokens, at) === wordAt(tokens, cue)) return
  }
}

function lookBefore({ tokens, year, add }: Around, cue: number, search: Search): void {
  const { rule, match } = search
  if (search.needsNumber && !isNumberNear(tokens, cue - 1, -1, mostBefore(search))) return
  let words = 0
  for (let at = cue - 1; at >= 0 && at > cue - WINDOW; at -= 1) {
    // A number goes with the letters that it touches.
    const isTail = tokens.kinds[at - 1] === WORD && touches(tokens, at)
    const to = isTail ? 0 : match(tokens, at, year)
    if (to > 0 && to <= cue) {
      if (!isOtherwise(tokens, at, search, DIRECTLY_BEFORE)) add(search, at, to)
      return
    }
    const counted = countOf(tokens, at, search)
    if (counted === null || isMark(tokens, at, ';') || endsSentence(tokens, at)) return
    words += counted
    if (words > rule.before + MORE || wordAt(tokens, at) === wordAt(tokens, cue)) return
  }
}

/** Whether there is a number with at most so many words before it: quickly said, and mostly there is none. */
function isNumberNear({ kinds, count }: Tokens, from: number, step: 1 | -1, most: number): boolean {
  let words = 0
  for (let at = from; at >= 0 && at < count && words <= most; at += step) {
    if (kinds[at] === NUMBER) return true
    if (kinds[at] === WORD) words += 1
  }
  return false
}

/** More than the rule has, for letters before a number; words of `through` are without limit. */
function mostAfter({ rule, through }: Search): number {
  return through.size > 0 ? WINDOW : rule.after + MORE
}

function mostBefore({ rule, through }: Search): number {
  return through.size > 0 ? WINDOW : rule.before + 2 * MORE
}

/** How many words a token is between a cue and what is looked for; null: they do not belong together. */
function countOf(tokens: Tokens, at: number, { through, unless }: Search): number | null {
  if (tokens.kinds[at] === MARK) return 0
  const word = wordAt(tokens, at)
  if (unless.has(word)) return null
  return through.has(word) || isPossessive(tokens, at) ? 0 : 1
}

/** A full stop after a whole word, before a capital. */
function endsSentence(tokens: Tokens, at: number): boolean {
  return (
    isMark(tokens, at, '.!?') &&
    lengthAt(tokens, at - 1) > 4 &&
    isCapital(tokens, at + 1) &&
    (tokens.starts[at + 1] ?? 0) > (tokens.ends[at] ?? 0)
  )
}

/** Whether a word shortly before says that it is something else. */
function isOtherwise(tokens: Tokens, from: number, { unless }: Search, most: number): boolean {
  if (unless.size === 0) return false
  let words = 0
  for (let at = from - 1; at >= 0 && words < most && at > from - WINDOW; at -= 1) {
    if (tokens.kinds[at] === MARK) continue
    if (unless.has(wordAt(tokens, at))) return true
    words += 1
  }
  return false
}

function isAllowed(tokens: Tokens, from: number, to: number, allow: ReadonlySet<string>): boolean {
  if (allow.size === 0) return false
  const words = squeezed(wordsOf(tokens, from, to))
  if (allow.has(words)) return true
  // `nhs.net` lets every address of it pass, and those of what belongs to it.
  const host = words.includes('@') ? words.slice(words.lastIndexOf('@') + 1) : ''
  for (let at = 0; at !== -1 && host !== ''; at = host.indexOf('.', at + 1)) {
    if (allow.has(host.slice(at === 0 ? 0 : at + 1))) return true
  }
  return false
}

function wordsOf({ lower, starts, ends }: Tokens, from: number, to: number): string {
  return lower.slice(starts[from], ends[to - 1])
}

function placeOf(text: string, tokens: Tokens, from: number, to: number) {
  const at = tokens.original(tokens.starts[from] ?? 0)
  const last = tokens.original((tokens.ends[to - 1] ?? 1) - 1)
  const width = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1
  return { at, length: last + width - at }
}

/** In order and apart from each other: of two that overlap the certain one, otherwise the first. */
function apart(found: readonly Identifier[]): Identifier[] {
  if (found.length < 2) return [...found]
  const kept: Identifier[] = []
  const inOrder = [...found].sort((one, other) => one.at - other.at || other.length - one.length)
  for (const one of inOrder) {
    const last = kept.at(-1)
    if (!last || one.at >= last.at + last.length) kept.push(one)
    else if (last.certainty === 'doubtful' && one.certainty === 'certain')
      kept[kept.length - 1] = one
  }
  return kept
}
