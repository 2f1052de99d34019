import { type Refused, refuse } from '../../decision.ts'
import type { MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Provider } from '../provider.ts'
import { matterRule, stepRule } from './rules.ts'

/** The step that somebody asks to put on file; refused where these rules have none such. */
export function askedToFile(
  { rule: id, step }: { readonly rule: string; readonly step: string },
  policy: Pick<Policy, 'matters'>,
): MatterStep | Refused {
  const rule = matterRule(policy, id)
  const found = stepRule(rule, step)
  if (found) return found
  const known = (rule?.steps ?? policy.matters ?? []).map(({ label }) => label).join('; ')
  const choice = known === '' ? 'These rules keep no file.' : `Choose one of: ${known}.`
  return refuse('unknown', `There is no “${step}” to put on file. ${choice}`)
}

/** Those who may go on by a step because they put an earlier one on file. */
export function filersIn(
  { matters = [] }: Pick<Provider, 'matters'>,
  { mayOwn = [], ownAfter }: MatterStep,
  matter: number | null,
): readonly string[] {
  const filed = matters.find(({ n }) => n === matter)?.filed ?? []
  if (ownAfter && !ownAfter.includes(filed.at(-1)?.step ?? '')) return []
  const own = filed.filter(({ step }) => mayOwn.includes(step))
  return [...new Set(own.flatMap(({ by }) => (by.type === 'person' ? [by.person] : [])))]
}
