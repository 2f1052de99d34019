import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import type { Actor } from '../../people/actor.ts'
import { doerOf } from '../../people/doer.ts'
import { nameOf } from '../../people/find.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { type Draft, draftOf } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, isOver } from './action.ts'
import { isApart } from './apart.ts'
import { dueFault, ownerFault } from './ask.ts'
import type { ActionIntentOf } from './intent.ts'
import { remindLater, tellFirst } from './told.ts'

type Decided = Decision<MeetingEvent>
type Answer = ActionIntentOf<'answerAction'>

/** The organisation’s own answer. It may change it while nothing is reported as done. */
export function answerAction(
  meeting: Meeting,
  action: Action,
  intent: Answer,
  context: Allowed,
): Decided {
  if (isOver(action) || action.state === 'done') return settled(action)
  return intent.answer === 'accept'
    ? accepted(meeting, action, intent, context)
    : declined(meeting, action, intent, context)
}

function accepted(meeting: Meeting, action: Action, intent: Answer, context: Allowed): Decided {
  const { directory, acting, now } = context
  const reason = intent.reason?.trim() || null
  const owner = intent.owner ?? action.owner ?? personOf(intent.by)
  const dueAt = intent.dueAt ?? action.dueAt
  const isSame = action.state === 'accepted' && owner === action.owner && dueAt === action.dueAt
  if (isSame) return accept()
  const fault =
    ownerFault(meeting, action.of, owner, context) ??
    apartFault(meeting, action, owner, context) ??
    (intent.dueAt === null ? undefined : dueFault(dueAt, 'due', context)) ??
    (dueAt > action.dueAt && reason === null ? needsReason(LATER) : undefined)
  if (fault) return fault
  const draft = draftOf(meeting)
  const by = doerOf(directory, intent.by, acting)
  const given = { action: action.n, by, reason, dueAt, owner: owner ?? '' }
  draft.add({ type: 'actionAccepted', at: now, ...given })
  // Whoever accepts it for somebody else leaves them to hear of it.
  const isOwn = owner === personOf(intent.by)
  if (isOwn && owner !== null) remindLater(draft, action.n, owner, context)
  else
    tellFirst(draft, action.n, owner !== null && owner in action.reach ? 'accepted' : null, context)
  return accept(...draft.events)
}

/** Nobody takes on what they may not read. */
function apartFault(
  meeting: Meeting,
  action: Action,
  owner: string | null,
  { directory }: Pick<Allowed, 'directory'>,
): Refused | undefined {
  if (owner === null || !isApart(meeting, action, owner)) return undefined
  const words = `A conflict of interest keeps ${nameOf(directory, owner)} out of the closed part, so they cannot own this action. Name another colleague, or decline it.`
  return refuse('invalid', words, { owner: 'Choose a colleague who is not kept out.' })
}

function declined(meeting: Meeting, action: Action, intent: Answer, context: Allowed): Decided {
  if (action.state === 'declined') return accept()
  const reason = intent.reason?.trim() ?? ''
  if (reason === '') return needsReason('Say why: whoever asked reads it, and it is kept.')
  const draft = draftOf(meeting)
  const by = doerOf(context.directory, intent.by, context.acting)
  draft.add({ type: 'actionDeclined', at: context.now, action: action.n, by, reason })
  tellFirst(draft, action.n, 'declined', context)
  return accept(...draft.events)
}

/** `I have it`: whoever has it is reminded alone. */
export function takeAction(
  meeting: Meeting,
  action: Action,
  { by }: ActionIntentOf<'takeAction'>,
  { directory, acting, now }: Allowed,
): Decided {
  if (by.type !== 'person') return refuse('notYours', 'Only a person can have an action.')
  if (action.state === 'asked' || action.state === 'declined')
    return refuse('invalid', `Action ${action.n} is not accepted yet. Accept it first.`)
  if (action.state !== 'accepted') return settled(action)
  if (action.haver === by.person) return accept()
  const fault = apartFault(meeting, action, by.person, { directory })
  if (fault) return fault
  const draft: Draft = draftOf(meeting)
  const doer = doerOf(directory, by, acting)
  const taken = { action: action.n, by: doer, person: by.person }
  draft.add({ type: 'actionTaken', at: now, ...taken })
  return accept(...draft.events)
}

export function settled({ n, state }: Action): Refused {
  const words = {
    done: 'is reported as done and waits for a sign-off',
    signedOff: 'is signed off',
    withdrawn: 'was withdrawn',
    asked: 'waits for an answer',
    accepted: 'is accepted',
    declined: 'was declined',
  }
  return refuse('stale', `Action ${n} ${words[state]}; nothing was changed.`)
}

export function needsReason(words: string): Refused {
  return refuse('missing', words, { reason: words })
}

export function personOf(by: Actor): string | null {
  return by.type === 'person' ? by.person : null
}

const LATER = 'Say why it takes longer than was asked: whoever asked reads it.'
