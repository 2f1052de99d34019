import { isOver } from './action/action.ts'
import { disputesDue } from './decision/dispute-clock.ts'
import type { Meeting } from './meeting.ts'

/** What it asks for goes on when it is over. */
export function isActing(meeting: Meeting): boolean {
  const { status, actions = [] } = meeting
  return (
    status === 'closed' && (disputesDue(meeting).length > 0 || actions.some((one) => !isOver(one)))
  )
}

/** Its record may still be corrected. */
export function isDraft({ minutes }: Pick<Meeting, 'minutes'>): boolean {
  return minutes !== undefined && !minutes.sealed
}
