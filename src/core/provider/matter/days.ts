import { type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Answers } from '../../message/form.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import { showDate } from '../../time/day.ts'
import { localDay } from '../../time/local.ts'
import type { Matter } from './matter.ts'
import { nextSteps, stepRule } from './rules.ts'

/** Why a step is put on file too soon: an earlier one named its day. */
export function tooSoon(
  matter: Matter,
  rule: MatterRule,
  { id, label, notBefore, citation }: MatterStep,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Refused | undefined {
  if (!notBefore) return undefined
  const answer = matter.filed.findLast(({ step }) => step === notBefore.step)?.answers[
    notBefore.day
  ]
  if (typeof answer !== 'string' || answer === '') return undefined
  const day = localDay(answer, policy.zone)
  if (localDay(now, policy.zone) >= day) return undefined
  const earlier = stepRule(rule, notBefore.step)
  const asked = labelOf(earlier, notBefore.day, policy)
  const others = nextSteps(matter, rule).filter((one) => one.id !== id)
  const before = others.map((one) => `“${one.label}”`).join(', ')
  return refuse(
    'tooEarly',
    `“${label}” can be put on file from ${showDate(day)} on: “${earlier?.label ?? notBefore.step}” named that day (“${asked}”). ${citation.document}, ${citation.section}.${before === '' ? '' : ` What can follow before then: ${before}.`}`,
  )
}

/** Why what a step is about cannot have been on that day: the matter was not opened yet. */
export function beforeIt(
  { n, openedAt }: Matter,
  rule: MatterRule,
  step: MatterStep,
  answers: Answers,
  policy: Policy,
): Refused | undefined {
  const field = step.sinceOpened
  const answer = field === undefined ? undefined : answers[field]
  if (field === undefined || typeof answer !== 'string' || answer === '') return undefined
  const [day, opened] = [localDay(answer, policy.zone), localDay(openedAt, policy.zone)]
  if (day >= opened) return undefined
  const accepted = `a day from ${showDate(opened)} on`
  return refuse(
    'invalid',
    `${rule.label} ${n} was opened on ${showDate(opened)}, and “${labelOf(step, field, policy)}” says ${showDate(day)}. Nothing was saved. What is accepted is ${accepted}.`,
    { [field]: `Give ${accepted}: it was opened then.` },
  )
}

/** Why a day is too early for what is put on file now: only a later one shows anything. */
export function notLater(
  step: MatterStep,
  answers: Answers,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Refused | undefined {
  const field = step.laterDay
  const answer = field === undefined ? undefined : answers[field]
  if (field === undefined || typeof answer !== 'string' || answer === '') return undefined
  const today = localDay(now, policy.zone)
  if (localDay(answer, policy.zone) > today) return undefined
  return refuse(
    'invalid',
    `“${labelOf(step, field, policy)}” must be a day after today, ${showDate(today)}. Nothing was saved.`,
    { [field]: 'Give a day after today.' },
  )
}

function labelOf(step: MatterStep | undefined, field: string, { forms }: Policy): string {
  const form = forms.find(({ id }) => id === step?.form)
  return form?.fields.find(({ id }) => id === field)?.label ?? field
}
