import { referenceOf } from '../record-id.ts'
import { actionNamed, isOver } from './action/action.ts'
import { isDisputed } from './decision/ballot.ts'
import { remindedIn } from './decision/dispute-clock.ts'
import type { Meeting } from './meeting.ts'
import { nudgedIn } from './nudge/nudge.ts'

/** Whom a message asks or reminds of something that is not over, and of what; undefined for all others. */
export function owedAbout(
  meeting: Meeting,
  slot: string,
): { readonly whom: readonly string[]; readonly about: string } | undefined {
  const reference = referenceOf(meeting.id)
  const action = meeting.actions?.find(({ n }) => n === actionNamed(slot))
  if (action)
    return isOver(action)
      ? undefined
      : { whom: action.told, about: `action ${action.n} of ${reference}` }
  const called = nudgedIn(meeting, slot)
  if (called)
    return called.prompt.state === 'open'
      ? { whom: called.nudge.to, about: `a call to ${reference}` }
      : undefined
  const reminded = remindedIn(meeting, slot)
  if (!reminded || !isDisputed(reminded.ballot)) return undefined
  const { ballot, nudge } = reminded
  return { whom: nudge.to, about: `the dispute about decision ${ballot.n} of ${reference}` }
}
