import { z } from 'zod'

/** A moment in UTC, to the second: `YYYY-MM-DDTHH:MM:SSZ`. Strings of this shape sort as times do. */
export const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
export type Instant = z.infer<typeof Instant>

/** Drops the milliseconds: nothing that Muster promises is finer than a second. */
export function toInstant(date: Date): Instant {
  return `${date.toISOString().slice(0, 19)}Z`
}

export function plusSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(new Date(Date.parse(instant) + seconds * 1000))
}

export function plusMinutes(instant: Instant, minutes: number): Instant {
  return plusSeconds(instant, minutes * 60)
}

/** The earliest of the instants that are there; null when none is. */
export function earliest(instants: readonly (Instant | null | undefined)[]): Instant | null {
  const known = instants.filter((one): one is Instant => one !== null && one !== undefined)
  return known.sort()[0] ?? null
}
