import { accept, type Decision, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import { findPerson, nameOf } from '../../people/find.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { referenceOf } from '../../record-id.ts'
import { isChairLeftBy } from '../access.ts'
import { askNextChair, callFor } from '../calling.ts'
import { hasConflict } from '../conflict/conflict.ts'
import { draftOf } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting, Seat } from '../meeting.ts'
import { GUEST, guestSeats, guestsOf } from './guests.ts'
import type { GuestIntent } from './intent.ts'

type Decided = Decision<MeetingEvent>

/** Somebody without a seat is brought in while the meeting is open, and taken out again. */
export function decideGuest(meeting: Meeting, intent: GuestIntent, context: Allowed): Decided {
  if (meeting.status === 'closed')
    return refuse(
      'closed',
      `${meeting.label} ${referenceOf(meeting.id)} is over; nothing was changed.`,
    )
  return intent.type === 'bringIn'
    ? bringIn(meeting, intent, context)
    : takeOut(meeting, intent, context)
}

function bringIn(
  meeting: Meeting,
  { by, person, why }: Extract<GuestIntent, { type: 'bringIn' }>,
  context: Allowed,
): Decided {
  const { directory, acting, now } = context
  const fields = (words: string) => ({ person: words })
  if (!findPerson(directory, person))
    return refuse(
      'unknown',
      'That person is not in the directory. Choose somebody who is listed.',
      {
        ...fields('Choose somebody who is listed.'),
      },
    )
  const name = nameOf(directory, person)
  if (meeting.gone?.includes(person) || hasConflict(meeting, person, directory)) {
    const words = `${name} can no longer be called. Choose somebody else.`
    return refuse('invalid', words, fields(words))
  }
  if (meeting.people.includes(person)) {
    const words = `${name} is in this meeting already.`
    return refuse('invalid', words, fields(words))
  }
  const reason = why.trim()
  if (reason === '')
    return refuse('missing', 'Say why they are brought in: they and everybody else read it.', {
      why: 'Say why.',
    })
  const draft = draftOf(meeting)
  const doer = doerOf(directory, by, acting)
  const asker = doer.type === 'person' ? doer.name : 'Muster'
  const seat = guestSeat(guestSeats(meeting).length + 1, `Brought in by ${asker}: ${reason}`)
  draft.add({ type: 'seatAdded', at: now, by: doer, seat })
  callFor(draft, seat, { person, via: 'broughtIn' }, [], context)
  return accept(...draft.events)
}

function takeOut(
  meeting: Meeting,
  { by, person, reason: given }: Extract<GuestIntent, { type: 'takeOut' }>,
  context: Allowed,
): Decided {
  const { directory, acting, now } = context
  if (!guestsOf(meeting).includes(person))
    return refuse(
      'invalid',
      `${nameOf(directory, person)} was not brought in, so they cannot be taken out. Whoever has a seat sends apologies.`,
      { person: 'Choose somebody who was brought in.' },
    )
  const reason = given.trim()
  if (reason === '')
    return refuse('missing', 'Say why they are no longer needed.', { reason: 'Say why.' })
  const draft = draftOf(meeting)
  const asked = meeting.prompts.find(({ id }) => id === 'chair')?.asked ?? []
  const chairs = meeting.chair?.person === person || asked.includes(person)
  const doer = doerOf(directory, by, acting)
  const chaired = chairs ? { chaired: true as const } : {}
  draft.add({ type: 'takenOut', at: now, by: doer, person, reason, ...chaired })
  if (isChairLeftBy(person, meeting)) askNextChair(draft, context)
  return accept(...draft.events)
}

function guestSeat(n: number, label: string): Seat {
  return { id: `guest-${n}`, label, ...GUEST, calls: [], next: [] }
}
