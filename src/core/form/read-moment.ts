import type { Instant } from '../time/instant.ts'
import { parseLocal, showLocal } from '../time/local.ts'

export type ReadMoment =
  | { readonly ok: true; readonly instant: Instant }
  | { readonly ok: false; readonly message: string }

/** A local time as an instant (K7). A time that happens twice is asked about until `fold` says which. */
export function readMoment(
  words: string,
  fold: string | undefined,
  notFuture: boolean,
  zone: string,
  now: Instant,
): ReadMoment {
  const which = fold === 'first' || fold === 'second' ? fold : undefined
  const moment = parseLocal(words, zone, which)
  switch (moment.type) {
    case 'instant':
      if (notFuture && moment.instant > now) return inFuture(moment.instant, zone, now)
      return { ok: true, instant: moment.instant }
    case 'twice':
      return { ok: false, message: `${moment.message} Which one? Choose below.` }
    case 'gap':
    case 'invalid':
      return { ok: false, message: moment.message }
  }
}

function inFuture(instant: Instant, zone: string, now: Instant): ReadMoment {
  const [then, clock] = [showLocal(instant, zone), showLocal(now, zone)]
  return {
    ok: false,
    message: `${then} is in the future: it is now ${clock}. Give a time that has passed.`,
  }
}
