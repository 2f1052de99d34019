import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import type { Meeting } from './meeting.ts'

/** A call that was already held may be put on record, but not one of last week. */
const DAY_MINUTES = 24 * 60

/** Why a meeting cannot have been held then; null where it can. */
export function impossiblyHeld(
  { calledAt }: Pick<Meeting, 'calledAt'>,
  heldAt: Instant,
  { now, policy }: Pick<Context, 'now' | 'policy'>,
): Refused | null {
  if (heldAt > now)
    return refuse(
      'tooEarly',
      `It is ${showLocal(now, policy.zone)} now: a meeting is recorded once it was held.`,
      { heldAt: 'This time is still to come.' },
    )
  if (heldAt < plusMinutes(calledAt, -DAY_MINUTES))
    return refuse(
      'invalid',
      `It was called ${showLocal(calledAt, policy.zone)}: it cannot have been held more than a day before that. Check the date.`,
      { heldAt: 'This is long before the call.' },
    )
  return null
}
