import type { Refusal } from '../../core/decision.ts'
import type { Context } from '../../core/kind.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { seenStandIns } from '../../core/meeting/stand-in-seen.ts'
import { seenTimes } from '../../core/meeting/time/seen.ts'
import type { Ticket } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import { seenBefore } from '../../core/provider/seen.ts'
import type { AnyRecord } from '../../core/record.ts'
import { providerAsks } from './barred.ts'

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
  return form === 'changeTime' ? seenTimes(meeting) : null
}

/** Once it is said what has changed meanwhile, that is seen too: the same form may be handed in again. */
export function afterRefusal(
  { code }: Refusal,
  ticket: Ticket,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): Ticket {
  const isCompared = ticket.with?.recordSeen !== undefined
  return code === 'stale' && isCompared ? openedOn(ticket, record, by, context) : ticket
}
