import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers, guard } from '../../../src/core/guard/identifiers.ts'
import { checkDigit } from '../../../src/core/guard/nhs-number.ts'

// Test numbers, which are given to nobody.
const found = { kind: 'nhsNumber', certainty: 'certain' }

describe('an NHS number is found', () => {
  test.each([
    ['9990000018', 0, 10],
    ['999 000 0018', 0, 12],
    ['999-000-0018', 0, 12],
    ['999.000.0018', 0, 12],
    ['999 - 000 - 0018', 0, 16],
    ['999\u00a0000\u20110018', 0, 12],
    ['999\n000\n0018', 0, 12],
    ['Seen with 999 000 0018 at 10:00.', 10, 12],
    ['NHS9990000018X', 3, 10],
    ['bed 12 999 000 0018', 7, 12],
    ['999 000 0018 12', 0, 12],
    ['9 9990000018', 2, 10],
    ['999    000    0018', 0, 18],
    ['999 999 000 0018', 4, 12],
    ['9\u200b99 0\u2060\u00ad00 00\ufeff18', 0, 16],
    ['９９９０００００１８', 0, 10],
    ['٩٩٩ ٠٠٠ ٠٠١٨', 0, 12],
    ['९९९०००००१८', 0, 10],
    ['𝟗𝟗𝟗𝟎𝟎𝟎𝟎𝟎𝟏𝟖', 0, 20],
    ['9️⃣9️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣8', 0, 28],
  ])('in %j', (text, at, length) => {
    expect(findIdentifiers(text)).toEqual([{ ...found, at, length }])
  })

  test('each time, in a text with several', () => {
    expect(findIdentifiers('999 000 0018, 9990000026; 9990000034')).toHaveLength(3)
  })

  test('wherever it stands between words', () => {
    const nine = fc.integer({ min: 300_000_000, max: 499_999_999 }).map(String)
    const word = fc.string({ unit: fc.constantFrom(...'abc .,\n-') })
    fc.assert(
      fc.property(word, nine, word, (before, digits, after) => {
        const check = checkDigit(digits)
        fc.pre(check !== null)
        const text = `${before}${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}${check}${after}`
        expect(findIdentifiers(text)).toEqual([{ ...found, at: before.length, length: 12 }])
      }),
    )
  })
})

test.each([
  '9990000019',
  '99900000181',
  '19990000018',
  '99 90 00 00 18',
  '2027-03-26 20:15',
  '07700 900123',
  '999 000 001',
  'StEIS 2027/1234, 48 hours, 3 working days',
  '',
])('%j holds none', (text) => {
  expect(findIdentifiers(text)).toEqual([])
})

describe('a text', () => {
  test('with a number of an issued or test range is refused, confirmed or not', () => {
    for (const number of ['999 000 0018', '312 345 6781', '401 023 2137', '602 345 6715']) {
      for (const confirmed of [false, true]) {
        expect(guard(`a fall, ${number}`, confirmed).type).toBe('refused')
      }
    }
  })

  test('with one that passes elsewhere is asked about, and let through when confirmed', () => {
    const text = 'order 943 476 5919'
    expect(guard(text, false)).toMatchObject({ type: 'doubtful', found: [{ at: 6, length: 12 }] })
    expect(guard(text, true)).toEqual({ type: 'clear' })
    expect(guard(`${text} for 999 000 0018`, true).type).toBe('refused')
  })

  test('without any is clear', () => {
    expect(guard('A fall on the ward at 20:15.', false)).toEqual({ type: 'clear' })
  })

  test('is marked where the number stands, and no number is repeated in full', () => {
    const text =
      'The person in the side room, 999 000 0018, was moved beside 943 476 5919 after the night shift came on.'
    const answer = guard(text, false)
    const message = answer.type === 'clear' ? '' : answer.message

    expect(message).toBe(
      '"… in the side room, 99• ••• ••••, was moved beside 94• …" looks like an NHS number, so nothing has been saved. Take it out: write "the patient", or the reference of your own incident system, which holds the name.',
    )
    expect(message).not.toMatch(/\d{3}/)
  })
})
