import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST, type Understood, understand } from '../../../src/app/talk/understand.ts'

const clocks = ['D1', 'D2', 'D3', 'D3a', 'D4', 'C1', 'Clock-7']

function note(text: string): Understood {
  return { type: 'note', text }
}

function snooze(clock: string | null, minutes: number | null, reason: string): Understood {
  return { type: 'snooze', clock, minutes, reason }
}

function have(clock: string | null): Understood {
  return { type: 'have', clock }
}

function answer(words: string, reason: string | null = null): Understood {
  return { type: 'answer', words, reason }
}

/** Left alone, unless it answers a question word for word. */
const TALK: Partial<Understood> = { type: 'answer', reason: null }

type Done = Partial<Extract<Understood, { type: 'done' }>>
function done(given: Done): Done {
  return { type: 'done', clock: null, reference: null, when: null, ...given }
}

describe('what a reply asks for', () => {
  test.each<[string, Partial<Understood>]>([
    ['note: the family was told', note('the family was told')],
    ['Note the family was told', note('the family was told')],
    ['note', note('')],
    ['note: :-) because D3', note(':-) because D3')],
    ['note-taking is hard', TALK],
    ['noted', TALK],
    ['notes are in the office', TALK],

    ['snooze 2h because the ward moves', snooze(null, 120, 'the ward moves')],
    ['snooze 2h because ward E2 is made safe', snooze(null, 120, 'ward E2 is made safe')],
    ['snooze 2h because D3 waits', snooze(null, 120, 'D3 waits')],
    ['Snooze D1 for 2 hours because D3 waits', snooze('D1', 120, 'D3 waits')],
    ['snooze d3a 90m, because we wait', snooze('D3a', 90, 'we wait')],
    ['snooze for 1 day D3a – because we wait', snooze('D3a', 1440, 'we wait')],
    [
      'snooze 2h. Because it is late, because of D1',
      snooze(null, 120, 'it is late, because of D1'),
    ],
    ['snooze 2h', snooze(null, 120, '')],
    ['snooze because we wait', snooze(null, null, 'we wait')],
    ['snooze soon because', snooze(null, null, '')],
    ['snoozed', TALK],

    ['have', have(null)],
    ['I have it', have(null)],
    ['got it.', have(null)],
    ['Got this!', have(null)],
    ['I’ve got it, D3a', have('D3a')],
    ['have it d1', have('D1')],
    ['I have D1.', have('D1')],
    ['have c1', have('C1')],
    ['got clock-7', have('Clock-7')],
    ['Got it, thanks', TALK],
    ['I have it on good authority', TALK],
    ['I have D1 and D2', TALK],
    ['have you seen this', TALK],
    ['I have D9', TALK],

    ['extend to Friday because of the holiday', { type: 'extend' }],
    ['extended visiting hours', TALK],

    ['enhanced, because it goes on', answer('enhanced', 'it goes on')],
    ['because the lead was away', answer('', 'the lead was away')],
    ['no because', TALK],
    ['Thank you all.', answer('Thank you all.')],
    ['donetsk is a city', TALK],
    ['done-and-dusted', TALK],
  ])('%s', (said, understood) => {
    expect(understand(said, clocks)).toMatchObject(understood)
  })
})

describe('what was done', () => {
  const known = '2027/1234'

  test.each<[string, Done]>([
    ['Done!', {}],
    ['done StEIS ref 2027/1234', { reference: known }],
    ['done StEIS reference number 2027/1234', { reference: known }],
    ['done StEIS ref no. 2027/1234', { reference: known }],
    ['done StEIS ref no: 2027/1234', { reference: known }],
    ['done, ref is 2027/1234.', { reference: known }],
    ['done, the reference number is #2027/1234', { reference: known }],
    ['done, reported on StEIS, ref 2027/1234', { reference: known }],
    ['done (ref 2027/1234)', { reference: known }],
    ['done ref 2027 / 1234 at 20:45', { reference: '2027 / 1234', when: '20:45' }],
    ['done StEIS 2027/1234', { reference: known }],
    ['done ref STEIS 2027/1234', { reference: known }],
    ['done D1 ref X', { clock: 'D1', reference: 'X' }],
    ['done StEIS ref D2-1234', { reference: 'D2-1234' }],
    ['done D3 ref D2', { clock: 'D3', reference: 'D2' }],
    ['done D1, ref to follow', { clock: 'D1' }],
    ['done D1, ref TBC', { clock: 'D1' }],
    ['done D1, no ref, at 20:45', { clock: 'D1', when: '20:45' }],
    ['done D1, referred to the team at 20:45', { clock: 'D1', when: '20:45' }],

    ['done D1 ref 2027/1234 at 20:45', { clock: 'D1', reference: known, when: '20:45' }],
    ['Done: d1 at 20:45, ref 2027/1234', { clock: 'D1', reference: known, when: '20:45' }],
    ['done D1 at 20:45 on StEIS', { clock: 'D1', when: '20:45' }],
    ['done D1 at 9.30pm', { clock: 'D1', when: '9.30pm' }],
    ['done D1 9am', { clock: 'D1', when: '9am' }],
    ['done D1 26/3/2027 20:45', { clock: 'D1', when: '26/3/2027 20:45' }],
    ['done D1 2027-03-26T20:45:00Z', { clock: 'D1', when: '2027-03-26T20:45:00Z' }],
    ['done D1 on 27 Mar at 09:30 BST', { clock: 'D1', when: '27 Mar at 09:30 BST' }],
    ['done d2 yesterday 16:00', { clock: 'D2', when: 'yesterday 16:00' }],
    ['done D1 now', { clock: 'D1', when: 'now' }],
    ['done D1, just now.', { clock: 'D1', when: 'just now' }],
    ['done D1 at half past', { clock: 'D1', when: 'half past' }],
    ['done D1 at 20:45, told at 21:00', { clock: 'D1', when: '20:45 21:00' }],
    ['done D1 at the ward', { clock: 'D1' }],

    ['done c1', { clock: 'C1' }],
    ['done clock-7', { clock: 'Clock-7' }],
    ['done D3a', { clock: 'D3a' }],
    ['done D9', { clock: 'D9' }],
    ['done, told ward E2', {}],
    ['done D1 at 20:45 because D3 waited', { clock: 'D1', when: '20:45', reason: 'D3 waited' }],
    ['done because D3 came at 21:00, ref 2027/1', { reason: 'D3 came at 21:00, ref 2027/1' }],
  ])('%s', (said, given) => {
    expect(understand(said, clocks)).toMatchObject(done(given))
  })

  test('two clocks at once are not told apart', () => {
    expect(understand('done D1 and d2 at 20:45', clocks)).toEqual({
      type: 'several',
      clocks: ['D1', 'D2'],
    })
  })
})

describe('whatever is said', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 300 })
  const pieces = fc.constantFrom(
    'D3',
    'd3a',
    'C1',
    'because',
    ' ',
    '20:45',
    'ref',
    '2027/1',
    ',',
    '.',
  )
  const nasty = fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 }))).map((all) => all.join(' '))
  const words = fc.oneof(anything, nasty).filter((text) => text.trim() !== '')

  test('is understood as something', () => {
    const commands = fc.constantFrom('', 'note ', 'snooze ', 'done ', 'have ', 'extend ', 'I have ')
    fc.assert(
      fc.property(commands, words, (command, rest) => {
        expect(understand(`${command}${rest}`, clocks).type).toMatch(/./)
      }),
    )
  })

  test('no character of a note is lost', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(understand(`note: ${text}`, clocks)).toEqual(note(text.trim()))
      }),
    )
  })

  test('no character of a reason is lost, and no clock in it is taken', () => {
    const before = fc.constantFrom('snooze 2h', 'done ref 2027/1234', 'routine')
    fc.assert(
      fc.property(before, words, (command, reason) => {
        const said = understand(`${command} because ${reason}`, clocks)

        expect(said).toMatchObject({ reason: reason.trim() })
        if ('clock' in said) expect(said.clock).toBeNull()
      }),
    )
  })

  test('a clock in a reference is not taken', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clocks), fc.nat(9999), (clock, number) => {
        const reference = `${clock}-${number}`
        expect(understand(`done ref ${reference}`, clocks)).toMatchObject(done({ reference }))
      }),
    )
  })
})

describe('a long message', () => {
  test('is no command and no answer; only a note may be as long as it likes', () => {
    const long = 'x'.repeat(LONGEST)

    expect(understand(`done ${long}`, clocks)).toEqual({ type: 'tooLong' })
    expect(understand(`snooze 2h because ${long}`, clocks)).toEqual({ type: 'tooLong' })
    expect(understand(`yes because ${long}`, clocks)).toEqual({ type: 'talk' })
    expect(understand(`note ${long}`, clocks)).toEqual(note(long))
  })

  test.each([
    ',',
    ' ',
    ', ',
    'because ',
    'ref ',
    'ref:',
    'REF ',
    'ref\u2066',
    'D1 ',
    '1',
    '1:',
    '20:45 ',
    'mon ',
    '\n',
    'at ',
    'have ',
    '!',
    '(',
  ])('of %j holds nobody up, at any length', (piece) => {
    const began = performance.now()

    for (const length of [LONGEST - 20, 100_000]) {
      const long = piece.repeat(length / piece.length)
      for (const before of ['', 'x', 'done ', 'done ref ', 'snooze ', 'note ', 'have '])
        understand(`${before}${long}y`, clocks)
    }

    // One that looks back over the whole at each character takes minutes.
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
