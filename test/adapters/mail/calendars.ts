import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { expect } from 'vitest'
import type { MailPart } from './parts.ts'

/** An entry of a calendar as a parser reads it. */
export interface ReadEntry {
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly organiser: string
  readonly attendee: string
  readonly stamp: string
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly location: string
  readonly url: string
  readonly status: string
}

/** The first entry as ical.js reads it. */
export function readByIcalJs(text: string): ReadEntry {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('There is no event')
  const words = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
  const time = (name: string) => {
    const value = event.getFirstPropertyValue(name)
    return value instanceof ICAL.Time ? value.toJSDate().toISOString() : ''
  }
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: words('uid'),
    sequence: Number(words('sequence')),
    organiser: words('organizer').toLowerCase(),
    attendee: words('attendee').toLowerCase(),
    stamp: time('dtstamp'),
    start: time('dtstart'),
    end: time('dtend'),
    summary: words('summary'),
    location: words('location'),
    url: words('url'),
    status: words('status'),
  }
}

/** The first entry as node-ical reads it. */
export function readByNodeIcal(text: string): ReadEntry {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('There is no event')
  const words = (value: unknown): string => {
    if (typeof value === 'object' && value !== null && 'val' in value) return String(value.val)
    return String(value ?? '')
  }
  const time = (value: unknown) => (value instanceof Date ? value.toISOString() : '')
  return {
    method: words(event.method),
    uid: event.uid,
    sequence: Number(event.sequence),
    organiser: words(event.organizer).toLowerCase(),
    attendee: words(event.attendee).toLowerCase(),
    stamp: time(event.dtstamp),
    start: time(event.start),
    end: time(event.end),
    summary: words(event.summary),
    location: words(event.location),
    url: words(event.url),
    status: words(event.status),
  }
}

/** The calendar of a mail: what a client shows beside the text. */
export function calendarIn(parts: readonly MailPart[]): MailPart | undefined {
  return parts.find(({ type }) => type.startsWith('text/calendar'))
}

/** What both parsers make of the calendar in a mail: the same. */
export function bothRead(mail: { readonly parts: readonly MailPart[] } | undefined): ReadEntry {
  const text = calendarIn(mail?.parts ?? [])?.text ?? ''
  const [one, other] = [readByIcalJs(text), readByNodeIcal(text)]
  expect(other).toEqual(one)
  return one
}
