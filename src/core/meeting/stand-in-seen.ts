import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { nameOfDoer } from '../people/doer.ts'
import { nameOf } from '../people/find.ts'
import type { MeetingIntentOf } from './intent.ts'
import type { Call, Meeting, Seat } from './meeting.ts'
import { seatsOf } from './seats.ts'

/** How many had stood in when somebody opens the form. */
export function seenStandIns(meeting: Pick<Meeting, 'lines'>): number {
  return standIns(meeting).length
}

/** Two people at once: whoever is second reads whom the first has put there, and decides again. */
export function takenMeanwhile(
  meeting: Meeting,
  { calls, label }: Seat,
  { seen, person }: MeetingIntentOf<'standIn'>,
  { directory }: Pick<Context, 'directory'>,
): Refused | undefined {
  const unseen = seen === undefined ? [] : standIns(meeting).slice(seen)
  const taken = unseen.find((call) => calls.includes(call) && call.person !== person)
  if (!taken) return undefined
  const name = nameOf(directory, taken.person)
  const what = taken.putBy
    ? `${nameOfDoer(taken.putBy)} put ${name} down for “${label}”`
    : `${name} took “${label}”`
  return refuse(
    'stale',
    `${what} while your form was open. Nothing of yours was saved, and what you chose is still here. If yours still holds, send it again.`,
    { seat: `${name} stands in for it.` },
  )
}

function standIns({ lines }: Pick<Meeting, 'lines'>): readonly Call[] {
  const all = seatsOf({ lines }).flatMap(({ calls }) =>
    calls.filter(({ via }) => via === 'standIn'),
  )
  return all.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}
