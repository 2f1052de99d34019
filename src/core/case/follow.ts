import { alarmNotices } from '../alarm.ts'
import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import type { MeetingIntentOf } from '../meeting/intent.ts'
import { outageNotices } from '../outage.ts'
import { providerId, referenceOf } from '../record-id.ts'
import type { Case } from './case.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'

/** What a fact asks of other records. */
export function followCase(kase: Case, event: CaseEvent): readonly FollowUp<Intent>[] {
  if (event.type === 'caughtUp') return outageNotices(event)
  if (event.type === 'notAccepted') return alarmNotices(kase.id, event)
  if (event.type === 'meetingAsked') return [{ intent: callOf(kase, event) }]
  if (event.type === 'levelChosen' && event.transition !== null && kase.provider.slug !== null) {
    const { by, reason } = event.choice
    if (by.type !== 'person') return []
    const change = {
      kind: 'provider',
      type: 'changeLevel',
      by: { type: 'person', person: by.person },
      transition: event.transition,
      reason:
        reason ?? `Triage of ${referenceOf(kase.id)}: ${kase.triage?.reasons.join(' ') ?? ''}`,
      evidence:
        kase.triage?.triggers.map(({ id, evidence }) => `${id}: ${evidence}`).join('; ') ?? null,
      because: kase.id,
    } as const
    return [{ to: providerId(kase.provider.slug), intent: change }]
  }
  return []
}

/** The call that a case asks for: held from its own places. */
export function callOf(
  { id, provider, places }: Case,
  asked: Omit<CaseEventOf<'meetingAsked'>, 'type' | 'at' | 'by'>,
): MeetingIntentOf<'call'> {
  const { actor: by, rule, seats, startsAt, why, urgent } = asked
  return {
    kind: 'meeting',
    type: 'call',
    by,
    rule,
    case: id,
    provider,
    seats: seats ? [...seats] : null,
    startsAt,
    why,
    urgent,
    places,
  }
}
