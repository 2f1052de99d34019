import { understandDuration } from '../../core/time/understand.ts'

/** What a reply in a thread asks for, before it is known what it fits. */
export type Understood =
  | { readonly type: 'note'; readonly text: string }
  | {
      readonly type: 'snooze'
      readonly clock: string | null
      readonly minutes: number | null
      readonly reason: string
    }
  | {
      readonly type: 'done'
      readonly clock: string | null
      readonly reference: string | null
      /** The words of a time, if any. */
      readonly when: string | null
      /** All that was said after `done`. */
      readonly about: string
    }
  | { readonly type: 'have'; readonly clock: string | null }
  | { readonly type: 'extend' }
  /** May answer an open prompt. */
  | { readonly type: 'answer'; readonly words: string; readonly reason: string | null }

/** Longer words are neither a command nor an answer; a note may be longer. */
const LONGEST = 4000

const HAVE = /^(?:i have|i['’]ve got|have|got)\s+(?:it|this)(?:[\s,]+([\w-]+))?[.!]*$/i
const HAVE_CLOCK = /^(?:i have|i['’]ve got|have|got)\s+([\w-]+)[.!]*$/i
const REFERENCE = /\bref(?:erence)?\b[\s.:#]*(?:(?:number|no|nr|is)\b[\s.:#]*)*([^\s,;]+)/i
const DAY =
  '(?:today|yesterday|[a-z]{3,9}day|mon|tue|wed|thu|fri|sat|sun|\\d{1,2} [a-z]{3,9}(?: \\d{4})?|\\d{4}-\\d\\d-\\d\\d)'
const MOMENT_AT_THE_END = new RegExp(
  `(?:^|[\\s,.:;(])((?:${DAY}[\\s,]+(?:at )?)?\\d{1,2}[:.]\\d\\d(?: ?(?:gmt|bst))?|(?:just )?now)[.!)]*$`,
  'i',
)

/** Words where a time should stand: whoever wrote them is told how. */
const AT_SOME_TIME = /\bat ([^.,;]+)[.!]*$/i

/**
 * The grammar of replies; everything else may still answer a prompt, or is not for Muster. `clocks`
 * are the ids that may be named; a word within a reason or a reference is never taken for one.
 */
export function understand(said: string, clocks: readonly string[] = []): Understood {
  const text = said.trim()
  const note = after(text, 'note')
  if (note !== null) return { type: 'note', text: note }
  if (text.length > LONGEST) return { type: 'answer', words: text, reason: null }
  const snooze = after(text, 'snooze')
  if (snooze !== null) return snoozed(snooze, clocks)
  const have = taken(text, clocks)
  if (have) return have
  const done = after(text, 'done')
  if (done !== null) return evidence(done, clocks)
  if (after(text, 'extend') !== null) return { type: 'extend' }
  const { words, reason } = becauseOf(text)
  return { type: 'answer', words, reason }
}

/** What follows a first word, without the punctuation between; null where it is another word. */
function after(text: string, word: string): string | null {
  if (text.slice(0, word.length).toLowerCase() !== word) return null
  const rest = text.slice(word.length)
  if (/^[\w’']/.test(rest)) return null
  return rest.replace(/^[\s:,]+/, '').trim()
}

/** `have`, `I have it`, `got this`, `I have it, D3a`, `have D1`; and nothing else beside it. */
function taken(text: string, clocks: readonly string[]): Understood | null {
  if (/^have[.!]*$/i.test(text)) return { type: 'have', clock: null }
  const it = HAVE.exec(text)
  const named = it ? it[1] : HAVE_CLOCK.exec(text)?.[1]
  if (named === undefined) return it ? { type: 'have', clock: null } : null
  const clock = clockIn(named, clocks)
  return clock === null ? null : { type: 'have', clock }
}

function snoozed(rest: string, clocks: readonly string[]): Understood {
  const { words, reason } = becauseOf(rest)
  const clock = clockIn(words, clocks)
  const minutes = understandDuration(without(words, clock).replace(/^for\s+/i, ''))
  return { type: 'snooze', clock, minutes, reason: reason ?? '' }
}

/** `StEIS ref 2027/1234`, `D1 reference no. 2027/1234 at 20:45`, `D2 yesterday 16:00`, `D1 now`. */
function evidence(about: string, clocks: readonly string[]): Understood {
  const reference = REFERENCE.exec(about)
  const others = about.replace(reference?.[0] ?? '', ' ').trim()
  const clock = clockIn(others, clocks) ?? unknownClock(others)
  const rest = without(others, clock).replace(/\s+/g, ' ')
  const when = MOMENT_AT_THE_END.exec(rest) ?? AT_SOME_TIME.exec(rest)
  return {
    type: 'done',
    clock,
    reference: reference?.[1]?.replace(/[.!?:]+$/, '') ?? null,
    when: when?.[1]?.replace(/[.!]+$/, '').trim() ?? null,
    about,
  }
}

/** The first word that is a clock, as the pack writes it: `D3a`, however it was typed. */
export function clockIn(words: string, clocks: readonly string[]): string | null {
  for (const word of words.match(/[\w-]+/g) ?? []) {
    const known = clocks.find((one) => one.toLowerCase() === word.toLowerCase())
    if (known !== undefined) return known
  }
  return null
}

/** A first word that looks like a clock and is none is not guessed at. */
function unknownClock(words: string): string | null {
  return /^[a-z]\d{1,2}[a-z]?(?=$|[\s,.:;])/i.exec(words)?.[0] ?? null
}

function without(words: string, clock: string | null): string {
  if (clock === null) return words.trim()
  const kept = words
    .split(/\s+/)
    .filter((word) => word.replace(/\W+$/, '').toLowerCase() !== clock.toLowerCase())
  return kept.join(' ')
}

/** Found with one search, and trimmed by hand: a message may be long, and made to be slow. */
function becauseOf(text: string): { words: string; reason: string | null } {
  const at = text.search(/\bbecause\b/i)
  const reason = at === -1 ? '' : text.slice(at + 'because'.length).trim()
  if (reason === '') return { words: text, reason: null }
  let end = at
  while (end > 0 && /[\s,;:]/.test(text.charAt(end - 1))) end -= 1
  return { words: text.slice(0, end), reason }
}
