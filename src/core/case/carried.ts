import { accept, type Decision } from '../decision.ts'
import type { Intent } from '../intent.ts'
import type { Context, FollowUp } from '../kind.ts'
import { isAbout, type OpenAction } from '../provider/action.ts'
import type { RecordId } from '../record-id.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'

/** An action of one of its meetings, while it is open; null once it is over. */
export interface ActionNoted {
  readonly type: 'actionNoted'
  readonly meeting: RecordId
  readonly n: number
  readonly action: OpenAction | null
}

/** While it is confidential it keeps them itself, for its next meeting; otherwise its provider does. */
export function noteAction(
  { confidential, actions = [] }: Case,
  { meeting, n, action }: CaseIntentOf<'noteAction'>,
  { now: at }: Context,
): Decision<CaseEvent> {
  const known = actions.find((one) => isAbout(one, { meeting, n }))
  if (!confidential || (!action && !known)) return accept()
  if (JSON.stringify(known) === JSON.stringify(action)) return accept()
  return accept({ type: 'actionNoted', at, meeting, n, action })
}

export function withAction(
  { actions = [] }: Case,
  { meeting, n, action }: ActionNoted,
): OpenAction[] {
  const others = actions.filter((one) => !isAbout(one, { meeting, n }))
  return action ? [...others, action] : others
}

/** To each of its meetings what the others ask for: their brief is as new as what they are told last. */
export function carryActions(
  { actions = [], confidential }: Case,
  meetings: readonly { readonly meeting: RecordId }[],
): FollowUp<Intent>[] {
  if (!confidential) return []
  return meetings.map(({ meeting: to }) => ({
    to,
    intent: {
      kind: 'meeting',
      type: 'noteCarried',
      actions: actions.filter(({ meeting }) => meeting !== to),
    },
  }))
}
