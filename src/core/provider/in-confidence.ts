import { type Refused, refuse } from '../decision.ts'
import type { Policy, Transition } from '../policy/policy.ts'
import { isEnhanced } from './change-level.ts'
import { type Held, latestWith, saidBy } from './held.ts'
import type { Provider } from './provider.ts'

/** Whether what confidential meetings found may stand against a way at all: it leads out of enhanced by what was decided. */
export function asksConfided({ to, needs = [] }: Transition, policy: Policy): boolean {
  return !isEnhanced(policy, to) && needs.some((one) => one.need === 'recorded' && one.decidedOn)
}

/**
 * Of meetings that are for those on a list alone, the one that stands against a way out of enhanced: it
 * was held after every other that counts for that way, and did not decide on it. The provider’s record
 * knows nothing of it.
 */
export function againstInConfidence(
  provider: Provider,
  way: Transition,
  confided: readonly Held[],
  policy: Policy,
): Held | undefined {
  const { needs = [] } = way
  if (!asksConfided(way, policy)) return undefined
  return needs
    .filter((need) => need.need === 'recorded')
    .flatMap((need) => {
      const latest = latestWith(provider, need, confided, policy)
      const isConfided = latest !== null && confided.includes(latest)
      const { decidedOn } = need
      if (!isConfided || !decidedOn) return []
      return latest.leadsTo && decidedOn.includes(latest.leadsTo) ? [] : [latest]
    })
    .at(0)
}

/** What somebody who was in such a meeting reads, and nobody else. */
export function refusedInConfidence(
  provider: Provider,
  way: Transition,
  confided: readonly Held[],
  policy: Policy,
): Refused | undefined {
  const against = againstInConfidence(provider, way, confided, policy)
  if (!against) return undefined
  return refuse(
    'tooEarly',
    `For you alone, since you were in it: ${saidBy({}, against, policy)}. It is confidential, and ${way.id} is not open to you until a later meeting decides on it. Nothing was changed, and ${provider.name}’s record shows nothing of this.`,
  )
}
