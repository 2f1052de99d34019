import type { Composing } from '../kind.ts'
import type { Answers } from '../message/form.ts'
import type { Text } from '../message/message.ts'
import type { FieldRule } from '../policy/form.ts'
import { Instant } from '../time/instant.ts'
import { shown } from './words.ts'

/** What forms asked and what was answered, in the forms' own words; unanswered questions are left out. */
export function answerFacts(
  forms: readonly string[],
  answers: Answers,
  composing: Composing,
): (readonly [string, Text])[] {
  return fieldsOf(forms, composing).flatMap((field) => {
    const answer = answers[field.id]
    if (answer === undefined || answer.length === 0) return []
    return [[field.label, worded(field, answer, composing)] as const]
  })
}

/** One answer as people read it: the label of what was chosen, a time in the pack's zone. */
export function answerWords(
  forms: readonly string[],
  id: string,
  answer: string,
  composing: Composing,
): string {
  const field = fieldsOf(forms, composing).find((one) => one.id === id)
  return field ? worded(field, answer, composing) : answer
}

/** Each question once, though several forms ask it. */
function fieldsOf(forms: readonly string[], { policy }: Composing): FieldRule[] {
  const asked = policy.forms.filter(({ id }) => forms.includes(id)).flatMap(({ fields }) => fields)
  return [...new Map(asked.map((field) => [field.id, field])).values()]
}

function worded(field: FieldRule, answer: string | string[], composing: Composing): string {
  if (typeof answer !== 'string') {
    return answer.map((one) => worded(field, one, composing)).join(', ')
  }
  if (field.kind === 'moment' && Instant.safeParse(answer).success) return shown(answer, composing)
  const options = 'options' in field ? (field.options ?? []) : []
  return options.find(({ value }) => value === answer)?.label ?? answer
}
