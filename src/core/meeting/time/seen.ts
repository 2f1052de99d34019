import { ended } from '../../case/words.ts'
import { type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import { plainText } from '../../message/plain.ts'
import type { Meeting } from '../meeting.ts'
import { readsWhy } from '../words.ts'
import type { TimeChange } from './change.ts'
import type { TimeIntent } from './intent.ts'
import { changeText } from './words.ts'

/** How often its time had been changed when somebody opens the form that changes it, or that calls it off. */
export function seenTimes({ times = [] }: Pick<Meeting, 'times'>): number {
  return times.length
}

/** Two people at once: whoever is second reads what the first has done, and decides again. */
export function movedMeanwhile(
  meeting: Meeting,
  { by, seen }: Pick<TimeIntent, 'by' | 'seen'>,
  context: Context,
): Refused | null {
  const unseen = seen === undefined ? [] : (meeting.times ?? []).slice(seen)
  if (unseen.length === 0) return null
  const changes = unseen.map((one) => changeWords(meeting, one, by, context))
  return refuse(
    'stale',
    `Its time was changed while your form was open. ${changes.join(' ')} Nothing of yours was saved, and what you wrote is still here. If yours still holds, send it again.`,
  )
}

function changeWords(
  meeting: Meeting,
  change: TimeChange,
  by: TimeIntent['by'],
  { policy, directory, now }: Context,
): string {
  const viewer = { type: 'actor', actor: by } as const
  const said = plainText(changeText(change, { policy, directory, now, viewer }), directory)
  return readsWhy(meeting, viewer) ? `${said} Why: ${ended(change.reason)}` : said
}
