import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import { findPerson, nameOf } from '../people/find.ts'
import { organisationFor } from '../people/posts.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Prompt } from '../prompt.ts'
import { comes } from './answer.ts'
import { calledOf, callFor, newcomer, seatPrompt } from './calling.ts'
import { hasConflict } from './conflict/conflict.ts'
import { type Draft, draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntentOf } from './intent.ts'
import type { Meeting, Seat } from './meeting.ts'
import { tellCalled } from './nudge/clock.ts'
import { isLeftOut, isReplaced, ownPrompt, seatsLostBy, seatsOf } from './seats.ts'
import { takenMeanwhile } from './stand-in-seen.ts'

type StandIn = MeetingIntentOf<'standIn'>

/**
 * Somebody takes a seat in the place of whoever should have come. Who says so of themselves is there: nothing
 * is asked of them. Who is put down by somebody else has answered nothing by that, and is told.
 */
export function standIn(
  meeting: Meeting,
  intent: StandIn,
  context: Allowed,
): Decision<MeetingEvent> {
  const { seat: id, person, by } = intent
  const seat = seatsOf(meeting).find((one) => one.id === id)
  if (!seat || isLeftOut(seat))
    return refuse('unknown', 'This meeting has no such seat. Choose from the list.', {
      seat: 'Choose one of its seats.',
    })
  const fault =
    takenMeanwhile(meeting, seat, intent, context) ??
    unfit(meeting, seat, intent, context) ??
    ofTheirOwn(meeting, seat, intent, context)
  if (fault) return fault
  const { directory, acting, now } = context
  const draft = draftOf(meeting)
  const isOwn = by.type === 'person' && by.person === person
  if (isOwn) comes(draft, person, context)
  if (lostBy(meeting, person, id)) {
    const lost = lostBy(draft.meeting(), person, id)
    if (lost) takeBack(draft, lost, intent, context)
    return accept(...draft.events)
  }
  const own = ownPrompt(draft.meeting(), person)
  const doer = doerOf(directory, by, acting)
  const stands = { person, via: 'standIn', at: now, state: 'coming', reason: null } as const
  const call = { ...stands, ...calledOf(person, context) }
  const prompt = isOwn ? saidSo(own, person, meeting, context) : asks(own, person, meeting, context)
  draft.add({
    type: 'stoodIn',
    at: now,
    by: doer,
    seat: id,
    call: isOwn ? call : { ...call, putBy: doer },
    prompt,
    next: seat.next,
    newcomer: newcomer(draft.meeting(), person, context),
  })
  if (!isOwn && own) tellCalled(draft, prompt, 'you are put down to stand in', context)
  tellReplaced(draft, seat, person, 'somebody stands in for you', context)
  return accept(...draft.events)
}

function lostBy(meeting: Meeting, person: string, id: string): Seat | undefined {
  return seatsLostBy(meeting, person).find((seat) => seat.id === id)
}

/** Whoever had said that they were coming is called again where they stood: it is their own seat. */
function takeBack(draft: Draft, seat: Seat, { person, by }: StandIn, context: Allowed): void {
  for (const { person: other, state } of seat.calls) {
    if (other !== person && (state === 'coming' || state === 'asked'))
      draft.add({ type: 'stoodDown', at: context.now, seat: seat.id, person: other })
  }
  tellReplaced(draft, seat, person, 'you need not stand in any more', context)
  const { next } = seatsOf(draft.meeting()).find(({ id }) => id === seat.id) ?? seat
  const via = seat.calls.find((call) => call.person === person && isReplaced(call))?.via
  const line = next.filter((one) => one.person !== person)
  const giver = doerOf(context.directory, by, context.acting)
  callFor(draft, seat, { person, via: via ?? 'standIn', inPlace: true, by: giver }, line, context)
  const own = ownPrompt(draft.meeting(), person)
  const isOwn = by.type === 'person' && by.person === person
  if (own && !isOwn) tellCalled(draft, own, 'your seat is yours again', context)
}

/** Whoever had said that they were coming, or was put down before, hears that somebody else has the seat. */
function tellReplaced(
  draft: Draft,
  { calls }: Seat,
  person: string,
  why: string,
  context: Allowed,
): void {
  for (const call of calls) {
    const { prompts } = draft.meeting()
    const own = ownPrompt({ prompts }, call.person)
    if (own && call.state === 'coming' && call.person !== person)
      tellCalled(draft, own, why, context)
  }
}

type Own = Prompt | undefined

function saidSo(own: Own, person: string, meeting: Meeting, context: Allowed): Prompt {
  if (own?.answer === 'coming') return own
  const fresh = own ?? seatPrompt(person, false, meeting, context)
  const answered = { answer: 'coming', answeredBy: person, answeredAt: context.now } as const
  return { ...fresh, ...answered, state: 'answered', climbAt: null, revision: fresh.revision + 1 }
}

/** A call of their own that waits goes on waiting; whoever had said that they do not come is asked again. */
function asks(own: Own, person: string, meeting: Meeting, context: Allowed): Prompt {
  const isKept = own?.state === 'open' || (own?.state === 'answered' && own.answer === 'coming')
  if (own && isKept) return own
  const fresh = seatPrompt(person, false, meeting, context)
  return { ...fresh, revision: (own?.revision ?? 0) + 1 }
}

/** A room shows what is confidential: into it come those who were called, and colleagues of whose seat it is. */
function unfit(
  meeting: Meeting,
  { calls, post }: Seat,
  { person }: StandIn,
  { directory }: Allowed,
): Refused | undefined {
  const { people, gone = [], provider } = meeting
  const home = findPerson(directory, person)?.organisation.slug
  const isOut = gone.includes(person) || hasConflict(meeting, person, directory)
  if (home === undefined || isOut)
    return refuse('unknown', 'That person cannot stand in. Choose somebody who is listed.', {
      person: 'Choose somebody who is listed.',
    })
  const name = nameOf(directory, person)
  if (calls.some((call) => call.person === person && call.state === 'coming'))
    return refuse('invalid', `${name} is coming for this seat already; nothing was changed.`, {
      person: `${name} has this seat.`,
    })
  if (people.includes(person) || home === organisationFor(directory, provider, post.of)?.slug)
    return undefined
  return refuse(
    'notYours',
    `${name} is not in this meeting. Choose somebody who is, or a colleague from the organisation whose seat it is.`,
    { person: 'Choose somebody who is in the meeting.' },
  )
}

/** Whoever does not call or chair it speaks for an empty seat of their own organisation, and for no other. */
function ofTheirOwn(
  { chair, provider }: Meeting,
  { calls, post, label }: Seat,
  { by }: StandIn,
  { acting, directory }: Allowed,
): Refused | undefined {
  if (by.type !== 'person' || acting || chair?.person === by.person) return undefined
  const only = 'Only whoever calls or chairs the meeting may say that you stand in for it.'
  const coming = calls.find(({ state }) => state === 'coming')
  if (coming)
    return refuse(
      'invalid',
      `${only} ${nameOf(directory, coming.person)} is coming for this seat.`,
      { seat: 'Somebody is coming for it.' },
    )
  const home = findPerson(directory, by.person)?.organisation.slug
  if (home === organisationFor(directory, provider, post.of)?.slug) return undefined
  return refuse(
    'invalid',
    `${only} You can take an empty seat of your own organisation, and “${label}” is none.`,
    { seat: 'Choose a seat of your own organisation.' },
  )
}
