import { accept, type Decision, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { openBallots } from '../decision/ballot.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { shutRooms } from '../room/decide.ts'

/** Ends it without a record: what is being voted on ends without a result, and its own rooms are closed. */
export function callOff(
  meeting: Meeting,
  { by, reason }: Pick<MeetingIntentOf<'callOff'>, 'by' | 'reason'>,
  context: Allowed,
): Decision<MeetingEvent> {
  if (reason.trim() === '')
    return refuse('missing', 'Say why: everybody who was called reads it.', {
      reason: 'Say why it is called off.',
    })
  const { directory, acting, now: at } = context
  const doer = doerOf(directory, by, acting)
  const votes = openBallots(meeting).map(
    ({ n }): MeetingEvent => ({
      type: 'voteWithdrawn',
      at,
      decision: n,
      by: doer,
      reason: 'The meeting was called off.',
    }),
  )
  return accept<MeetingEvent>(
    ...votes,
    { type: 'calledOff', at, by: doer, reason: reason.trim() },
    ...shutRooms(meeting, context),
  )
}
