import type { Context } from '../kind.ts'
import type { Directory } from '../people/directory.ts'
import { findPerson } from '../people/find.ts'
import type { Post } from '../policy/post.ts'
import { callAgain, newcomer } from './calling.ts'
import { hasConflict } from './conflict/conflict.ts'
import type { Draft } from './draft.ts'
import { inLine } from './line-up.ts'
import type { Call, Candidate, Meeting } from './meeting.ts'
import { convenersOf, isFilled, seatsCalledFor, seatsOf } from './seats.ts'

/** Whether an open meeting may have to call or ask somebody again who was dropped from the directory. */
export function mayBeBack(meeting: Meeting, directory: Directory): boolean {
  const { left = [] } = meeting
  const told = left.flatMap(({ to }) => (to.type === 'person' ? [to.person] : []))
  return (
    callsBack(meeting, directory).length > 0 ||
    listedAgain(meeting, directory).length > 0 ||
    told.some((person) => isBack(meeting, person, directory))
  )
}

/**
 * Who was dropped from the directory, is listed again and is to be in the meeting without being called: who
 * called it; once it is held, also whoever was in it. Who is in a confidential one then is for people to
 * say, but for the one who called it.
 */
export function listedAgain(meeting: Meeting, directory: Directory): readonly string[] {
  const { status, confidential, chair, prompts, by } = meeting
  const convener = by.type === 'person' && staysConvener(meeting, by.person) ? [by.person] : []
  const there = (one: Call) => (one.state === 'gone' ? [] : [one.person])
  const others = [
    ...convenersOf(meeting),
    ...seatsOf(meeting).flatMap(({ calls }) => calls.flatMap(there)),
    ...(chair?.person ? [chair.person] : []),
    ...prompts.flatMap(({ id, asked }) => (id === 'chair' ? asked : [])),
  ]
  const all = [...convener, ...(status === 'closed' && !confidential ? others : [])]
  return [...new Set(all)].filter((person) => isBack(meeting, person, directory))
}

export function letInWhoIsBack(draft: Draft, context: Context): void {
  for (const person of listedAgain(draft.meeting(), context.directory)) {
    const added = newcomer(draft.meeting(), person, context)
    draft.add({ type: 'listedAgain', at: context.now, person, newcomer: added })
  }
}

export function callWhoIsBack(draft: Draft, context: Context): void {
  for (const { seat, call } of callsBack(draft.meeting(), context.directory)) {
    const line = isBySeat(call) ? lineFor(draft.meeting(), seat.post, seat.next, context) : [call]
    const own = line.find(({ person }) => person === call.person)
    if (own) callAgain(draft, seat, { person: own.person, via: own.via }, context)
  }
}

/**
 * Who is asked again to chair while nobody has confirmed, since they come in line before whoever was asked
 * in their place. `before`: as it was before they were called again.
 */
export function chairsBack(
  { chair, prompts }: Meeting,
  before: Meeting,
  { directory, now }: Context,
): readonly Candidate[] {
  const { confidential, provider, left = [] } = before
  if (confidential || !chair || chair.person !== null) return []
  const asked = prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const line = inLine(directory, provider, chair.post, now)
  const first = line.findIndex(({ person }) => asked.includes(person))
  return line
    .slice(0, first < 0 ? line.length : first)
    .filter(
      ({ person }) =>
        isBack(before, person, directory) &&
        left.some(({ to }) => to.type === 'person' && to.person === person) &&
        !isTakenOut(before, person),
    )
    .slice(0, 1)
}

/** Those in line for a post today; of a confidential meeting, those who were in line when it was called. */
export function lineFor(
  { confidential, provider }: Meeting,
  post: Post,
  next: readonly Candidate[],
  { directory, now }: Context,
): readonly Candidate[] {
  return confidential ? next : inLine(directory, provider, post, now)
}

/**
 * Calls that ended since somebody was dropped from the directory who is listed again. Whoever was called in
 * their place and has not said that they come does not replace them. Whom a confidential meeting calls
 * again is for people to say.
 */
function callsBack(meeting: Meeting, directory: Directory) {
  if (meeting.confidential) return []
  return seatsOf(meeting).flatMap((seat) => {
    const { calls } = seat
    const asked = calls.findIndex(({ state }) => state === 'asked')
    const isTurn = (at: number) => asked < 0 || at < asked || at === calls.length - 1
    const call = calls.find(
      (one, at) =>
        one.state === 'gone' &&
        one.reason === null &&
        isTurn(at) &&
        isBack(meeting, one.person, directory),
    )
    return call && !isFilled(seat) ? [{ seat, call }] : []
  })
}

/** In the directory, and not in the meeting, though nobody took them off its list or keeps them out. */
function isBack(meeting: Meeting, person: string, directory: Directory): boolean {
  const { people, gone = [] } = meeting
  return (
    !people.includes(person) &&
    !gone.includes(person) &&
    findPerson(directory, person) !== undefined &&
    !hasConflict(meeting, person, directory)
  )
}

/** Of a confidential meeting only if they are on the list of its case, or had a seat. */
function staysConvener(meeting: Meeting, person: string): boolean {
  const { confidential, list } = meeting
  // One that was confidential when they called it has no list of its own: who is taken off that of its case is `gone`.
  const isListed = list === undefined || list.includes(person)
  return !confidential || isListed || seatsCalledFor(meeting, person).length > 0
}

function isTakenOut(meeting: Meeting, person: string): boolean {
  return seatsCalledFor(meeting, person).some(({ calls }) =>
    calls.some((one) => one.person === person && one.state === 'gone' && one.reason !== null),
  )
}

/** Called for the post, and not for who they are. */
function isBySeat({ via }: Candidate): boolean {
  return via !== 'sent' && via !== 'broughtIn' && via !== 'standIn'
}
