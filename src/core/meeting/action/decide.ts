import { type Decision, type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Allowed } from '../../permission/permitted.ts'
import type { Draft } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import type { Action } from './action.ts'
import { answerAction, takeAction } from './answer.ts'
import { askAction } from './ask.ts'
import { completeAction, signOffAction, withdrawAction } from './done.ts'
import type { ActionIntent } from './intent.ts'
import { remind } from './told.ts'

/** What people do about the actions of a meeting, while it is open and after it. */
export function decideAction(
  meeting: Meeting,
  intent: ActionIntent,
  context: Allowed,
): Decision<MeetingEvent> {
  if (intent.type === 'askAction') return askAction(meeting, intent, context)
  const action = meeting.actions?.find(({ n }) => n === intent.action)
  if (!action) return refuse('unknown', 'That action is not asked in this meeting.')
  const stale = outOfDate(action, intent)
  if (stale) return stale
  switch (intent.type) {
    case 'answerAction':
      return answerAction(meeting, action, intent, context)
    case 'takeAction':
      return takeAction(meeting, action, intent, context)
    case 'completeAction':
      return completeAction(meeting, action, intent, context)
    case 'signOffAction':
      return signOffAction(meeting, action, intent, context)
    case 'withdrawAction':
      return withdrawAction(meeting, action, intent, context)
  }
}

/** Reminds of every action whose time has come, once each. */
export function wakeActions(draft: Draft, context: Context): void {
  for (const { n, nudgeAt } of draft.meeting().actions ?? []) {
    if (nudgeAt !== null && nudgeAt <= context.now) remind(draft, n, context)
  }
}

function outOfDate(action: Action, intent: ActionIntent): Refused | undefined {
  if (!('revision' in intent) || intent.revision === null) return undefined
  if (intent.revision === action.revision) return undefined
  const words = 'That button is out of date: the action has changed since. Use the newest message.'
  return refuse('stale', words)
}
