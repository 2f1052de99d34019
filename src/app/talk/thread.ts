import type { Case } from '../../core/case/case.ts'
import { guard } from '../../core/guard/identifiers.ts'
import type { Intent } from '../../core/intent.ts'
import type { Button, Press } from '../../core/message/message.ts'
import type { AnyRecord } from '../../core/record.ts'
import { understandMoment } from '../../core/time/understand.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { type Fit, fits } from './fits.ts'
import { change } from './press.ts'
import { buttons, NOTHING, refused, say } from './say.ts'
import { lastNudged, takeClock } from './take-clock.ts'
import { type Understood, understand } from './understand.ts'

/** A reply in a record's thread: does what it says, asks back privately, or is left alone. */
export async function replied(ask: Ask, record: AnyRecord, text: string): Promise<Reply> {
  const said = understand(text)
  if (said.type === 'answer') return answering(ask, record, said)
  const identified = identifierIn(text)
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

/** Nothing that identifies a patient is recorded; the person is told privately. */
function identifierIn(text: string): Reply | null {
  const checked = guard(text, false)
  if (checked.type === 'clear') return null
  return say(
    'Not recorded: this may identify a patient',
    checked.message,
    'Please delete your message here and write it again without the number.',
  )
}

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

/** `done …` names a clock, or it is the one that asks for such a reference, or the one last nudged. */
async function done(
  ask: Ask,
  record: Case,
  said: Extract<Understood, { type: 'done' }>,
): Promise<Reply> {
  const context = contextOf(ask, record)
  const clock = said.clock ?? clockMeant(record, said.about, ask, context.policy.clocks)
  const rule = context.policy.clocks.find(({ id }) => id === clock)
  if (!rule) return refused({ message: 'Say what is done, for example “done D1 ref 2027/1234”.' })
  const form = rule.evidence.form
  if (form !== undefined) {
    const open: Press = { do: 'open', form, record: record.id, with: { clock: rule.id } }
    return say(
      `${rule.id} ${rule.label}`,
      'This one is recorded with a form.',
      buttons({ label: 'Open the form…', press: open, style: 'primary' }),
    )
  }
  const when =
    said.when === null ? null : understandMoment(said.when, context.now, context.policy.zone)
  if (when?.type === 'invalid' || when?.type === 'gap') return refused({ message: when.message })
  const doneAt = when === null ? null : when.type === 'instant' ? when.instant : when.first
  const intent: Intent = {
    kind: 'case',
    type: 'evidence',
    by: ask.heard.actor,
    clock: rule.id,
    doneAt,
    reference: said.reference,
    form: null,
    answers: {},
  }
  return change(ask, record.id, ask.heard.key, intent)
}

function clockMeant(
  record: Case,
  about: string,
  ask: Ask,
  rules: readonly { id: string; evidence: { reference?: string | undefined } }[],
): string {
  const words = about.toLowerCase()
  const named = rules.find(({ id, evidence: { reference } }) => {
    const first = reference?.split(' ')[0]?.toLowerCase()
    return (
      first !== undefined && words.includes(first) && record.clocks.some(({ rule }) => rule === id)
    )
  })
  return named?.id ?? lastNudged(record, ask) ?? ''
}

async function answering(
  ask: Ask,
  record: AnyRecord,
  said: Extract<Understood, { type: 'answer' }>,
): Promise<Reply> {
  const { now, policy } = contextOf(ask, record)
  const found = fits(record, ask.heard.actor, { ...said, now, zone: policy.zone })
  const [only, ...others] = found
  if (!only) return NOTHING
  if (others.length > 0) return whichOne(record, found)
  const identified = said.reason === null ? null : identifierIn(said.reason)
  if (identified) return identified
  if (only.form !== null)
    return say(
      'One more thing',
      'This answer needs a few words more.',
      buttons(openButton(record, only)),
    )
  return change(ask, record.id, ask.heard.key, answerIntent(ask, record, only))
}

function answerIntent(ask: Ask, record: AnyRecord, { prompt, answer, reason }: Fit): Intent {
  const shared = {
    type: 'answer',
    by: ask.heard.actor,
    prompt: prompt.id,
    answer,
    revision: null,
    reason,
  } as const
  return record.kind === 'meeting'
    ? { kind: 'meeting', ...shared, person: null }
    : { kind: 'case', ...shared }
}

/** Several questions are open that this would answer: the person chooses, privately. */
function whichOne(record: AnyRecord, found: readonly Fit[]): Reply {
  const all = found.map((one): Button => {
    const label = `${one.prompt.asks}: ${offerLabel(one)}`.slice(0, 75)
    const { id, revision } = one.prompt
    return one.form === null
      ? {
          label,
          press: { do: 'answer', record: record.id, prompt: id, answer: one.answer, revision },
        }
      : { ...openButton(record, one), label }
  })
  return say(
    'Which question do you answer?',
    'Several questions are open here. Choose one.',
    buttons(...all),
  )
}

function offerLabel({ prompt, answer }: Fit): string {
  return prompt.offers.find(({ value }) => value === answer)?.label ?? answer
}

function openButton(record: AnyRecord, { prompt, form, answer }: Fit): Button {
  const about: Record<string, string> = prompt.about === null ? {} : { clock: prompt.about }
  const meeting: Record<string, string> = form === 'convene' ? { meeting: 'M1', urgent: 'yes' } : {}
  const level: Record<string, string> =
    form === 'otherwise' && answer !== 'otherwise' ? { level: answer } : {}
  return {
    label: 'Open the form…',
    press: {
      do: 'open',
      form: form ?? '',
      record: record.id,
      with: { ...about, ...meeting, ...level, prompt: prompt.id },
    },
    style: 'primary',
  }
}
