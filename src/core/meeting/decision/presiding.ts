import type { Composing } from '../../kind.ts'
import { MUSTER } from '../../permission/asked.ts'
import { whoMay } from '../../permission/permitted.ts'
import { askedOfMeeting } from '../asked.ts'
import { conflictOf } from '../conflict/conflict.ts'
import type { Meeting } from '../meeting.ts'

type Presided =
  | 'returnFromConflict'
  | 'proposeDecision'
  | 'closeVote'
  | 'withdrawVote'
  | 'nameResolver'

/** Whoever calls or chairs it and has no conflict of interest: for the buttons that only they are shown. */
export function presiding(meeting: Meeting, type: Presided, composing: Composing): string[] {
  return allowed(meeting, { type, by: MUSTER }, composing)
}

/** Who may vote, dispute or resolve, by the table; whose organisation has no vote is still among them. */
export function voicing(
  meeting: Meeting,
  type: 'vote' | 'disputeDecision' | 'resolveDispute',
  decision: number,
  composing: Composing,
): string[] {
  return allowed(meeting, { type, by: MUSTER, decision }, composing)
}

function allowed(
  meeting: Meeting,
  asking: Parameters<typeof askedOfMeeting>[1],
  composing: Composing,
): string[] {
  const asked = askedOfMeeting(meeting, asking, composing)
  const people = 'ok' in asked ? [] : whoMay(asked, composing)
  return people.filter((person) => conflictOf(meeting, person) === undefined)
}
