import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentsIn } from '../../../src/core/time/find-moment.ts'
import { toInstant } from '../../../src/core/time/instant.ts'
import { showLocal } from '../../../src/core/time/local.ts'
import { understandDuration, understandMoment } from '../../../src/core/time/understand.ts'
import { london } from './england.ts'

describe('a time in a sentence', () => {
  test.each([
    ['told her at 20:45.', '20:45'],
    ['told her at 9.30pm, by phone', '9.30pm'],
    ['told her at 9 am', '9 am'],
    ['on 26 Mar at 20:45', '26 Mar at 20:45'],
    ['on Fri 26 Mar 2027, 20:45 GMT on the ward', 'Fri 26 Mar 2027 20:45 GMT'],
    ['20:45 on 26/03', '20:45 on 26/03'],
    ['20:45 yesterday, by phone', '20:45 yesterday'],
    ['26/3/2027 20:45', '26/3/2027 20:45'],
    ['26.03.2027 20:45', '26.03.2027 20:45'],
    ['2027-03-26T20:45:00Z', '2027-03-26T20:45:00Z'],
    ['20:45 on StEIS', '20:45'],
    ['20:45 sat with her', '20:45'],
  ])('“%s” has %s', (text, found) => {
    expect(momentsIn(text)).toEqual([found])
  })

  test.each([
    'reported on StEIS',
    'on Friday',
    'at half past',
    '2027/1234',
    'paid £20.50',
    'version 1.2.34.5',
    'a 20:45-ish call',
  ])('“%s” has none', (text) => {
    expect(momentsIn(text)).toEqual([])
  })

  test.each([
    'the day before yesterday at 20:45',
    'on the 26th at 20:45',
    '26Mar 20:45',
    '20270326 20:45',
    'last Friday 20:45',
    'last night at 20:45',
    'tomorrow at 20:45',
    '8:45 in the evening',
    '2027/03/26 20:45',
  ])('the day of “%s” is asked again, and not left out', (text) => {
    const [found = ''] = momentsIn(text)
    expect(understandMoment(found, '2027-03-29T10:00:00Z', london).type).toBe('invalid')
  })

  test('whatever Muster shows is found whole', () => {
    const minutes = fc.integer({
      min: Date.UTC(2020, 0, 1) / 60_000,
      max: Date.UTC(2027, 11, 31) / 60_000,
    })
    fc.assert(
      fc.property(minutes, (minute) => {
        const shown = showLocal(toInstant(new Date(minute * 60_000)), london)
        expect(momentsIn(`reported on StEIS on ${shown} by phone`)).toEqual([shown])
      }),
    )
  })
})

test.each([',', ' ', '1', '1 ', '1.', '9am', '20:45 ', 'mon ', 'the ', '1st of ', 'a'])(
  '100,000 characters of %j are read in a moment',
  (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const began = performance.now()

    momentsIn(text.slice(0, 4000))
    understandMoment(text, '2027-03-27T10:00:00Z', london)
    understandDuration(text)

    expect(performance.now() - began).toBeLessThan(500)
  },
)
