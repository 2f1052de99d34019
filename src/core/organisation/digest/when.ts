import type { Policy } from '../../policy/policy.ts'
import { isWorkingDay, nextWorkingDay } from '../../time/calendar.ts'
import { type Day, plusDays, weekdayOf } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { atLocal, localDay } from '../../time/local.ts'
import type { Often } from './digest.ts'

type Rules = Pick<Policy, 'digest' | 'zone' | 'holidays'>

/** When the next digest after an instant is sent; null where the rules know none. */
export function nextDigest(every: Often, after: Instant, rules: Rules): Instant | null {
  const { digest, zone } = rules
  if (!digest) return null
  const at = (day: Day) => atLocal(day, digest.at, zone)
  let day = firstDay(every, localDay(after, zone), rules)
  while (at(day) <= after) {
    day = every === 'daily' ? nextWorkingDay(day, rules) : workingDay(weekAfter(day, rules), rules)
  }
  return at(day)
}

/** The first that may still come: today, or in a weekly rhythm that of this week. */
function firstDay(every: Often, today: Day, rules: Rules): Day {
  return workingDay(every === 'daily' ? today : weekdayUpTo(today, rules), rules)
}

/** The day of the weekly digest in the week after. */
function weekAfter(day: Day, rules: Rules): Day {
  return plusDays(weekdayUpTo(day, rules), 7)
}

function weekdayUpTo(day: Day, { digest }: Rules): Day {
  let found = day
  while (weekdayOf(found) !== digest?.weeklyOn) found = plusDays(found, -1)
  return found
}

function workingDay(day: Day, rules: Rules): Day {
  return isWorkingDay(day, rules) ? day : nextWorkingDay(day, rules)
}
