import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers as find } from '../../../src/core/guard/find.ts'
import { guard as guarded } from '../../../src/core/guard/identifiers.ts'
import { checkDigit } from '../../../src/core/guard/nhs-number.ts'
import { guarding } from '../../fixtures/guarding.ts'

/** NHS numbers are found under every pack, one without patterns too. */
const findIdentifiers = (text: string) => find(text, { rules: [], year: 2027 })
const guard = (text: string) => guarded(text, guarding)

// Test numbers, which are given to nobody.
const found = { kind: 'nhs-number', certainty: 'certain' }

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
    expect(findIdentifiers(text)).toMatchObject([{ ...found, at, length }])
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
        expect(findIdentifiers(text)).toMatchObject([{ ...found, at: before.length, length: 12 }])
      }),
    )
  })
})

test.each([
  '9990000019',
  '99900000181',
  '19990000018',
  '2027-03-26 20:15',
  '07700 900123',
  '999 000 001',
  '0000000000',
  'StEIS 2027/1234, 48 hours, 3 working days',
  '',
])('%j holds none', (text) => {
  expect(findIdentifiers(text)).toEqual([])
})

test.each([
  ['NHS number 9990 000018'],
  ['nhs no: 99 90 00 00 18'],
  ['NHS 999 0000 018'],
  ['nhsno.999 , 000 , 0018'],
])('after the word NHS any grouping of the digits is one: %s', (text) => {
  expect(findIdentifiers(text)).toMatchObject([found])
})

test.each([
  '99 90 00 00 18',
  '99900 00018',
  '9 990 000 018',
  '9990000 018',
  '999,000,0018',
  'bed 4, 99900-00018.',
])('in groups of no usual kind a number is asked about: %s', (text) => {
  expect(findIdentifiers(text)).toMatchObject([{ ...found, certainty: 'doubtful' }])
})

test('in brackets it is one as well', () => {
  expect(findIdentifiers('(999) 000 0018')).toMatchObject([found])
})

test.each([
  '94 34 76 59 19',
  'rooms 99, 90, 00, 00, 18',
  '99 90 00 00 18 22',
  '12 99 90 00 00 18',
  'lot 99900 00018',
  '£99900 00018',
  '99900/00018',
  '99900:00018',
  '99.90 00-00 18',
])('figures of another kind are none: %s', (text) => {
  expect(findIdentifiers(text)).toEqual([])
})

test('the ten digits after +44 are a telephone number', () => {
  expect(findIdentifiers('+44 7700900051')).toEqual([])
  expect(findIdentifiers('+44 (0)7700900051')).toEqual([])
  expect(findIdentifiers('7700900051')).toMatchObject([found])
})

describe('a text', () => {
  test('with a number of an issued or test range is refused', () => {
    for (const number of ['999 000 0018', '312 345 6781', '401 023 2137', '602 345 6715']) {
      expect(guard(`a fall, ${number}`).type).toBe('refused')
    }
  })

  test('with one that passes elsewhere is asked about', () => {
    const text = 'order 943 476 5919'
    expect(guard(text)).toMatchObject({ type: 'doubtful', found: [{ at: 6, length: 12 }] })
    expect(guard(`${text} for 999 000 0018`).type).toBe('refused')
  })

  test('without any is clear', () => {
    expect(guard('A fall on the ward at 20:15.')).toEqual({ type: 'clear' })
  })

  test('is marked where the number stands, and no number is repeated in full', () => {
    const text =
      'The person in the side room, 999 000 0018, was moved beside 943 476 5919 after the night shift came on.'
    const answer = guard(text)
    const message = answer.type === 'clear' ? '' : answer.message

    expect(message).toBe(
      '"… in the side room, 99• ••• ••••, was moved beside 94• …" looks like an NHS number, so nothing has been saved. Take it out. Write "the patient", or the reference of your own incident system, which holds the name.',
    )
    expect(message).not.toMatch(/\d{3}/)
  })

  test('is marked where a name stands, which is not repeated either', () => {
    const answer = guard('Told at 9: patient Tilda Quill fell')

    expect(answer).toMatchObject({
      type: 'doubtful',
      message:
        '"Told at 9: patient T•••• ••••• fell" could be a name. If it is, take it out. Write “the patient”, “patient A” or “the mother” instead.',
    })
  })
})
