import type { Context } from '../../kind.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { asking } from './asking.ts'
import { runningCycle } from './duty.ts'
import { isAsked } from './question.ts'

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
    if (was && !is) return withdrawn(provider, id, context)
    if (was || !is || !runningCycle(provider, id)) return []
    return [asking(provider, { ask: 'stepUp', of: id, level: to }, owes, context)]
  })
}

/** The provider has left the level: nobody need decide any more. */
function withdrawn(
  { questions = [] }: Provider,
  of: string,
  { now: at }: Context,
): ProviderEvent[] {
  const isOpen = questions.some(
    (one) => isAsked(one) && one.about.ask === 'stepUp' && one.about.of === of,
  )
  const words = 'The provider has left that level; nothing is asked any more.'
  return isOpen ? [{ type: 'questionWithdrawn', at, ask: 'stepUp', of, words }] : []
}
