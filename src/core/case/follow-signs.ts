import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import { providerId } from '../record-id.ts'
import type { Case } from './case.ts'

/** The provider knows the triggers of its open cases: the brief of a meeting about it shows them. */
export function tellSigns({
  id,
  provider,
  triage,
  status,
  confidential,
}: Case): FollowUp<Intent>[] {
  if (provider.slug === null || !triage || confidential) return []
  const triggers =
    status === 'closed'
      ? []
      : triage.triggers.map(({ id: trigger, direction }) => ({ id: trigger, direction }))
  const intent = { kind: 'provider', type: 'noteSigns', case: id, triggers } as const
  return [{ to: providerId(provider.slug), intent }]
}
