import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import { providerId, referenceOf } from '../record-id.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'

/** What a fact asks of other records. */
export function followCase(kase: Case, event: CaseEvent): readonly FollowUp<Intent>[] {
  if (event.type === 'meetingAsked') {
    const { actor: by, rule, seats, startsAt, why, urgent } = event
    const { id, provider, places } = kase
    const call = {
      rule,
      case: id,
      provider,
      seats: seats ? [...seats] : null,
      startsAt,
      why,
      urgent,
      places,
    }
    return [{ intent: { kind: 'meeting', type: 'call', by, ...call } }]
  }
  if (
    event.type === 'levelChosen' &&
    event.choice.level === 'enhanced' &&
    kase.provider.slug !== null
  ) {
    const { by, reason } = event.choice
    if (by.type !== 'person') return []
    const change = {
      kind: 'provider',
      type: 'changeLevel',
      by: { type: 'person', person: by.person },
      transition: 'G2',
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
