import { placeKey } from '../effect.ts'
import type { Context } from '../kind.ts'
import type { TellingRule } from '../policy/telling.ts'
import { resolveTelling } from '../telling/resolve.ts'
import { isUntold, stateOf } from '../telling/state.ts'
import type { Line, Telling, Told } from '../telling/telling.ts'
import { isEnhanced } from './change-level.ts'
import type { ProviderEvent } from './event.ts'
import { levelStart } from './history.ts'
import type { Provider } from './provider.ts'

/** Whoever has come into a post for which nobody was told, while the provider is still on the level. */
export type ToldLate = {
  readonly type: 'toldLate'
  readonly telling: number
  readonly lines: readonly Line[]
  readonly told: readonly Told[]
}

type Around = Pick<Context, 'policy' | 'directory' | 'channels' | 'now'>

/** Whoever holds a post by now for which nobody was told when the provider came to the level: told once. */
export function toldLate(provider: Provider, around: Around): ProviderEvent[] {
  const { policy, now: at } = around
  return standing(provider, policy).flatMap(([telling, rule]): ProviderEvent[] => {
    const { slug, leadProvider } = provider
    const today = resolveTelling(rule, { slug, leadProvider }, around)
    const lines = today.lines.filter((line) => isLate(line, telling, today.told))
    if (lines.length === 0) return []
    const told = today.told.filter(
      (one) => lines.some(({ person }) => person === one.person) && isFresh(one, telling),
    )
    return [{ type: 'toldLate', at, telling: telling.n, lines, told }]
  })
}

/** The latest of each list that the level has told, each with its rule. */
function standing(provider: Provider, policy: Around['policy']): [Telling, TellingRule][] {
  const { level, tellings = [] } = provider
  if (!isEnhanced(policy, level)) return []
  const since = levelStart(provider, policy)
  return (policy.tellings ?? []).flatMap((rule) => {
    const telling = tellings.findLast((one) => one.rule === rule.id && one.level !== null)
    return rule.when === 'enhanced' && telling && telling.at >= since ? [[telling, rule]] : []
  })
}

/** Nobody was told for that post, and somebody holds it now whom this is news to, or who can be reached by now. */
function isLate(line: Line, telling: Telling, today: readonly Told[]): boolean {
  const before = telling.lines.find(({ id }) => id === line.id)
  if (!before || line.person === null || !isUntold(before, telling)) return false
  if (before.person !== line.person) return true
  return today.some((one) => one.person === line.person && isFresh(one, telling))
}

/** Nobody is told twice, nor again where a service did not take it. */
function isFresh({ person, place }: Told, telling: Telling): boolean {
  const known = telling.told.some((one) => placeKey(one.place) === placeKey(place))
  return !known && stateOf(person, telling) === 'failed'
}
