import { tz } from '@date-fns/tz'
import { addMonths } from 'date-fns/addMonths'

/** A calendar day without a zone: `YYYY-MM-DD`. Strings of this shape sort as days do. */
export type Day = string

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const DAY_IN_MS = 86_400_000

/** Whether the words name a day that exists: `2027-02-30` does not. */
export function isDay(words: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(words) ? Date.parse(words) : Number.NaN
  return !Number.isNaN(time) && dayOf(time) === words
}

export function plusDays(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * DAY_IN_MS)
}

/** The same day number, or the last day of a shorter month (K5). */
export function plusMonths(day: Day, months: number): Day {
  return dayOf(addMonths(new Date(day), months, { in: tz('UTC') }).getTime())
}

/** From the month of one day to that of another, whatever their numbers. */
export function monthsBetween(from: Day, to: Day): number {
  const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from)
}

/** `Saturday`. */
export function weekdayOf(day: Day): string {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? ''
}

/** `Thu 1 Apr 2027`. */
export function showDate(day: Day): string {
  return `${shortDate(day)} ${day.slice(0, 4)}`
}

/** `Thu 1 Apr`. */
export function shortDate(day: Day): string {
  return `${dayAndNumber(day)} ${monthOf(day)}`
}

/** `Thu 1`: for a list of days in one month. */
export function dayAndNumber(day: Day): string {
  return `${weekdayOf(day).slice(0, 3)} ${Number(day.slice(8))}`
}

/** `Apr`. */
export function monthOf(day: Day): string {
  return (MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)
}

/** 1 to 7 for Sunday to Saturday, from `sat`, `Sat` or `Saturday`; 0 when it is no weekday. */
export function weekdayNumber(word: string): number {
  return startsOne(word, WEEKDAYS)
}

/** 1 to 12 from `mar`, `Mar` or `March`; 0 when it is no month. */
export function monthNumber(word: string): number {
  return startsOne(word, MONTHS)
}

/** The place, from 1, of the only name that the word begins with three letters or more. */
function startsOne(word: string, names: readonly string[]): number {
  if (word.length < 3) return 0
  return names.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase())) + 1
}

function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10)
}
