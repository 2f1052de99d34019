import { type Instant, plusSeconds } from '../core/time/instant.ts'

/**
 * No pause is longer, whatever a service asks for. Well below an hour, so that a clock that is put
 * back by one or more ends every pause.
 */
export const LONGEST_PAUSE_SECONDS = 1800

/** When a pause that begins now ends at the latest: one that ends later was set by a clock that has been put back since. */
export function latestEnd(now: Instant): Instant {
  return plusSeconds(now, LONGEST_PAUSE_SECONDS)
}

/** Tells which pauses are over now, by the ends that they were given. */
export function pausesOver(now: Instant): (until: Instant | null | undefined) => boolean {
  const latest = latestEnd(now)
  return (until) => until === null || until === undefined || until <= now || until > latest
}
