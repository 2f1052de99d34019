import { type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
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
  const form = policy.forms.find((one) => one.id === earlier?.form)
  const asked = form?.fields.find((one) => one.id === notBefore.day)?.label ?? notBefore.day
  const others = nextSteps(matter, rule).filter((one) => one.id !== id)
  const before = others.map((one) => `“${one.label}”`).join(', ')
  return refuse(
    'tooEarly',
    `“${label}” can be put on file from ${showDate(day)} on: “${earlier?.label ?? notBefore.step}” named that day (“${asked}”). ${citation.document}, ${citation.section}.${before === '' ? '' : ` What can follow before then: ${before}.`}`,
  )
}
