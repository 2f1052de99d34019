import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { actorOf } from '../people/doer.ts'
import { providerId } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import type { Short } from './level/short.ts'
import type { Meeting } from './meeting.ts'

interface Saying {
  readonly by: Doer
  readonly heldAt: Instant
  readonly leadsTo?: string
  readonly short?: Short | null
  /** Of a correction: when it was held, as that was recorded before. */
  readonly was?: Instant
}

/**
 * What its record says of the level, once it is recorded and whenever its draft is corrected. Of a
 * confidential one the provider hears that it was held, and not what it decided.
 */
export function tellOfFinding(
  { id: meeting, case: kase, provider, rule, confidential }: Meeting,
  { by, heldAt, leadsTo, short, was }: Saying,
): FollowUp<Intent>[] {
  if (provider.slug === null || (kase !== null && confidential)) return []
  const intent = {
    kind: 'provider',
    type: 'noteOwnMeetingClosed',
    meeting,
    by: actorOf(by),
    heldAt,
    ...(was !== undefined && { was }),
    ...(kase !== null && { rule }),
    ...(!confidential && { leadsTo: leadsTo ?? null }),
    ...(!confidential && short !== undefined && { short }),
  } as const
  return [{ to: providerId(provider.slug), intent }]
}
