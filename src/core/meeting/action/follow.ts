import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import { providerId } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'
import type { Action } from './action.ts'
import type { ActionEvent } from './event.ts'

/** The provider lists what is open. What is confidential stays with those who were called. */
export function followAction(meeting: Meeting, event: ActionEvent): FollowUp<Intent>[] {
  if (event.type === 'actionTaken' || event.type === 'actionTold') return []
  const { id, provider, confidential, actions = [] } = meeting
  const action = actions.find(({ n }) => n === event.action)
  if (!action || confidential || provider.slug === null) return []
  const { n } = action
  const told = { meeting: id, n, action: openAction(meeting, action) }
  return [
    { to: providerId(provider.slug), intent: { kind: 'provider', type: 'noteAction', ...told } },
  ]
}

function openAction({ id: meeting }: Meeting, { n, what, of, owner, dueAt, state }: Action) {
  if (state === 'signedOff' || state === 'withdrawn') return null
  return { meeting, n, what, of, owner, dueAt, state }
}
