import type { Context } from '../kind.ts'
import { nextWorkingDay } from '../time/calendar.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { atLocal, localDay } from '../time/local.ts'
import type { Meeting } from './meeting.ts'

const WORKING_MORNING = '09:00'

/** When an unanswered call goes on: in minutes, unless there is a working morning before it starts. */
export function climbTime(
  { urgent, startsAt }: Pick<Meeting, 'urgent' | 'startsAt'>,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Instant {
  const soon = plusMinutes(now, policy.prompting.urgentMinutes)
  if (urgent || startsAt === null) return soon
  const day = nextWorkingDay(localDay(now, policy.zone), policy)
  const morning = atLocal(day, WORKING_MORNING, policy.zone)
  return startsAt <= morning ? soon : morning
}
