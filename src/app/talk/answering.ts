import type { Slot } from '../../core/effect.ts'
import type { Intent } from '../../core/intent.ts'
import type { Button } from '../../core/message/message.ts'
import type { AnyRecord } from '../../core/record.ts'
import { referenceOf } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { write } from '../read.ts'
import { type Ask, contextOf } from './ask.ts'
import { type Fit, fits } from './fits.ts'
import { fitsButton, identifierIn, noteForm } from './identifier.ts'
import { change } from './press.ts'
import { about, buttons, NOTHING, say } from './say.ts'
import type { Understood } from './understand.ts'

const LABEL_LENGTH = 75

type Answering = Extract<Understood, { type: 'answer' }>

/** An open question of a record that words answer. */
export interface Fitting {
  readonly record: AnyRecord
  readonly fit: Fit
}

/** Words that may answer an open question: the one they stand under or fit, or the person is asked which. */
export async function answering(
  ask: Ask,
  record: AnyRecord,
  slot: Slot,
  said: Answering,
): Promise<Reply> {
  const all = fitting(ask, record, said)
  const repliedTo = all.filter(({ fit }) => slot === `prompt:${fit.prompt.id}`)
  return answer(ask, repliedTo.length > 0 ? repliedTo : all, said.reason)
}

export function fitting(ask: Ask, record: AnyRecord, said: Answering): readonly Fitting[] {
  const { now, policy } = contextOf(ask, record)
  const reading = { ...said, now, zone: policy.zone }
  return fits(record, ask.heard.actor, reading).map((fit) => ({ record, fit }))
}

/** Answers the one question that was found; of several the person chooses. */
export async function answer(
  ask: Ask,
  found: readonly Fitting[],
  reason: string | null,
): Promise<Reply> {
  const [only, ...others] = found
  if (!only) return NOTHING
  const { record, fit } = only
  const identified = reason === null ? null : identifierIn(ask, reason, reasonForm(only, others))
  if (identified) return identified
  if (others.length > 0) return whichOne(ask, found)
  if (fit.form !== null)
    return about(
      record,
      say(
        'One more thing',
        'This answer needs a few words more.',
        buttons(openButton(record, fit, fit.form)),
      ),
    )
  return change(ask, record.id, ask.heard.key, answerIntent(ask, record, fit))
}

/** The form that takes this reason, where one question has it. */
function reasonForm({ record, fit }: Fitting, others: readonly Fitting[]): Button {
  const form = fit.form ?? formOf(fit)
  return form !== null && others.length === 0 ? openButton(record, fit, form) : noteForm(record)
}

/** The form that gives an answer; what is not offered by itself is given with the last offer's. */
function formOf({ prompt, answer }: Fit): string | null {
  const offer = prompt.offers.find(({ value }) => value === answer) ?? prompt.offers.at(-1)
  return offer?.form ?? null
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
function whichOne(ask: Ask, found: readonly Fitting[]): Reply {
  const isOneRecord = new Set(found.map(({ record }) => record.id)).size === 1
  return say(
    'Which question do you answer?',
    'Several questions are open here. Choose one.',
    buttons(
      ...found.map((one) => {
        const [title, reference] = [titleOf(ask, one), referenceOf(one.record.id)]
        const isClear = isOneRecord || title.includes(reference)
        return choiceOf(one, isClear ? title : `${reference}, ${title}`)
      }),
    ),
  )
}

/** A button carries no reason: where one was given, it opens the form that takes it. */
function choiceOf({ record, fit }: Fitting, title: string): Button {
  const { prompt, answer, reason } = fit
  const offer = prompt.offers.find(({ value }) => value === answer)
  const form = fit.form ?? (reason === null ? null : formOf(fit))
  const label = labelOf(title, offer?.label ?? answer)
  if (form !== null) return { ...openButton(record, fit, form), label }
  const { id, revision } = prompt
  return { label, press: { do: 'answer', record: record.id, prompt: id, answer, revision } }
}

function titleOf({ app, heard }: Ask, { record, fit: { prompt } }: Fitting): string {
  const viewer = { type: 'actor', actor: heard.actor } as const
  return write(app, viewer, record, `prompt:${prompt.id}`)?.title ?? prompt.asks
}

function labelOf(title: string, answer: string): string {
  const label = `${title}: ${answer}`
  if (label.length <= LABEL_LENGTH) return label
  return `${title.slice(0, LABEL_LENGTH - answer.length - 3)}…: ${answer}`
}

function openButton(record: AnyRecord, fit: Fit, form: string): Button {
  const { prompt, answer, reason, filled } = fit
  const about: Record<string, string> = prompt.about === null ? {} : { clock: prompt.about }
  const offered = prompt.offers.find((offer) => offer.form === form)?.with
  const level: Record<string, string> =
    form === 'otherwise' && answer !== 'otherwise' ? { level: answer } : {}
  const why: Record<string, string> = reason !== null && fitsButton(reason) ? { reason } : {}
  return {
    label: 'Open the form…',
    press: {
      do: 'open',
      form,
      record: record.id,
      with: { ...about, ...offered, ...level, ...why, ...filled, prompt: prompt.id },
    },
    style: 'primary',
  }
}
