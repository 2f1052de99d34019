import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import { actorOf } from '../../people/doer.ts'
import { providerId } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'

/** Whatever it was called from may call another. It was never held: the provider of its case hears nothing. */
export function tellOfCallOff({
  id: meeting,
  case: kase,
  provider,
  calledOff,
}: Meeting): FollowUp<Intent>[] {
  if (!calledOff) return []
  const closed = { meeting, by: actorOf(calledOff.by) } as const
  if (kase !== null) {
    const never = { heldAt: null, meets: null } as const
    return [{ to: kase, intent: { kind: 'case', type: 'noteMeetingClosed', ...closed, ...never } }]
  }
  if (provider.slug === null) return []
  const off = { calledOff: true } as const
  const intent = { kind: 'provider', type: 'noteOwnMeetingClosed', ...closed, ...off } as const
  return [{ to: providerId(provider.slug), intent }]
}
