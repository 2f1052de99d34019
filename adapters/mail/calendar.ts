import { createHash } from 'node:crypto'
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator'
import type { Entry } from '../../src/core/message/by-mail.ts'
import type { Instant } from '../../src/core/time/instant.ts'

export interface Mailbox {
  readonly name: string
  readonly address: string
}

/** A calendar’s entry as one letter carries it. `sequence` rises with every letter about it. */
export interface Invitation {
  readonly entry: Entry
  readonly sequence: number
  readonly organiser: Mailbox
  readonly attendee: Mailbox
  readonly stamp: Instant
}

export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly content: string
}

/** The entry as iCalendar. No answer is asked for in it: nobody reads what a calendar would send back. */
export function calendarPart({
  entry,
  sequence,
  organiser,
  attendee,
  stamp,
}: Invitation): CalendarPart {
  const stands = entry.does === 'stand'
  const calendar = ical({
    prodId: { company: 'Muster', product: 'Muster', language: 'EN' },
    method: stands ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  })
  calendar.createEvent({
    id: uidOf(entry),
    sequence,
    stamp: new Date(stamp),
    start: new Date(entry.start),
    ...(entry.end === null ? {} : { end: new Date(entry.end) }),
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    url: entry.url,
    status: stands ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    class: ICalEventClass.PRIVATE,
    organizer: { name: unquoted(organiser.name), email: organiser.address },
    attendees: [
      {
        name: unquoted(attendee.name),
        email: attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  })
  return { method: stands ? 'REQUEST' : 'CANCEL', content: calendar.toString() }
}

/** A quotation mark would end the name in iCalendar, and no way to write one is understood everywhere. */
function unquoted(name: string): string {
  return name.replaceAll('"', '’')
}

/** Of all that would make another entry of it, so not of its number: two letters with the same one say the same. */
export function entryDigest({ sequence, ...entry }: Entry, to: string): string {
  return createHash('sha256')
    .update(JSON.stringify([entry, to]))
    .digest('hex')
    .slice(0, 16)
}

/** It names neither the meeting nor the person: an identifier travels further than what it is for. */
function uidOf({ uid }: Entry): string {
  return `muster-${createHash('sha256').update(uid).digest('hex').slice(0, 40)}`
}
