import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import { isLeadProvider } from '../cycle/duty.ts'
import type { Provider } from '../provider.ts'
import type { Matter } from './matter.ts'

export function matterRule(
  { matters = [] }: Pick<Policy, 'matters'>,
  id: string,
): MatterRule | undefined {
  return matters.find((one) => one.id === id)
}

export function stepRule(rule: MatterRule | undefined, id: string): MatterStep | undefined {
  return rule?.steps.find((one) => one.id === id)
}

/** Whether such a matter is about it: about a Lead Provider itself, or about one of its providers. */
export function isAboutIt(
  { about }: MatterRule,
  provider: Pick<Provider, 'slug' | 'leadProvider'>,
): boolean {
  return (about === 'lead-provider') === isLeadProvider(provider)
}

/** The steps that open a matter of this kind. */
export function openingSteps({ steps }: MatterRule): readonly MatterStep[] {
  return steps.filter(({ after }) => after === undefined)
}

/** The steps that can follow now; a matter that is over goes on only where the rule says so. */
export function nextSteps({ filed }: Pick<Matter, 'filed'>, { steps }: MatterRule): MatterStep[] {
  const latest = filed.at(-1)?.step ?? ''
  return steps.filter(({ after }) => after?.includes(latest))
}

/** Whether it was withdrawn as a mistake: it stays in the history, and counts for nothing. */
export function isVoid(
  { rule, filed }: Pick<Matter, 'rule' | 'filed'>,
  policy: Pick<Policy, 'matters'>,
): boolean {
  return stepRule(matterRule(policy, rule), filed.at(-1)?.step ?? '')?.voids ?? false
}
