import type { Policy } from '../policy/policy.ts'
import { type Day, plusDays, weekdayOf } from './day.ts'

/** All that counting working days needs of a pack. */
export type Calendar = Pick<Policy, 'zone' | 'holidays'>

/** Why a day is not a working day (K3). `name` is the weekday's or the bank holiday's. */
export interface NotWorking {
  readonly date: Day
  readonly kind: 'weekend' | 'bankHoliday'
  readonly name: string
}

export interface WorkingDays {
  readonly last: Day
  readonly counted: readonly Day[]
  readonly skipped: readonly NotWorking[]
  /** The years in between whose bank holidays are not listed: the last day may come later. */
  readonly unlisted: readonly string[]
  /** The first year that is listed, where the last day lies before it. */
  readonly listedFrom: string | null
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return notWorking(day, calendar) === null
}

/** The days after `from` until `amount` of them have counted (K4: `from` is day 0). */
export function workingDaysAfter(from: Day, amount: number, calendar: Calendar): WorkingDays {
  const listed = new Set(calendar.holidays.map(({ date }) => date.slice(0, 4)))
  const counted: Day[] = []
  const skipped: NotWorking[] = []
  const unlisted = new Set<string>()
  let last = from
  while (counted.length < amount) {
    last = plusDays(last, 1)
    const why = notWorking(last, calendar)
    if (why) skipped.push(why)
    else counted.push(last)
    if (!why && !listed.has(last.slice(0, 4))) unlisted.add(last.slice(0, 4))
  }
  const listedFrom = unlistedBefore(last, calendar)
  return { last, counted, skipped, unlisted: [...unlisted], listedFrom }
}

/** The first year whose bank holidays are listed, where the day lies before it; null for any other day. */
export function unlistedBefore(day: Day, { holidays }: Pick<Calendar, 'holidays'>): string | null {
  const [first] = holidays.map(({ date }) => date.slice(0, 4)).sort()
  return first !== undefined && day.slice(0, 4) < first ? first : null
}

/** How many working days lie after `from`, up to and including `until`. */
export function workingDaysBetween(from: Day, until: Day, calendar: Calendar): number {
  let count = 0
  for (let day = plusDays(from, 1); day <= until; day = plusDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}

export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  return step(day, 1, calendar)
}

export function previousWorkingDay(day: Day, calendar: Calendar): Day {
  return step(day, -1, calendar)
}

/** The day itself, or the last working day before it (K8: when a nudge goes out). */
export function workingDayUpTo(day: Day, calendar: Calendar): Day {
  return isWorkingDay(day, calendar) ? day : previousWorkingDay(day, calendar)
}

function step(from: Day, direction: 1 | -1, calendar: Calendar): Day {
  let day = plusDays(from, direction)
  while (!isWorkingDay(day, calendar)) day = plusDays(day, direction)
  return day
}

function notWorking(date: Day, { holidays }: Calendar): NotWorking | null {
  const name = weekdayOf(date)
  if (name === 'Saturday' || name === 'Sunday') return { date, kind: 'weekend', name }
  const holiday = holidays.find((one) => one.date === date)
  if (!holiday) return null
  return { date, kind: 'bankHoliday', name: holiday.name.replace(/\s+bank holiday$/i, '') }
}
