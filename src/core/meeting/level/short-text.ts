import type { Context } from '../../kind.ts'
import type { Transition } from '../../policy/policy.ts'
import { labelOf } from '../../provider/change-level.ts'
import { whomToAsk } from '../../provider/too-few.ts'
import type { Meeting } from '../meeting.ts'
import { shortWords } from './attended.ts'

type Known = Pick<Context, 'policy' | 'directory' | 'now'>

/** What its record decided and did not change, since too few were there, and what would; null where that is not so. */
export function shortText(
  { record, provider, rule }: Pick<Meeting, 'record' | 'provider' | 'rule'>,
  context: Known,
): string | null {
  const { leadsTo, short } = record ?? {}
  const way = context.policy.transitions.find(({ id }) => id === leadsTo)
  if (!short || !way) return null
  const whom = whomToAsk(provider, way, { rule, short }, context)
  return `The record is kept. The level of ${provider.name} stays as it is: ${shortWords(short, context)}. ${whereOpen(way, whom, context)}`
}

/** Only the provider knows on which level it is: from another one the decision would be refused. */
function whereOpen({ from }: Transition, whom: string, { policy }: Known): string {
  if (from.length === 0) return whom
  const starts = from.map((level) => `“${labelOf(policy, level)}”`).join(' or ')
  return `Where it is on ${starts}, ${whom.charAt(0).toLowerCase()}${whom.slice(1)}`
}
