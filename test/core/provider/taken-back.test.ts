import { describe, expect, test } from 'vitest'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { trackerLine } from '../../../src/core/provider/tracker-line.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import { enhancedProvider, HELD_SINCE, pendingProvider, providerOnHold } from './levels.ts'
import { change, cycleOf, listedProvider, person, recorded } from './provider.ts'

const march = '2027-03-01T09:00:00Z'
const later = '2027-03-01T10:00:00Z'
const summit = RecordId.parse('meeting-9k2m9q4x')
const kase = RecordId.parse('case-7k2m9q4x')

const back = (rest: Partial<ProviderIntentOf<'changeLevel'>> = {}) =>
  change('G0', { reason: 'The short name was mistyped.', evidence: null, ...rest })

const called = { kind: 'provider', type: 'noteOwnMeeting', meeting: summit, rule: 'M1' } as const
const off = { kind: 'provider', type: 'noteOwnMeetingClosed', meeting: summit } as const

/** A risk summit that was called on the wrong provider. */
function summoned(place: typeof listedProvider = listedProvider, at = march) {
  const life = place()
  life.ask(at, { ...called, label: 'Risk summit' })
  const because = { because: summit, evidence: null }
  life.ask(at, change('G13', { by: person('carl'), ...because }), { from: summit })
  return life
}

describe('a level on which a provider was placed by mistake', () => {
  test.each(['G1', 'G2', 'G3', 'G13'])('is taken back after %s, and both stay on record', (way) => {
    const life = listedProvider()
    life.ask(march, change(way))

    const { refusal } = life.ask(later, back())

    expect(refusal).toBeUndefined()
    expect(life.record()).toMatchObject({ level: 'ROUTINE', levelSince: later, cycles: [] })
    expect(
      life.record().decisions.map(({ transition, takesBack }) => [transition, takesBack]),
    ).toEqual([
      [way, undefined],
      ['G0', 1],
    ])
    expect(life.says('notice:1')).toContain('Taken back: Mon 1 Mar 2027 10:00 GMT by Quinn Adeyemi')
    expect(life.says('root')).toMatch(/By G0, placed by mistake: taken back\. .* mistyped\./)
  })

  test('leaves no day that is not true since when it is on the level that it was always on', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))
    const viewer = { type: 'operator' } as const
    const line = () => trackerLine(life.record(), { ...life.context(), viewer })
    expect(life.says('root')).toContain('On this level since: Mon 1 Mar 2027')
    expect(line()).toContain('Willow House (willow): since Mon 1 Mar 2027 by G2')

    life.ask(later, back())

    expect(life.says('root')).not.toContain('On this level since')
    expect(line()).toContain('Willow House (willow): as before. On Mon 1 Mar 2027: G0')
    expect(line()).not.toContain('since')

    life.ask(later, change('G1'))
    expect(line()).toContain('since Mon 1 Mar 2027 by G1')
  })

  test('is owed nothing any more: what began with it ends, neither done nor missed', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))
    expect(life.says('root')).toContain('D17')

    const { events } = life.ask(later, back())

    const types = events.map(({ type }) => type)
    expect(types).toContain('cycleCancelled')
    expect(types).not.toContain('cycleDone')
    for (const rule of ['D16', 'D17', 'D20', 'D29']) expect(life.says('root')).not.toContain(rule)
  })

  test('may be decided anew, and taken back again', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))
    life.ask(later, back())
    life.ask(later, change('G1'))

    expect(life.ask(later, back()).refusal).toBeUndefined()
    expect(life.record().decisions.map(({ takesBack }) => takesBack)).toEqual([
      undefined,
      1,
      undefined,
      3,
    ])
  })

  test.each([
    ['without a word', { reason: ' ' }, 'missing', 'Give the reason'],
    ['with a case in words', { reason: 'Meant C-7K2M-9Q4X.' }, 'invalid', 'reference of a case'],
    ['by somebody who may not decide', { by: person('ivan') }, 'notYours', 'Only'],
  ])('is not taken back %s', (_what, rest, code, words) => {
    const life = listedProvider()
    life.ask(march, change('G2'))

    expect(life.ask(later, back(rest)).refusal).toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  test('is taken back by whoever may decide on the way in, and nobody else', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))

    expect(life.ask(later, back({ by: person('mara') })).refusal?.code).toBe('notYours')

    const other = listedProvider()
    other.ask(march, change('G13'))
    expect(other.ask(later, back({ by: person('mara') })).refusal).toBeUndefined()
  })
})

describe('a risk summit that was called by mistake', () => {
  test('is called off first; then the level is taken back', () => {
    const life = summoned()

    const { refusal } = life.ask(later, back())
    expect(refusal?.message).toContain(
      'For Willow House the risk summit (M1) is called and not over. Call it off first, with “/muster calloff M-9K2M-9Q4X”',
    )

    life.ask(later, { ...off, by: person('carl'), calledOff: true })
    expect(life.ask(later, back()).refusal).toBeUndefined()
    expect(life.record().level).toBe('ROUTINE')
  })

  test('is called off first also where it was called from a case', () => {
    const life = listedProvider()
    life.ask(march, { kind: 'provider', type: 'noteMeeting', meeting: summit, rule: 'M1' })
    life.ask(march, change('G13', { because: summit }), { from: summit })

    expect(life.ask(later, back()).refusal?.message).toContain('/muster calloff M-9K2M-9Q4X')

    const heard = life.ask(later, { ...off, by: person('carl'), calledOff: true })
    expect(sent(heard)).toEqual([])
    expect(life.ask(later, back()).refusal).toBeUndefined()
  })

  test.each(['before', 'after'])(
    'of a case that became confidential, %s it was told, does not stand in its way',
    (when) => {
      const life = listedProvider()
      life.ask(march, change('G2'))
      const noted = { kind: 'provider', type: 'noteMeeting', meeting: summit, rule: 'M6' } as const
      const secret = { kind: 'provider', type: 'noteConfidential', record: summit } as const
      for (const intent of when === 'before' ? [secret, noted] : [noted, secret])
        life.ask(march, intent)

      expect(life.record().briefed).toContain(summit)
      expect(life.ask(later, back()).refusal).toBeUndefined()
    },
  )

  test('is asked no more than it was told: whoever was called hears of it from the meeting', () => {
    const life = summoned()
    life.ask(later, { ...off, by: person('carl'), calledOff: true })

    const { followUps } = life.ask(later, back())

    expect(followUps).toContainEqual({
      to: summit,
      intent: expect.objectContaining({
        type: 'noteLevel',
        transition: 'G0',
        takenBack: {
          reason: 'The short name was mistyped.',
          told: expect.arrayContaining(['wanda', 'mara']),
        },
      }),
    })
  })

  test('of which the record stands is no mistake any more', () => {
    const life = summoned()
    life.ask(later, { ...off, by: person('carl'), heldAt: later, leadsTo: null })

    expect(life.ask(later, back()).refusal?.message).toMatch(
      /on which nothing was decided yet\. About Willow House there is the risk summit \(M1\) M-9K2M-9Q4X, held .* From here: /,
    )
  })

  test('breaks off no review that was pending, and no hold', () => {
    const pending = summoned(() => pendingProvider(), '2027-06-01T09:00:00Z')
    const june = '2027-06-01T10:00:00Z'
    pending.ask(june, { ...off, by: person('carl'), calledOff: true })
    expect(pending.ask(june, back()).refusal?.message).toMatch(/From here: .*G0P \(Placed by mis/)
    expect(pending.ask(june, change('G0P', { evidence: null })).refusal).toBeUndefined()
    expect(pending.record()).toMatchObject({
      level: 'ENHANCED_PENDING_REVIEW',
      levelSince: '2027-05-10T09:00:00Z',
    })

    const life = providerOnHold()
    const december = '2027-12-20T09:00:00Z'
    const due = cycleOf(life.record(), 'D19').dueAt
    life.ask(december, change('G13'))
    expect(life.record().cycles.map(({ rule }) => rule)).not.toContain('D19')
    life.ask(december, change('G0H', { evidence: null }))
    expect(cycleOf(life.record(), 'D19').dueAt).toBe(due)
    expect(life.record()).toMatchObject({
      level: 'ENHANCED_ASSURANCE_HOLD',
      levelSince: HELD_SINCE,
    })
  })
})

describe('a level that something rests on is not taken back', () => {
  test('where a case led to it as well, even one of which nobody is told', () => {
    const life = listedProvider()
    life.ask(march, change('G13'))
    life.ask(later, change('G2', { because: kase, evidence: null }), { from: kase })

    expect(life.ask(later, back()).refusal?.message).toContain(
      'The case C-7K2M-9Q4X led to this level as well (G2, Mon 1 Mar 2027 10:00 GMT), so Willow House stays on it.',
    )
    life.ask(later, { kind: 'provider', type: 'noteConfidential', record: kase })
    const { refusal } = life.ask(later, back())
    expect(refusal?.message).toContain('A further reason led to this level as well')
    expect(refusal?.message).not.toContain('C-7K2M')
  })

  test('where a meeting decided it, or was held on it', () => {
    const life = enhancedProvider()

    expect(life.ask(HELD_SINCE, back()).refusal?.message).toContain(
      'G0 takes back G1 or G2 or G3 or G13, and Willow House did not come to its level so.',
    )

    const pending = pendingProvider()
    recorded(pending, 'M6', '2027-05-19T09:00:00Z')
    expect(pending.ask(HELD_SINCE, back()).refusal?.message).toContain('recorded “')
  })

  test('a meeting that has nothing to do with the level does not stand in its way', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))
    const routine = { ...called, rule: 'M5b', label: 'Clinical quality review meeting' }
    life.ask(march, routine)

    expect(life.ask(later, back()).refusal).toBeUndefined()
  })
})

describe('whoever was told of a level that is taken back', () => {
  const read = (who: string) => {
    const place = { channel: 'web', to: { type: 'person', person: who } } as const
    return { type: 'place', place } as const
  }

  test('is told so in private with the reason, as are all who decide, but whoever took it back', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))

    const happened = life.ask(later, back())

    const people = sent(happened).filter((one) => one.endsWith('notice:tell.2'))
    expect(people.map((one) => one.split(/[/ ]/)[2]).toSorted()).toEqual(
      ['ada', 'carl', 'hugo', 'mara', 'wanda'].toSorted(),
    )
    const words = life.says('notice:tell.2', read('wanda'))
    expect(words).toContain(
      'Willow House was put on “Enhanced, review pending” by mistake, Mon 1 Mar 2027 09:00 GMT. That is taken back: it is on “Routine” again.',
    )
    expect(words).toContain('also formally, does not hold')
    expect(words).toContain('The short name was mistyped.')
    expect(words).not.toContain('referrals have doubled')
  })

  test('reads it where they were told before; whoever was not told yet is not told any more', () => {
    const life = listedProvider()
    life.ask(march, change('G2'))
    const told = { kind: 'provider', type: 'noteTold', slot: 'notice:tell.1' } as const
    life.ask(march, { ...told, place: 'web/person/wanda' })

    const happened = life.ask(later, back())

    expect(sent(happened)).toContain('web/person/wanda notice:tell.1')
    expect(sent(happened)).not.toContain('web/person/ada notice:tell.1')
    expect(life.says('notice:tell.1', read('wanda'))).toContain(
      'This was a mistake, and was taken back Mon 1 Mar 2027 10:00 GMT.',
    )
    expect(life.says('notice:tell.1', read('ada'))).toBeUndefined()
    const proof = life.says('notice:2')
    expect(proof).toContain('In private: 1 told, 0 not yet')
    expect(proof).toContain('Ada Fofanah: not told any more: it was taken back')
  })
})

test('whoever was told of it outside Muster is told so there, too: somebody records that they were', () => {
  const life = listedProvider()
  life.ask(march, change('G2'))
  const outside = { name: 'Hester Vane', how: 'phone', toldAt: march } as const
  const by = person('quinn')
  const record = { kind: 'provider', type: 'recordTold', by, telling: 1 } as const
  life.ask(march, { ...record, line: 'icb-head-of-quality', ...outside })

  life.ask(later, back())

  expect(life.says('notice:4')).toContain(
    'ICB: head of quality and safety (Hester Vane) – not told: nobody holds this role',
  )
  expect(life.says('notice:4')).toContain('[Record who was told otherwise…]')
  expect(life.says('notice:2')).not.toContain('[Record who was told otherwise…]')
})
