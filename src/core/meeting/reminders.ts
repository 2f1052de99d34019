import type { Reminder } from '../overtaken.ts'
import { remindersOfActions } from './action/places.ts'
import { remindersOfDisputes } from './decision/dispute-clock.ts'
import type { Meeting } from './meeting.ts'
import { remindersOfCalls } from './nudge/announce.ts'

/** The reminders of each call, of each action and of each dispute, the oldest first. */
export function remindersOfMeeting(meeting: Meeting): readonly (readonly Reminder[])[] {
  return [
    ...remindersOfCalls(meeting),
    ...remindersOfActions(meeting),
    ...remindersOfDisputes(meeting),
  ]
}
