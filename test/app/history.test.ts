import { describe, expect, test } from 'vitest'
import { chain, type Entry, erase, holds, NO_HISTORY } from '../../src/app/history.ts'
import { flawOf } from '../../src/app/verify/flaw.ts'

const { entries, head } = chain(
  NO_HISTORY,
  ['D1', 'D2', 'D3'].map((clock) => ({ type: 'clockMissed', clock })),
)
// Three events make three entries.
const [one] = entries as [Entry, Entry, Entry]

describe('chain', () => {
  test('goes on from where it ended', () => {
    const more = chain(head, [{ type: 'clockMet', clock: 'D1' }])

    expect(more.entries.map(({ seq }) => seq)).toEqual([4])
    expect(flawOf([...entries, ...more.entries], more.head)).toBeNull()
  })

  test('gives the same event another hash each time, so that an erased body cannot be guessed', () => {
    const event = { type: 'note', text: 'short' }
    const [first, second] = chain(NO_HISTORY, [event, event]).entries

    expect(first?.bodyHash).not.toBe(second?.bodyHash)
  })

  test('keeps the event in its body until that is erased', () => {
    expect(JSON.parse(one.body ?? '')).toEqual({ type: 'clockMissed', clock: 'D1' })
    expect(erase(one)).toEqual({ ...one, salt: null, body: null })
    expect(holds(erase(one))).toBe(true)
  })
})
