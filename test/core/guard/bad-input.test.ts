import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers } from '../../../src/core/guard/find.ts'
import { guard } from '../../../src/core/guard/identifiers.ts'
import { guarding } from '../../fixtures/guarding.ts'

describe('whatever is written', () => {
  test('is read to its end, and what is found lies in it, in order and apart', () => {
    const pieces = fc.constantFrom(
      ...['dob', 'mum ', '07700 900123', 'LS1 2AB', '\u200b', '\ud800', '\u202e', '999 000 0018'],
      ...['12/03/1998', "'s", '@', 'a@b.co', ' ', '\n', '𝟗', 'é', 'e\u0301', 'MRN', '-', '.', 'ﬁ'],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
    )
    fc.assert(
      fc.property(text, (one) => {
        let past = 0
        for (const { at, length } of findIdentifiers(one, guarding)) {
          expect(at).toBeGreaterThanOrEqual(past)
          expect(length).toBeGreaterThan(0)
          past = at + length
        }
        expect(past).toBeLessThanOrEqual(one.length)
        guard(one, guarding)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['a right-to-left override', 'x \u202e999 000 0018\u202c y'],
    ['half a character', '\ud800 999 000 0018 \udc00'],
    ['a mark on every digit', '9\u0301990000018'],
    ['a joiner in every gap', [...'9990000018'].join('\u200d')],
    ['a soft hyphen and a byte order mark', '999\u00ad000\ufeff0018'],
  ])('an NHS number is found despite %s', (_, text) => {
    expect(guard(text, guarding).type).toBe('refused')
  })

  test('an accent or an invisible character in a word of a pattern hides nothing', () => {
    expect(guard('d\u200bo\u200bb 14/03/1998', guarding).type).toBe('refused')
    expect(guard('ＤＯＢ １４/０３/１９９８', guarding).type).toBe('refused')
    expect(guard('patient Zoë Brontë', guarding).type).toBe('doubtful')
  })
})

describe('a text of 30,000 characters', () => {
  const hostile = [
    'a',
    'dob ',
    'dob 1/',
    'mum 0 ',
    'patient name ',
    'NHS 1 ',
    'a.',
    'a@',
    'a@b.',
    '0',
    '1 ',
    '12/',
    "o'",
    'Aa ',
    'Mr ',
    'ls1 ',
    'mrn 1-',
    '\u200b',
    '\ud800',
    '٣',
    'é',
    ':',
    'born on ',
  ]

  test.each(hostile)(
    'of nothing but %j takes no longer, for its length, than a short one',
    (unit) => {
      const [short, long] = [3_000, 30_000].map((length) =>
        unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
      )
      findIdentifiers(long ?? '', guarding)

      const [few, many] = [fastest(short ?? ''), fastest(long ?? '')]

      // Ten times the length; a time that grew with its square would be a hundred.
      expect(many).toBeLessThan(Math.max(few, 1) * 40)
    },
  )
})

function fastest(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    findIdentifiers(text, guarding)
    return performance.now() - start
  })
  return Math.min(...times)
}
