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

const HAVE = /^(have$|(i have|i['’]ve got|have|got) (it\b|this$|[DE]\d+[a-z]?\b))/i
const DAY = '(?:today|yesterday|[a-z]{3,9}day|(?:mon|tue|wed|thu|fri|sat|sun)|\\d{1,2} [a-z]{3,9})'
const TIME_AT_THE_END = new RegExp(
  `(?:^|[\\s,.:;])((?:${DAY}[\\s,]+)?\\d{1,2}[:.]\\d\\d(?:\\s*(?:gmt|bst))?|(?:just )?now)[.!]*$`,
  'i',
)
const CLOCK = /\b([DE]\d+[a-z]?)\b/i

/** The grammar of replies; everything else may still answer a prompt, or is not for Muster. */
export function understand(said: string): Understood {
  const text = said.trim()
  const note = /^note\b[:\s]*([\s\S]*)$/i.exec(text)
  if (note) return { type: 'note', text: (note[1] ?? '').trim() }
  const snooze = /^snooze\b\s*([\s\S]*)$/i.exec(text)
  if (snooze) return snoozed(snooze[1] ?? '')
  if (HAVE.test(text)) return { type: 'have', clock: clockIn(text) }
  const done = /^done\b[:,\s]*([\s\S]*)$/i.exec(text)
  if (done) return evidence((done[1] ?? '').trim())
  if (/^extend\b/i.test(text)) return { type: 'extend' }
  const { words, reason } = becauseOf(text)
  return { type: 'answer', words, reason }
}

function snoozed(rest: string): Understood {
  const clock = clockIn(rest)
  const { words, reason } = becauseOf(rest.replace(CLOCK, ' ').trim())
  const minutes = understandDuration(words.replace(/^for\s+/i, ''))
  return { type: 'snooze', clock, minutes, reason: reason ?? '' }
}

/** `StEIS ref 2027/1234`, `D1 reference 2027/1234 at 20:45`, `D2 yesterday 16:00`, `D1 now`. */
function evidence(about: string): Understood {
  const reference = /\bref(?:erence)?\b\.?\s*[:#]*\s*([^\s,;]+)/i.exec(about)
  const others = about
    .replace(reference?.[0] ?? '', ' ')
    .replace(CLOCK, ' ')
    .trim()
  const when = /\b(?:at|on)\s+(.+)$/is.exec(others) ?? TIME_AT_THE_END.exec(others)
  return {
    type: 'done',
    clock: clockIn(about),
    reference: reference?.[1]?.replace(/[.!?:]+$/, '') ?? null,
    when: when?.[1]?.replace(/[.!]+$/, '').trim() ?? null,
    about,
  }
}

function clockIn(words: string): string | null {
  const found = CLOCK.exec(words)?.[1]
  return found === undefined ? null : clockNamed(found)
}

/** A clock as the packs write it: `D3a`, however it was typed. */
export function clockNamed(words: string): string {
  const [word = ''] = words.trim().split(/\s+/)
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`
}

function becauseOf(text: string): { words: string; reason: string | null } {
  const split = /^([\s\S]*?)[,;:\s]*\bbecause\b\s*([\s\S]+)$/i.exec(text)
  if (!split) return { words: text, reason: null }
  return { words: (split[1] ?? '').trim(), reason: (split[2] ?? '').trim() }
}
