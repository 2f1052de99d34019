import type { Refusal, Refused } from '../../core/decision.ts'
import type { Context } from '../../core/kind.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { seenStandIns } from '../../core/meeting/stand-in-seen.ts'
import { seenTimes } from '../../core/meeting/time/seen.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import { changedSince, seenBefore } from '../../core/provider/seen.ts'
import type { AnyRecord } from '../../core/record.ts'
import { providerAsks } from './barred.ts'
import { stepSeen } from './filing.ts'
import { seenIn } from './handed-in.ts'

/** The ticket of a form as it is opened now: it carries how much of what it changes is seen. */
export function openedOn(
  ticket: Ticket,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): Ticket {
  const { with: filled = {} } = ticket
  const seen = seenNow(ticket, record, by, context)
  return seen === null ? ticket : { ...ticket, with: { ...filled, recordSeen: `${seen}` } }
}

/** Null where nothing of it is compared. */
function seenNow(
  { form, with: filled = {} }: Ticket,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): number | null {
  if (record?.kind === 'meeting') return seenOfMeeting(form, record)
  if (record?.kind !== 'provider') return null
  const [asking] = providerAsks(form, filled, by, context)
  return asking ? seenBefore(record, asking, context.policy) : null
}

function seenOfMeeting(form: string, meeting: Meeting): number | null {
  if (form === 'standIn') return seenStandIns(meeting)
  return form === 'changeTime' || form === 'callOff' ? seenTimes(meeting) : null
}

/**
 * What was changed meanwhile of that for which a form was opened, where that form cannot even be read any
 * more: what was chosen in it may be gone from its lists.
 */
export function overtaken(
  ticket: Ticket,
  answers: Answers,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): Refused | undefined {
  if (record?.kind !== 'provider') return undefined
  const chosen = Object.entries(answers).flatMap(([id, answer]) =>
    typeof answer === 'string' ? [[id, answer] as const] : [],
  )
  const filled = { ...ticket.with, ...Object.fromEntries(chosen) }
  const [asking] = providerAsks(ticket.form, filled, by, context)
  return asking && changedSince(record, asking, seenIn({ ticket }).seen, context)
}

/** Once it is said what has changed meanwhile, that is seen too: the same form may be handed in again. */
export function afterRefusal(
  { code }: Refusal,
  ticket: Ticket,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): Ticket {
  if (code !== 'stale') return ticket
  const isCompared = ticket.with?.recordSeen !== undefined
  return isCompared ? openedOn(ticket, record, by, context) : stepSeen(ticket, record)
}
