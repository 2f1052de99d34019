import { tzOffset } from '@date-fns/tz'
import { type Instant, plusSeconds, toInstant } from './instant.ts'

/** What a clock on the wall shows, without saying where: `YYYY-MM-DDTHH:MM:SS`. */
export type Wall = string

const DAY_IN_SECONDS = 86_400
const formats = new Map<string, Intl.DateTimeFormat>()

/** Minutes that the zone is ahead of UTC at an instant. */
export const offsetAt = remembered((instant, zone) => tzOffset(zone, new Date(instant)))

/** `GMT` or `BST` in Europe/London. */
export const abbreviationAt = remembered((instant, zone) => {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
    formats.set(zone, format)
  }
  const parts = format.formatToParts(new Date(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
})

const SLOTS = 5000

/**
 * Each message asks for the same few again and again, and Intl takes long to answer. Clocks change
 * on the full or the half hour, so that all of ten minutes have the same answer.
 */
function remembered<Answer>(ask: (instant: Instant, zone: string) => Answer) {
  const known = new Map<string, Answer>()
  return (instant: Instant, zone: string): Answer => {
    const slot = `${instant.slice(0, 15)}${zone}`
    const before = known.get(slot)
    if (before !== undefined) return before
    if (known.size >= SLOTS) known.clear()
    const answer = ask(instant, zone)
    known.set(slot, answer)
    return answer
  }
}

export function wallAt(instant: Instant, zone: string): Wall {
  return plusSeconds(instant, offsetAt(instant, zone) * 60).slice(0, 19)
}

/**
 * The instants at which the zone's clocks show this: one, none (in the gap of spring) or two (when
 * they go back). Asks for the offsets on either side, so the host's own zone has no say.
 */
export function instantsAt(wall: Wall, zone: string): readonly Instant[] {
  const asUtc: Instant = `${wall}Z`
  const around = [-DAY_IN_SECONDS, DAY_IN_SECONDS].map((seconds) =>
    offsetAt(plusSeconds(asUtc, seconds), zone),
  )
  return [...new Set(around)]
    .map((offset) => plusSeconds(asUtc, -offset * 60))
    .filter((instant) => wallAt(instant, zone) === wall)
    .sort()
}

/** The first instant after the change of the clocks that lies within a day of this wall time. */
export function changeAround(wall: Wall, zone: string): Instant {
  let before = Date.parse(`${wall}Z`) - DAY_IN_SECONDS * 1000
  let after = before + 2 * DAY_IN_SECONDS * 1000
  const offset = offsetAt(toInstant(new Date(before)), zone)
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (offsetAt(toInstant(new Date(middle)), zone) === offset) before = middle
    else after = middle
  }
  return toInstant(new Date(after))
}
