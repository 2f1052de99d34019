import type { Composing } from '../kind.ts'
import type { Inline, Part, Text } from '../message/message.ts'
import { findOrganisation } from '../people/find.ts'
import { showDay } from '../time/local.ts'
import type { OpenAction } from './action.ts'

/** What meetings about a provider ask for and is not over, soonest due first. */
export function openActionsPart(actions: readonly OpenAction[], composing: Composing): Part[] {
  if (actions.length === 0) return []
  const sorted = actions.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  return [
    { kind: 'text', text: 'Open actions of its meetings:' },
    { kind: 'list', items: sorted.map((one) => openActionText(one, composing)) },
  ]
}

/** What it asks, of whom, how it stands and of which meeting it is. */
export function openActionText(action: OpenAction, { policy, directory, now }: Composing): Text {
  const { meeting, what, of, owner, dueAt, state } = action
  const owned: Inline[] = owner === null ? [] : [', ', { person: owner }]
  const isOverdue = state === 'accepted' && now > dueAt
  const due = `${isOverdue ? 'OVERDUE since' : 'due'} ${showDay(dueAt, policy.zone)}`
  const asked = findOrganisation(directory, of)?.name ?? of
  if (what === '')
    return [
      'An action of ',
      { record: meeting },
      `, for those who are in that meeting. ${asked}: ${STATES[state]}, ${due}.`,
    ]
  return [
    `${what} ${asked}`,
    ...owned,
    `: ${STATES[state]}, ${due}. From `,
    { record: meeting },
    '.',
  ]
}

const STATES: Readonly<Record<OpenAction['state'], string>> = {
  asked: 'not answered yet',
  accepted: 'accepted',
  declined: 'declined',
  done: 'done, not signed off yet',
}
