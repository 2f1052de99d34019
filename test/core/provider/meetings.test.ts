import { describe, expect, test } from 'vitest'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { listedProvider, person } from './provider.ts'

const may = '2027-05-10T09:00:00Z'
const meeting = RecordId.parse('meeting-7k2m9q4x')

function convene(over: Partial<ProviderIntentOf<'convene'>> = {}): ProviderIntentOf<'convene'> {
  return {
    kind: 'provider',
    type: 'convene',
    by: person('quinn'),
    via: 'web',
    meeting: 'M6',
    seats: null,
    startsAt: null,
    why: 'It was placed in enhanced.',
    urgent: false,
    ...over,
  }
}

const called = {
  kind: 'provider',
  type: 'noteOwnMeeting',
  meeting,
  rule: 'M6',
  label: 'Quality review meeting',
} as const

describe('a meeting about a provider', () => {
  test('is called from the provider, on the channels on which its rooms stand, without a case', () => {
    const { followUps } = listedProvider().ask(may, convene())

    expect(followUps).toMatchObject([
      {
        intent: {
          kind: 'meeting',
          type: 'call',
          rule: 'M6',
          case: null,
          provider: { slug: 'willow', leadProvider: 'harbour', name: 'Willow House' },
          places: [{ channel: 'web', to: { room: 'willow' } }],
        },
      },
    ])
  })

  test('stands on the provider’s card, called and then recorded, without why it was called', () => {
    const life = listedProvider()
    life.ask(may, convene())
    life.ask(may, called)

    expect(life.says('root')).toContain('Quality review meeting M-7K2M-9Q4X: called')
    expect(life.says('notice:1')).toContain('It has a private room of its own')
    expect(`${life.says('root')}${life.says('notice:1')}`).not.toContain('placed in enhanced')
    const closed = { type: 'noteOwnMeetingClosed', meeting, by: person('quinn') } as const
    life.ask('2027-05-11T09:00:00Z', { kind: 'provider', ...closed })

    expect(life.says('root')).toContain('recorded Tue 11 May 2027 10:00 BST')
    expect(life.says('notice:2')).toContain('Quality review meeting held and recorded')
  })

  test('that is called off is over, was held for nothing, and leaves room for another', () => {
    const life = listedProvider()
    life.ask(may, called)
    const closed = { type: 'noteOwnMeetingClosed', meeting, by: person('quinn') } as const
    life.ask('2027-05-11T09:00:00Z', { kind: 'provider', ...closed, calledOff: true })

    expect(life.says('root')).toContain('called off Tue 11 May 2027 10:00 BST')
    expect(life.says('notice:2')).toContain('Quality review meeting called off')
    expect(life.ask('2027-05-11T09:05:00Z', convene()).refusal).toBeUndefined()
  })

  test('that is called off decides on no level', () => {
    const life = listedProvider()
    const by = person('quinn')
    const decide = { type: 'changeLevel', by, reason: 'Looked at.', evidence: 'T4' } as const
    life.ask(may, { kind: 'provider', ...decide, transition: 'G2', because: null })
    life.ask('2027-05-11T09:00:00Z', called)
    const closed = { type: 'noteOwnMeetingClosed', meeting, by } as const
    life.ask('2027-05-12T09:00:00Z', { kind: 'provider', ...closed, calledOff: true })

    const next = { kind: 'provider', ...decide, transition: 'G5', because: null } as const
    expect(life.ask('2027-05-12T09:05:00Z', next).refusal?.code).toBe('tooEarly')
  })

  test('is not called twice at once; what is told twice changes nothing', () => {
    const life = listedProvider()
    life.ask(may, called)

    expect(life.ask(may, called).events).toEqual([])
    expect(life.ask(may, convene()).refusal).toMatchObject({
      code: 'alreadyOpen',
      message: expect.stringContaining('M-7K2M-9Q4X is called already'),
    })
    expect(life.ask(may, convene({ meeting: 'M12' })).refusal).toBeUndefined()
  })

  test('that is being called is reserved: nobody calls it a second time meanwhile', () => {
    const life = listedProvider()
    life.ask(may, convene())

    expect(life.ask(may, convene()).refusal).toMatchObject({
      code: 'alreadyOpen',
      message: expect.stringContaining(
        'Quinn Adeyemi is calling the quality review meeting at this moment (Mon 10 May 2027 10:00 BST).',
      ),
    })
    expect(life.ask(may, convene({ meeting: 'M12' })).refusal).toBeUndefined()
    life.ask(may, called)
    expect(life.record().calling?.map(({ rule }) => rule)).toEqual(['M12'])
    const refusal = { code: 'missing', message: 'Nobody would be called.' } as const
    life.ask(may, { kind: 'provider', type: 'noteRefusal', asked: 'call', rule: 'M12', refusal })
    expect(life.record()).not.toHaveProperty('calling')
  })

  test.each([
    ['about a case', { meeting: 'M3' }, 'invalid', 'The teleconference is about a case.'],
    ['that no rule knows', { meeting: 'M99' }, 'unknown', 'The rules know no meeting “M99”'],
    ['in the past', { startsAt: '2027-05-10T08:59:00Z' }, 'invalid', 'That time has passed.'],
    ['without a reason', { why: ' ' }, 'missing', 'Say why it is called'],
    ['with nobody in it', { seats: [] }, 'missing', 'Nobody would be called'],
    [
      'of seats that nobody holds',
      { seats: ['hee-adviser'], meeting: 'M2', by: person('mara') },
      'missing',
      'Nobody would be called',
    ],
    [
      'by somebody who may not',
      { by: person('ivan') },
      'notYours',
      'may call the quality review meeting',
    ],
  ])('%s is refused, and nothing is half made', (_what, over, code, words) => {
    const { refusal, events, followUps } = listedProvider().ask(may, convene(over))

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
    expect([events, followUps]).toEqual([[], []])
  })
})
