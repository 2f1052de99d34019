import type { Policy } from '../../policy/policy.ts'
import { type Day, plusDays } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import { atLocal, localDay } from '../../time/local.ts'

/** The time that a digest tells of: what happened from `from` on, and how all stands at `upTo`. */
export interface DigestWindow {
  readonly from: Instant
  readonly upTo: Instant
}

/** The last day that a digest looks ahead to, and its end. */
export function lookAhead(
  upTo: Instant,
  { digest, zone }: Pick<Policy, 'digest' | 'zone'>,
): { readonly day: Day; readonly end: Instant } {
  const day = plusDays(localDay(upTo, zone), digest?.daysAhead ?? 0)
  return { day, end: atLocal(plusDays(day, 1), '00:00', zone) }
}

export function isWithin({ from, upTo }: DigestWindow, at: Instant | null): boolean {
  return at !== null && from <= at && at < upTo
}
