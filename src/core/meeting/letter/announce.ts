import type { Effect, Slot } from '../../effect.ts'
import { mailed } from '../../late.ts'
import { message } from '../addressing.ts'
import { openBallots } from '../decision/ballot.ts'
import type { MeetingEvent } from '../event.ts'
import { lettersOf } from '../invitation/letters.ts'
import type { Meeting } from '../meeting.ts'

/** To those of these people who are told by letter. Whoever is asked nothing in it is sent none. */
export function letters(meeting: Meeting, people: readonly string[], slot: Slot): Effect[] {
  return people.flatMap((person) =>
    lettersOf(meeting, person).map((place) => message(meeting, place, slot)),
  )
}

/** Whoever may vote from now on is told of every vote that is open. */
export function lettersToVote(meeting: Meeting, event: MeetingEvent): Effect[] {
  const people = newVoters(meeting, event)
  return openBallots(meeting).flatMap(({ n }) => letters(meeting, people, `decision:${n}`))
}

function newVoters({ conflicts = [] }: Meeting, event: MeetingEvent): readonly string[] {
  if (event.type === 'seatCalled' || event.type === 'stoodIn') return [event.call.person]
  if (event.type === 'seatAnswered' || event.type === 'chairConfirmed') return [event.person]
  if (event.type === 'conflictReturned')
    return conflicts.find(({ n }) => n === event.conflict)?.people ?? []
  // Whoever is told by letter from now on, since their service took nothing.
  return event.type === 'notAccepted' ? mailed(event) : []
}
