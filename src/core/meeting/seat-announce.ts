import type { Effect } from '../effect.ts'
import { itself, toPeople } from './addressing.ts'
import type { Meeting } from './meeting.ts'
import { seatPromptId, seatsOf } from './seats.ts'
import { toldOfTime } from './time/announce.ts'

export function toSeat(meeting: Meeting, person: string): Effect[] {
  return [
    ...toPeople(meeting, [person], `prompt:${seatPromptId(person)}`),
    ...toldOfTime(meeting, [person]),
  ]
}

/** Whoever is called to it now, and on the roll. Whoever was before reads in their own message who is called after them. */
export function aboutSeat(meeting: Meeting, seatId: string, person: string): Effect[] {
  const seat = seatsOf(meeting).find(({ id }) => id === seatId)
  const before = seat?.calls.filter((call) => call.person !== person) ?? []
  return [
    ...toSeat(meeting, person),
    ...before.flatMap((call) => toSeat(meeting, call.person)),
    ...itself(meeting),
  ]
}
