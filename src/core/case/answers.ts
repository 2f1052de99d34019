import type { Composing } from '../kind.ts'
import type { Answers } from '../message/form.ts'
import type { Part, Text } from '../message/message.ts'
import { nameOf } from '../people/find.ts'
import type { FieldRule, FormRule, OptionSource } from '../policy/form.ts'
import { Instant } from '../time/instant.ts'
import { showDay } from '../time/local.ts'
import { shown } from './words.ts'

type Names = Pick<Composing, 'policy' | 'directory'>

/** What forms asked and what was answered, in the forms' own words; unanswered questions are left out. */
export function answerFacts(
  forms: readonly string[],
  answers: Answers,
  composing: Names,
): (readonly [string, Text])[] {
  return fieldsOf(forms, composing).flatMap((field) => {
    const answer = answers[field.id]
    if (answer === undefined || answer.length === 0) return []
    return [[field.label, worded(field, answer, composing)] as const]
  })
}

/** The same as a part of a message; none where nothing was answered. */
export function answersPart(form: string | null, answers: Answers, composing: Composing): Part[] {
  const facts = form === null ? [] : answerFacts([form], answers, composing)
  return facts.length === 0 ? [] : [{ kind: 'facts', facts }]
}

/** One answer as people read it: the label of what was chosen, a time in the pack's zone. */
export function answerWords(
  forms: readonly string[],
  id: string,
  answer: string,
  composing: Names,
): string {
  const field = fieldsOf(forms, composing).find((one) => one.id === id)
  return field ? worded(field, answer, composing) : answer
}

/** What each pack asks in a group of forms: every message of a case wants to know. */
const asked = new WeakMap<readonly FormRule[], Map<string, readonly FieldRule[]>>()

/** Each question once, though several forms ask it. */
function fieldsOf(
  forms: readonly string[],
  { policy }: Pick<Composing, 'policy'>,
): readonly FieldRule[] {
  const known = asked.get(policy.forms) ?? new Map<string, readonly FieldRule[]>()
  asked.set(policy.forms, known)
  const name = forms.join()
  const fields = known.get(name) ?? eachOnce(policy.forms.filter(({ id }) => forms.includes(id)))
  known.set(name, fields)
  return fields
}

function eachOnce(forms: readonly FormRule[]): readonly FieldRule[] {
  const fields = forms.flatMap((form) => form.fields)
  return [...new Map(fields.map((field) => [field.id, field])).values()]
}

function worded(field: FieldRule, answer: string | string[], composing: Names): string {
  if (typeof answer !== 'string') {
    return answer.map((one) => worded(field, one, composing)).join(', ')
  }
  if (field.kind === 'moment' && Instant.safeParse(answer).success)
    return field.dayOnly ? showDay(answer, composing.policy.zone) : shown(answer, composing)
  const options = 'options' in field ? (field.options ?? []) : []
  const label = options.find(({ value }) => value === answer)?.label
  return label ?? ('from' in field ? sourced(field.from, answer, composing) : answer)
}

/** What a list that the pack leaves open calls it. */
function sourced(
  from: OptionSource | undefined,
  answer: string,
  { directory, policy }: Names,
): string {
  if (from === 'itsPeople' || from === 'attendees') return nameOf(directory, answer)
  if (from !== 'services') return answer
  return policy.services.find(({ id }) => id === answer)?.label ?? answer
}
