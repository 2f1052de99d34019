import { describe, expect, test } from 'vitest'
import { chain, type Entry, erase, type Head, NO_HISTORY } from '../../../src/app/history.ts'
import { type Flaw, flawOf } from '../../../src/app/verify/flaw.ts'

const { entries, head } = chain(
  NO_HISTORY,
  ['D1', 'D2', 'D3'].map((clock) => ({ type: 'clockMissed', clock })),
)
// Three events make three entries.
const [one, two, three] = entries as [Entry, Entry, Entry]

/** An entry that is sound in itself but follows another head. */
function forged(after: Head): Entry {
  return chain(after, [{ type: 'clockMet', clock: 'D2' }]).entries[0] ?? two
}

type Case = [what: string, entries: readonly Entry[], flaw: [Flaw['what'], number, number] | null]

function shown(flaw: Flaw | null) {
  return flaw && [flaw.what, flaw.from, flaw.to]
}

describe('without a ledger, the first entry that is not as it was written is', () => {
  test.each<Case>([
    ['none of an untouched chain', [one, two, three], null],
    ['none where a body is erased', [one, erase(two), three], null],
    ['the one with a changed body', [one, { ...two, body: '{}' }, three], ['changed', 2, 2]],
    ['the one with a changed salt', [one, { ...two, salt: 'x' }, three], ['changed', 2, 2]],
    ['the one with half a body', [one, { ...two, salt: null }, three], ['changed', 2, 2]],
    ['the one with another link', [one, { ...two, previous: head.hash }, three], ['changed', 2, 2]],
    [
      'the one with another hash of its body',
      [{ ...one, bodyHash: two.bodyHash }, two, three],
      ['changed', 1, 1],
    ],
    ['the one before a link that fits it not', [one, forged(one), three], ['rewritten', 1, 2]],
    [
      'not later than one that follows another head',
      [one, forged({ seq: 1, hash: 'other' }), three],
      ['rewritten', 1, 2],
    ],
    ['the one that is not there', [one, three], ['removed', 2, 2]],
    ['the second of two that are the same', [one, two, two, three], ['added', 3, 3]],
    ['the one put in between', [one, forged(one), two, three], ['added', 2, 2]],
    ['the one that was put at the end', [...entries, forged(head)], ['added', 4, 4]],
    ['the first that has changed its place', [two, one, three], ['reordered', 1, 1]],
    ['the first after a tail was cut off', [one, two], ['cut', 1, 3]],
    ['the first of all where none is left', [], ['cut', 1, 1]],
  ])('%s', (_what, tried, flaw) => {
    expect(shown(flawOf(tried, head))).toEqual(flaw)
  })

  test('none of a history of nothing', () => {
    expect(flawOf([], NO_HISTORY)).toBeNull()
  })

  test('anywhere, where all was written anew and only the head is left', () => {
    const anew = chain(NO_HISTORY, [{ a: 1 }, { a: 2 }, { a: 3 }])

    expect(shown(flawOf(anew.entries, head))).toEqual(['rewritten', 1, 3])
  })
})

describe('with a ledger', () => {
  const points = [
    { ...one, day: '2027-03-27', hash: one.hash.slice(0, 32) },
    { ...three, day: '2027-03-28', hash: three.hash.slice(0, 32) },
  ]

  test('a whole chain is still whole, also when it went on', () => {
    const more = chain(head, [{ type: 'clockMet' }])

    expect(flawOf(entries, head, points)).toBeNull()
    expect(flawOf([...entries, ...more.entries], more.head, points)).toBeNull()
  })

  test('a cut is found where the head was set back with it', () => {
    expect(shown(flawOf([one, two], head, points))).toEqual(['cut', 2, 3])
    expect(shown(flawOf([one, two], two, points))).toEqual(['cut', 2, 3])
    expect(shown(flawOf([one], one, points))).toEqual(['cut', 2, 2])
    expect(shown(flawOf([], NO_HISTORY, points))).toEqual(['cut', 1, 1])
  })

  test('all that was made to fit is found between two days', () => {
    const anew = chain(one, [{ a: 2 }, { a: 3 }])

    expect(shown(flawOf([one, ...anew.entries], anew.head, points))).toEqual(['rewritten', 2, 3])
  })
})
