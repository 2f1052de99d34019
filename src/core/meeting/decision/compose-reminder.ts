import type { Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import { isToldInstead, whyByMail } from '../../late.ts'
import type { Message, Text } from '../../message/message.ts'
import type { Meeting } from '../meeting.ts'
import { meetingTitle } from '../words.ts'
import { type Ballot, isDisputed } from './ballot.ts'
import { disputeParts } from './compose-dispute.ts'
import { resolving } from './compose-notice.ts'
import { remindedIn } from './dispute-clock.ts'

/** A reminder of a dispute, with what is true now: one that is read late asks for nothing that is over. */
export function composeDisputeReminder(
  meeting: Meeting,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const found = remindedIn(meeting, slot)
  if (!found) return undefined
  const { ballot, nudge } = found
  const isNewest = ballot.dispute?.nudges?.at(-1)?.n === nudge.n
  const isInstead = isToldInstead(meeting.late, composing.viewer, slot)
  return {
    title: `${meetingTitle(meeting)}: the dispute about decision ${ballot.n}, ${nudge.why}`,
    parts: [
      { kind: 'quote', text: ballot.question },
      ...disputeParts(ballot, composing),
      { kind: 'text', text: wanted(ballot) },
      ...(isNewest && isDisputed(ballot) && !isInstead
        ? resolving(meeting, ballot, composing)
        : []),
      ...(isInstead ? [whyByMail(meeting.late, slot)] : []),
    ],
  }
}

function wanted(ballot: Ballot): Text {
  if (!isDisputed(ballot)) return 'It is over. Nothing more is wanted of you.'
  const resolver = ballot.dispute?.resolver ?? null
  if (resolver === null) return 'Nobody resolves it yet. Whoever chairs or calls: name somebody.'
  return [
    { person: resolver },
    ': record what came of it. If you cannot, tell whoever chairs or calls: they name somebody else.',
  ]
}
