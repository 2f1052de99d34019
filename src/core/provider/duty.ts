import type { Citation } from '../policy/citation.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import { cycleRule } from '../policy/written-out.ts'
import { codeOf } from './cycle/duty.ts'
import { wantedNow } from './matter/awaited.ts'
import { matterOfDuty } from './matter/matter.ts'
import { matterRule, stepRule } from './matter/rules.ts'
import type { Provider } from './provider.ts'

/** What is owed for a provider by a day: a round of a recurring duty, or the next step of a matter. */
export interface Duty {
  /** The rule that it rests on: `D16`, or a step of a matter. */
  readonly id: string
  /** What people read for it: `D16`, or the rule of which it is a variant. */
  readonly code: string
  readonly label: string
  readonly citation: Citation
  readonly owes: Post
  /** The form by which it is recorded; null where it ends with a decision on the level. */
  readonly evidence: string | null
  /** The matter that it belongs to. */
  readonly matter: number | null
}

/** By the id under which its day is counted; undefined where the pack knows it no more. */
export function dutyOf(
  { matters = [] }: Pick<Provider, 'matters'>,
  id: string,
  policy: Pick<Policy, 'cycles' | 'matters' | 'forms'>,
): Duty | undefined {
  const cycle = cycleRule(policy, id)
  if (cycle) {
    const { label, citation, owes, evidence } = cycle
    return { id, code: codeOf(cycle), label, citation, owes, evidence, matter: null }
  }
  const matter = matterOfDuty(matters, id)
  const rule = matter && matterRule(policy, matter.rule)
  if (!matter || !rule) return undefined
  const step = matter.filed.map((one) => stepRule(rule, one.step)).findLast((one) => one?.due)
  if (!step?.due) return undefined
  const { owes, wants } = step.due
  const label = `${rule.label} ${matter.n} (${matter.name}): ${wantedNow(matter, rule, policy) ?? wants}`
  const cited = stepRule(rule, step.due.step ?? step.id) ?? step
  const { citation } = cited
  return {
    id: step.id,
    code: codeOf(cited),
    label,
    citation,
    owes,
    evidence: null,
    matter: matter.n,
  }
}

/** `D16 Enhanced feedback`; a matter is named by what it is. */
export function dutyWords({ code, label, matter }: Duty): string {
  return matter === null ? `${code} ${label}` : label
}
