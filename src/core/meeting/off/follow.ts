import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import { actorOf } from '../../people/doer.ts'
import { providerId } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'

/** Whatever it was called from may call another; the provider of its case, that nothing is to be held any more. */
export function tellOfCallOff(meeting: Meeting): FollowUp<Intent>[] {
  return [...tellCase(meeting), ...tellProvider(meeting)]
}

function tellCase({ id: meeting, case: kase, calledOff }: Meeting): FollowUp<Intent>[] {
  if (!calledOff || kase === null) return []
  const closed = { meeting, by: actorOf(calledOff.by), heldAt: null, meets: null } as const
  return [{ to: kase, intent: { kind: 'case', type: 'noteMeetingClosed', ...closed } }]
}

/** Of a confidential case it never heard. */
function tellProvider({
  id: meeting,
  case: kase,
  provider,
  confidential,
  calledOff,
}: Meeting): FollowUp<Intent>[] {
  if (!calledOff || provider.slug === null || (kase !== null && confidential)) return []
  const off = { meeting, by: actorOf(calledOff.by), calledOff: true } as const
  const intent = { kind: 'provider', type: 'noteOwnMeetingClosed', ...off } as const
  return [{ to: providerId(provider.slug), intent }]
}
