import type { Case } from '../../core/case/case.ts'
import type { Slot } from '../../core/effect.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'
import { answering } from './answering.ts'
import { type Ask, contextOf } from './ask.ts'
import { done } from './done.ts'
import { identifierIn } from './identifier.ts'
import { change } from './press.ts'
import { NOTHING, refused } from './say.ts'
import { takeClock } from './take-clock.ts'
import { type Understood, understand } from './understand.ts'

/** A reply in the thread under a slot of a record: does what it says, asks back privately, or is left alone. */
export async function replied(
  ask: Ask,
  record: AnyRecord,
  slot: Slot,
  text: string,
): Promise<Reply> {
  const clocks = contextOf(ask, record).policy.clocks.map(({ id }) => id)
  const said = understand(text, clocks)
  if (said.type === 'answer') return answering(ask, record, slot, said)
  const identified = identifierIn(record, text)
  if (identified) return identified
  if (said.type === 'note') return noted(ask, record, said.text)
  if (said.type === 'extend')
    return refused({
      message:
        'A due time is not moved by a reply. Write “note …” to record what was agreed, and “snooze 2h because …” to delay the reminders only.',
    })
  if (record.kind !== 'case') return NOTHING
  switch (said.type) {
    case 'have':
      return takeClock(ask, record, said.clock)
    case 'snooze':
      return snoozed(ask, record, said)
    case 'done':
      return done(ask, record, said)
  }
}

/** Whether words in a thread are meant for Muster, whoever says them. */
export function asksSomething(text: string): boolean {
  const said = understand(text)
  return said.type !== 'answer' || SHORT_ANSWERS.test(said.words)
}

const SHORT_ANSWERS =
  /^(accept|yes|no|now|enhanced|routine|coming|apologies|deputy|\d{1,2}([:.]\d\d)?)[.!]?$/i

async function noted(ask: Ask, record: AnyRecord, text: string): Promise<Reply> {
  const { kind } = record
  if (kind === 'organisation') return NOTHING
  return change(ask, record.id, ask.heard.key, { kind, type: 'note', by: ask.heard.actor, text })
}

function snoozed(
  ask: Ask,
  record: Case,
  said: Extract<Understood, { type: 'snooze' }>,
): Promise<Reply> | Reply {
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
