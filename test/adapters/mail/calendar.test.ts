import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarPart, entryDigest } from '../../../adapters/mail/calendar.ts'
import { oneLine } from '../../../adapters/mail/letter.ts'
import type { Entry } from '../../../src/core/message/by-mail.ts'
import { safeText } from '../../../src/core/message/safe.ts'
import { readByIcalJs, readByNodeIcal } from './calendars.ts'

const entry: Entry = {
  does: 'stand',
  uid: 'meeting-7k2m9q4x/cleo',
  sequence: 0,
  summary: 'Risk summit M-7K2M-9Q4X',
  description: 'Called by Quinn.',
  start: '2027-08-14T14:00:00Z',
  end: null,
  location: null,
  url: null,
}
const from = { name: 'Muster', address: 'muster@trust.example' }

const partOf = (over: Partial<Entry>, name = 'Cleo Marchetti') =>
  calendarPart({
    entry: { ...entry, ...over },
    sequence: 3,
    organiser: from,
    attendee: { name, address: 'cleo@example.org' },
    stamp: '2027-08-14T08:00:00Z',
  })

test('nothing that a name, a place or a text holds makes another entry of it', () => {
  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'a"b',
        'x\nUID:evil',
        'a;b,c\\n:d',
        '"\nEND:VEVENT',
        'MAILTO:evil@example.org',
      ),
    )
    .map(safeText)
  fc.assert(
    fc.property(words, words, words, (summary, location, name) => {
      const { content } = partOf({ summary, location, description: location }, oneLine(name))
      for (const read of [readByIcalJs(content), readByNodeIcal(content)])
        expect(read).toMatchObject({
          method: 'REQUEST',
          uid: expect.stringMatching(/^muster-[0-9a-f]{40}$/),
          sequence: 3,
          organiser: 'mailto:muster@trust.example',
          attendee: 'mailto:cleo@example.org',
          start: '2027-08-14T14:00:00.000Z',
        })
      expect(content.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
      expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    }),
  )
})

test('the entry asks for no answer, and is private', () => {
  const { content } = partOf({})
  const unfolded = content.replace(/\r\n /g, '')

  expect(unfolded).toContain('RSVP=FALSE')
  expect(unfolded).toContain('CLASS:PRIVATE')
  expect(unfolded).not.toContain('DTEND')
})

test('the number of an entry makes no other entry of it: what earlier letters told is known again', () => {
  const told = '1fc65813bb89a37e'
  expect(entryDigest(entry, 'cleo@example.org')).toBe(told)
  expect(entryDigest({ ...entry, sequence: 4 }, 'cleo@example.org')).toBe(told)
})
