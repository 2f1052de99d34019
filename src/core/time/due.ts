import type { Within } from '../policy/clock.ts'
import { type Calendar, workingDaysAfter, workingDaysBetween } from './calendar.ts'
import { type Day, plusDays, plusMonths } from './day.ts'
import {
  daysWords,
  delayWords,
  hoursWords,
  midnightWords,
  monthsWords,
  reasonOf,
  workingDaysWords,
} from './due-words.ts'
import { type Instant, plusMinutes } from './instant.ts'
import { atLocal, localDay, showLocal } from './local.ts'

/** When a clock falls due, and how that was counted, so that anyone can check it. */
export interface Due {
  readonly start: Instant
  readonly due: Instant
  /** The days that counted; empty unless the clock counts working days. */
  readonly counted: readonly Day[]
  readonly skipped: readonly { readonly date: Day; readonly why: string }[]
  /** Counted past the listed bank holidays: the true date may be later, never earlier. */
  readonly provisional: boolean
  /** `due Thu 1 Apr 2027 23:59 BST: 3 working days from Fri 26 Mar; …` */
  readonly words: string
}

/** Rules K2, K4, K5 and K8. Null for a clock without a duration of its own. */
export function dueDate(within: Within, start: Instant, calendar: Calendar): Due | null {
  const day = localDay(start, calendar.zone)
  switch (within.unit) {
    case 'hours': {
      const due = plusMinutes(start, within.amount * 60)
      return plain(start, due, calendar, hoursWords(within.amount, start, due, calendar.zone))
    }
    case 'workingDays': {
      const days = workingDaysAfter(day, within.amount, calendar)
      const due = endOf(days.last, calendar)
      return {
        ...plain(start, due, calendar, workingDaysWords(within.amount, day, days)),
        counted: days.counted,
        skipped: days.skipped.map((one) => ({ date: one.date, why: reasonOf(one) })),
        provisional: days.unlisted.length > 0,
      }
    }
    case 'days': {
      const last = plusDays(day, within.amount)
      return plain(start, endOf(last, calendar), calendar, daysWords(within.amount, day, last))
    }
    case 'months': {
      const last = plusMonths(day, within.amount)
      return plain(start, endOf(last, calendar), calendar, monthsWords(within.amount, day, last))
    }
    case 'withoutDelay':
      return withoutDelay(within.from, start, calendar)
    case 'receiptOf':
    case 'asRequired':
    case 'chosen':
      return null
  }
}

/** From when it is wanted; no time is made up by which. */
function withoutDelay(
  from: Extract<Within, { unit: 'withoutDelay' }>['from'],
  start: Instant,
  calendar: Calendar,
): Due {
  const { zone } = calendar
  if (from.unit === 'midnight') {
    const due = atLocal(plusDays(localDay(start, zone), 1), '00:00', zone)
    const how = midnightWords(start, zone)
    return { ...plain(start, due, calendar, []), words: delayWords(due, how, zone) }
  }
  const due = plusMinutes(start, from.amount * 60)
  const how = from.amount === 0 ? [] : hoursWords(from.amount, start, due, zone)
  return { ...plain(start, due, calendar, []), words: delayWords(due, how, zone) }
}

/** Working days after the day on which it was due, up to and including the day of `at`. */
export function workingDaysLate(due: Instant, at: Instant, calendar: Calendar): number {
  if (at <= due) return 0
  return workingDaysBetween(localDay(due, calendar.zone), localDay(at, calendar.zone), calendar)
}

function plain(start: Instant, due: Instant, calendar: Calendar, how: readonly string[]): Due {
  const words = `due ${showLocal(due, calendar.zone)}: ${how.join('; ')}`
  return { start, due, counted: [], skipped: [], provisional: false, words }
}

function endOf(day: Day, { zone }: Calendar): Instant {
  return atLocal(day, '23:59:59', zone)
}
