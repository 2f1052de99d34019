import type { Context } from '../../kind.ts'
import { findPerson } from '../../people/find.ts'
import type { Ladder } from '../../policy/clock.ts'
import type { Instant } from '../../time/instant.ts'
import { climbAt, nextNudge, nudgeNow } from '../../time/ladder.ts'
import { holdForQuiet } from '../../time/quiet.ts'
import { newcomer } from '../calling.ts'
import type { Draft } from '../draft.ts'
import type { Meeting } from '../meeting.ts'
import { convenersOf } from '../seats.ts'
import type { Action } from './action.ts'
import { inLineFor, mayBeTold } from './addressed.ts'
import { isApart } from './apart.ts'
import { signersOf } from './asked.ts'

/**
 * Tells whoever is the first to do something about an action as it stands now. `why` makes it a reminder,
 * a message of its own: without it the message of the action is new to them.
 */
export function tellFirst(draft: Draft, n: number, why: string | null, context: Context): void {
  const action = actionIn(draft, n)
  if (!action) return
  const [first] = lineOf(draft.meeting(), action, context)
  tell(draft, action, first === undefined ? [] : [first], why, context)
}

/** Nobody needs to be told: the one who knows of it is reminded when it is time. */
export function remindLater(draft: Draft, n: number, person: string, context: Context): void {
  const action = actionIn(draft, n)
  if (action) tell(draft, action, [person], null, context)
}

/** Reminds whoever is to do something about it, and goes on to the next in line where nobody has answered. */
export function remind(draft: Draft, n: number, context: Context): void {
  const meeting = draft.meeting()
  const action = actionIn(draft, n)
  if (!action) return
  const { haver } = action
  const isThere = (person: string) =>
    mayBeTold(meeting, person) && findPerson(context.directory, person) !== undefined
  if (haver !== null && isThere(haver) && action.state === 'accepted') {
    tell(draft, action, [haver], whyNow(action, context), context)
    return
  }
  const still = action.told.filter(isThere)
  const climbs = still.length === 0 || action.state !== 'accepted' || action.dueAt < context.now
  const next = lineOf(meeting, action, context).find((person) => !still.includes(person))
  const told = climbs && next !== undefined ? [...still, next] : still
  // Where nobody of the organisation can be told, whoever asked is to know.
  const [asker] = told.length === 0 ? askersOf(meeting, action, context) : []
  const to = asker === undefined ? told : [asker]
  tell(draft, action, told, whyNow(action, context), context, to)
}

/** Whoever declined told somebody who has left since: it is for the next who may ask again or withdraw it. */
export function tellOfRefusals(draft: Draft, context: Context): void {
  for (const action of refusedUnheard(draft.meeting(), context)) {
    if (askersOf(draft.meeting(), action, context).length > 0)
      tellFirst(draft, action.n, 'declined', context)
  }
}

/** Declined, and nobody who is there knows. */
export function refusedUnheard(
  { actions = [] }: Meeting,
  { directory }: Pick<Context, 'directory'>,
): readonly Action[] {
  return actions.filter(
    ({ state, told }) =>
      state === 'declined' && !told.some((person) => findPerson(directory, person)),
  )
}

/** Whoever asked; after them whoever chairs, who followed the one who called it, and that one. */
function askersOf(
  meeting: Meeting,
  action: Action,
  { directory }: Pick<Context, 'directory'>,
): readonly string[] {
  const { asker } = action
  const { chair } = meeting
  const [convener, ...successors] = convenersOf(meeting)
  const all = [asker, chair?.person ?? null, ...successors, convener].flatMap((one) => one ?? [])
  return [...new Set(all)].filter(
    (person) =>
      findPerson(directory, person) !== undefined &&
      mayBeTold(meeting, person) &&
      !isApart(meeting, action, person),
  )
}

function tell(
  draft: Draft,
  action: Action,
  told: readonly string[],
  why: string | null,
  context: Context,
  to: readonly string[] = told,
): void {
  const meeting = draft.meeting()
  // All who speak for the organisation know that it is asked, and may answer; one of them is to.
  const line = action.state === 'asked' ? inLineFor(meeting, action, context) : []
  const unknown = [...new Set([...told, ...to, ...line])].filter(
    (person) => !(person in action.reach),
  )
  const n = (action.nudges.at(-1)?.n ?? 0) + 1
  const at = context.now
  draft.add({
    type: 'actionTold',
    at,
    action: action.n,
    told,
    reach: Object.fromEntries(unknown.map((one) => [one, reachIn(meeting, one, context)])),
    nudgeAt: nextAt(action, context),
    nudge: why === null ? null : { n, at, why, to: [...to] },
  })
}

function reachIn(meeting: Meeting, person: string, context: Context): string[] {
  return [...(newcomer(meeting, person, context) ?? meeting.reach[person] ?? [])]
}

/** Who is asked to do what is wanted next, the first first. */
function lineOf(meeting: Meeting, action: Action, context: Context): readonly string[] {
  switch (action.state) {
    case 'asked':
    case 'accepted':
      return inLineFor(meeting, action, context)
    case 'declined':
      return askersOf(meeting, action, context)
    case 'done':
      return signersOf(meeting, action, context)
    case 'withdrawn':
      return inLineFor(meeting, action, context).filter((one) => one in action.reach)
    case 'signedOff':
      return []
  }
}

/** When it is reminded of next; a pack without a ladder for actions reminds of none. */
function nextAt(action: Action, { policy, now }: Context): Instant | null {
  const ladder = ladderOf(action, { policy })
  if (!ladder) return null
  switch (action.state) {
    case 'accepted':
      return nextNudge(ladder, spanOf(action), now, policy)?.at ?? null
    case 'asked':
    case 'done':
    case 'declined':
      return holdForQuiet(climbAt(ladder, now, false, policy), policy.quietHours, policy.zone)
    case 'signedOff':
    case 'withdrawn':
      return null
  }
}

function whyNow(action: Action, { policy, now }: Context): string {
  const ladder = ladderOf(action, { policy })
  if (action.state === 'asked') return 'no answer yet'
  if (action.state === 'declined') return 'declined: what comes of it?'
  if (action.state === 'done') return 'waits for a sign-off'
  return ladder ? nudgeNow(ladder, spanOf(action), now, policy) : 'not done yet'
}

/** It runs from when it was asked: a ladder counts back from the day on which it is due. */
function spanOf({ steps, dueAt }: Action) {
  return { startAt: steps[0]?.at ?? dueAt, dueAt }
}

function ladderOf(
  { state }: Pick<Action, 'state'>,
  { policy }: Pick<Context, 'policy'>,
): Ladder | undefined {
  const { ladder, declined } = policy.actions ?? {}
  const named = state === 'declined' ? declined : ladder
  return policy.ladders.find(({ id }) => id === named)
}

function actionIn(draft: Draft, n: number): Action | undefined {
  return draft.meeting().actions?.find((one) => one.n === n)
}
