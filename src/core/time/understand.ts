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
/** No time and no duration takes more words than this. */
const LONGEST = 100
const SMALL_WORDS = ['at', 'on', 'of', 'the']

/**
 * Reads a time as people write it in a thread: `now`, `21:10`, `9am`, `9.30pm`, `yesterday 21:10`,
 * `Sat 09:30`, `27 Mar 09:30`, `27 Mar 2027 09:30`, `27/03 09:30` and `27/3/2027 09:30` with the
 * day first, `2027-03-27 09:30`, with GMT or BST behind where they like, and `2027-03-27T09:30:00Z`.
 * A day or year that is left out is the latest one that is not after now.
 */
export function understandMoment(words: string, now: Instant, zone: string): Moment {
  if (words.length > LONGEST) return invalid(HOW)
  const said = words.trim().toLowerCase()
  if (said === 'now' || said === 'just now') return { type: 'instant', instant: now }
  const tokens = tokensOf(said)
  const times = tokens.filter((token) => TIME.test(token))
  const named = tokens.filter((token) => token === 'gmt' || token === 'bst')
  const [time, abbreviation] = [times[0], named[0]?.toUpperCase()]
  if (time === undefined || times.length > 1 || named.length > 1) return invalid(HOW)
  const clock = clockOf(time)
  if (!isTime(clock)) return invalid(`${time} is not a time of day. Use 00:00 to 23:59.`)
  const inUtc = time.endsWith('z')
  if (inUtc && abbreviation !== undefined) return invalid(HOW)
  const where = inUtc ? 'UTC' : zone
  const day = tokens.filter((token) => token !== time && !/^(gmt|bst)$/.test(token)).join(' ')
  const days = daysMeant(day, localDay(now, where))
  if (typeof days === 'string') return invalid(days)
  return chosen(latest(days, clock, now, where), now, where, abbreviation)
}

/** A time of day by itself: `21:10`, `9.30pm`, `9am`, `20:45:00.000z`. */
const TIME =
  /^(?:(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?:\.\d{1,9}(?=z))?(am|pm|z)?|(\d{1,2})(am|pm))$/

function tokensOf(said: string): string[] {
  return said
    .split(/[\s,]+/)
    .join(' ')
    .replace(/(?<=\d)t(?=\d)/, ' ')
    .replace(/(?<=\d) ?([ap])\.?m(?![a-z])\.?/g, '$1m')
    .split(' ')
    .filter((token) => token !== '' && !SMALL_WORDS.includes(token))
}

/** `HH:MM` or `HH:MM:SS`; `13pm` stays as no time of day. */
function clockOf(time: string): string {
  const [, hour, minute = '00', second, half, bareHour, bareHalf] = TIME.exec(time) ?? []
  const said = Number(hour ?? bareHour)
  const noon = half ?? bareHalf
  const twelve = noon === 'am' || noon === 'pm'
  if (twelve && (said < 1 || said > 12)) return time
  const hours = twelve ? (said % 12) + (noon === 'pm' ? 12 : 0) : said
  const clock = `${String(hours).padStart(2, '0')}:${minute}`
  return second === undefined ? clock : `${clock}:${second}`
}

/** Minutes of `2h`, `30 min`, `90m`, `1 day`, `1 h 30 min`; null when it is none, or over a year. */
export function understandDuration(words: string): number | null {
  if (words.length > LONGEST) return null
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

interface NamedDate {
  readonly weekday: string | undefined
  readonly number: string
  readonly month: number
  readonly year: string | undefined
  /** As it is said back. */
  readonly words: string
}

const BY_NAME = /^(?:([a-z]+) )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?$/
const MONTH_FIRST = /^(?:([a-z]+) )?([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/
const FIGURES = /^(?:([a-z]+) )?(\d{1,2})([/.-])(\d{1,2})(?:\3(\d{4}|\d\d))?$/

/** `27 mar`, `mar 27`, `27/03`, each with a year behind if they like; the day comes first in figures. */
function dateIn(words: string): NamedDate | null {
  const figures = FIGURES.exec(words)
  if (figures) {
    const [, weekday, number = '', , month = '', short] = figures
    const year = short?.length === 2 ? `20${short}` : short
    return { weekday, number, month: Number(month), year, words }
  }
  const [, weekday, number = '', named = '', year] = BY_NAME.exec(words) ?? monthFirst(words)
  const month = monthNumber(named)
  return month === 0 ? null : { weekday, number, month, year, words: `${number} ${named}` }
}

function monthFirst(words: string): readonly (string | undefined)[] {
  const [all, weekday, month, number, year] = MONTH_FIRST.exec(words) ?? []
  return [all, weekday, number, month, year]
}

/** A date's days, also with a weekday in front, which must then be right. */
function datesMeant(said: string, today: Day): readonly Day[] | string {
  const date = dateIn(said)
  if (date === null || (date.weekday !== undefined && weekdayNumber(date.weekday) === 0)) return HOW
  const { weekday, number, month, year, words } = date
  const inYear = (of: number): Day =>
    `${of}-${String(month).padStart(2, '0')}-${number.padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const years =
    year === undefined
      ? Array.from({ length: YEARS_BACK + 1 }, (_, ago) => thisYear - ago)
      : [Number(year)]
  const days = years.map(inYear).filter(isDay)
  const [first] = days
  if (first === undefined)
    return `${words} is not a day of the calendar. Check the day and the month.`
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
