import type { Context } from '../../kind.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { asking, askingNoMore } from './asking.ts'
import { runningCycle } from './duty.ts'

/** Whoever owes a duty that runs is asked whether to step it up, once the provider comes to such a level from another. */
export function stepUps(
  provider: Provider,
  from: string,
  to: string,
  context: Context,
): ProviderEvent[] {
  const about = context.policy.cycles.filter(({ steppedUpOn }) => steppedUpOn !== undefined)
  return about.flatMap((rule): ProviderEvent[] => {
    const { id, owes, steppedUpOn = [] } = rule
    const [was, is] = [steppedUpOn.includes(from), steppedUpOn.includes(to)]
    if (was && !is) return askingNoMore(provider, { ask: 'stepUp', of: id }, LEFT, context)
    if (was || !is || !runningCycle(provider, id)) return []
    return [asking(provider, { ask: 'stepUp', of: id, level: to }, owes, context)]
  })
}

/** To a duty that nobody need decide on any more. */
const LEFT = 'The provider has left that level; nothing is asked any more.'
