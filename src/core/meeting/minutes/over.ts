import type { Instant } from '../../time/instant.ts'
import type { Meeting } from '../meeting.ts'

/** When its record is sealed by itself; null where it is sealed, or nothing says when. */
export function sealsAt({ minutes }: Pick<Meeting, 'minutes'>): Instant | null {
  return !minutes || minutes.sealed ? null : minutes.until
}

/** Whether the time for corrections is over. */
export function isOverdue(meeting: Pick<Meeting, 'minutes'>, now: Instant): boolean {
  const at = sealsAt(meeting)
  return at !== null && at <= now
}
