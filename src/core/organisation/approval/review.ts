import type { Policy } from '../../policy/policy.ts'
import { type Day, plusDays } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { atLocal, localDay } from '../../time/local.ts'

type Reviewing = Pick<Policy, 'approval' | 'zone'>

/** When administrators are next reminded of a review; null for a pack that does not say. */
export function nextReminder(
  reviewOn: Day,
  now: Instant,
  { approval, zone }: Reviewing,
): Instant | null {
  if (!approval) return null
  const at = (day: Day) => atLocal(day, approval.at, zone)
  const before = approval.daysBefore.map((days) => plusDays(reviewOn, -days)).sort()
  let day = plusDays(reviewOn, 1)
  while (at(day) <= now) day = plusDays(day, approval.everyDays)
  return [...before, reviewOn].map(at).find((one) => one > now) ?? at(day)
}

/** A review is overdue from the day after. */
export function isOverdue(reviewOn: Day, now: Instant, zone: string): boolean {
  return localDay(now, zone) > reviewOn
}
