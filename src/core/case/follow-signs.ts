import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import { providerId } from '../record-id.ts'
import type { Case } from './case.ts'

/**
 * The provider knows the triggers of its open cases: the brief of a meeting about it shows them. And
 * while it is in enhanced, whether it waits for a decision on one of them.
 */
export function tellSigns(
  { id, provider, triage, status, confidential, providerLevel }: Case,
  isAsked: boolean,
): FollowUp<Intent>[] {
  if (provider.slug === null || !triage || confidential) return []
  const isClosed = status === 'closed'
  const triggers = isClosed
    ? []
    : triage.triggers.map(({ id: trigger, direction }) => ({ id: trigger, direction }))
  const asked = providerLevel && !isClosed ? { levelAsked: isAsked } : {}
  const intent = { kind: 'provider', type: 'noteSigns', case: id, triggers, ...asked } as const
  return [{ to: providerId(provider.slug), intent }]
}
