import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/app/talk/understand.ts'

const clocks = ['D1', 'D2', 'D3', 'D3a', 'D4', 'C1']
const nothing = { clock: null, reference: null, when: null }

describe('what a reply asks for', () => {
  test.each([
    ['note: the family was told', { type: 'note', text: 'the family was told' }],
    [
      'snooze 2h because ward E2 is being made safe',
      { clock: null, minutes: 120, reason: 'ward E2 is being made safe' },
    ],
    ['snooze 2h because D3 waits', { clock: null, minutes: 120, reason: 'D3 waits' }],
    ['Snooze d3a for 90 min, because we wait', { clock: 'D3a', minutes: 90, reason: 'we wait' }],
    ['snooze 2h', { clock: null, minutes: 120, reason: '' }],
    ['I have it', { type: 'have', clock: null }],
    ['got it.', { type: 'have', clock: null }],
    ['I’ve got it, D3a', { type: 'have', clock: 'D3a' }],
    ['have c1', { type: 'have', clock: 'C1' }],
    ['Got it, thanks', { type: 'answer' }],
    ['I have it on good authority', { type: 'answer' }],
    ['have you seen this', { type: 'answer' }],
    ['done StEIS ref 2027/1234', { ...nothing, type: 'done', reference: '2027/1234' }],
    ['done StEIS reference number 2027/1234', { ...nothing, reference: '2027/1234' }],
    ['done StEIS ref no. 2027/1234', { ...nothing, reference: '2027/1234' }],
    ['done, ref is 2027/1234.', { ...nothing, reference: '2027/1234' }],
    ['done, reported on StEIS, ref 2027/1234', { ...nothing, reference: '2027/1234' }],
    ['done StEIS ref D2-1234', { ...nothing, reference: 'D2-1234' }],
    ['done D1 ref 2027/1234 at 20:45', { clock: 'D1', reference: '2027/1234', when: '20:45' }],
    ['done D1 on 27 Mar at 09:30 BST', { clock: 'D1', when: '27 Mar at 09:30 BST' }],
    ['done d2 yesterday 16:00', { clock: 'D2', when: 'yesterday 16:00' }],
    ['done D1 now', { clock: 'D1', when: 'now' }],
    ['done D1, referred to the team at 20:45', { clock: 'D1', reference: null, when: '20:45' }],
    ['extend to Friday because of the holiday', { type: 'extend' }],
    ['enhanced, because it goes on', { type: 'answer', words: 'enhanced', reason: 'it goes on' }],
    ['donetsk is a city', { type: 'answer' }],
    ['noted', { type: 'answer' }],
  ])('%s', (said, understood) => {
    expect(understand(said, clocks)).toMatchObject(understood)
  })

  test('no word of a reason is lost, or taken for a clock', () => {
    const words = fc.stringMatching(/^[a-zD][\w ,.;-]{0,80}[a-z]$/)
    fc.assert(
      fc.property(words, (reason) => {
        expect(understand(`snooze 2h because ${reason}`, clocks)).toMatchObject({
          clock: null,
          reason,
        })
      }),
    )
  })

  test('whatever is said is understood as something', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (said) => void understand(said, clocks)))
  })

  test.each([',', ' ', ', ', 'because', 'ref ', 'ref:', 'done ref ', 'D1 ', '1:', '\n', 'at '])(
    'a hundred thousand characters of %j hold nobody up',
    (piece) => {
      const long = piece.repeat(100_000 / piece.length)
      const started = performance.now()
      for (const said of [long, `x${long}y`, `done ${long}`, `snooze ${long}`, `note ${long}`])
        understand(said, clocks)
      // A search that looks back over the whole for each character takes minutes.
      expect(performance.now() - started).toBeLessThan(2000)
    },
  )
})
