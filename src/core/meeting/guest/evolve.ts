import type { Place } from '../../effect.ts'
import { personPlaces } from '../guarded.ts'
import type { Meeting, Seat } from '../meeting.ts'
import { seatPromptId } from '../seats.ts'
import type { GuestEvent } from './event.ts'
import { withGuestSeat } from './guests.ts'

/** Applies one fact about somebody who was brought in. */
export function evolveGuest(meeting: Meeting, event: GuestEvent): Meeting {
  if (event.type === 'seatAdded') return { ...meeting, lines: withGuestSeat(meeting, event.seat) }
  const { person, reason } = event
  const { [person]: channels = [], ...reach } = meeting.reach
  const { left = [] } = meeting
  return {
    ...meeting,
    people: meeting.people.filter((one) => one !== person),
    reach,
    left: [...left, ...personPlaces(person, channels)],
    lines: meeting.lines.map((line) => ({
      ...line,
      seats: line.seats.map((seat) => without(seat, person, reason)),
    })),
    prompts: meeting.prompts.map((prompt) =>
      prompt.id === seatPromptId(person)
        ? { ...prompt, state: 'withdrawn', climbAt: null, revision: prompt.revision + 1 }
        : prompt,
    ),
  }
}

/** Whoever is called again after they were taken out is told again. */
export function stillLeft(left: readonly Place[], person: string): Place[] {
  return left.filter(({ to }) => to.type !== 'person' || to.person !== person)
}

function without(seat: Seat, person: string, reason: string): Seat {
  return {
    ...seat,
    calls: seat.calls.map((call) =>
      call.person === person ? { ...call, state: 'gone', reason } : call,
    ),
  }
}
