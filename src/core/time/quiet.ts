import type { QuietHours } from '../policy/clock.ts'
import { plusDays } from './day.ts'
import type { Instant } from './instant.ts'
import { atLocal, localDay, localTime } from './local.ts'
import { instantsAt } from './offset.ts'

/** The end of the quiet hours that an instant lies in, or the instant itself. They may cross midnight. */
export function holdForQuiet(at: Instant, quietHours: QuietHours, zone: string): Instant {
  const { from, to } = quietHours
  const [day, time] = [localDay(at, zone), localTime(at, zone).slice(0, 5)]
  const crosses = from > to
  const quiet = crosses ? time >= from || time < to : time >= from && time < to
  if (!quiet) return at
  const until = crosses && time >= from ? plusDays(day, 1) : day
  // Where the clocks go back in the quiet hours, their first end may be over already.
  const ends = [...instantsAt(`${until}T${to}:00`, zone), atLocal(until, to, zone)]
  return ends.find((end) => end > at) ?? at
}
