import type { Place } from '../effect.ts'
import { withoutPeople } from './action/evolve.ts'
import { actionPeople } from './action/places.ts'
import type { MeetingEventOf } from './event.ts'
import { withNewcomer } from './evolve-seats.ts'
import { personPlaces } from './guarded.ts'
import type { Meeting, Seat } from './meeting.ts'
import { seatPromptId } from './seats.ts'

export type AccessEvent = MeetingEventOf<
  'wentPrivate' | 'letGo' | 'letInAgain' | 'leftDirectory' | 'listedAgain' | 'successorLetIn'
>

/** Who comes to a meeting of a confidential case, and where it stands for them. */
export function evolveAccess(meeting: Meeting, event: AccessEvent): Meeting {
  switch (event.type) {
    case 'wentPrivate':
      return wentPrivate(meeting, event)
    case 'letGo':
      return letGo(meeting, event)
    case 'letInAgain':
      return letInAgain(meeting, event)
    case 'leftDirectory':
      return leftDirectory(meeting, event)
    case 'listedAgain':
      return withNewcomer(meeting, event.person, event.newcomer)
    case 'successorLetIn': {
      const { person, newcomer } = event
      const successors = [...(meeting.successors ?? []), person]
      return withNewcomer({ ...meeting, successors }, person, newcomer)
    }
  }
}

/** What was held in the thread of the case gets a room of its own. */
function wentPrivate(meeting: Meeting, { list }: MeetingEventOf<'wentPrivate'>): Meeting {
  const isOutside = (person: string) => !meeting.people.includes(person)
  const shared = meeting.places.filter(({ under }) => under !== undefined)
  return {
    ...meeting,
    confidential: true,
    room: 'room',
    list: [...list],
    left: [...shared, ...toldOutside(meeting)],
    ...(meeting.actions && { actions: withoutPeople(meeting.actions, isOutside) }),
    places: meeting.places.filter(({ under }) => under === undefined),
  }
}

/** Nothing is said to them any more, and they are in no line. How they answered a meeting that is over stays. */
function letGo(meeting: Meeting, { person }: MeetingEventOf<'letGo'>): Meeting {
  const { list, gone = [] } = meeting
  const told = {
    ...without(meeting, person),
    gone: [...gone, person],
    ...(list && { list: list.filter((one) => one !== person) }),
  }
  return meeting.status === 'closed' ? told : unseated(told, person)
}

/** How they answered a meeting that is over stays. */
function leftDirectory(meeting: Meeting, { person }: MeetingEventOf<'leftDirectory'>): Meeting {
  const told = without(meeting, person)
  return meeting.status === 'closed' ? told : unseated(told, person)
}

/** Nothing more is said to them. */
export function without(meeting: Meeting, person: string): Meeting {
  const { left = [], reach } = meeting
  const { [person]: channels = [], ...others } = reach
  return {
    ...meeting,
    people: meeting.people.filter((one) => one !== person),
    reach: others,
    left: [...left, ...personPlaces(person, channels), ...toldOfActions(meeting, person)],
    ...(meeting.actions && {
      actions: withoutPeople(meeting.actions, (one) => one === person),
    }),
  }
}

/** Where somebody was told of actions who was not called. */
function toldOutside(meeting: Meeting): Place[] {
  return actionPeople(meeting)
    .filter((person) => !meeting.people.includes(person))
    .flatMap((person) => toldOfActions(meeting, person))
}

/** Where somebody was told of actions and of nothing else. */
function toldOfActions(meeting: Meeting, person: string): Place[] {
  if (meeting.people.includes(person)) return []
  const channels = (meeting.actions ?? []).flatMap(({ reach }) => reach[person] ?? [])
  return [...personPlaces(person, [...new Set(channels)])]
}

/** They can be called again; nobody calls them by this. */
function letInAgain(meeting: Meeting, { person }: MeetingEventOf<'letInAgain'>): Meeting {
  const { list, gone = [], left = [] } = meeting
  return {
    ...meeting,
    gone: gone.filter((one) => one !== person),
    left: left.filter(({ to }) => to.type !== 'person' || to.person !== person),
    ...(list && { list: [...list, person] }),
  }
}

function unseated(meeting: Meeting, person: string): Meeting {
  const { prompts, ...others } = unchaired(meeting, person)
  return {
    ...others,
    lines: meeting.lines.map((line) => ({
      ...line,
      seats: line.seats.map((seat) => seatWithout(seat, person)),
    })),
    prompts: prompts.map((prompt) =>
      prompt.id === seatPromptId(person)
        ? { ...prompt, state: 'withdrawn', climbAt: null, revision: prompt.revision + 1 }
        : prompt,
    ),
  }
}

/** They chair it no more, and are asked no more to. */
export function unchaired(meeting: Meeting, person: string): Meeting {
  const { chair, prompts } = meeting
  const chaired = chair?.person === person
  return {
    ...meeting,
    chair: chair && {
      ...chair,
      person: chaired ? null : chair.person,
      next: chair.next.filter((one) => one.person !== person),
    },
    prompts: prompts.map((prompt) => {
      if (prompt.id !== 'chair') return prompt
      const asked = prompt.asked.filter((one) => one !== person)
      if (!chaired) return { ...prompt, asked }
      const open = { state: 'open', answer: null, answeredBy: null, answeredAt: null } as const
      return { ...prompt, ...open, asked, revision: prompt.revision + 1 }
    }),
  }
}

function seatWithout(seat: Seat, person: string): Seat {
  return {
    ...seat,
    calls: seat.calls.map((call) =>
      call.person === person ? { ...call, state: 'gone', reason: null } : call,
    ),
    next: seat.next.filter((one) => one.person !== person),
  }
}
