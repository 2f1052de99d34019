import { type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Answers } from '../../message/form.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import { type Day, showDate } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { localDay } from '../../time/local.ts'
import type { Filed, Matter } from './matter.ts'
import { nextSteps, openingSteps, stepRule } from './rules.ts'

/** Why a step is put on file too soon: an earlier one named its day. */
export function tooSoon(
  matter: Matter,
  rule: MatterRule,
  { id, label, notBefore, citation }: MatterStep,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Refused | undefined {
  if (!notBefore) return undefined
  const named = matter.filed.findLast(({ step }) => step === notBefore.step)
  const answer = named && dayIn(named.answers, notBefore.day)
  if (answer === undefined) return undefined
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

/** When it was done: as it says itself, otherwise when it was put on file. */
export function doneAt({ step: id, answers, at }: Filed, rule: MatterRule | undefined): Instant {
  const step = stepRule(rule, id)
  return (step && givenDay(step, answers)) ?? at
}

/** Why a step cannot have been done on the day that it says: the matter had not begun by then, or went on later. */
export function beforeIt(
  matter: Pick<Matter, 'n' | 'filed' | 'openedAt'>,
  rule: MatterRule,
  step: MatterStep,
  answers: Answers,
  policy: Policy,
): Refused | undefined {
  const field = step.on ?? step.sinceOpened
  const given = givenDay(step, answers)
  if (field === undefined || given === undefined) return undefined
  const latest = latestDay(matter, rule, policy)
  const day = localDay(given, policy.zone)
  if (day >= latest.day) return undefined
  const accepted = `a day from ${showDate(latest.day)} on`
  const said = `“${labelOf(step, field, policy)}” says ${showDate(day)}`
  const other = wayForEarlier(matter, rule)
  return refuse(
    'invalid',
    `${rule.label} ${matter.n} ${latest.words}, and ${said}. Nothing was saved. What is accepted is ${accepted}.${other}`,
    { [field]: `Give ${accepted}.` },
  )
}

interface Latest {
  readonly day: Day
  /** `was opened on Tue 1 Jun 2027`. */
  readonly words: string
}

/** The latest day of the matter that somebody gave; what was put on file without one leaves it open. */
function latestDay(
  { filed, openedAt }: Pick<Matter, 'filed' | 'openedAt'>,
  rule: MatterRule,
  { zone }: Policy,
): Latest {
  const [first] = filed
  const begun = localDay(first ? doneAt(first, rule) : openedAt, zone)
  const opened =
    begun === localDay(openedAt, zone)
      ? `was opened on ${showDate(begun)}`
      : `began on ${showDate(begun)}`
  return filed.slice(1).reduce<Latest>(
    (latest, one) => {
      const step = stepRule(rule, one.step)
      const given = step && givenDay(step, one.answers)
      const day = given === undefined ? latest.day : localDay(given, zone)
      if (!step || day <= latest.day) return latest
      return { day, words: `was at “${step.label}” on ${showDate(day)}` }
    },
    { day: begun, words: opened },
  )
}

/** The step that opens one with its true day, where this was opened by another. */
function wayForEarlier({ filed }: Pick<Matter, 'filed'>, rule: MatterRule): string {
  const first = stepRule(rule, filed[0]?.step ?? '')
  const other = openingSteps(rule).find(({ on }) => on !== undefined)
  if (!other || rule.single || first?.on !== undefined) return ''
  return ` What was done before it is put on file with “${other.label}”.`
}

/** Why a day is too early for what is put on file: only one after it was done shows anything. */
export function notLater(
  step: MatterStep,
  answers: Answers,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Refused | undefined {
  const field = step.laterDay
  const answer = field === undefined ? undefined : dayIn(answers, field)
  if (field === undefined || answer === undefined) return undefined
  const given = givenDay(step, answers)
  const day = localDay(given ?? now, policy.zone)
  if (localDay(answer, policy.zone) > day) return undefined
  const after = given === undefined ? `today, ${showDate(day)}` : showDate(day)
  return refuse(
    'invalid',
    `“${labelOf(step, field, policy)}” must be a day after ${after}. Nothing was saved.`,
    { [field]: `Give a day after ${given === undefined ? 'today' : showDate(day)}.` },
  )
}

function givenDay({ on, sinceOpened }: MatterStep, answers: Answers): Instant | undefined {
  const field = on ?? sinceOpened
  return field === undefined ? undefined : dayIn(answers, field)
}

function dayIn(answers: Answers, field: string): Instant | undefined {
  const answer = answers[field]
  return typeof answer === 'string' && answer !== '' ? answer : undefined
}

function labelOf(step: MatterStep | undefined, field: string, { forms }: Policy): string {
  const form = forms.find(({ id }) => id === step?.form)
  return form?.fields.find(({ id }) => id === field)?.label ?? field
}
