import type { Answers, FieldView, FormView, OptionView, Ticket } from '../message/form.ts'
import type { FieldRule, FormRule } from '../policy/form.ts'
import { localTime, parseLocal, showTime } from '../time/local.ts'
import { type Asked, askedFields, chosenOf, type OptionSources } from './asked.ts'
import { foldFieldId, REASON_LENGTH, sureFieldId } from './field-id.ts'

/** A form as far as it has been filled in, and what was wrong with it when it was handed in. */
export interface Filled {
  readonly ticket: Ticket
  readonly answers: Answers
  readonly errors?: Readonly<Record<string, string>>
  readonly problem?: string
  /** Words that stand under a field instead of the pack's hint: whom to phone, who would be called. */
  readonly hints?: Readonly<Record<string, string>>
}

/** The form as it is to be shown now; what no longer fits is left out. */
export function viewForm(
  form: FormRule,
  filled: Filled,
  sources: OptionSources,
  zone: string,
): FormView {
  const answers = { ...initials(form), ...filled.ticket.with, ...filled.answers }
  const fields = askedFields(form, answers, sources).flatMap((asked) => [
    fieldView(asked, answers, filled),
    ...foldView(asked.field, answers, filled, zone),
    ...sureView(asked.field, answers, filled),
  ])
  return {
    ticket: filled.ticket,
    title: form.title,
    heading: form.heading,
    fields,
    submit: form.submit,
    ...(filled.problem === undefined ? {} : { problem: filled.problem }),
  }
}

function initials(form: FormRule): Answers {
  return Object.fromEntries(
    form.fields.flatMap((field) =>
      field.kind === 'choice' && field.initial !== undefined ? [[field.id, field.initial]] : [],
    ),
  )
}

function fieldView({ field, options, live }: Asked, answers: Answers, filled: Filled): FieldView {
  const { id, kind, label, required } = field
  const hint = filled.hints?.[id] ?? field.hint
  const shared = { id, label, ...(hint === undefined ? {} : { hint }), ...errorOf(id, filled) }
  switch (kind) {
    case 'statement':
      return { ...shared, kind, required: false, live: false, urgent: field.urgent }
    case 'line':
    case 'text':
      return { ...shared, kind, required, live, max: field.max, ...typedIn(id, answers) }
    case 'moment':
      return {
        ...shared,
        kind,
        required,
        live,
        ...(field.dayOnly ? { dayOnly: true } : {}),
        ...typedIn(id, answers),
      }
    case 'number': {
      const { min, max } = field
      return { ...shared, kind, required, live, min, max, ...typedIn(id, answers) }
    }
    case 'choice':
    case 'many':
      // A list without entries is something that some channels cannot show.
      if (options.length === 0) return nothingToChoose(shared)
      return { ...shared, kind, required, live, options, ...chosenView(field, options, answers) }
  }
}

function nothingToChoose(shared: { id: string; label: string }): FieldView {
  const label = `${shared.label} There is nothing to choose from here.`
  return { ...shared, label, kind: 'statement', required: false, live: false, urgent: false }
}

function chosenView(field: FieldRule, options: readonly OptionView[], answers: Answers) {
  const chosen = chosenOf(answers[field.id])
  const offered = options.map(({ value }) => value).filter((value) => chosen.includes(value))
  if (field.kind === 'many') return { value: offered }
  return offered[0] === undefined ? {} : { value: offered[0] }
}

/** After a time that the clocks show twice: the question which one, with the earlier as default. */
function foldView(field: FieldRule, answers: Answers, filled: Filled, zone: string): FieldView[] {
  const words = answers[field.id]
  if (field.kind !== 'moment' || typeof words !== 'string') return []
  const moment = parseLocal(words, zone)
  if (moment.type !== 'twice') return []
  const id = foldFieldId(field.id)
  const time = localTime(moment.first, zone).slice(0, 5)
  const label = `${time} happens twice that night. Which one?`
  const options = (['first', 'second'] as const).map((value) => ({
    value,
    label: `The ${value} (${showTime(moment[value], zone)})`,
  }))
  const value = answers[id] === 'second' ? 'second' : 'first'
  const required = true
  return [
    { id, kind: 'choice', label, required, live: false, options, value, ...errorOf(id, filled) },
  ]
}

/** After free text with something that may identify a patient: the question what it is instead. */
function sureView(field: FieldRule, answers: Answers, filled: Filled): FieldView[] {
  if (field.kind !== 'line' && field.kind !== 'text') return []
  const id = sureFieldId(field.id)
  const said = answers[id]
  const isSaid = typeof said === 'string' && said !== ''
  if (filled.errors?.[id] === undefined && !isSaid) return []
  const label = `If nothing in “${field.label}” identifies a patient: what is it?`.slice(0, 150)
  const shared = { id, kind: 'line', label, required: false, live: false } as const
  return [{ ...shared, max: REASON_LENGTH, ...typedIn(id, answers), ...errorOf(id, filled) }]
}

function typedIn(id: string, answers: Answers): { value?: string } {
  const value = answers[id]
  return typeof value === 'string' ? { value } : {}
}

function errorOf(id: string, { errors }: Filled): { error?: string } {
  const error = errors?.[id]
  return error === undefined ? {} : { error }
}
