import type { Composing } from '../../kind.ts'
import type { Message, Text } from '../../message/message.ts'
import { referenceOf } from '../../record-id.ts'
import { showDay } from '../../time/local.ts'
import { conflictsNow } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, isOver } from './action.ts'
import { handingButtons } from './buttons.ts'
import { organisationName, stateWords } from './words.ts'

/**
 * Whether somebody speaks for the organisation that is asked and may not read what it is asked: a conflict
 * of interest of their own keeps them out, and whoever asked did not name them for it.
 */
export function isApart(
  { room, conflicts }: Pick<Meeting, 'room' | 'conflicts'>,
  { owner, haver }: Pick<Action, 'owner' | 'haver'>,
  person: string,
): boolean {
  if (room !== 'room' || person === owner || person === haver) return false
  return conflictsNow({ conflicts }).some((one) => one.person === person)
}

/** That something is asked of their organisation, and how it goes to somebody who may read it. */
export function apartMessage(meeting: Meeting, action: Action, composing: Composing): Message {
  const { label, id } = meeting
  const name = organisationName(action.of, composing)
  return {
    title: `Action ${action.n} for ${name}`,
    parts: [
      { kind: 'text', text: apartText(action, composing) },
      { kind: 'text', text: `Its words are not shown to you: ${WHY} ${label} ${referenceOf(id)}.` },
      ...(isOver(action) ? [] : [{ kind: 'text', text: HAND_ON } as const]),
      ...handingButtons(meeting, action, composing),
    ],
  }
}

/** One line of what somebody owes. */
export function apartText(
  action: Action,
  composing: Pick<Composing, 'policy' | 'directory' | 'now'>,
): Text {
  const name = organisationName(action.of, composing)
  const day = showDay(action.dueAt, composing.policy.zone)
  const state =
    action.state === 'declined' || action.state === 'withdrawn'
      ? action.state
      : stateWords(action, composing)
  return `Something is asked of ${name} by ${day}: ${state}.`
}

const WHY = 'a conflict of interest keeps you out of the closed part of the'
const HAND_ON =
  'Name a colleague who owns it: they read it and answer from then on. Or decline it, and say why.'
