import {
  type Day,
  isDay,
  monthNumber,
  plusDays,
  showDate,
  weekdayNumber,
  weekdayOf,
} from './day.ts'
import type { Instant } from './instant.ts'
import { isTime, localDay, localMoment, type Moment, showLocal } from './local.ts'
import { abbreviationAt } from './offset.ts'

const HOW = 'Write a time such as 21:10, yesterday 21:10, Sat 09:30 or 27 Mar 09:30, or say now.'
/** Far enough back to meet a 29 Feb. */
const YEARS_BACK = 8

/**
 * Reads a time as people write it in a thread: `now`, `21:10`, `yesterday 21:10`, `Sat 09:30`,
 * `27 Mar 09:30`, `27 Mar 2027 09:30`, `2027-03-27 09:30`, with GMT or BST behind where they like.
 * A day or year that is left out is the latest one that is not after now.
 */
export function understandMoment(words: string, now: Instant, zone: string): Moment {
  const said = words
    .trim()
    .toLowerCase()
    .replaceAll(',', ' ')
    .replace(/(?<=\d)t(?=\d)/, ' ')
  if (said === 'now' || said === 'just now') return { type: 'instant', instant: now }
  const tokens = said.split(/\s+/).filter((token) => token !== 'at' && token !== 'on')
  const times = tokens.filter((token) => /^\d{1,2}[:.]\d\d([:.]\d\d)?$/.test(token))
  const named = tokens.filter((token) => token === 'gmt' || token === 'bst')
  const [time, abbreviation] = [times[0], named[0]?.toUpperCase()]
  if (time === undefined || times.length > 1 || named.length > 1) return invalid(HOW)
  const clock = time.replaceAll('.', ':').padStart(time.length > 5 ? 8 : 5, '0')
  if (!isTime(clock)) return invalid(`${time} is not a time of day. Use 00:00 to 23:59.`)
  const day = tokens.filter((token) => token !== time && !/^(gmt|bst)$/.test(token)).join(' ')
  const days = daysMeant(day, localDay(now, zone))
  if (typeof days === 'string') return invalid(days)
  return chosen(latest(days, clock, now, zone), now, zone, abbreviation)
}

/** Minutes of `2h`, `30 min`, `90m`, `1 day`, `1 h 30 min`; null when it is none, or over a year. */
export function understandDuration(words: string): number | null {
  const parts = [
    ...words
      .trim()
      .toLowerCase()
      .matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\s*/gy),
  ]
  const read = parts.map(([part]) => part).join('')
  if (parts.length === 0 || read.trim() !== words.trim().toLowerCase()) return null
  let minutes = 0
  for (const [, amount, unit = ''] of parts) minutes += Number(amount) * minutesOf(unit)
  const whole = Math.round(minutes)
  return whole >= 1 && whole <= 366 * 24 * 60 ? whole : null
}

/** The days that the words may mean, the likeliest first; a sentence when they mean none. */
function daysMeant(words: string, today: Day): readonly Day[] | string {
  if (words === '') return [today, plusDays(today, -1)]
  if (words === 'today') return [today]
  if (words === 'yesterday') return [plusDays(today, -1)]
  if (isDay(words)) return [words]
  const weekday = weekdayNumber(words)
  if (weekday > 0) return back(today, weekday)
  return datesMeant(words, today)
}

/** The last two days of that name, today's included. */
function back(today: Day, weekday: number): readonly Day[] {
  const ago = (new Date(today).getUTCDay() + 1 - weekday + 7) % 7
  return [plusDays(today, -ago), plusDays(today, -ago - 7)]
}

/** `27 mar`, `27 mar 2027`, also with a weekday in front, which must then be right. */
function datesMeant(words: string, today: Day): readonly Day[] | string {
  const match = /^(?:([a-z]+) )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?$/.exec(words)
  const [, weekday, number = '', month = '', year] = match ?? []
  const place = monthNumber(month)
  if (place === 0 || (weekday !== undefined && weekdayNumber(weekday) === 0)) return HOW
  const inYear = (of: number): Day =>
    `${of}-${String(place).padStart(2, '0')}-${number.padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const years =
    year === undefined
      ? Array.from({ length: YEARS_BACK + 1 }, (_, ago) => thisYear - ago)
      : [Number(year)]
  const days = years.map(inYear).filter(isDay)
  const [first] = days
  if (first === undefined)
    return `${number} ${month} is not a day of the calendar. Check the day and the month.`
  if (weekday === undefined) return days
  const fitting = days.filter((day) => weekdayNumber(weekdayOf(day)) === weekdayNumber(weekday))
  if (fitting.length > 0) return fitting
  return `${showDate(first)} is a ${weekdayOf(first)}. Check the day of the week and the date.`
}

/** The time on the first of the days on which it is not after now; if on none, on the first day. */
function latest(days: readonly Day[], time: string, now: Instant, zone: string): Moment {
  const today = localDay(now, zone)
  const moments = days.map((day) => ({ day, moment: localMoment(day, time, zone) }))
  const past = moments.find(({ day, moment }) => {
    // A time of today that was jumped over is a slip of the pen, not the same time yesterday.
    if (moment.type === 'gap') return day <= today
    if (moment.type === 'twice') return moment.first <= now
    return moment.type === 'instant' && moment.instant <= now
  })
  return (past ?? moments[0])?.moment ?? invalid(HOW)
}

/** One of two instants where GMT or BST was said, or where the other has not come yet. */
function chosen(moment: Moment, now: Instant, zone: string, abbreviation?: string): Moment {
  if (moment.type === 'twice') {
    const both = [moment.first, moment.second]
    const named = both.find((one) => abbreviationAt(one, zone) === abbreviation)
    if (named !== undefined) return { type: 'instant', instant: named }
    if (moment.first <= now && moment.second > now)
      return { type: 'instant', instant: moment.first }
    return moment
  }
  if (moment.type !== 'instant' || abbreviation === undefined) return moment
  const right = abbreviationAt(moment.instant, zone)
  if (right === abbreviation) return moment
  return invalid(
    `${showLocal(moment.instant, zone)} is in ${right}, not ${abbreviation}. Check the time.`,
  )
}

function minutesOf(unit: string): number {
  if (/^m(in(ute)?s?)?$/.test(unit)) return 1
  if (/^h((ou)?rs?)?$/.test(unit)) return 60
  if (/^d(ays?)?$/.test(unit)) return 24 * 60
  return Number.NaN
}

function invalid(message: string): Moment {
  return { type: 'invalid', message }
}
