import type { Answers, OptionView } from '../message/form.ts'
import { optionLabel } from '../message/option-label.ts'
import type { EachQuestion, FieldRule, FormRule, OptionSource } from '../policy/form.ts'
import { eachFieldId } from './field-id.ts'

/** The options that a pack leaves to whoever shows the form. */
export type OptionSources = Readonly<Partial<Record<OptionSource, readonly OptionView[]>>>

/** A field that is to be answered now: conditions and options are resolved. */
export interface Asked {
  readonly field: FieldRule
  readonly options: readonly OptionView[]
  /** A change of the answer changes what else is asked. */
  readonly live: boolean
}

type Chosen = Extract<FieldRule, { kind: 'choice' | 'many' }>

/** Offered below the providers of the directory: such a concern goes to triage. */
export const NOT_LISTED = 'not-listed'

const QUESTIONS = { evidence: 'evidence', direction: 'new, rising or stable?' } as const

/** The options that depend on what is chosen from others. */
const DEPENDS: Readonly<Partial<Record<OptionSource, OptionSource>>> = {
  meetings: 'seats',
  mayBeAway: 'mayCover',
  addressed: 'owners',
}

const EVIDENCE_LENGTH = 1000

const directions: readonly OptionView[] = [
  { value: 'new', label: 'New' },
  { value: 'rising', label: 'Rising' },
  { value: 'stable', label: 'Stable' },
]

/** The fields that these answers call for, in their order, with the questions of each chosen value. */
export function askedFields(
  form: FormRule,
  answers: Answers,
  sources: OptionSources,
): readonly Asked[] {
  return form.fields
    .filter((field) => isShown(field, form, answers, new Set()))
    .flatMap((field) => {
      const options = optionsOf(field, sources)
      if (isChosen(field) && options.length === 0 && !field.required) return []
      return [
        { field, options, live: isLive(field, form) },
        ...askedOfEach(field, options, answers),
      ]
    })
}

/** What was chosen, as a list, whatever kind of field it was. */
export function chosenOf(answer: string | readonly string[] | undefined): readonly string[] {
  if (answer === undefined || answer === '') return []
  return typeof answer === 'string' ? [answer] : answer
}

/** A field that depends on a hidden one is hidden too. */
function isShown(field: FieldRule, form: FormRule, answers: Answers, trail: Set<string>): boolean {
  const { when } = field
  if (!when) return true
  if (trail.has(field.id)) return false
  trail.add(field.id)
  const other = form.fields.find(({ id }) => id === when.field)
  if (!other || !isShown(other, form, answers, trail)) return false
  return chosenOf(answers[when.field]).some((value) => when.is.includes(value))
}

function optionsOf(field: FieldRule, sources: OptionSources): readonly OptionView[] {
  if (!isChosen(field)) return []
  const given = (field.options ?? []).map(({ value, label, description }) => ({
    value,
    label,
    ...(description === undefined ? {} : { description }),
  }))
  const found = field.from ? (sources[field.from] ?? []) : []
  const last = field.from === 'providers' ? [{ value: NOT_LISTED, label: 'Not listed' }] : []
  return [...given, ...found, ...last].map((one) => ({ ...one, label: optionLabel(one.label) }))
}

function isLive(field: FieldRule, form: FormRule): boolean {
  if (form.fields.some(({ when }) => when?.field === field.id)) return true
  if (field.kind === 'many') return field.each.length > 0
  // Which seats there are depends on the meeting, and who covers on who is away.
  const depends = field.kind === 'choice' && field.from ? DEPENDS[field.from] : undefined
  return form.fields.some((other) => isChosen(other) && other.from && other.from === depends)
}

function askedOfEach(
  field: FieldRule,
  options: readonly OptionView[],
  answers: Answers,
): readonly Asked[] {
  if (field.kind !== 'many') return []
  const chosen = chosenOf(answers[field.id])
  return options
    .filter(({ value }) => chosen.includes(value))
    .flatMap((option) => field.each.map((question) => askedOf(field.id, option, question)))
}

function askedOf(field: string, option: OptionView, question: EachQuestion): Asked {
  const base = {
    id: eachFieldId(field, option.value, question),
    label: `${option.value} – ${QUESTIONS[question]}`,
    required: true,
  }
  switch (question) {
    case 'evidence': {
      const max = EVIDENCE_LENGTH
      return { field: { ...base, kind: 'text', hint: option.label, max }, options: [], live: false }
    }
    case 'direction':
      return { field: { ...base, kind: 'choice' }, options: directions, live: false }
  }
}

function isChosen(field: FieldRule): field is Chosen {
  return field.kind === 'choice' || field.kind === 'many'
}
