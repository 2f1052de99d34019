import { describe, expect, test } from 'vitest'
import { chain, type Entry, erase, type Head, NO_HISTORY, verify } from '../../src/app/history.ts'

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

describe('verify names the first entry that is not as it was written', () => {
  test.each<[what: string, entries: readonly Entry[], broken: number | null]>([
    ['an untouched chain', [one, two, three], null],
    ['a chain with an erased body', [one, erase(two), three], null],
    ['a changed body', [one, { ...two, body: '{}' }, three], 2],
    ['a changed salt', [one, { ...two, salt: 'x' }, three], 2],
    ['a body without its salt', [one, { ...two, salt: null }, three], 2],
    ['a changed hash of a body', [{ ...one, bodyHash: two.bodyHash }, two, three], 1],
    ['an entry of another chain in its place', [one, forged({ seq: 1, hash: 'other' }), three], 2],
    ['an entry with another number', [one, forged({ seq: 4, hash: one.hash }), three], 2],
    ['a removed entry', [one, three], 2],
    ['an added entry', [one, two, two, three], 3],
    ['two entries in the other order', [two, one, three], 1],
    ['a tail that was cut off', [one, two], 3],
    ['everything cut off', [], 1],
  ])('%s', (_what, tried, broken) => {
    expect(verify(tried, head)).toBe(broken)
  })

  test('a history of nothing is sound', () => {
    expect(verify([], NO_HISTORY)).toBeNull()
  })
})

describe('chain', () => {
  test('goes on from where it ended', () => {
    const more = chain(head, [{ type: 'clockMet', clock: 'D1' }])

    expect(more.entries.map(({ seq }) => seq)).toEqual([4])
    expect(verify([...entries, ...more.entries], more.head)).toBeNull()
  })

  test('gives the same event another hash each time, so that an erased body cannot be guessed', () => {
    const event = { type: 'note', text: 'short' }
    const [first, second] = chain(NO_HISTORY, [event, event]).entries

    expect(first?.bodyHash).not.toBe(second?.bodyHash)
  })

  test('keeps the event in its body until that is erased', () => {
    expect(JSON.parse(one.body ?? '')).toEqual({ type: 'clockMissed', clock: 'D1' })
    expect(erase(one)).toEqual({ ...one, salt: null, body: null })
  })
})
