import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import { providerId } from '../../record-id.ts'
import { conflictsNow } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, isOver } from './action.ts'
import type { ActionEvent } from './event.ts'

/** The provider lists what is open. What is confidential stays with those who were called. */
export function followAction(meeting: Meeting, event: ActionEvent): FollowUp<Intent>[] {
  if (event.type === 'actionTaken' || event.type === 'actionTold') return []
  const action = meeting.actions?.find(({ n }) => n === event.action)
  return action ? tellProvider(meeting, action) : []
}

/** Who is kept out has changed, and with it what the provider lists of all that is open. */
export function followConflict(meeting: Meeting): FollowUp<Intent>[] {
  const open = (meeting.actions ?? []).filter((one) => !isOver(one))
  return meeting.room === 'room' ? open.flatMap((one) => tellProvider(meeting, one)) : []
}

function tellProvider(meeting: Meeting, action: Action): FollowUp<Intent>[] {
  const { id, provider, confidential } = meeting
  if (confidential || provider.slug === null) return []
  const { n } = action
  const told = { meeting: id, n, action: openAction(meeting, action) }
  return [
    { to: providerId(provider.slug), intent: { kind: 'provider', type: 'noteAction', ...told } },
  ]
}

/** Whoever is kept out of the meeting reads what the provider lists: its words stay inside meanwhile. */
function openAction(meeting: Meeting, { n, what, of, owner, dueAt, state }: Action) {
  if (state === 'signedOff' || state === 'withdrawn') return null
  const isApart = meeting.room === 'room' && conflictsNow(meeting).length > 0
  const words = isApart ? { what: '', owner: null } : { what, owner }
  return { meeting: meeting.id, n, ...words, of, dueAt, state }
}
