import type { CycleRule } from '../../policy/instrument.ts'
import type { MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Cycle, Provider } from '../provider.ts'

type Standing = Pick<Provider, 'slug' | 'leadProvider'>

/** What of a Lead Provider is a record is what it owes itself: it has no level here. */
export function isLeadProvider({ slug, leadProvider }: Standing): boolean {
  return slug === leadProvider
}

/** The duties that somebody may begin for it, running or not. */
export function dutiesOf(provider: Standing, { cycles }: Pick<Policy, 'cycles'>): CycleRule[] {
  const about = isLeadProvider(provider) ? 'lead-provider' : 'provider'
  return cycles.filter(({ startsOn }) => startsOn.on === 'asked' && startsOn.about === about)
}

/** Those of them that do not run. */
export function dutiesToBegin(
  provider: Pick<Provider, 'slug' | 'leadProvider' | 'cycles'>,
  policy: Pick<Policy, 'cycles'>,
): CycleRule[] {
  return dutiesOf(provider, policy).filter(({ id }) => runningCycle(provider, id) === undefined)
}

/** What people read for its id: `D26`, and `E5a` of `E5a.downs-icb`. */
export function codeOf({ id, variantOf = id }: Coded): string {
  return variantOf
}

/** `D16 Enhanced feedback`. */
export function cycleName(rule: Coded & Pick<CycleRule, 'label'>): string {
  return `${codeOf(rule)} ${rule.label}`
}

type Coded = Pick<CycleRule | MatterStep, 'id' | 'variantOf'>

export function runningCycle({ cycles }: Pick<Provider, 'cycles'>, rule: string) {
  return cycles.find((one) => one.rule === rule)
}

/** Whether why it was not held is asked now. */
export function isToExplain(
  rule: Pick<CycleRule, 'missed'>,
  { dueAt }: Pick<Cycle, 'dueAt'>,
  now: string,
): boolean {
  return rule.missed === 'documented' && dueAt !== null && now > dueAt
}

/** The matter by which alone it is recorded; undefined where a form or a decision on the level says that it was done. */
export function onlyFiledIn({ evidence, metBy = [] }: CycleRule): string | undefined {
  return evidence === null
    ? metBy.flatMap((met) => ('filed' in met ? [met.filed] : []))[0]
    : undefined
}
