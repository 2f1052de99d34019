import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant } from '../../../src/core/time/instant.ts'
import {
  atLocal,
  localDay,
  localTime,
  parseLocal,
  showDay,
  showLocal,
  showTime,
} from '../../../src/core/time/local.ts'
import { london } from './england.ts'

const zones = [
  london,
  'UTC',
  'Asia/Tokyo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
]
const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  .map((seconds) => toInstant(new Date(seconds * 1000)))

describe('parseLocal', () => {
  test.each([
    ['2027-03-26 20:15', '2027-03-26T20:15:00Z'],
    ['2027-03-26T20:15', '2027-03-26T20:15:00Z'],
    ['  2027-06-09 22:20:07 ', '2027-06-09T21:20:07Z'],
    ['2027-03-28 00:59', '2027-03-28T00:59:00Z'],
    ['2027-03-28 02:00', '2027-03-28T01:00:00Z'],
    ['2027-10-31 00:59', '2027-10-30T23:59:00Z'],
    ['2027-10-31 02:00', '2027-10-31T02:00:00Z'],
    ['2028-02-29 12:00', '2028-02-29T12:00:00Z'],
  ])('reads %s', (words, instant) => {
    expect(parseLocal(words, london)).toEqual({ type: 'instant', instant })
  })

  test.each([
    '2027-02-30 10:00',
    '2027-02-29 10:00',
    '2027-13-01 10:00',
    '2027-00-10 10:00',
    '2027-03-26 24:00',
    '2027-03-26 24:61',
    '2027-03-26 10:60',
    '2027-03-26 10:00:60',
    '2027-03-26',
    '20:15',
    '0027-03-26 20:15',
    '2027-3-26 20:15',
    '2027-03-26 20:15 or so',
    '2027-03-26T20:15:00+01:00',
    '٢٠٢٧-03-26 20:15',
    '',
  ])('refuses %j with a sentence', (words) => {
    expect(parseLocal(words, london)).toMatchObject({
      type: 'invalid',
      message: expect.stringMatching(/^\S.*\.$/),
    })
  })

  test('refuses a time that the clocks jump over, and says what to give instead', () => {
    expect(parseLocal('2027-03-28 01:30', london)).toEqual({
      type: 'gap',
      message:
        '01:30 does not exist on Sun 28 Mar 2027: the clocks go forward from 01:00 to 02:00. Give a time before 01:00, or from 02:00 on.',
    })
    for (const edge of ['01:00', '01:59:59']) {
      expect(parseLocal(`2027-03-28 ${edge}`, london).type).toBe('gap')
    }
  })

  test('finds both instants of a time that happens twice, and takes the one asked for', () => {
    const [first, second] = ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z']

    expect(parseLocal('2027-10-31 01:30', london)).toEqual({
      type: 'twice',
      first,
      second,
      message:
        '01:30 happens twice on Sun 31 Oct 2027, because the clocks go back: first in BST, then in GMT.',
    })
    expect(parseLocal('2027-10-31 01:30', london, 'first')).toEqual({
      type: 'instant',
      instant: first,
    })
    expect(parseLocal('2027-10-31 01:30', london, 'second')).toEqual({
      type: 'instant',
      instant: second,
    })
  })

  test('finds every instant again from what the clocks show, in any zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const read = parseLocal(`${localDay(instant, zone)} ${localTime(instant, zone)}`, zone)
        if (read.type === 'twice') {
          expect([read.first, read.second]).toContain(instant)
          expect(read.first < read.second).toBe(true)
        } else expect(read).toEqual({ type: 'instant', instant })
      }),
    )
  })
})

test('shows a time with its day, its year and GMT or BST', () => {
  expect(showLocal('2027-04-01T22:59:59Z', london)).toBe('Thu 1 Apr 2027 23:59 BST')
  expect(showLocal('2027-02-02T14:30:00Z', london)).toBe('Tue 2 Feb 2027 14:30 GMT')
  expect(showDay('2027-09-30T23:30:00Z', london)).toBe('Fri 1 Oct 2027')
  expect(showTime('2027-09-30T23:30:00Z', london)).toBe('00:30 BST')
})

describe('atLocal', () => {
  test('takes the first instant after a gap and the first of two', () => {
    expect(atLocal('2027-03-28', '01:30', london)).toBe('2027-03-28T01:00:00Z')
    expect(atLocal('2027-10-31', '01:30', london)).toBe('2027-10-31T00:30:00Z')
    expect(atLocal('2027-04-01', '23:59:59', london)).toBe('2027-04-01T22:59:59Z')
  })

  test('never goes backwards as the wall time goes on', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 2 })
    const nights = fc.constantFrom('2027-03-28', '2027-10-31', '2027-06-10')
    fc.assert(
      fc.property(nights, minute, (day, at) => {
        const words = [at, at + 1].map(
          (one) =>
            `${String(Math.floor(one / 60)).padStart(2, '0')}:${String(one % 60).padStart(2, '0')}`,
        )
        const [one = '', other = ''] = words.map((time) => atLocal(day, time, london))
        expect(one <= other).toBe(true)
      }),
    )
  })
})
