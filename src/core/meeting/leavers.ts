import type { Context } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import type { Directory } from '../people/directory.ts'
import { findPerson } from '../people/find.ts'
import { organisationFor } from '../people/posts.ts'
import { refusedUnheard } from './action/told.ts'
import {
  callWhoIsBack,
  chairsBack,
  letInWhoIsBack,
  lineFor,
  listedAgain,
  mayBeBack,
} from './back.ts'
import { askAgain, askFirst, callFirst, giveBack, newcomer } from './calling.ts'
import { hasConflict } from './conflict/conflict.ts'
import { hasLostResolver } from './decision/resolver.ts'
import type { Draft } from './draft.ts'
import { inLine } from './line-up.ts'
import type { Meeting, Seat } from './meeting.ts'
import { reachAnew, toReachAnew } from './reached-anew.ts'
import { isEmpty, isFilled, lastCall, seatsOf } from './seats.ts'
import { isActing, isDraft } from './unfinished.ts'

/**
 * Whether a meeting that is not finished names somebody who is not in the directory, is back in it, or is found
 * elsewhere than where a call failed: it is woken when that changes.
 */
export function namesLeavers(meeting: Meeting, directory: Directory): boolean {
  const { status, by, people } = meeting
  if (refusedUnheard(meeting, { directory }).length > 0) return true
  if (hasLostResolver(meeting, directory)) return true
  if (status === 'closed') {
    const isUnfinished = isDraft(meeting) || isActing(meeting)
    const isAnybodyBack = isUnfinished && listedAgain(meeting, directory).length > 0
    const isLeft = leftInRooms(meeting, directory).length > 0
    return isAnybodyBack || isLeft || (isUnfinished && isGone(by, directory))
  }
  if (mayBeBack(meeting, directory) || toReachAnew(meeting, directory).length > 0) return true
  const called = seatsOf(meeting).flatMap(({ calls }) => calls.map(({ person }) => person))
  const named = [...(by.type === 'person' ? [by.person] : []), ...people, ...called]
  return named.some((person) => !findPerson(directory, person))
}

/**
 * Whoever has left the directory comes no more. What was theirs goes to those who hold the posts today;
 * of a confidential meeting, to whoever was in line when it was called.
 */
export function noteLeavers(draft: Draft, context: Context): void {
  const meeting = draft.meeting()
  const { directory, now } = context
  if (!namesLeavers(meeting, directory)) return
  // It is held: nobody is called any more, but somebody must be there who can finish it.
  if (meeting.status === 'closed') {
    const inRooms = leftInRooms(meeting, directory)
    for (const person of inRooms) draft.add({ type: 'leftDirectory', at: now, person })
    if (!isDraft(meeting) && !isActing(meeting)) return
    letInWhoIsBack(draft, context)
    letSuccessorIn(draft, context)
    return
  }
  const left = meeting.people.filter((person) => !findPerson(directory, person))
  for (const person of left) draft.add({ type: 'leftDirectory', at: now, person })
  for (const seat of seatsOf(draft.meeting())) {
    if (isLeftEmpty(seat, directory) && !giveBack(draft, seat, context))
      callFirst(draft, seat, lineFor(meeting, seat.post, seat.next, context), context)
  }
  reachAnew(draft, context)
  callWhoIsBack(draft, context)
  if (isChairLeft(meeting, draft.meeting(), left)) askAnother(draft, context)
  for (const candidate of chairsBack(draft.meeting(), meeting, context))
    askAgain(draft, candidate, context)
  letInWhoIsBack(draft, context)
  letSuccessorIn(draft, context)
}

/** Its record may still be corrected in the rooms that they are in; a closed one takes nobody out. */
function leftInRooms({ places, people }: Meeting, directory: Directory): readonly string[] {
  const isOpen = places.some(({ under }) => under === undefined)
  return isOpen ? people.filter((person) => !findPerson(directory, person)) : []
}

/** Nobody comes to it, nobody who is asked may still say so, and somebody of its line has left. */
function isLeftEmpty(seat: Seat, directory: Directory): boolean {
  const hasLeft = (person: string) => !findPerson(directory, person)
  const last = lastCall(seat)
  const wasLast = last?.state === 'gone' && hasLeft(last.person)
  const some = seat.calls.some(({ state, person }) => state === 'gone' && hasLeft(person))
  return !isFilled(seat) && (wasLast || (some && isEmpty(seat)))
}

/** Whoever chaired it has left, or nobody is there any more who was asked to. */
function isChairLeft(before: Meeting, { chair, prompts }: Meeting, left: readonly string[]) {
  if (!chair || chair.person !== null) return false
  if (before.chair?.person != null) return true
  const asked = prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const waiting = asked.filter((person) => !chair.declined.includes(person))
  return waiting.length === 0 && (left.length > 0 || asked.length === 0)
}

function askAnother(draft: Draft, context: Context): void {
  const { chair, prompts } = draft.meeting()
  if (!chair) return
  const asked = prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const line = lineFor(draft.meeting(), chair.post, chair.next, context)
  askFirst(
    draft,
    line.filter(({ person }) => !asked.includes(person)),
    context,
  )
}

/** Somebody must be there who can move, record and end it, and correct its record: whoever holds the post of its caller today. */
export function letSuccessorIn(
  draft: Draft,
  context: Context,
  listed: readonly string[] = [],
): void {
  const meeting = draft.meeting()
  const { directory, now } = context
  const { by, people, confidential, successors = [], list = [], gone = [] } = meeting
  if (!isGone(by, directory)) return
  const able = callersToday(meeting, context).filter(
    (person) =>
      findPerson(directory, person) &&
      !gone.includes(person) &&
      !hasConflict(meeting, person, directory) &&
      (!confidential || [...people, ...list, ...listed].includes(person)),
  )
  if (able.some((one) => people.includes(one) && successors.includes(one))) return
  const person = able.find((one) => people.includes(one)) ?? able[0]
  if (person === undefined) return
  const added = newcomer(meeting, person, context)
  draft.add({ type: 'successorLetIn', at: now, person, newcomer: added })
}

function isGone(by: Doer, directory: Directory): boolean {
  return by.type === 'person' && !findPerson(directory, by.person)
}

/** In line for the post that called it, or the head of that organisation. */
function callersToday(
  { rule: id, by, provider }: Meeting,
  { policy, directory, now }: Context,
): readonly string[] {
  const { mayCall = [] } = policy.meetings.find((one) => one.id === id) ?? {}
  const own = mayCall.filter(
    ({ role, of }) =>
      by.type === 'person' &&
      by.role === role &&
      organisationFor(directory, provider, of)?.slug === by.organisation,
  )
  const posts = own.length > 0 ? own : mayCall
  const inPosts = posts.flatMap((post) => inLine(directory, provider, post, now))
  const heads = posts.flatMap(({ of }) => organisationFor(directory, provider, of)?.head ?? [])
  return [...inPosts.map(({ person }) => person), ...heads]
}
