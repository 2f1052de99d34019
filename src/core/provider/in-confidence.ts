import { type Refused, refuse } from '../decision.ts'
import type { Need, Policy, Transition } from '../policy/policy.ts'
import { isEnhanced } from './change-level.ts'
import { type Held, latestWith, recordedNeed, saidBy } from './held.ts'
import type { LeftEnhanced } from './left-enhanced.ts'
import { voidsLevel } from './level-time.ts'
import type { Provider } from './provider.ts'
import { cameByNeed } from './taken-back/placement.ts'

/**
 * Whether what confidential meetings found may stand against a way at all: it leads out of enhanced by what was
 * decided, or takes a level back on which nothing was.
 */
export function asksConfided({ to, needs = [] }: Transition, policy: Policy): boolean {
  if (needs.some(({ need }) => need === 'nothingSince')) return true
  const isDecided = (one: Need) => one.need === 'recorded' && one.decidedOn !== undefined
  return !isEnhanced(policy, to) && needs.some(isDecided)
}

/**
 * Of meetings that are for those on a list alone, the one that stands against a way out of enhanced: it
 * was held after every other that counts for that way, and did not decide on it; of a way that takes a level
 * back, any that was held on that. The provider’s record knows nothing of it.
 */
function againstInConfidence(
  provider: Provider,
  way: Transition,
  confided: readonly Held[],
  policy: Policy,
): Held | undefined {
  const { needs = [] } = way
  if (!asksConfided(way, policy)) return undefined
  const nothing = needs.find((need) => need.need === 'nothingSince')
  if (nothing)
    return confided.find(
      ({ rule, at }) => nothing.meetings.includes(rule) && at >= provider.levelSince,
    )
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

/**
 * A decision on the level that stands, and that a confidential meeting speaks against by what its record says
 * now: it was held before the provider left enhanced, and had not decided so; or the level rests on it, and it
 * decides otherwise, or was too early for it. Undefined where it says nothing against it.
 */
export function standsAgainst(
  provider: Provider,
  held: Held,
  policy: Policy,
): LeftEnhanced | undefined {
  const entries = provider.decisions.filter(({ from, to }) => from !== to)
  const [last, before] = [entries.at(-1), entries.at(-2)]
  if (!last) return undefined
  const { from, to, transition, by: decidedBy, at: decidedAt } = last
  const left = { from, to, transition, decidedBy, decidedAt }
  const how = restedOn(provider, held, policy)
  if (how) return { ...left, how }
  const way = policy.transitions.find(({ id }) => id === transition)
  if (!way || !isEnhanced(policy, from) || held.at > decidedAt) return undefined
  const levelSince = last.opened?.since ?? before?.at ?? ''
  const then = { ...provider, level: from, levelSince }
  return askedInConfidence(then, way, [held], policy) ? left : undefined
}

/** Whether the level rests on that meeting, and would not by its record as it is now. */
function restedOn(
  provider: Provider,
  { meeting, at: heldAt, leadsTo = null }: Held,
  policy: Policy,
): LeftEnhanced['how'] {
  const last = provider.decisions.findLast(({ from, to }) => from !== to)
  const corrected = { meeting, heldAt, leadsTo }
  if (last && (last.opened?.meeting ?? last.because) === meeting) {
    const way = policy.transitions.find(({ id }) => id === last.transition)
    const opening = way && recordedNeed(way)?.decidedOn
    if (opening && !opening.some((one) => one === leadsTo)) return 'corrected'
  }
  return voidsLevel(provider, corrected, policy) ? 'held' : undefined
}

/** As above, also by the meetings that decide on the other ways out of that level: whoever leaves it should know what they found. */
export function askedInConfidence(
  provider: Provider,
  way: Transition,
  confided: readonly Held[],
  policy: Policy,
): Held | undefined {
  const own = againstInConfidence(provider, way, confided, policy)
  if (own || isEnhanced(policy, way.to)) return own
  const others = policy.transitions.filter(
    (one) =>
      one.from.some((level) => way.from.includes(level)) &&
      asksConfided(one, policy) &&
      !cameByNeed(one),
  )
  return others.flatMap((one) => againstInConfidence(provider, one, confided, policy) ?? [])[0]
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
  const until = cameByNeed(way) ? '' : ' until a later meeting decides on it'
  return refuse(
    'tooEarly',
    `For you alone, since you were in it: ${saidBy({}, against, policy)}. It is confidential, and ${way.id} is not open to you${until}. Nothing was changed, and ${provider.name}’s record shows nothing of this.`,
  )
}
