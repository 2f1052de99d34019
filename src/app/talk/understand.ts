import { momentsIn } from '../../core/time/find-moment.ts'
import { understandDuration } from '../../core/time/understand.ts'
import { clockNamed, clocksIn } from './named-clock.ts'
import { referenceIn } from './reference.ts'
import { trimEnd } from './trim-end.ts'

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
      /** All that was said after `done` and before `because`. */
      readonly about: string
      readonly reason: string | null
    }
  /** `done` with several clocks: which times and references belong to which cannot be told. */
  | { readonly type: 'several'; readonly clocks: readonly string[] }
  | { readonly type: 'have'; readonly clock: string | null }
  | { readonly type: 'extend' }
  /** May answer an open prompt. */
  | { readonly type: 'answer'; readonly words: string; readonly reason: string | null }
  /** Begins like a command, and is longer than any is. */
  | { readonly type: 'tooLong' }
  /** Longer than any answer: people talking to each other. */
  | { readonly type: 'talk' }

/** Longer than this is no command and no answer; a note may be longer. */
export const LONGEST = 4000

const COMMAND = /^(note|snooze|done|extend)(?=[\s:,.;!]|$)/i
const HAVE = /^(?:i have|i['’]ve got|have|got)\s+(\S[\s\S]*)$/i
const ATTEMPTED = /\bat (?:\d|half|quarter|noon|midnight|about|around|roughly|approx)/i
const NOW = /(?:^|\s)((?:just )?now)$/i
const LIKE_A_CLOCK = /^[a-z]{1,2}\d{1,2}[a-z]?(?=[\s,.:;!]|$)/i

/**
 * The grammar of replies; everything else may still answer a prompt, or is not for Muster.
 * `clocks` are those that can be named: the ones that run on the record.
 */
export function understand(said: string, clocks: readonly string[]): Understood {
  const text = said.trim()
  const command = COMMAND.exec(text)?.[0].toLowerCase()
  const rest = text.slice(command?.length ?? 0)
  if (command === 'note') return { type: 'note', text: rest.trim().replace(/^:\s*/, '') }
  if (text.length > LONGEST) return { type: command === undefined ? 'talk' : 'tooLong' }
  switch (command) {
    case 'snooze':
      return snoozed(rest, clocks)
    case 'done':
      return evidence(rest.replace(/^[\s:,.;!]+/, ''), clocks)
    case 'extend':
      return { type: 'extend' }
  }
  const taken = having(text, clocks)
  if (taken !== undefined) return { type: 'have', clock: taken }
  const { words, reason } = becauseOf(text)
  return reason === null || reason === ''
    ? { type: 'answer', words: text, reason: null }
    : { type: 'answer', words, reason }
}

function snoozed(rest: string, clocks: readonly string[]): Understood {
  const { words, reason } = becauseOf(rest)
  const [named] = clocksIn(words, clocks)
  const others = named ? without(words, named.at, named.length) : words
  const minutes = understandDuration(others.trim().replace(/^for\s+/i, ''))
  return { type: 'snooze', clock: named?.clock ?? null, minutes, reason: reason ?? '' }
}

/** `StEIS ref 2027/1234`, `D1 reference 2027/1234 at 20:45`, `D2 yesterday 16:00`, `D1 now`. */
function evidence(rest: string, clocks: readonly string[]): Understood {
  const { words: about, reason } = becauseOf(rest)
  const { reference, others } = referenceIn(about) ?? { reference: null, others: about }
  const named = clocksIn(others, clocks)
  const different = [...new Set(named.map(({ clock }) => clock))]
  if (different.length > 1) return { type: 'several', clocks: different }
  // Latest first, so that the places before it stay where they are.
  const plain = named.reduceRight((text, { at, length }) => without(text, at, length), others)
  // Whoever names a clock that does not run here is told so; it is not taken for another.
  const clock = different[0] ?? LIKE_A_CLOCK.exec(about)?.[0] ?? null
  return { type: 'done', clock, reference, when: timeIn(plain), about, reason }
}

/** The words of a time; of two of them both, so that the person is asked. */
function timeIn(words: string): string | null {
  const moments = momentsIn(words)
  if (moments.length > 0) return moments.join(' ')
  const plain = trimEnd(words.replace(/[\s,;]+/g, ' '), ' .!:')
  const now = NOW.exec(plain)?.[1]
  if (now !== undefined) return now
  const attempted = ATTEMPTED.exec(plain)
  return attempted ? plain.slice(attempted.index + 'at '.length) : null
}

/** The clock of `I have it, D3a`, null when none is named; undefined when it is something else. */
function having(text: string, clocks: readonly string[]): string | null | undefined {
  const plain = trimEnd(text, ' .!…')
  if (plain.toLowerCase() === 'have') return null
  const what = HAVE.exec(plain)?.[1]
  if (what === undefined) return undefined
  const clock = /^(?:it|this)(?=[\s,]|$)/i.test(what) ? what.slice(what.search(/[\s,]|$/)) : what
  return clock === '' ? null : clockNamed(clock.replace(/^[\s,]+/, ''), clocks)
}

/** The first clock that is named, as the pack writes it. */
export function clockIn(words: string, clocks: readonly string[]): string | null {
  return clocksIn(words, clocks)[0]?.clock ?? null
}

/** What stands before the first `because`, and the reason whole. */
function becauseOf(text: string): { words: string; reason: string | null } {
  const found = /\bbecause\b/i.exec(text)
  if (!found) return { words: text.trim(), reason: null }
  const words = trimEnd(text.slice(0, found.index), ' \t\n\r\u00a0,;:.–—-').trim()
  return { words, reason: text.slice(found.index + found[0].length).trim() }
}

function without(text: string, at: number, length: number): string {
  return `${text.slice(0, at)} ${text.slice(at + length)}`
}
