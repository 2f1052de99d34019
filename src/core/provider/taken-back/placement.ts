import type { Need, Policy, Transition } from '../../policy/policy.ts'
import type { Post } from '../../policy/post.ts'
import type { Instant } from '../../time/instant.ts'
import { heldMeetings } from '../held.ts'
import type { LevelDecision, Provider } from '../provider.ts'

type Decided = Pick<Provider, 'level' | 'decisions'>
type CameBy = Extract<Need, { need: 'cameBy' }>

/** The changes of level that stand: neither what was taken back, nor what took it back. */
export function standingChanges(decisions: readonly LevelDecision[]): LevelDecision[] {
  const taken = decisions.flatMap(({ n, takesBack }) =>
    takesBack === undefined ? [] : [n, takesBack],
  )
  return decisions.filter(({ n, from, to }) => from !== to && !taken.includes(n))
}

/** By which decision the provider is on its level; undefined where it always was. */
export function placementOf({ decisions }: Pick<Provider, 'decisions'>): LevelDecision | undefined {
  return standingChanges(decisions).at(-1)
}

export function cameByNeed({ needs = [] }: Pick<Transition, 'needs'>): CameBy | undefined {
  return needs.find((one) => one.need === 'cameBy')
}

/** The decision that this way would take back; undefined where it takes back none, or another. */
export function takenBackBy(
  provider: Decided,
  way: Pick<Transition, 'needs' | 'to'>,
): LevelDecision | undefined {
  const need = cameByNeed(way)
  const entry = placementOf(provider)
  if (!need || entry?.to !== provider.level || entry.from !== way.to) return undefined
  return need.ways.includes(entry.transition) ? entry : undefined
}

/** Who decides on a way; what is taken back, whoever may decide on it. */
export function decidersOf(
  provider: Decided,
  way: Transition,
  { transitions }: Pick<Policy, 'transitions'>,
): readonly Post[] {
  const entry = takenBackBy(provider, way)
  const taken = entry && transitions.find(({ id }) => id === entry.transition)
  return taken?.decides ?? way.decides
}

/** What began with the level before goes on from when it began there; null where that is not on record. */
export function beganBefore(provider: Provider, entry: LevelDecision): Instant | null {
  const before = standingChanges(provider.decisions).findLast(({ n }) => n < entry.n)
  if (!before) return null
  const opened = heldMeetings(provider).find(({ meeting }) => meeting === before.opened?.meeting)
  return opened?.at ?? before.at
}
