import type { Directory } from '../../people/directory.ts'
import { findPerson } from '../../people/find.ts'
import type { MeetingRule } from '../../policy/meeting.ts'
import type { Called } from '../convening.ts'
import { GUEST, guestsOf } from '../guest/guests.ts'
import type { Meeting } from '../meeting.ts'
import { isLeftOut, seatsOf } from '../seats.ts'

type Keeping = Pick<MeetingRule, 'id' | 'keepsTeam'>

/** Whoever is of the team without a seat by the rule; by the person. */
const OF_TEAM = 'team.'

/** The seats that a meeting leaves to the next one: those that were only offered, and whoever was brought in and not withdrawn. */
export function teamOf(meeting: Meeting): string[] {
  const offered = seatsOf(meeting).filter((seat) => seat.offered && !isLeftOut(seat))
  const people = guestsOf(meeting)
  const seats = offered.filter(({ post }) => post.of !== GUEST.post.of)
  return [...seats.map(({ id }) => id), ...people.map((person) => `${OF_TEAM}${person}`)]
}

/** The team of the last one that was held. */
export function lastTeam(called: readonly Called[], { id, keepsTeam }: Keeping): readonly string[] {
  if (!keepsTeam) return []
  const held = called.findLast(
    ({ rule, closedAt, calledOff }) => rule === id && closedAt !== null && !calledOff,
  )
  return held?.team ?? []
}

/** The person whom a seat of the team is for, where that is still listed; null for any other seat. */
export function personOfTeam(
  seat: string,
  { keepsTeam }: Pick<Keeping, 'keepsTeam'>,
  directory: Directory,
): string | null {
  if (!keepsTeam || !seat.startsWith(OF_TEAM)) return null
  const person = seat.slice(OF_TEAM.length)
  return findPerson(directory, person) ? person : null
}
