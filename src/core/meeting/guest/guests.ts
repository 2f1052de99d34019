import type { Meeting, Seat } from '../meeting.ts'

const GUESTS = 'guests'
export const BROUGHT_IN = { id: GUESTS, label: 'Brought in' } as const
/** What every seat of that line has in common. */
export const GUEST = {
  post: { role: 'guest', of: 'guest' },
  required: false,
  offered: true,
  empty: null,
} as const

/** The line of those who were brought in; it is the last, and is there only once there is somebody. */
export function withGuestSeat({ lines }: Meeting, seat: Seat): Meeting['lines'] {
  const line = lines.find(({ id }) => id === GUESTS)
  if (!line) return [...lines, { ...BROUGHT_IN, seats: [seat] }]
  return lines.map((one) => (one === line ? { ...line, seats: [...line.seats, seat] } : one))
}

export function guestSeats({ lines }: Pick<Meeting, 'lines'>): readonly Seat[] {
  return lines.find(({ id }) => id === GUESTS)?.seats ?? []
}

/** Those who were brought in and are there still, with no other seat. */
export function guestsOf({ lines, people }: Meeting): readonly string[] {
  const called = (seats: readonly Seat[]) =>
    seats.flatMap(({ calls }) => calls.map(({ person }) => person))
  const seated = called(lines.flatMap(({ id, seats }) => (id === GUESTS ? [] : seats)))
  const guests = guestSeats({ lines }).flatMap(({ calls }) =>
    calls.flatMap(({ person, state }) => (state === 'gone' ? [] : [person])),
  )
  return [...new Set(guests)].filter((one) => people.includes(one) && !seated.includes(one))
}
