import { unchaired, without } from '../evolve-access.ts'
import type { Meeting, Seat } from '../meeting.ts'
import { seatPromptId } from '../seats.ts'
import type { GuestEvent } from './event.ts'
import { withGuestSeat } from './guests.ts'

/** Applies one fact about somebody who was brought in. */
export function evolveGuest(meeting: Meeting, event: GuestEvent): Meeting {
  if (event.type === 'seatAdded') return { ...meeting, lines: withGuestSeat(meeting, event.seat) }
  const { person, reason, chaired } = event
  const untold = without(meeting, person)
  const told = chaired ? unchaired(untold, person) : untold
  return {
    ...told,
    lines: meeting.lines.map((line) => ({
      ...line,
      seats: line.seats.map((seat) => seatWithout(seat, person, reason)),
    })),
    prompts: told.prompts.map((prompt) =>
      prompt.id === seatPromptId(person)
        ? { ...prompt, state: 'withdrawn', climbAt: null, revision: prompt.revision + 1 }
        : prompt,
    ),
  }
}

function seatWithout(seat: Seat, person: string, reason: string): Seat {
  return {
    ...seat,
    calls: seat.calls.map((call) =>
      call.person === person ? { ...call, state: 'gone', reason } : call,
    ),
  }
}
