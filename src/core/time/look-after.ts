import { type Calendar, isWorkingDay, nextWorkingDay } from './calendar.ts'
import { type Day, plusDays } from './day.ts'
import type { Instant } from './instant.ts'
import { atLocal, localDay } from './local.ts'

/** The first working morning, at `time`, after so many days, and after now. */
export function lookAfter(
  since: Instant,
  days: number,
  now: Instant,
  time: string,
  calendar: Calendar,
): Instant {
  const at = (day: Day) => atLocal(day, time, calendar.zone)
  let day = plusDays(localDay(since, calendar.zone), days)
  if (at(day) <= now) day = localDay(now, calendar.zone)
  while (!isWorkingDay(day, calendar) || at(day) <= now) day = nextWorkingDay(day, calendar)
  return at(day)
}
