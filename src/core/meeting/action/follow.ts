import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import { providerId } from '../../record-id.ts'
import { conflictsNow } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, isOver } from './action.ts'
import type { ActionEvent } from './event.ts'

/** The provider lists what is open; of what is confidential its case does, for the next meeting about it alone. */
export function followAction(meeting: Meeting, event: ActionEvent): FollowUp<Intent>[] {
  if (event.type === 'actionTaken' || event.type === 'actionTold') return []
  const action = meeting.actions?.find(({ n }) => n === event.action)
  return action ? tellWhatIsOpen(meeting, action) : []
}

/** Who is kept out has changed, and with it what the provider lists of all that is open. */
export function followConflict(meeting: Meeting): FollowUp<Intent>[] {
  const open = (meeting.actions ?? []).filter((one) => !isOver(one))
  return meeting.room === 'room' ? open.flatMap((one) => tellWhatIsOpen(meeting, one)) : []
}

/** What became confidential is listed by its case, which was told nothing of it before. */
export function carryToCase(meeting: Meeting): FollowUp<Intent>[] {
  const open = (meeting.actions ?? []).filter((one) => !isOver(one))
  return meeting.case === null ? [] : open.flatMap((one) => tellWhatIsOpen(meeting, one))
}

function tellWhatIsOpen(meeting: Meeting, action: Action): FollowUp<Intent>[] {
  const { id, provider, confidential, case: kase } = meeting
  const { n } = action
  const told = { meeting: id, n, action: openAction(meeting, action) }
  if (confidential) {
    const intent = { kind: 'case', type: 'noteAction', ...told } as const
    return kase === null ? [] : [{ to: kase, intent }]
  }
  if (provider.slug === null) return []
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
