import type { NotWorking, WorkingDays } from './calendar.ts'
import { type Day, dayAndNumber, monthOf, shortDate, showDate } from './day.ts'
import type { Instant } from './instant.ts'
import { localDay, showLocal, showTime } from './local.ts'
import { offsetAt } from './offset.ts'

/** More weekend days than this are counted instead of named. */
const NAMED_AT_MOST = 4

export function hoursWords(amount: number, start: Instant, due: Instant, zone: string): string[] {
  const from = dateBeside(localDay(start, zone), localDay(due, zone))
  const counted = `${some(amount, 'hour')} from ${from} ${showTime(start, zone)}, every hour counts`
  const shift = offsetAt(due, zone) - offsetAt(start, zone)
  if (shift === 0) return [counted]
  const by = Math.abs(shift) === 60 ? 'an hour' : some(Math.abs(shift), 'minute')
  const change =
    shift > 0
      ? `forward in between, so it is ${by} later`
      : `back in between, so it is ${by} earlier`
  return [counted, `the clocks go ${change} by the clock on the wall`]
}

export function workingDaysWords(amount: number, from: Day, days: WorkingDays): string[] {
  const weekend = days.skipped.filter(({ kind }) => kind === 'weekend')
  const holidays = days.skipped.filter(({ kind }) => kind === 'bankHoliday')
  const words = [`${some(amount, 'working day')} from ${dateBeside(from, days.last)}`]
  if (weekend.length > NAMED_AT_MOST) words.push(`${weekend.length} weekend days not counted`)
  else if (weekend.length > 0) words.push(`${listed(from, weekend).join(', ')} not counted`)
  if (holidays.length > 0) words.push(listed(from, holidays).join(', '))
  if (days.unlisted.length > 0) {
    const why =
      days.listedFrom === null
        ? `the bank holidays of ${days.unlisted.join(', ')} are not listed yet`
        : listBegins(days.listedFrom)
    words.push(`provisional: ${why}, so it may be later, never earlier`)
  }
  return words
}

export function daysWords(amount: number, from: Day, due: Day): string[] {
  return [`${some(amount, 'day')} from ${dateBeside(from, due)}, every day counts`]
}

export function monthsWords(amount: number, from: Day, due: Day): string[] {
  const counted = `${some(amount, 'month')} from ${dateBeside(from, due)}`
  if (from.slice(8) === due.slice(8)) return [counted]
  return [counted, `${monthOf(due)} has no ${Number(from.slice(8))}, so its last day`]
}

/** `without delay from Sun 31 Oct 2027 22:00 GMT: …`: what is wanted from then on, by no time of its own. */
export function delayWords(from: Instant, how: readonly string[], zone: string): string {
  const rest = [...how, 'the rule gives no time by which']
  return `without delay from ${showLocal(from, zone)}: ${rest.join('; ')}`
}

export function midnightWords(start: Instant, zone: string): string[] {
  return [`the first midnight after ${shortDate(localDay(start, zone))} ${showTime(start, zone)}`]
}

/** Why no bank holidays are left out of days before the first that are listed. */
export function listBegins(year: string): string {
  return `these rules list bank holidays from ${year} on`
}

/** `Saturday`, `Easter Monday bank holiday`. */
export function reasonOf({ kind, name }: NotWorking): string {
  return kind === 'weekend' ? name : `${name} bank holiday`
}

/** `Sat 27, Sun 28`; the month is named where it is another than the one named last. */
function listed(from: Day, days: readonly NotWorking[]): string[] {
  let month = monthOf(from)
  return days.map(({ date, kind, name }) => {
    const label = monthOf(date) === month ? dayAndNumber(date) : shortDate(date)
    month = monthOf(date)
    return kind === 'weekend'
      ? label
      : `${label} bank holiday (${name.replace(/ \((.*)\)$/, ', $1')})`
  })
}

/** With its year only where the other day's year is another. */
function dateBeside(day: Day, other: Day): string {
  return day.slice(0, 4) === other.slice(0, 4) ? shortDate(day) : showDate(day)
}

function some(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`
}
