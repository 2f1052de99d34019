import type { Context } from '../../kind.ts'
import { whomToAsk } from '../../provider/too-few.ts'
import type { Meeting } from '../meeting.ts'
import { shortWords } from './attended.ts'

/** What its record decided and did not change, since too few were there, and what would; null where that is not so. */
export function shortText(
  { record, provider, rule }: Pick<Meeting, 'record' | 'provider' | 'rule'>,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): string | null {
  const { leadsTo, short } = record ?? {}
  const way = context.policy.transitions.find(({ id }) => id === leadsTo)
  if (!short || !way) return null
  const whom = whomToAsk(provider, way, { rule, short }, context)
  return `The record is kept. The level of ${provider.name} stays as it is: ${shortWords(short, context)}. ${whom}`
}
