import { type Instant, plusSeconds } from '../core/time/instant.ts'
import type { Rate } from './channel-port.ts'
import type { Ended } from './ports.ts'

/**
 * How a queue goes on after one more message: what it must remember of those sent lately, and until
 * when it rests so that no rate is exceeded, and no sooner than a `pause` that the service wants. Counted in whole seconds, on the safe side.
 */
export function paced(
  rates: readonly Rate[],
  before: readonly Instant[],
  now: Instant,
  pause: Instant | null = null,
): Pick<Ended, 'sent' | 'restUntil'> {
  if (rates.length === 0) return { sent: [], restUntil: pause }
  // After the clock was put back, what was sent "later" says nothing.
  const past = before.filter((one) => one <= now)
  const sent = [...past, now].slice(-Math.max(...rates.map(({ messages }) => messages)))
  const rests = rates.flatMap(({ messages, seconds }) => {
    const first = sent.at(-messages)
    return first === undefined ? [] : [plusSeconds(first, seconds + 1)]
  })
  const until = [...rests, ...(pause === null ? [] : [pause])].sort().at(-1)
  return { sent, restUntil: until !== undefined && until > now ? until : null }
}
