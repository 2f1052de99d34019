import type { MatterRule } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Matter } from './matter.ts'
import { stepRule } from './rules.ts'

type Around = Pick<Policy, 'forms'>

/** What its day wants now: `the answers of Downs Council, the Quality Manager`. */
export function wantedNow(
  matter: Pick<Matter, 'filed'>,
  rule: MatterRule,
  policy: Around,
): string | null {
  const due = matter.filed.map(({ step }) => stepRule(rule, step)?.due).findLast((one) => one)
  if (!due) return null
  const from = awaited(matter, rule, policy)
  return from.length === 0 ? due.wants : `${due.wants} of ${from.join(', ')}`
}

/** Whether everybody who was asked has answered, where answers are waited for at all. */
export function allAnswered(
  matter: Pick<Matter, 'filed'>,
  rule: MatterRule,
  policy: Around,
): boolean {
  const asks = matter.filed.some(({ step }) => stepRule(rule, step)?.due?.awaits)
  return asks && awaited(matter, rule, policy).length === 0
}

/** Those who were asked and have not answered since, as the form calls them. */
function awaited({ filed }: Pick<Matter, 'filed'>, rule: MatterRule, { forms }: Around): string[] {
  const waiting = new Map<string, string>()
  for (const { step: id, answers } of filed) {
    for (const { names } of answering(rule, id))
      for (const one of [answers[names] ?? []].flat()) waiting.delete(one)
    const step = stepRule(rule, id)
    const asked = step?.due?.awaits?.asked
    if (!step || asked === undefined) continue
    const field = forms
      .find((form) => form.id === step.form)
      ?.fields.find((one) => one.id === asked)
    const options = field && 'options' in field ? (field.options ?? []) : []
    for (const one of [answers[asked] ?? []].flat())
      waiting.set(one, options.find(({ value }) => value === one)?.label ?? one)
  }
  return [...waiting.values()]
}

function answering({ steps }: MatterRule, id: string) {
  return steps.flatMap(({ due }) => (due?.awaits?.step === id ? [due.awaits] : []))
}
