import type { Prompt } from '../prompt.ts'
import type { MeetingEventOf, Newcomer } from './event.ts'
import { stillLeft } from './guarded.ts'
import type { Call, Chair, Meeting, Seat } from './meeting.ts'
import { isPutDown, isReplaced, STANDS_IN, seatPromptId, seatsOf } from './seats.ts'

/** Who is called for which seat, and what they answered. */
export function evolveSeats(
  meeting: Meeting,
  event: MeetingEventOf<'seatCalled' | 'stoodIn' | 'seatAnswered' | 'stoodDown'>,
): Meeting {
  switch (event.type) {
    case 'seatCalled':
    case 'stoodIn': {
      const { seat, call, next, prompt, newcomer, inPlace } = event
      const prompts = [...meeting.prompts.filter(({ id }) => id !== prompt.id), prompt]
      const earlier = event.type === 'stoodIn' ? replaced : (calls: readonly Call[]) => calls
      const seated = withSeat(meeting, seat, (one) => ({
        ...one,
        calls: inPlace
          ? again(one.calls, call)
          : [...besides(earlier(one.calls), call.person), call],
        next: next.filter(({ person }) => person !== call.person),
      }))
      const told = withNewcomer({ ...seated, prompts }, call.person, newcomer)
      return event.type === 'stoodIn' ? withoutPutDown(told, meeting, seat) : told
    }
    case 'seatAnswered': {
      const { person, answer, reason } = event
      const lines = mapCalls(meeting, event.seats, (call) =>
        call.person === person ? answered(call, answer, reason) : call,
      )
      return withPrompt({ ...meeting, lines }, event.prompt, (prompt) => ({
        ...prompt,
        state: 'answered',
        answer,
        answeredBy: person,
        answeredAt: event.at,
        revision: prompt.revision + 1,
        climbAt: null,
      }))
    }
    case 'stoodDown': {
      const { seat, person } = event
      const changed = withSeat(meeting, seat, (one) => backInLine(one, person))
      if (isCalled(changed, person)) return changed
      return withPrompt(changed, seatPromptId(person), withdrawn)
    }
  }
}

/** Who was only put down, and is replaced, is asked nothing more unless they are called elsewhere. */
function withoutPutDown(after: Meeting, before: Meeting, seatId: string): Meeting {
  const { calls = [] } = seatsOf(before).find(({ id }) => id === seatId) ?? {}
  const replacedNow = (seatsOf(after).find(({ id }) => id === seatId)?.calls ?? []).filter(
    isReplaced,
  )
  return calls.filter(isPutDown).reduce((meeting, { person }) => {
    const isOut = replacedNow.some((one) => one.person === person) && !isCalled(meeting, person)
    return isOut ? withPrompt(meeting, seatPromptId(person), withdrawn) : meeting
  }, after)
}

function isCalled(meeting: Meeting, person: string): boolean {
  return seatsOf(meeting).some(({ calls }) =>
    calls.some(
      (call) => call.person === person && (call.state === 'asked' || call.state === 'coming'),
    ),
  )
}

/** Who put them down to it is of no matter once they have said so themselves. */
function answered({ putBy, ...call }: Call, state: Call['state'], reason: string | null): Call {
  return { ...call, state, reason }
}

/** They are called again before anybody who never was, in the order in which they were. */
function backInLine(seat: Seat, person: string): Seat {
  const calls = seat.calls.map(
    (call): Call => (call.person === person ? { ...call, state: 'stoodDown' } : call),
  )
  const waiting = calls.filter(({ state }) => state === 'stoodDown')
  const others = seat.next.filter((one) => !waiting.some((call) => call.person === one.person))
  return {
    ...seat,
    calls,
    next: [...waiting.map(({ person: who, via }) => ({ person: who, via })), ...others],
  }
}

/** They said that they were coming, and somebody sits there in their place. */
function replaced(calls: readonly Call[]): Call[] {
  return calls.map((call) =>
    call.state === 'coming' ? { ...call, state: 'gone', reason: STANDS_IN } : call,
  )
}

/** Whoever was stood down, or is back, stands among the calls once, however often they are called. */
function besides(calls: readonly Call[], person: string): Call[] {
  return calls.filter((call) => call.person !== person || !isOfBefore(call))
}

function again(calls: readonly Call[], call: Call): Call[] {
  const isBack = (one: Call) => isOfBefore(one) || isReplaced(one)
  return calls.map((one) => (one.person === call.person && isBack(one) ? call : one))
}

function isOfBefore({ state, reason }: Call): boolean {
  return state === 'stoodDown' || (state === 'gone' && reason === null)
}

/** Who is asked to chair, and who does. */
export function evolveChair(
  meeting: Meeting,
  event: MeetingEventOf<'chairAsked' | 'chairConfirmed' | 'chairDeclined'>,
): Meeting {
  switch (event.type) {
    case 'chairAsked': {
      const { person, next, climbAt, nudgeAt, newcomer } = event
      const asked = withChair(meeting, (chair) => ({ ...chair, next: [...next] }))
      const joined = withNewcomer(asked, person, newcomer)
      return withPrompt(joined, 'chair', (prompt) => ({
        ...prompt,
        asked: [...prompt.asked, person],
        climbAt,
        ...(nudgeAt !== undefined && { nudgeAt: prompt.nudgeAt ?? nudgeAt }),
      }))
    }
    case 'chairConfirmed': {
      const { person, newcomer } = event
      const chaired = withChair(meeting, (chair) => ({
        ...chair,
        person,
        declined: chair.declined.filter((one) => one !== person),
      }))
      return withPrompt(withNewcomer(chaired, person, newcomer), 'chair', (prompt) => ({
        ...prompt,
        state: 'answered',
        answer: 'confirm',
        answeredBy: person,
        answeredAt: event.at,
        revision: prompt.revision + 1,
        climbAt: null,
      }))
    }
    case 'chairDeclined': {
      const { person } = event
      const declined = withChair(meeting, (chair) => ({
        ...chair,
        person: chair.person === person ? null : chair.person,
        declined: [...chair.declined.filter((one) => one !== person), person],
      }))
      return withPrompt(declined, 'chair', (prompt) => ({
        ...prompt,
        state: 'open',
        answer: null,
        answeredBy: null,
        answeredAt: null,
        revision: prompt.revision + 1,
      }))
    }
  }
}

/** Once a meeting is over nobody answers any more. */
export function allWithdrawn(prompts: readonly Prompt[]): Prompt[] {
  return prompts.map((prompt) => (prompt.state === 'open' ? withdrawn(prompt) : prompt))
}

function withdrawn(prompt: Prompt): Prompt {
  return { ...prompt, state: 'withdrawn', climbAt: null, revision: prompt.revision + 1 }
}

export function withNewcomer(meeting: Meeting, person: string, newcomer: Newcomer): Meeting {
  if (!newcomer) return meeting
  return {
    ...meeting,
    people: [...meeting.people, person],
    reach: { ...meeting.reach, [person]: [...newcomer] },
    ...(meeting.left && { left: stillLeft(meeting.left, person) }),
  }
}

function withChair(meeting: Meeting, change: (chair: Chair) => Chair): Meeting {
  return meeting.chair ? { ...meeting, chair: change(meeting.chair) } : meeting
}

export function withPrompt(
  meeting: Meeting,
  id: string,
  change: (prompt: Prompt) => Prompt,
): Meeting {
  return { ...meeting, prompts: meeting.prompts.map((one) => (one.id === id ? change(one) : one)) }
}

function withSeat(meeting: Meeting, id: string, change: (seat: Seat) => Seat): Meeting {
  const lines = meeting.lines.map((line) => ({
    ...line,
    seats: line.seats.map((seat) => (seat.id === id ? change(seat) : seat)),
  }))
  return { ...meeting, lines }
}

function mapCalls(
  meeting: Meeting,
  only: readonly string[] | undefined,
  change: (call: Call) => Call,
): Meeting['lines'] {
  return meeting.lines.map((line) => ({
    ...line,
    seats: line.seats.map((seat) =>
      only && !only.includes(seat.id) ? seat : { ...seat, calls: seat.calls.map(change) },
    ),
  }))
}
