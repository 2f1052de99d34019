import type { Answers, FieldView, FormView } from '../../../src/core/message/form.ts'

/** How far a person has come with a form: what they have seen is answered, be it with nothing. */
export interface Standing {
  readonly step: number
  readonly answers: Answers
}

type Step = readonly FieldView[]

const MOST_QUESTIONS = 8
const USUAL_QUESTIONS = 6

/**
 * A dialog cannot grow while it is filled in: a question whose answer decides what else is asked
 * ends a step, and long stretches are divided evenly. Earlier steps stay as they are whatever the
 * later ones become.
 */
export function stepsOf({ fields }: FormView): readonly Step[] {
  const stretches: FieldView[][] = [[]]
  for (const [index, field] of fields.entries()) {
    stretches.at(-1)?.push(field)
    if (field.live && index < fields.length - 1) stretches.push([])
  }
  return stretches.flatMap(divided)
}

function divided(stretch: Step): Step[] {
  const questions = stretch.filter(isQuestion).length
  const parts = questions > MOST_QUESTIONS ? Math.ceil(questions / USUAL_QUESTIONS) : 1
  const each = Math.ceil(questions / parts)
  const steps: FieldView[][] = [[]]
  for (const [index, field] of stretch.entries()) {
    const isFull = (steps.at(-1) ?? []).filter(isQuestion).length === each
    // A statement stands with the question after it, the last ones with the one before.
    if (isFull && stretch.slice(index).some(isQuestion)) steps.push([])
    steps.at(-1)?.push(field)
  }
  return steps
}

/** Where to go on: one step further, or back to a question that has come up meanwhile. */
export function following(form: FormView, { step, answers }: Standing): number {
  const steps = stepsOf(form)
  const next = Math.min(step + 1, steps.length - 1)
  const unseen = steps.findIndex((fields) =>
    fields.some((field) => isQuestion(field) && !Object.hasOwn(answers, field.id)),
  )
  return unseen === -1 ? next : Math.min(unseen, next)
}

/** Where to go on once the form was handed in: to what is wrong, otherwise to what is new. */
export function landing(form: FormView, standing: Standing): number {
  const wrong = stepsOf(form).findIndex((fields) => fields.some(({ error }) => error !== undefined))
  return wrong === -1 ? following(form, standing) : wrong
}

/** The form with what is missing or too long in this step; undefined when it may be left behind. */
export function heldBack(form: FormView, { step, answers }: Standing): FormView | undefined {
  const fields = new Set(stepsOf(form)[step])
  let isHeld = false
  const checked = form.fields.map((field) => {
    const error = fields.has(field) ? faultOf(field, answers) : undefined
    if (error === undefined) return field
    isHeld = true
    return { ...field, error }
  })
  return isHeld ? { ...form, fields: checked } : undefined
}

function faultOf({ id, kind, required, max }: FieldView, answers: Answers): string | undefined {
  const answer = (Object.hasOwn(answers, id) ? answers[id] : undefined) ?? ''
  if (required && answer.length === 0) return 'This is needed.'
  const isLong = kind !== 'number' && max !== undefined && answer.length > max
  return isLong ? `This is too long: ${max} characters at most.` : undefined
}

function isQuestion({ kind }: FieldView): boolean {
  return kind !== 'statement'
}
