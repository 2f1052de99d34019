import type { Policy } from '../policy/policy.ts'
import { isWorkingDay } from './calendar.ts'
import type { Instant } from './instant.ts'
import { localDay } from './local.ts'
import { holdForQuiet } from './quiet.ts'

/** Whether what is not urgent may be sent now though it is late: on a working day, outside quiet hours. */
export function isInHours(
  now: Instant,
  policy: Pick<Policy, 'zone' | 'holidays' | 'quietHours'>,
): boolean {
  const { zone, quietHours } = policy
  return isWorkingDay(localDay(now, zone), policy) && holdForQuiet(now, quietHours, zone) === now
}
