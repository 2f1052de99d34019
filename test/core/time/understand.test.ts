import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant } from '../../../src/core/time/instant.ts'
import { showLocal } from '../../../src/core/time/local.ts'
import { understandDuration, understandMoment } from '../../../src/core/time/understand.ts'
import { london } from './england.ts'

// Saturday 27 March 2027, 10:00 GMT.
const now = '2027-03-27T10:00:00Z'

describe('a time as people write it', () => {
  test.each([
    ['now', '2027-03-27T10:00:00Z'],
    ['Just now', '2027-03-27T10:00:00Z'],
    ['09:30', '2027-03-27T09:30:00Z'],
    ['9.30', '2027-03-27T09:30:00Z'],
    ['10:00', '2027-03-27T10:00:00Z'],
    ['21:10', '2027-03-26T21:10:00Z'],
    ['21:10 GMT', '2027-03-26T21:10:00Z'],
    ['yesterday 21:10', '2027-03-26T21:10:00Z'],
    ['21:10 yesterday', '2027-03-26T21:10:00Z'],
    ['yesterday at 21:10:30', '2027-03-26T21:10:30Z'],
    ['today 21:10', '2027-03-27T21:10:00Z'],
    ['Sat 09:30', '2027-03-27T09:30:00Z'],
    ['Sat 10:30', '2027-03-20T10:30:00Z'],
    ['Sunday 09:30', '2027-03-21T09:30:00Z'],
    ['Fri 09:30', '2027-03-26T09:30:00Z'],
    ['27 Mar 09:30', '2027-03-27T09:30:00Z'],
    ['27 March, 10:30', '2026-03-27T10:30:00Z'],
    ['29 Feb 12:00', '2024-02-29T12:00:00Z'],
    ['1st Apr 2027 09:30', '2027-04-01T08:30:00Z'],
    ['27 Mar 2027 09:30', '2027-03-27T09:30:00Z'],
    ['Sat 27 Mar 2027 09:30 GMT', '2027-03-27T09:30:00Z'],
    ['2027-03-27 09:30', '2027-03-27T09:30:00Z'],
    ['2027-03-27T09:30', '2027-03-27T09:30:00Z'],
    ['2027-03-26T20:45:00Z', '2027-03-26T20:45:00Z'],
    ['2026-07-01T20:45Z', '2026-07-01T20:45:00Z'],
    ['2026-07-01T20:45:00.000Z', '2026-07-01T20:45:00Z'],
    ['9am', '2027-03-27T09:00:00Z'],
    ['9 AM', '2027-03-27T09:00:00Z'],
    ['9 a.m.', '2027-03-27T09:00:00Z'],
    ['at 9pm', '2027-03-26T21:00:00Z'],
    ['9.30pm', '2027-03-26T21:30:00Z'],
    ['9:30 pm GMT', '2027-03-26T21:30:00Z'],
    ['12am', '2027-03-27T00:00:00Z'],
    ['12.15am', '2027-03-27T00:15:00Z'],
    ['12pm', '2027-03-26T12:00:00Z'],
    ['Fri 9.30pm', '2027-03-26T21:30:00Z'],
    ['26/03 20:45', '2027-03-26T20:45:00Z'],
    ['20:45 on 26/03', '2027-03-26T20:45:00Z'],
    ['26/3/2027 20:45', '2027-03-26T20:45:00Z'],
    ['26/3/27, 8.45pm', '2027-03-26T20:45:00Z'],
    ['26.03.2027 20:45', '2027-03-26T20:45:00Z'],
    ['Fri 26/03 20:45', '2027-03-26T20:45:00Z'],
    ['03/04 20:45', '2026-04-03T19:45:00Z'],
    ['28/03 20:45', '2026-03-28T20:45:00Z'],
    ['March 26th 20:45', '2027-03-26T20:45:00Z'],
    ['the 26th of March at 20:45', '2027-03-26T20:45:00Z'],
  ])('%s', (words, instant) => {
    expect(understandMoment(words, now, london)).toEqual({ type: 'instant', instant })
  })

  test.each([
    '',
    'soon',
    '25:10',
    '9',
    '09:30 10:30',
    'tomorrow-ish 09:30',
    '30 Feb 09:30',
    '30 Feb 2027 09:30',
    '27 Mar 09:30 GMT BST',
    'Sun 27 Mar 2027 09:30',
    '21:10 BST',
    '2027-02-30 09:30',
    '2027-13-01 09:30',
    '09:30 because the lead was away',
    '13pm',
    '0am',
    '9.75pm',
    '26/13 20:45',
    '31/02/2027 20:45',
    'Sat 26/03/2027 20:45',
    '26/03',
    '26th 20:45',
    'last Friday 20:45',
    '2027-02-30T20:45:00Z',
    '2027-03-26T24:45:00Z',
    '2027-03-26T20:45:00Z BST',
    '2027-03-26T20:45:00+01:00',
    '9:30 in the evening',
  ])('%j is refused with a sentence', (words) => {
    expect(understandMoment(words, now, london)).toMatchObject({
      type: 'invalid',
      message: expect.stringMatching(/^\S.*\.$/),
    })
  })

  test('says which weekday a date is, and which of GMT and BST a time is in', () => {
    expect(understandMoment('Sun 27 Mar 2027 09:30', now, london)).toMatchObject({
      message: 'Sat 27 Mar 2027 is a Saturday. Check the day of the week and the date.',
    })
    expect(understandMoment('21:10 BST', now, london)).toMatchObject({
      message: 'Fri 26 Mar 2027 21:10 GMT is in GMT, not BST. Check the time.',
    })
  })

  test('a time of this morning that was jumped over is not taken for yesterday', () => {
    expect(understandMoment('01:30', '2027-03-28T07:00:00Z', london).type).toBe('gap')
    expect(understandMoment('01:30', '2027-03-29T07:00:00Z', london)).toEqual({
      type: 'instant',
      instant: '2027-03-29T00:30:00Z',
    })
  })

  test('a time that came twice is asked for, unless only one can be meant', () => {
    const [first, second] = ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z']
    const morning = '2027-10-31T08:00:00Z'

    expect(understandMoment('01:30', morning, london)).toMatchObject({
      type: 'twice',
      first,
      second,
    })
    expect(understandMoment('01:30 BST', morning, london)).toEqual({
      type: 'instant',
      instant: first,
    })
    expect(understandMoment('01:30 gmt', morning, london)).toEqual({
      type: 'instant',
      instant: second,
    })
    expect(understandMoment('01:30', '2027-10-31T01:10:00Z', london)).toEqual({
      type: 'instant',
      instant: first,
    })
  })

  test('what Muster shows, Muster understands', () => {
    const minutes = fc.integer({
      min: Date.UTC(2020, 0, 1) / 60_000,
      max: Date.UTC(2027, 11, 31) / 60_000,
    })
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = toInstant(new Date(minute * 60_000))
        const shown = showLocal(instant, london)
        expect(understandMoment(shown, '2028-01-01T00:00:00Z', london)).toEqual({
          type: 'instant',
          instant,
        })
      }),
    )
  })
})

test.each([
  ['2h', 120],
  ['2 hours', 120],
  ['30 min', 30],
  ['90m', 90],
  ['1 day', 1440],
  ['1.5h', 90],
  ['1 h 30 min', 90],
  ['1h30m', 90],
  ['0 min', null],
  ['2', null],
  ['h', null],
  ['2 moons', null],
  ['-2h', null],
  ['2h or so', null],
  ['99999999999999999999 days', null],
  ['', null],
])('%j lasts %s minutes', (words, minutes) => {
  expect(understandDuration(words)).toBe(minutes)
})
