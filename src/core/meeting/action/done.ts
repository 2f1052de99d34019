import { accept, type Decision, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { draftOf } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, isOver } from './action.ts'
import { needsReason, personOf, settled } from './answer.ts'
import { hasDone } from './asked.ts'
import type { ActionIntentOf } from './intent.ts'
import { tellFirst } from './told.ts'

type Decided = Decision<MeetingEvent>

/** Done, with what shows it. What was done before it was accepted is accepted by that. */
export function completeAction(
  meeting: Meeting,
  action: Action,
  intent: ActionIntentOf<'completeAction'>,
  context: Allowed,
): Decided {
  const { directory, acting, now } = context
  const { n, state } = action
  if (state === 'declined')
    return refuse('invalid', `Action ${n} was declined. Accept it first, then say that it is done.`)
  if (state !== 'asked' && state !== 'accepted') return settled(action)
  const evidence = intent.evidence.trim()
  if (evidence === '') {
    const words = 'Say what shows that it is done, in words or by a link.'
    return refuse('missing', words, { evidence: words })
  }
  const by = doerOf(directory, intent.by, acting)
  const draft = draftOf(meeting)
  if (state === 'asked') {
    const owner = action.owner ?? personOf(intent.by) ?? ''
    const { dueAt } = action
    draft.add({ type: 'actionAccepted', at: now, action: n, by, reason: null, dueAt, owner })
  }
  draft.add({ type: 'actionDone', at: now, action: n, by, evidence })
  tellFirst(draft, n, 'done. Is it enough?', context)
  return accept(...draft.events)
}

/** Somebody else says whether it is enough. */
export function signOffAction(
  meeting: Meeting,
  action: Action,
  intent: ActionIntentOf<'signOffAction'>,
  context: Allowed,
): Decided {
  const { n, state } = action
  if (state !== 'done')
    return isOver(action)
      ? settled(action)
      : refuse('invalid', `Action ${n} is not reported as done, so there is nothing to sign off.`)
  const signer = personOf(intent.by)
  if (signer === null || hasDone(action, signer))
    return refuse(
      'notYours',
      'Whoever owned or did it cannot sign it off: somebody else looks at it.',
    )
  const by = doerOf(context.directory, intent.by, context.acting)
  const draft = draftOf(meeting)
  const at = context.now
  if (intent.enough) {
    draft.add({ type: 'actionSignedOff', at, action: n, by })
    return accept(...draft.events)
  }
  const reason = intent.reason?.trim() ?? ''
  if (reason === '') return needsReason('Say what is missing: the owner reads it.')
  draft.add({ type: 'actionNotEnough', at, action: n, by, reason })
  tellFirst(draft, n, 'not enough yet', context)
  return accept(...draft.events)
}

/** Whoever asked needs it no more. */
export function withdrawAction(
  meeting: Meeting,
  action: Action,
  intent: ActionIntentOf<'withdrawAction'>,
  context: Allowed,
): Decided {
  if (isOver(action)) return settled(action)
  const reason = intent.reason.trim()
  if (reason === '') return needsReason('Say why it is not needed any more.')
  const by = doerOf(context.directory, intent.by, context.acting)
  const draft = draftOf(meeting)
  draft.add({ type: 'actionWithdrawn', at: context.now, action: action.n, by, reason })
  tellFirst(draft, action.n, 'withdrawn', context)
  return accept(...draft.events)
}
