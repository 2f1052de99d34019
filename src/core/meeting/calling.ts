import type { Context } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { findPerson } from '../people/find.ts'
import { servicesOf } from '../people/reach.ts'
import type { Offer, Prompt } from '../prompt.ts'
import { climbTime } from './climb-time.ts'
import { hasConflict } from './conflict/conflict.ts'
import type { Draft } from './draft.ts'
import type { Newcomer } from './event.ts'
import { reachFor } from './invitation/letters.ts'
import type { Candidate, Meeting, Seat } from './meeting.ts'
import { firstNudge, remind, tellCalled } from './nudge/clock.ts'
import { peopleComing } from './quorum.ts'
import { isCalledTo, isReplaced, ownPrompt, ruleOfSeat, seatPromptId, seatsOf } from './seats.ts'

type Timing = Pick<Meeting, 'urgent' | 'startsAt'> & Partial<Pick<Meeting, 'calledAt'>>

const SEAT_OFFERS: readonly Offer[] = [
  { value: 'coming', label: 'Coming', style: 'primary' },
  { value: 'deputy', label: 'Send a deputy…', form: 'deputy' },
  { value: 'apologies', label: 'Cannot come…', form: 'apologies' },
]

const CHAIR_OFFERS: readonly Offer[] = [
  { value: 'confirm', label: 'I chair it', style: 'primary' },
  { value: 'cannot', label: 'I cannot chair it' },
]

export function newcomer(
  { people, casePlaces }: Meeting,
  person: string,
  { directory, channels, lastResort }: Context,
): Newcomer {
  if (people.includes(person)) return null
  const on = servicesOf(channels, casePlaces)
  // What is switched off may be switched on again, and keeps their call until then.
  const services = on.length > 0 ? on : [...new Set(casePlaces.map(({ channel }) => channel))]
  return reachFor(directory, person, services, lastResort)
}

export function seatPrompt(
  person: string,
  climbs: boolean,
  meeting: Timing,
  context: Context,
): Prompt {
  return {
    ...blankPrompt(meeting, context),
    id: seatPromptId(person),
    asks: 'seat',
    asked: [person],
    offers: [...SEAT_OFFERS],
    climbAt: climbs ? climbTime(meeting, context) : null,
    nudgeAt: firstNudge(seatPromptId(person), meeting, context),
  }
}

export function chairPrompt(
  candidates: readonly Candidate[],
  post: NonNullable<Prompt['post']>,
  meeting: Timing,
  context: Context,
): Prompt {
  const [first, ...next] = candidates
  return {
    ...blankPrompt(meeting, context),
    id: 'chair',
    asks: 'chair',
    post,
    asked: first ? [first.person] : [],
    offers: [...CHAIR_OFFERS],
    climbAt: next.length > 0 ? climbTime(meeting, context) : null,
    nudgeAt: firstNudge('chair', meeting, context),
  }
}

/**
 * Calls whoever is next in line for a seat, also whoever was stood down; somebody who said that they are
 * not coming is passed over.
 */
export function callNext(draft: Draft, seatId: string, context: Context): void {
  const seat = seatsOf(draft.meeting()).find(({ id }) => id === seatId)
  if (seat && !giveBack(draft, seat, context)) callFirst(draft, seat, seat.next, context)
}

/** Whoever had said that they were coming has the seat again once nobody sits there in their place. */
export function giveBack(draft: Draft, seat: Seat, context: Context): boolean {
  const { prompts } = draft.meeting()
  const call = seat.calls.findLast(({ person, ...one }) => {
    const own = ownPrompt({ prompts }, person)
    const comes = own?.state === 'answered' && own.answer === 'coming'
    return (
      comes && isReplaced({ person, ...one }) && canBeCalled(draft.meeting(), seat, person, context)
    )
  })
  if (!call) return false
  callAgain(draft, seat, { person: call.person, via: call.via }, context)
  const own = ownPrompt(draft.meeting(), call.person)
  if (own) tellCalled(draft, own, 'your seat is yours again', context)
  return true
}

/** Calls the first of a line who can be called for a seat. */
export function callFirst(
  draft: Draft,
  seat: Seat,
  line: readonly Candidate[],
  context: Context,
): void {
  const from = line.findIndex(({ person }) => canBeCalled(draft.meeting(), seat, person, context))
  const candidate = from < 0 ? undefined : line[from]
  if (candidate) callFor(draft, seat, candidate, line.slice(from + 1), context)
}

/** Calls somebody again where they stood in line; whose turn is next stays as it is. */
export function callAgain(draft: Draft, seat: Seat, candidate: Candidate, context: Context): void {
  const { person } = candidate
  if (!canBeCalled(draft.meeting(), seat, person, context)) return
  const next = seat.next.filter((one) => one.person !== person)
  callFor(draft, seat, { ...candidate, inPlace: true }, next, context)
}

/** Calls one person for a seat. Who has said already that they are coming is not asked again. */
export function callFor(
  draft: Draft,
  seat: Seat,
  { inPlace, by, ...candidate }: Candidate & { readonly inPlace?: true; readonly by?: Doer },
  next: readonly Candidate[],
  context: Context,
): void {
  const meeting = draft.meeting()
  const { person } = candidate
  const before = ownPrompt(meeting, person)
  const coming = before?.state === 'answered' && before.answer === 'coming'
  const fresh = seatPrompt(person, next.length > 0, meeting, context)
  const state = coming ? 'coming' : 'asked'
  draft.add({
    type: 'seatCalled',
    at: context.now,
    seat: seat.id,
    call: { ...candidate, at: context.now, state, reason: null, ...calledOf(person, context) },
    prompt:
      coming || before?.state === 'open'
        ? before
        : { ...fresh, revision: (before?.revision ?? 0) + 1 },
    next,
    newcomer: newcomer(meeting, person, context),
    ...(inPlace && { inPlace }),
    ...(by && { by }),
  })
  const called = ownPrompt(draft.meeting(), person)
  // The message that said that they need not come is edited, which calls nobody.
  if (before?.state === 'withdrawn' && called?.state === 'open')
    remind(draft, called, 'you are called again', context)
}

/** The organisation that somebody is called from. */
export function calledOf(
  person: string,
  { directory }: Pick<Context, 'directory'>,
): { readonly organisation?: string } {
  const home = findPerson(directory, person)?.organisation
  return home ? { organisation: home.slug } : {}
}

/** Asks whoever is next of the chair's post. */
export function askNextChair(draft: Draft, context: Context): void {
  const { chair } = draft.meeting()
  if (chair) askFirst(draft, chair.next, context)
}

/** Asks the first of a line who can be asked to chair. */
export function askFirst(draft: Draft, line: readonly Candidate[], context: Context): void {
  const left = line.filter(({ person }) => canChair(draft.meeting(), person, context))
  const [candidate, ...rest] = left
  if (candidate) askToChair(draft, candidate, rest, context)
}

/** Whoever was asked, or chaired, before is asked again; who else is, and who is next, stays as it is. */
export function askAgain(draft: Draft, candidate: Candidate, context: Context): void {
  const meeting = draft.meeting()
  if (canChair(meeting, candidate.person, context))
    askToChair(draft, candidate, meeting.chair?.next ?? [], context)
}

function canChair(meeting: Meeting, person: string, { directory }: Context): boolean {
  const { chair, gone = [] } = meeting
  return (
    !chair?.declined.includes(person) &&
    !gone.includes(person) &&
    findPerson(directory, person) !== undefined &&
    !hasConflict(meeting, person, directory) &&
    !isElsewhere(meeting, person)
  )
}

/** They said of a seat of this meeting that they are not coming, and come to no other. */
function isElsewhere(meeting: Meeting, person: string): boolean {
  const own = ownPrompt(meeting, person)
  const saidNo = own?.state === 'answered' && own.answer !== 'coming'
  return saidNo && !peopleComing(seatsOf(meeting)).includes(person)
}

function askToChair(
  draft: Draft,
  candidate: Candidate,
  rest: readonly Candidate[],
  context: Context,
): void {
  const meeting = draft.meeting()
  draft.add({
    type: 'chairAsked',
    at: context.now,
    person: candidate.person,
    next: [...rest],
    climbAt: rest.length > 0 ? climbTime(meeting, context) : null,
    nudgeAt: firstNudge('chair', meeting, context),
    newcomer: newcomer(meeting, candidate.person, context),
  })
}

function canBeCalled(
  meeting: Meeting,
  seat: Seat,
  person: string,
  { directory }: Context,
): boolean {
  if (!findPerson(directory, person) || hasConflict(meeting, person, directory)) return false
  // Of a post that is called for several, each has a seat of their own.
  const same = seatsOf(meeting).filter(({ id }) => ruleOfSeat(id) === ruleOfSeat(seat.id))
  if ([seat, ...same].some((one) => isCalledTo(one, person))) return false
  if (meeting.gone?.includes(person)) return false
  const prompt = ownPrompt(meeting, person)
  return prompt?.state !== 'answered' || prompt.answer === 'coming'
}

function blankPrompt({ urgent }: Pick<Meeting, 'urgent'>, { now }: Context) {
  return {
    about: null,
    post: null,
    revision: 1,
    state: 'open' as const,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    openedAt: now,
    urgent,
    climbed: 0,
    folded: [],
  }
}
