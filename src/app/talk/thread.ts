import type { Case } from '../../core/case/case.ts'
import type { Slot } from '../../core/effect.ts'
import type { Button } from '../../core/message/message.ts'
import type { AnyRecord } from '../../core/record.ts'
import { momentsIn } from '../../core/time/find-moment.ts'
import type { Reply } from '../conversation.ts'
import { meansAction, repliedToAction } from './action-words.ts'
import { answering, fitting } from './answering.ts'
import { type Ask, contextOf } from './ask.ts'
import { done, evidenceForm } from './done.ts'
import { fitsButton, identifierIn, noteForm } from './identifier.ts'
import { change } from './press.ts'
import { about, NOTHING, refused } from './say.ts'
import { clocksOf, takeClock } from './take-clock.ts'
import { LONGEST, type Understood, understand } from './understand.ts'

/** A reply in the thread under a slot of a record: does what it says, asks back privately, or is left alone. */
export async function replied(
  ask: Ask,
  record: AnyRecord,
  slot: Slot,
  text: string,
): Promise<Reply> {
  return about(record, await repliedTo(ask, record, slot, text))
}

async function repliedTo(ask: Ask, record: AnyRecord, slot: Slot, text: string): Promise<Reply> {
  if (record.kind === 'organisation')
    return asksSomething(ask, text) ? refused({ message: UNDER_A_NOTICE }) : NOTHING
  const said = understand(text, clocksOf(record))
  if (said.type === 'talk') return NOTHING
  const acted = record.kind === 'meeting' && (await repliedToAction(ask, record, slot, text))
  if (acted) return acted
  if (said.type === 'answer') return answering(ask, record, slot, said)
  const identified = identifierIn(ask, text, confirming(ask, record, said))
  if (identified) return identified
  if (said.type === 'tooLong') return refused({ message: TOO_LONG })
  if (said.type === 'note') return noted(ask, record, said.text)
  if (said.type === 'extend') return refused({ message: NOT_EXTENDED })
  if (record.kind !== 'case') return NOTHING
  switch (said.type) {
    case 'have':
      return takeClock(ask, record, said.clock)
    case 'snooze':
      return snoozed(ask, record, said)
    case 'several':
      return refused({
        message: `That names ${said.clocks.join(' and ')}. Write one “done …” for each of them.`,
      })
    case 'done':
      return done(ask, record, said)
  }
}

/** Whether words do something to a record, or are refused by it. */
export function isMeant(ask: Ask, record: AnyRecord, slot: Slot, text: string): boolean {
  if (record.kind === 'organisation') return asksSomething(ask, text)
  if (record.kind === 'meeting' && meansAction(ask, record, slot, text)) return true
  const said = understand(text, clocksOf(record))
  switch (said.type) {
    case 'talk':
      return false
    case 'answer':
      return fitting(ask, record, said).length > 0
    case 'note':
    case 'extend':
    case 'tooLong':
      return true
    case 'have':
    case 'snooze':
    case 'several':
    case 'done':
      return record.kind === 'case'
  }
}

const UNDER_A_NOTICE =
  'Nothing was changed: the message above gathers what several cases ask. Reply in the thread of the case itself; “/muster mine” lists what you owe.'
const TOO_LONG = `A reply to Muster may have up to ${LONGEST.toLocaleString('en-GB')} characters. Write it shorter, or in parts.`
const NOT_EXTENDED =
  'A due time is not moved by a reply. Write “note …” to record what was agreed, and “snooze 2h because …” to delay the reminders only.'

/** The form that does the same as the reply, where a number can be confirmed. */
function confirming(ask: Ask, record: AnyRecord, said: Understood): Button {
  if (said.type === 'note') return noteForm(record, said.text)
  if (record.kind !== 'case') return noteForm(record)
  if (said.type === 'done') return evidenceForm(ask, record, said) ?? noteForm(record)
  if (said.type === 'snooze') return snoozeForm(record, said)
  return noteForm(record)
}

/** Whether words in a thread are meant for Muster, whoever says them. */
export function asksSomething(ask: Ask, text: string): boolean {
  const clocks = contextOf(ask, null).policy.clocks.map(({ id }) => id)
  const said = understand(text, clocks)
  if (said.type === 'talk') return false
  return said.type !== 'answer' || SHORT_ANSWERS.test(said.words) || isMoment(said.words)
}

const SHORT_ANSWERS = /^(accept|yes|no|now|enhanced|routine|coming|apologies|deputy|\d{1,2})[.!]?$/i

function isMoment(words: string): boolean {
  const [moment] = momentsIn(words)
  return moment !== undefined && words.length <= moment.length + 1
}

async function noted(ask: Ask, record: AnyRecord, text: string): Promise<Reply> {
  const { kind } = record
  if (kind === 'organisation' || kind === 'drill') return NOTHING
  return change(ask, record.id, ask.heard.key, { kind, type: 'note', by: ask.heard.actor, text })
}

type Snooze = Extract<Understood, { type: 'snooze' }>

function snoozed(ask: Ask, record: Case, said: Snooze): Promise<Reply> | Reply {
  if (said.minutes === null || said.reason === '')
    return refused({
      message: 'Say how long and why, for example “snooze 2h because the ward is being made safe”.',
    })
  const { clock, minutes, reason } = said
  return change(ask, record.id, ask.heard.key, {
    kind: 'case',
    type: 'snooze',
    by: ask.heard.actor,
    clock,
    minutes,
    reason,
  })
}

function snoozeForm({ id: record }: Case, { clock, minutes, reason }: Snooze): Button {
  const filled: Record<string, string> = {
    ...(clock === null ? {} : { clock }),
    ...(minutes === null ? {} : { hours: String(Math.max(1, Math.round(minutes / 60))) }),
    ...(fitsButton(reason) ? { reason } : {}),
  }
  return { label: 'Open the form…', press: { do: 'open', form: 'snooze', record, with: filled } }
}
