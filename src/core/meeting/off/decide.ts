import { accept, type Decision, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { type Ballot, closedBallots, openBallots } from '../decision/ballot.ts'
import { listed, standingWords } from '../decision/words.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { shutRooms } from '../room/decide.ts'
import { movedMeanwhile } from '../time/seen.ts'
import { recordLabel } from '../words.ts'

/** Ends it without a record: what is being voted on ends without a result, and its own rooms are closed. */
export function callOff(
  meeting: Meeting,
  intent: Omit<MeetingIntentOf<'callOff'>, 'kind' | 'type'>,
  context: Allowed,
): Decision<MeetingEvent> {
  const { by, reason } = intent
  const moved = movedMeanwhile(meeting, intent, context)
  if (moved) return moved
  if (reason.trim() === '')
    return refuse('missing', 'Say why: everybody who was called reads it.', {
      reason: 'Say why it is called off.',
    })
  const decided = closedBallots(meeting)
  if (decided.length > 0) return refuse('closed', decidedWords(meeting, decided, context))
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

/** Whoever has decided has met: only a record says what. */
function decidedWords(
  meeting: Meeting,
  decided: readonly Ballot[],
  { policy }: Pick<Allowed, 'policy'>,
): string {
  const what = listed(decided.map((one) => `decision ${one.n} (${standingWords(one)})`))
  return `It has decided: ${what}. What was held is not called off. Record it instead: press “${recordLabel(meeting, { policy })}” under its first message.`
}
