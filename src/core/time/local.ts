import { type Day, isDay, showDate } from './day.ts'
import { type Instant, plusSeconds } from './instant.ts'
import { abbreviationAt, changeAround, instantsAt, type Wall, wallAt } from './offset.ts'

/** What a local time turned out to be (K7). Every message is a sentence for the person who wrote it. */
export type Moment =
  | { readonly type: 'instant'; readonly instant: Instant }
  | { readonly type: 'gap'; readonly message: string }
  | {
      readonly type: 'twice'
      readonly first: Instant
      readonly second: Instant
      readonly message: string
    }
  | { readonly type: 'invalid'; readonly message: string }

/** Which of two instants is meant when the clocks go back. */
export type Fold = 'first' | 'second'

/** Reads `YYYY-MM-DD HH:MM`, also with `T` between and with seconds. */
export function parseLocal(words: string, zone: string, fold?: Fold): Moment {
  const match = /^(\d{4}-\d\d-\d\d)(?:\s+|T)(\d\d:\d\d(?::\d\d)?)$/.exec(words.trim())
  const [, day, time] = match ?? []
  if (day === undefined || time === undefined) {
    return invalid('Write the date and the time as YYYY-MM-DD HH:MM, such as 2027-03-26 20:15.')
  }
  return localMoment(day, time, zone, fold)
}

/** The same for a day and a time that are already apart. */
export function localMoment(day: Day, time: string, zone: string, fold?: Fold): Moment {
  if (!isDay(day))
    return invalid(`${day} is not a day of the calendar. Check the day and the month.`)
  if (!inReach(day)) return invalid(`The year ${day.slice(0, 4)} cannot be right. Check the year.`)
  if (!isTime(time)) return invalid(`${time} is not a time of day. Use 00:00 to 23:59.`)
  const wall = wallOf(day, time)
  const [first, second] = instantsAt(wall, zone)
  if (first === undefined) return { type: 'gap', message: gapMessage(wall, zone) }
  if (second === undefined) return { type: 'instant', instant: first }
  if (fold) return { type: 'instant', instant: fold === 'first' ? first : second }
  return { type: 'twice', first, second, message: twiceMessage(wall, first, second, zone) }
}

/** The instant of a local time that the product chose: after a gap, and the first of two. */
export function atLocal(day: Day, time: string, zone: string): Instant {
  const wall = wallOf(day, time)
  return instantsAt(wall, zone)[0] ?? changeAround(wall, zone)
}

export function localDay(instant: Instant, zone: string): Day {
  return wallAt(instant, zone).slice(0, 10)
}

/** `HH:MM:SS` on the zone's clocks. */
export function localTime(instant: Instant, zone: string): string {
  return wallAt(instant, zone).slice(11)
}

/** `Thu 1 Apr 2027 23:59 BST`. */
export function showLocal(instant: Instant, zone: string): string {
  const wall = wallAt(instant, zone)
  return `${showDate(wall.slice(0, 10))} ${wall.slice(11, 16)} ${abbreviationAt(instant, zone)}`
}

/** `Thu 1 Apr 2027`. */
export function showDay(instant: Instant, zone: string): string {
  return showDate(localDay(instant, zone))
}

/** `23:59 BST`. */
export function showTime(instant: Instant, zone: string): string {
  return `${localTime(instant, zone).slice(0, 5)} ${abbreviationAt(instant, zone)}`
}

/** `HH:MM` or `HH:MM:SS`. */
export function isTime(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)
}

function inReach(day: Day): boolean {
  return day >= '1970-01-02' && day <= '2199-12-31'
}

function wallOf(day: Day, time: string): Wall {
  return `${day}T${time.length === 5 ? `${time}:00` : time}`
}

function gapMessage(wall: Wall, zone: string): string {
  const change = changeAround(wall, zone)
  const to = localTime(change, zone).slice(0, 5)
  const from = wallBefore(change, zone)
  const [day, time] = [showDate(wall.slice(0, 10)), wall.slice(11, 16)]
  return `${time} does not exist on ${day}: the clocks go forward from ${from} to ${to}. Give a time before ${from}, or from ${to} on.`
}

/** What the clocks would have shown at their change, had they not been changed. */
function wallBefore(change: Instant, zone: string): string {
  return plusSeconds(`${wallAt(plusSeconds(change, -1), zone)}Z`, 1).slice(11, 16)
}

function twiceMessage(wall: Wall, first: Instant, second: Instant, zone: string): string {
  const [day, time] = [showDate(wall.slice(0, 10)), wall.slice(11, 16)]
  const [one, other] = [abbreviationAt(first, zone), abbreviationAt(second, zone)]
  return `${time} happens twice on ${day}, because the clocks go back: first in ${one}, then in ${other}.`
}

function invalid(message: string): Moment {
  return { type: 'invalid', message }
}
