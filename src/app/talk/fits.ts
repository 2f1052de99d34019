import type { Actor } from '../../core/people/actor.ts'
import type { Offer, Prompt } from '../../core/prompt.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Instant } from '../../core/time/instant.ts'
import { localDay, localTime } from '../../core/time/local.ts'
import { understandMoment } from '../../core/time/understand.ts'
import { trimEnd } from './trim-end.ts'

/** An open prompt that a reply may answer, and the answer that it would be. */
export interface Fit {
  readonly prompt: Prompt
  readonly answer: string
  readonly reason: string | null
  /** The form that must be filled in to give this answer. */
  readonly form: string | null
  /** What of that form is known already. */
  readonly filled: Readonly<Record<string, string>>
}

interface Reading {
  readonly words: string
  readonly reason: string | null
  readonly now: Instant
  readonly zone: string
}

/**
 * Every open prompt of a record that these words answer; where the person was asked some of these
 * themselves, only those. Calls to other people are not theirs to fit.
 */
export function fits(record: AnyRecord, by: Actor, reading: Reading): readonly Fit[] {
  const open = promptsOf(record).filter((prompt) => prompt.state === 'open' && isFor(prompt, by))
  const all = open.flatMap((prompt) => readFor(prompt, reading) ?? [])
  const own = all.filter(({ prompt }) => by.type === 'person' && prompt.asked.includes(by.person))
  return own.length > 0 ? own : all
}

function promptsOf(record: AnyRecord): readonly Prompt[] {
  return record.kind === 'case' || record.kind === 'meeting' ? record.prompts : []
}

/** A seat's call is for the person called alone. */
function isFor({ id, asked }: Prompt, by: Actor): boolean {
  return !id.startsWith('seat-') || (by.type === 'person' && asked.includes(by.person))
}

function readFor(prompt: Prompt, reading: Reading): Fit | null {
  const words = trimEnd(reading.words.toLowerCase(), '.!…')
  const number = /^\d$/.test(words) ? prompt.offers[Number(words) - 1] : undefined
  const offered = number ?? prompt.offers.find((offer) => isNamed(offer, words))
  if (offered) return taken(prompt, offered, reading.reason)
  if (prompt.asks === 'notified') return moment(prompt, reading)
  if (prompt.asks === 'lateReason' && words === '' && reading.reason !== null)
    return { prompt, answer: 'reason', reason: reading.reason, form: null, filled: {} }
  if (prompt.asks === 'level' && (words === 'enhanced' || words === 'routine'))
    return { prompt, answer: words, reason: reading.reason, form: null, filled: {} }
  const first = prompt.offers[0]
  if (words === 'yes' && first) return taken(prompt, first, reading.reason)
  const last = prompt.offers.at(-1)
  if (words === 'no' && last && prompt.offers.length > 1) return taken(prompt, last, reading.reason)
  return null
}

function isNamed({ label, value }: Offer, words: string): boolean {
  return label.toLowerCase().replace(/…$/, '') === words || value.toLowerCase() === words
}

/** An answer that only lacks a reason needs no form when the reason was given. */
function taken(prompt: Prompt, { value, form }: Offer, reason: string | null): Fit {
  const answered = form === undefined || (reason !== null && REASON_IS_ENOUGH.includes(form))
  return { prompt, answer: value, reason, form: answered ? null : form, filled: {} }
}

const REASON_IS_ENOUGH = [
  'notUrgent',
  'leaveLevel',
  'levelOtherwise',
  'panelNotYet',
  'stillOpen',
  'lateReason',
  'apologies',
]

function moment(prompt: Prompt, { words, now, zone }: Reading): Fit | null {
  const understood = understandMoment(words, now, zone)
  switch (understood.type) {
    case 'instant':
      return { prompt, answer: understood.instant, reason: null, form: null, filled: {} }
    // The form asks which of the two is meant.
    case 'twice': {
      const filled = { at: wallTime(understood.first, zone) }
      return { prompt, answer: understood.first, reason: null, form: 'notified', filled }
    }
    case 'gap':
    case 'invalid':
      return null
  }
}

/** A moment as a form takes it: `2027-10-31 01:30`, without saying which where it happens twice. */
export function wallTime(instant: Instant, zone: string): string {
  return `${localDay(instant, zone)} ${localTime(instant, zone).slice(0, 5)}`
}
