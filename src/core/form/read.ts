import type { Confirmed } from '../guard/confirmed.ts'
import type { Guarding } from '../guard/find.ts'
import type { Answers } from '../message/form.ts'
import type { Citation } from '../policy/citation.ts'
import type { FieldRule, FormRule } from '../policy/form.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { localMoment, showDay, showLocal } from '../time/local.ts'
import { type Asked, askedFields, chosenOf, type OptionSources } from './asked.ts'
import { foldFieldId, REASON_LENGTH, sureFieldId } from './field-id.ts'
import { cleanText, faultOf, isBlank } from './free-text.ts'
import { readMoment } from './read-moment.ts'

/** Answers as the core takes them, by field id; moments are instants. What was left empty is not there. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>

export type FormReading =
  | { readonly ok: true; readonly values: Values; readonly confirmed: readonly Confirmed[] }
  | {
      readonly ok: false
      /** A sentence by field id, for the field where it happened. */
      readonly errors: Readonly<Record<string, string>>
      /** The fields that it names, so that somebody who hears the form read knows where to go. */
      readonly look: string
      readonly problem: string
    }

type Field =
  | { readonly type: 'value'; readonly value: Values[string]; readonly confirmed?: Confirmed }
  | { readonly type: 'empty' }
  | { readonly type: 'wrong'; readonly message: string }
  | { readonly type: 'unsure'; readonly message: string; readonly missing: string }

/** What a form is read by. */
interface By {
  readonly zone: string
  readonly now: Instant
  readonly guarding: Guarding
}

interface Reading extends By {
  readonly answers: Answers
  readonly citation: Citation
}

/** Checks a form that was handed in. Answers to fields that are not asked are dropped. */
export function readForm(
  form: FormRule,
  answers: Answers,
  sources: OptionSources,
  by: By,
): FormReading {
  const asked = askedFields(form, answers, sources)
  const values: Record<string, Values[string]> = {}
  const errors: Record<string, string> = {}
  const confirmed: Confirmed[] = []
  for (const one of asked) {
    const { id } = one.field
    const read = readField(one, { answers, citation: form.citation, ...by })
    if (read.type === 'value') values[id] = read.value
    if (read.type === 'value' && read.confirmed) confirmed.push(read.confirmed)
    if (read.type === 'wrong' || read.type === 'unsure') errors[id] = read.message
    if (read.type === 'unsure') errors[sureFieldId(id)] = read.missing
  }
  for (const { field } of asked) {
    const message = orderError(field, form, values, by.zone)
    if (message !== undefined) errors[field.id] ??= message
  }
  if (Object.keys(errors).length === 0) return { ok: true, values, confirmed }
  const look = lookAgainAt(asked, errors)
  return { ok: false, errors, look, problem: `Nothing has been sent yet. ${look}` }
}

/** What looks like an identifier in the texts that a form is opened with, by field id. */
export function prefilledFaults(form: FormRule, filled: Answers, by: By): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of form.fields) {
    const text = filled[field.id]
    if ((field.kind !== 'line' && field.kind !== 'text') || typeof text !== 'string') continue
    const read = readText({ ...field, max: Number.POSITIVE_INFINITY }, cleanText(text), {
      answers: filled,
      citation: form.citation,
      ...by,
    })
    if (read.type === 'wrong' || read.type === 'unsure') errors[field.id] = read.message
    if (read.type === 'unsure') errors[sureFieldId(field.id)] = read.missing
  }
  return errors
}

function readField(asked: Asked, reading: Reading): Field {
  const { field } = asked
  if (field.kind === 'statement') return { type: 'empty' }
  if (field.kind === 'many') return readMany(asked, reading)
  const answer = reading.answers[field.id]
  if (Array.isArray(answer) && answer.length > 1) return wrong('Give one answer here, not several.')
  const text = cleanText(chosenOf(answer)[0] ?? '')
  if (isBlank(text)) return field.required ? wrong(missing(asked)) : { type: 'empty' }
  switch (field.kind) {
    case 'line':
      return readText(field, text.replace(/\s+/g, ' '), reading)
    case 'text':
      return readText(field, text, reading)
    case 'choice':
      return asked.options.some(({ value }) => value === text)
        ? { type: 'value', value: text }
        : wrong('That is not on the list, or not any more. Choose again.')
    case 'number':
      return readNumber(field, text)
    case 'moment':
      return within(field, readTime(field, text, reading), reading)
  }
}

type MomentRule = Extract<FieldRule, { kind: 'moment' }>

function readTime(field: MomentRule, text: string, { answers, zone, now }: Reading): Field {
  if (field.pastDay) return readPastDay(text, zone, now)
  if (field.dayOnly) return readDay(text, zone, now)
  const fold = chosenOf(answers[foldFieldId(field.id)])[0]
  const moment = readMoment(text, fold, field.notFuture, zone, now)
  return moment.ok ? { type: 'value', value: moment.instant } : wrong(moment.message)
}

/** A time that is not over, where one is wanted, and not so far off that it looks like a slip. */
function within({ toCome, atMost }: MomentRule, read: Field, { zone, now }: Reading): Field {
  if (read.type !== 'value' || typeof read.value !== 'string') return read
  if (toCome && read.value <= now)
    return wrong(
      `${showLocal(read.value, zone)} has passed: it is now ${showLocal(now, zone)}. Give a time that is still to come.`,
    )
  const last = atMost === undefined ? undefined : plusMinutes(now, atMost * 24 * 60)
  if (last === undefined || read.value <= last) return read
  return wrong(
    `${showDay(read.value, zone)} is very far off. Is the year right? Give a day until ${showDay(last, zone)}.`,
  )
}

/** The end of a day that is not over. */
function readDay(text: string, zone: string, now: Instant): Field {
  const end = localMoment(text, '23:59:59', zone, 'first')
  if (end.type !== 'instant') return wrong(end.message)
  if (end.instant < now)
    return wrong(`${showDay(end.instant, zone)} has passed. Choose today or a later day.`)
  return { type: 'value', value: end.instant }
}

/** The beginning of a day that has begun. */
function readPastDay(text: string, zone: string, now: Instant): Field {
  const start = localMoment(text, '00:00:00', zone, 'first')
  if (start.type !== 'instant') return wrong(start.message)
  if (start.instant > now)
    return wrong(
      `${showDay(start.instant, zone)} is still to come. Choose today or an earlier day.`,
    )
  return { type: 'value', value: start.instant }
}

function readMany({ field, options }: Asked, { answers }: Reading): Field {
  const chosen = new Set(chosenOf(answers[field.id]))
  const value = options.map((option) => option.value).filter((one) => chosen.has(one))
  if (value.length < chosen.size)
    return wrong('Some of these are not on the list any more. Choose again.')
  if (field.required && value.length === 0) return wrong(missing({ field, options }))
  return { type: 'value', value }
}

/** At least three letters or figures, wherever they stand. */
const SAYS = /(?:[\p{L}\p{N}][^\p{L}\p{N}]*){3}/u

const NUMBERS_ALONE: Guarding = { rules: [], year: 0 }

/** What looks doubtful is taken with the words of a person who says what it is instead. */
function readText(
  field: { id: string; label: string; max: number; ofStaff?: true | undefined; says?: true },
  text: string,
  { answers, guarding, citation }: Reading,
): Field {
  if (field.says && !SAYS.test(text))
    return wrong(
      `“${text}” says nothing that somebody else could follow. Write in a few words what it is. Rule: ${citation.document}, ${citation.section}; that it takes three letters or figures is Muster’s choice.`,
    )
  const fault = faultOf(text, field.max, field.ofStaff ? NUMBERS_ALONE : guarding)
  if (!fault) return { type: 'value', value: text }
  if (fault.type === 'refused') return wrong(fault.message)
  const { looksLike } = fault
  const reason = cleanText(chosenOf(answers[sureFieldId(field.id)])[0] ?? '')
  const missing = reasonFault(reason, guarding)
  if (missing === null)
    return { type: 'value', value: text, confirmed: { field: field.label, looksLike, reason } }
  const message = `${fault.message} If it is something else, say below what it is.`
  return { type: 'unsure', message, missing }
}

/** Why a reason cannot be taken: it says what something is, and neither repeats it nor merely agrees. */
function reasonFault(reason: string, guarding: Guarding): string | null {
  if (!/\p{L}{3}/u.test(reason) || /^yes\b/i.test(reason))
    return 'Say what it is, in a few words: they are kept with it. Otherwise take it out above.'
  const fault = faultOf(reason, REASON_LENGTH, guarding)
  return fault ? `${fault.message} Here say only what it is.` : null
}

function readNumber(field: { min: number; max: number }, text: string): Field {
  const value = /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  const fits = value >= field.min && value <= field.max
  return fits ? { type: 'value', value } : wrong(`Give a number from ${field.min} to ${field.max}.`)
}

function missing({ field, options }: Pick<Asked, 'field' | 'options'>): string {
  switch (field.kind) {
    case 'line':
    case 'text':
      return 'This is needed. Write a few words.'
    case 'choice':
      return options.length > 0
        ? 'This is needed. Choose one.'
        : 'This is needed, and there is nothing to choose from. Ask your Muster administrator.'
    case 'many':
      return 'This is needed. Choose at least one.'
    case 'moment':
      return 'This is needed. Give the date and the time.'
    case 'number':
      return 'This is needed. Give a number.'
    case 'statement':
      return ''
  }
}

/** A moment that must not be later than another one, and is. */
function orderError(
  field: FieldRule,
  form: FormRule,
  values: Values,
  zone: string,
): string | undefined {
  if (field.kind !== 'moment' || field.notAfter === undefined) return undefined
  const other = form.fields.find(({ id }) => id === field.notAfter)
  const [one, limit] = [values[field.id], values[field.notAfter]]
  if (!other || typeof one !== 'string' || typeof limit !== 'string' || one <= limit)
    return undefined
  const said = field.dayOnly ? showDay(one, zone) : showLocal(one, zone)
  return `“${field.label}” (${said}) is later than “${other.label}” (${showLocal(limit, zone)}). Correct whichever is wrong.`
}

function lookAgainAt(asked: readonly Asked[], errors: Readonly<Record<string, string>>): string {
  const labels = asked
    .filter(({ field }) => errors[field.id] !== undefined)
    .map(({ field }) => `“${field.label}”`)
  return `Look again at ${labels.join(', ')}.`
}

function wrong(message: string): Field {
  return { type: 'wrong', message }
}
