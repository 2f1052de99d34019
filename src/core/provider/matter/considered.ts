import type { Context } from '../../kind.ts'
import { cancelled } from '../cycle/reminded.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { dutyIdOf } from './matter.ts'
import { matterRule, stepRule } from './rules.ts'

/** Where a matter waits for whether a way is taken, a decision on that way is the answer: nobody is asked any more. */
export function consideredBy(
  provider: Provider,
  way: string,
  { policy, now: at }: Pick<Context, 'policy' | 'now'>,
): ProviderEvent[] {
  const { matters = [], cycles } = provider
  return matters
    .filter(({ closedAt, rule, filed }) => {
      const latest = filed.findLast(({ step }) => stepRule(matterRule(policy, rule), step)?.due)
      const step = stepRule(matterRule(policy, rule), latest?.step ?? '')
      return closedAt === null && step?.considers === way
    })
    .map(dutyIdOf)
    .filter((id) => cycles.some(({ rule }) => rule === id))
    .map((id) => cancelled(provider, id, at))
}
