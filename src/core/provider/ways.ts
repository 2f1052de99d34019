import type { Policy, Transition } from '../policy/policy.ts'
import type { LevelDecision, Provider } from './provider.ts'
import { cameByNeed, takenBackBy } from './taken-back/placement.ts'

type Decided = Pick<Provider, 'level' | 'decisions'>

/** The ways that lead from this level to another one; of those that take a level back only the one that fits. */
export function waysOn(provider: Decided, { transitions }: Policy): Transition[] {
  const { level } = provider
  return transitions
    .filter(({ from, to }) => to !== level && (from.length === 0 || from.includes(level)))
    .filter((way) => !cameByNeed(way) || takenBackBy(provider, way))
}

/** The way by which it was decided; none where a further reason found the provider where that way does not lead on. */
export function wayTaken(
  decision: Pick<LevelDecision, 'from' | 'transition'> | undefined,
  { transitions }: Pick<Policy, 'transitions'>,
): Transition | undefined {
  return transitions.find(
    ({ id, from }) =>
      id === decision?.transition && (from.length === 0 || from.includes(decision.from)),
  )
}

/** The same as a sentence, but for one that is known to be closed. */
export function waysFrom(provider: Decided, policy: Policy, without: string | null = null): string {
  const ways = waysOn(provider, policy).filter(({ id }) => id !== without)
  if (ways.length === 0) return ''
  return `From here: ${ways.map(({ id, label }) => `${id} (${label})`).join('; ')}.`
}
