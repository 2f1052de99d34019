import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import { findPerson, nameOf } from '../people/find.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Post } from '../policy/post.ts'
import type { Prompt } from '../prompt.ts'
import { askNextChair, callFor, callNext, newcomer } from './calling.ts'
import { hasConflict } from './conflict/conflict.ts'
import { type Draft, draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntentOf } from './intent.ts'
import { leaveTheChair } from './leave-chair.ts'
import type { Meeting, Seat } from './meeting.ts'
import { tellCalled } from './nudge/clock.ts'
import {
  isCalledTo,
  isEmpty,
  isFilled,
  isPutDown,
  ownPrompt,
  seatsAnsweredBy,
  seatsCalledFor,
  seatsLostBy,
  seatsOf,
  unheardOf,
} from './seats.ts'

type Answer = MeetingIntentOf<'answer'>
type Decided = Decision<MeetingEvent>

export function answer(meeting: Meeting, intent: Answer, context: Allowed): Decided {
  const prompt = meeting.prompts.find(({ id }) => id === intent.prompt)
  if (!prompt) return refuse('unknown', 'That question is not asked in this meeting.')
  return prompt.id === 'chair'
    ? answerChair(meeting, prompt, intent, context)
    : answerSeat(meeting, prompt, intent, context)
}

function answerSeat(meeting: Meeting, prompt: Prompt, intent: Answer, context: Allowed): Decided {
  // Every call is somebody’s.
  const [called = ''] = prompt.asked
  if (isStale(prompt, intent)) return outOfDate()
  const draft = draftOf(meeting)
  const given = {
    type: 'seatAnswered',
    at: context.now,
    prompt: prompt.id,
    person: called,
    ...onlyFor(meeting, called),
  } as const
  switch (intent.answer) {
    case 'coming':
      if (prompt.answer === 'coming' && unheardOf(meeting, called).length === 0) return accept()
      come(draft, prompt, called, context)
      return accept(...draft.events)
    case 'apologies':
      if (prompt.answer === 'apologies') return accept()
      draft.add({ ...given, answer: 'apologies', reason: wordsOf(intent.reason), deputy: null })
      for (const seat of seatsAnsweredBy(draft.meeting(), called)) {
        if (isEmpty(seat)) callNext(draft, seat.id, context)
      }
      leaveTheChair(draft, [called], { by: intent.by, reason: 'They sent apologies.' }, context)
      return accept(...draft.events)
    case 'deputy': {
      const refused = unfit(meeting, called, intent.person, context)
      if (refused || intent.person === null) return refused ?? outOfDate()
      draft.add({
        ...given,
        answer: 'deputy',
        reason: wordsOf(intent.reason),
        deputy: intent.person,
      })
      send(draft, called, intent.person, context)
      leaveTheChair(draft, [called], { by: intent.by, reason: 'They send a deputy.' }, context)
      return accept(...draft.events)
    }
    // Not a union of ours: an answer is whatever a person wrote.
    default:
      return refuse('invalid', 'Reply with “coming”, “deputy” or “apologies”.')
  }
}

/** Whoever chairs is there, whatever they had answered to a call of their own. */
function comesToChair(draft: Draft, person: string, context: Context): void {
  const own = ownPrompt(draft.meeting(), person)
  if (!own || own.state === 'withdrawn' || own.answer === 'coming') return
  come(draft, own, person, context)
}

/** Whoever stands in is there: an own call that still waits for an answer has it. */
export function comes(draft: Draft, person: string, context: Context): void {
  const own = ownPrompt(draft.meeting(), person)
  if (own?.state === 'open') come(draft, own, person, context)
}

function come(draft: Draft, own: Prompt, person: string, context: Context): void {
  const meeting = draft.meeting()
  const lost = seatsLostBy(meeting, person).map(({ id }) => id)
  const only = onlyFor(meeting, person)
  const given = { answer: 'coming', reason: null, deputy: null, ...only } as const
  draft.add({ type: 'seatAnswered', at: context.now, prompt: own.id, person, ...given })
  const seats = seatsAnsweredBy(draft.meeting(), person)
  for (const seat of seats) standDown(draft, seat, person, lost.includes(seat.id), context)
}

function onlyFor(meeting: Meeting, person: string): { readonly seats?: readonly string[] } {
  const seats = seatsAnsweredBy(meeting, person)
  const isAll = seats.length === seatsCalledFor(meeting, person).length
  return isAll ? {} : { seats: seats.map(({ id }) => id) }
}

/** The seat of the chair's own post is filled by whoever chairs: nobody else is called for it any more. */
function takeOwnSeat(draft: Draft, post: Post, person: string, context: Context): void {
  const own = seatsOf(draft.meeting()).filter(
    (seat) => seat.post.role === post.role && seat.post.of === post.of && !isFilled(seat),
  )
  for (const seat of own) {
    const candidate = seat.next.find((one) => one.person === person)
    if (!candidate || isCalledTo(seat, person)) continue
    const next = seat.next.filter((one) => one.person !== person)
    callFor(draft, seat, candidate, next, context)
    comesToChair(draft, person, context)
  }
}

/**
 * Those who were called, or put down, in this person’s place, and have not answered, are let go; where the
 * seat is theirs again, also whoever took it and comes, and these are told.
 */
function standDown(
  draft: Draft,
  { id: seat, calls }: Seat,
  person: string,
  isAgain: boolean,
  context: Context,
): void {
  const own = calls.findIndex((call) => call.person === person)
  for (const call of calls.slice(own + 1)) {
    const stoodIn = isAgain && call.via === 'standIn' && call.state === 'coming'
    if (!stoodIn && call.state !== 'asked' && !isPutDown(call)) continue
    draft.add({ type: 'stoodDown', at: context.now, seat, person: call.person })
    const prompt = ownPrompt(draft.meeting(), call.person)
    if (stoodIn && prompt) tellCalled(draft, prompt, 'you need not stand in any more', context)
  }
}

function unfit(meeting: Meeting, called: string, person: string | null, { directory }: Context) {
  const fields = (words: string) => ({ person: words })
  if (person === null)
    return refuse(
      'missing',
      'Say who comes instead: press “Send a deputy…” and choose.',
      fields('Choose who comes instead.'),
    )
  if (!findPerson(directory, person))
    return refuse(
      'unknown',
      'That person is not in the directory. Choose somebody who is listed.',
      fields('Choose somebody who is listed.'),
    )
  // A room shows what is confidential: nobody lets somebody of another organisation in.
  const home = findPerson(directory, called)?.organisation.slug
  if (findPerson(directory, person)?.organisation.slug !== home)
    return refuse(
      'notYours',
      'A deputy must be from your own organisation. Choose a colleague, or send apologies.',
      fields('Choose a colleague.'),
    )
  if (person === called)
    return refuse(
      'invalid',
      'You cannot be your own deputy. Answer “coming”, or choose somebody else.',
      fields('Choose somebody else.'),
    )
  if (meeting.gone?.includes(person) || hasConflict(meeting, person, directory)) {
    const words = `${nameOf(directory, person)} can no longer be called. Choose somebody else.`
    return refuse('invalid', words, fields(words))
  }
  const prompt = ownPrompt(meeting, person)
  if (prompt?.state === 'answered' && prompt.answer !== 'coming') {
    const name = nameOf(directory, person)
    return refuse(
      'invalid',
      `${name} has said that they are not coming. Choose somebody else.`,
      fields(`${name} is not coming.`),
    )
  }
  return undefined
}

function send(draft: Draft, called: string, person: string, context: Context): void {
  for (const seat of seatsAnsweredBy(draft.meeting(), called)) {
    if (isCalledTo(seat, person)) continue
    const next = seat.next.filter((one) => one.person !== person)
    callFor(draft, seat, { person, via: 'sent' }, next, context)
  }
}

function answerChair(meeting: Meeting, prompt: Prompt, intent: Answer, context: Allowed): Decided {
  const { directory, acting, now } = context
  const { by } = intent
  const { chair } = meeting
  if (!chair || by.type !== 'person') return refuse('notYours', 'Only a person can chair.')
  if (chair.person !== null && chair.person !== by.person)
    return refuse(
      'stale',
      `${nameOf(directory, chair.person)} has confirmed already; nothing was changed.`,
    )
  if (isStale(prompt, intent)) return outOfDate()
  const given = { at: now, by: doerOf(directory, by, acting), person: by.person }
  switch (intent.answer) {
    case 'confirm': {
      if (chair.person === by.person) return accept()
      const draft = draftOf(meeting)
      const added = newcomer(meeting, by.person, context)
      draft.add({ ...given, type: 'chairConfirmed', newcomer: added })
      comesToChair(draft, by.person, context)
      takeOwnSeat(draft, chair.post, by.person, context)
      return accept(...draft.events)
    }
    case 'cannot': {
      if (chair.declined.includes(by.person)) return accept()
      const draft = draftOf(meeting)
      draft.add({ ...given, type: 'chairDeclined', reason: wordsOf(intent.reason) })
      const declined = [...chair.declined, by.person]
      if (prompt.asked.every((one) => declined.includes(one))) askNextChair(draft, context)
      return accept(...draft.events)
    }
    // Not a union of ours: an answer is whatever a person wrote.
    default:
      return refuse('invalid', 'Reply with “confirm” or “cannot”.')
  }
}

function isStale(prompt: Prompt, { revision }: Answer): boolean {
  return revision !== null && revision !== prompt.revision
}

function outOfDate() {
  return refuse(
    'stale',
    'That button is out of date: the answer has changed since. Use the newest message.',
  )
}

function wordsOf(reason: string | null): string | null {
  return reason?.trim() || null
}
