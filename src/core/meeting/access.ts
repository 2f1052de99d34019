import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { referenceOf } from '../record-id.ts'
import { askNextChair, callNext } from './calling.ts'
import { passDisputesOn } from './decision/resolver.ts'
import { draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntent, MeetingIntentOf } from './intent.ts'
import { letSuccessorIn } from './leavers.ts'
import type { Meeting, Seat } from './meeting.ts'
import { isEmpty, isFilled, lastCall, seatsCalledFor } from './seats.ts'

/** Whoever was let go asks nothing of it, whatever post they hold, nor learns from a refusal that it goes on. */
export function barred({ id, gone = [] }: Meeting, intent: MeetingIntent): Refused | null {
  if (!('by' in intent) || intent.type === 'call' || intent.type === 'noteEdited') return null
  if (intent.by.type !== 'person' || !gone.includes(intent.by.person)) return null
  const words = `There is no ${referenceOf(id)} that you can see. Check the reference, or ask your quality lead.`
  return refuse('notFound', words)
}

/** Somebody may see its case no more, or again. Who was called without ever being on the list stays. */
export function noteAccess(
  meeting: Meeting,
  { person, listed }: MeetingIntentOf<'noteAccess'>,
  context: Context,
): Decision<MeetingEvent> {
  const { gone = [], list } = meeting
  const isGone = gone.includes(person)
  if (!listed) return isGone ? accept() : letGo(meeting, person, context)
  const isNew = isGone || (list !== undefined && !list.includes(person))
  const draft = draftOf(meeting)
  if (isNew) draft.add({ type: 'letInAgain', at: context.now, person })
  if (meeting.status === 'open') letSuccessorIn(draft, context, [person])
  return accept(...draft.events)
}

/** The next in line is called to a seat that was theirs, and asked to chair where they would have. */
function letGo(meeting: Meeting, person: string, context: Context): Decision<MeetingEvent> {
  const draft = draftOf(meeting)
  draft.add({ type: 'letGo', at: context.now, person })
  passDisputesOn(draft, context)
  if (meeting.status === 'closed') return accept(...draft.events)
  for (const before of seatsCalledFor(meeting, person)) {
    const seat = seatsCalledFor(draft.meeting(), person).find(({ id }) => id === before.id)
    if (seat && isLeftBy(person, before, seat)) callNext(draft, seat.id, context)
  }
  if (isChairLeftBy(person, meeting)) askNextChair(draft, context)
  return accept(...draft.events)
}

/** Nobody else comes to it, and either nobody else is asked or they were the last who was. */
function isLeftBy(person: string, before: Seat, after: Seat): boolean {
  const wasTheirs = before.calls.some(
    (call) => call.person === person && (call.state === 'asked' || call.state === 'coming'),
  )
  const wasLast = lastCall(before)?.person === person
  return wasTheirs && !isFilled(after) && (isEmpty(after) || wasLast)
}

/** They chaired it, or nobody else who was asked may still say so. */
export function isChairLeftBy(person: string, { chair, prompts }: Meeting): boolean {
  if (!chair) return false
  if (chair.person !== null) return chair.person === person
  const asked = prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const others = asked.filter((one) => one !== person && !chair.declined.includes(one))
  return asked.includes(person) && others.length === 0
}
