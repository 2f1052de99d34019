import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { providerKind } from '../../../../src/core/provider/index.ts'
import type { ProviderIntentOf } from '../../../../src/core/provider/intent.ts'
import type { Provider } from '../../../../src/core/provider/provider.ts'
import { providerId } from '../../../../src/core/record-id.ts'
import { type Day, plusMonths } from '../../../../src/core/time/day.ts'
import { type Instant, plusMinutes } from '../../../../src/core/time/instant.ts'
import { localDay } from '../../../../src/core/time/local.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { lifeOf, sent } from '../../../fixtures/life.ts'
import { change, cycleOf, done, listedProvider, person, register, wake } from '../provider.ts'

const MARCH = '2027-03-01T10:00:00Z'

function begin(
  cycle: string,
  rest: Partial<ProviderIntentOf<'beginDuty'>> = {},
): ProviderIntentOf<'beginDuty'> {
  const by = person('quinn')
  return { kind: 'provider', type: 'beginDuty', by, cycle, startAt: MARCH, amount: null, ...rest }
}

function said<Type extends 'stopDuty' | 'leaveDuty' | 'explainMissed'>(
  type: Type,
  cycle: string,
  reason = 'The contract has changed.',
) {
  return { kind: 'provider', type, by: person('quinn'), cycle, reason } as const
}

function every(
  cycle: string,
  amount: number,
  unit: 'days' | 'weeks' | 'months' = 'months',
): ProviderIntentOf<'chooseInterval'> {
  const reason = 'Agreed with the provider.'
  return {
    kind: 'provider',
    type: 'chooseInterval',
    by: person('quinn'),
    cycle,
    amount,
    unit,
    reason,
  }
}

/** The Lead Provider itself, as “/muster duties harbour” lists it. */
function leadProvider() {
  const life = lifeOf<Provider>(
    { kind: 'provider', status: 'none', id: providerId('harbour') },
    { channels: ['web'] },
  )
  life.ask(MARCH, { ...register, slug: 'harbour', name: 'Harbour NHS Foundation Trust' })
  return life
}

describe('a recurring duty that a person begins', () => {
  test('does not run before that, and cannot be recorded as done', () => {
    const life = listedProvider()

    expect(life.record().cycles).toEqual([])
    expect(life.ask(MARCH, done('D22', MARCH)).refusal).toMatchObject({
      code: 'notRunning',
      message: expect.stringContaining('Nobody has begun D22 Quality assurance visit'),
    })
  })

  test('is counted from the day that is given, at the interval that is chosen', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { startAt: '2026-11-30T10:00:00Z', amount: 3 }))

    // Three months from 30 November: February has no 30th (K5).
    expect(cycleOf(life.record(), 'D22')).toMatchObject({
      dueAt: '2027-02-28T23:59:59Z',
      owner: 'quinn',
    })
    expect(life.says('notice:1')).toContain('Quality assurance visit begun for Willow House')
    expect(life.says('notice:1')).toContain('The first is due Sun 28 Feb 2027 23:59 GMT')
    expect(life.says('root')).toContain('D22 Quality assurance visit: OVERDUE')
  })

  test('takes the interval of the rules where none is chosen', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D13b'))

    expect(cycleOf(life.record(), 'D13b').dueAt).toBe('2027-04-01T22:59:59Z')
  })

  test.each([
    ['of zero', 'D13b', 0, 'give a whole number, every 1 to 3 months'],
    ['and a half', 'D13b', 1.5, 'give a whole number, every 1 to 3 months'],
    ['beyond the range', 'D13b', 4, 'what is accepted is every 1 to 3 months'],
    ['that must be chosen and is not', 'D21', null, 'every 1 to 12 months'],
  ])(
    'an interval %s is refused with its rule and what is accepted',
    (_what, cycle, amount, words) => {
      const { refusal } = listedProvider().ask(MARCH, begin(cycle, { amount }))

      expect(refusal).toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(words),
        fields: { months: expect.stringContaining('months') },
      })
      expect(refusal?.message).toMatch(/N&Q 2021|QSIF 2020/)
    },
  )

  test.each(['provider-collaborative', 'social-care'])(
    'D23 and D25 are plain reminders under %s: of the nursing homes’ meeting and of a complex-case team',
    (pack) => {
      const life = listedProvider(pack)
      life.ask(MARCH, begin('D23'))
      life.ask(MARCH, begin('D25', { amount: 14 }))

      expect(cycleOf(life.record(), 'D23').dueAt).toBe('2027-06-01T22:59:59Z')
      expect(cycleOf(life.record(), 'D25').dueAt).toBe('2027-03-15T23:59:59Z')
      expect(life.says('root')).toContain('D25 Complex-case team meeting: due Mon 15 Mar 2027')
    },
  )

  test.each([
    ['no interval', null, 'days'],
    ['half a year', 183, 'days'],
  ])('D25 with %s is refused: how often varies, and the team says it', (_what, amount, unit) => {
    const { refusal } = listedProvider().ask(MARCH, begin('D25', { amount }))

    expect(refusal?.message).toMatch(/^D25 Complex-case team meeting .*every 1 to 92 days/)
    expect(Object.keys(refusal?.fields ?? {})).toEqual([unit])
  })

  test('D25 is changed in weeks, counted in days', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D25', { amount: 7 }))

    expect(life.ask(MARCH, every('D25', 14, 'weeks')).refusal?.message).toContain(
      'what is accepted is every 1 to 92 days',
    )
    life.ask(MARCH, every('D25', 2, 'weeks'))
    expect(cycleOf(life.record(), 'D25').every).toEqual({ unit: 'days', amount: 14 })
  })

  test('is begun once', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { amount: 6 }))

    expect(life.ask(MARCH, begin('D22', { amount: 6 })).refusal).toMatchObject({
      code: 'alreadyOpen',
      message: expect.stringContaining('runs already for Willow House'),
    })
  })

  test.each([
    ['that begins with a level', 'D16', 'begins by itself, with the level'],
    ['of the Lead Provider', 'D10', 'Begin it there: “/muster duties harbour”'],
    ['that nobody knows', 'D99', 'There is no cycle "D99"'],
  ])('is not one %s', (_what, cycle, words) => {
    expect(listedProvider().ask(MARCH, begin(cycle)).refusal?.message).toContain(words)
  })

  test('is begun by whoever owes it or by the quality lead, and by nobody else', () => {
    const life = leadProvider()

    expect(life.ask(MARCH, begin('D12', { by: person('mara') })).refusal).toBeUndefined()
    expect(life.ask(MARCH, begin('D10', { by: person('mara') })).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('quality lead'),
    })
  })

  test('is nudged like every other on the morning of the day it is due', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D13b'))

    const nudged = life.ask('2027-04-01T08:00:00Z', wake)

    expect(sent(nudged)).toContain('web/room/willow nudge:D13b:1')
    expect(life.says('nudge:D13b:1')).toContain(
      'If it is not held in time, why must be documented.',
    )
  })

  test('is stopped with a reason, which stays on record', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { amount: 6 }))
    expect(life.ask(MARCH, said('stopDuty', 'D22', ' ')).refusal?.code).toBe('missing')

    life.ask(MARCH, said('stopDuty', 'D22'))

    expect(life.record().cycles).toEqual([])
    expect(providerKind.index(life.record()).facets.person).toEqual([])
    expect(life.says('notice:2')).toContain('The contract has changed.')
    expect(life.ask(MARCH, said('stopDuty', 'D22')).refusal?.code).toBe('notRunning')
  })

  test('comes with its level where the rules say so, and is not stopped', () => {
    const life = listedProvider()
    life.ask(MARCH, change('G2'))

    expect(life.ask(MARCH, said('stopDuty', 'D16')).refusal?.message).toContain('goes with it')
  })
})

describe('how often it comes', () => {
  test('is changed within the range: sooner from the change on, later from when it was done last', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { amount: 6 }))

    life.ask('2027-04-05T09:00:00Z', every('D22', 1))
    expect(cycleOf(life.record(), 'D22').dueAt).toBe('2027-05-05T22:59:59Z')
    expect(life.says('notice:2')).toContain('Quality assurance visit for Willow House: every month')

    life.ask('2027-04-06T09:00:00Z', every('D22', 3))
    expect(cycleOf(life.record(), 'D22').dueAt).toBe('2027-06-01T22:59:59Z')
    expect(life.ask(MARCH, every('D22', 2, 'weeks')).refusal?.message).toContain(
      'every 1 to 12 months',
    )
  })

  test('may be more often than the rules have it, and not less', () => {
    const life = listedProvider()
    life.ask(MARCH, change('G2'))

    expect(life.ask(MARCH, every('D16', 2)).refusal?.message).toContain('every month or more often')
    life.ask(MARCH, every('D16', 2, 'weeks'))
    expect(cycleOf(life.record(), 'D16').dueAt).toBe('2027-03-15T23:59:59Z')
  })

  test('is asked of whoever owes the visits when the provider comes to enhanced', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { amount: 6 }))

    const entered = life.ask('2027-05-10T09:00:00Z', change('G2'))

    expect(sent(entered)).toContain('web/person/quinn prompt:question-1')
    expect(life.says('prompt:question-1')).toContain('is stepped up there where possible')
    expect(life.says('prompt:question-1')).toContain('It comes every 6 months now.')
    expect(life.says('root')).toContain('Waits for a decision')

    life.ask('2027-05-11T09:00:00Z', every('D22', 2))
    expect(life.says('prompt:question-1')).toContain('How often was decided')
    expect(life.says('root')).not.toContain('Waits for a decision')
  })

  test('stays as it is when somebody says why, and is not asked once the level is left', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { amount: 6 }))
    life.ask(MARCH, change('G2'))

    life.ask(MARCH, said('leaveDuty', 'D22', 'It was visited last week.'))
    expect(life.says('prompt:question-1')).toContain('It was visited last week.')
    expect(life.ask(MARCH, said('leaveDuty', 'D22')).refusal?.code).toBe('stale')

    const other = listedProvider()
    other.ask(MARCH, begin('D22', { amount: 6 }))
    other.ask(MARCH, change('G2', { because: null }))
    expect(other.record().questions?.[0]?.closed).toBeNull()
  })
})

describe('a meeting that was not held in time (D21)', () => {
  const dueSince = '2027-05-01T09:00:00Z'

  function overdue() {
    const life = listedProvider()
    life.ask(MARCH, begin('D21', { startAt: '2027-01-29T10:00:00Z', amount: 3 }))
    return life
  }

  test('asks why in its reminder and on the card, and only then', () => {
    const life = overdue()
    expect(life.ask(MARCH, said('explainMissed', 'D21')).refusal).toMatchObject({
      code: 'tooEarly',
      message: expect.stringContaining('it is due Thu 29 Apr 2027 23:59 BST'),
    })

    life.ask('2027-05-04T08:00:00Z', wake)

    expect(life.says('nudge:D21:1')).toContain('which must be documented')
    expect(life.says('nudge:D21:1')).toContain('[Why D21 was not held…]')
    expect(life.says('root')).toContain('[Why D21 was not held…]')
  })

  test('keeps and counts why, and the next round is counted from the day it was due', () => {
    const life = overdue()

    life.ask(dueSince, said('explainMissed', 'D21', 'The provider’s lead was ill.'))

    expect(cycleOf(life.record(), 'D21')).toMatchObject({
      missed: 1,
      dueAt: '2027-07-29T22:59:59Z',
      nudges: [],
    })
    expect(life.says('notice:2')).toContain('The provider’s lead was ill.')
    expect(life.says('notice:2')).toContain('So far one was not held.')
    expect(life.says('root')).toContain('1 was not held')

    life.ask('2027-08-02T09:00:00Z', said('explainMissed', 'D21', 'Again.'))
    expect(life.says('notice:3')).toContain('So far 2 were not held.')
  })

  test('is recorded late only with the reason', () => {
    const life = overdue()
    const held = done('D21', '2027-05-01T08:00:00Z')

    expect(life.ask(dueSince, held).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('QSIF 2020, 5.1.2'),
      fields: { late: expect.any(String) },
    })
    life.ask(dueSince, { ...held, lateReason: 'A room was missing.' })
    expect(life.says('notice:2')).toContain('LATE')
    expect(life.says('notice:2')).toContain('Why it was late: A room was missing.')
  })

  test('is no question for a duty that is not a meeting', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', { startAt: '2026-10-29T10:00:00Z', amount: 3 }))

    expect(life.ask(MARCH, said('explainMissed', 'D22')).refusal?.code).toBe('invalid')
  })
})

describe('a Lead Provider', () => {
  test('owes duties itself, and has no level and no rating', () => {
    const life = leadProvider()
    life.ask(MARCH, begin('D10'))

    expect(cycleOf(life.record(), 'D10').dueAt).toBe('2027-06-01T22:59:59Z')
    expect(life.says('root')).toContain('Harbour NHS Foundation Trust, Lead Provider')
    expect(life.says('root')).not.toContain('Change its level')
    expect(life.ask(MARCH, change('G2')).refusal?.message).toContain('is the Lead Provider')
    expect(providerKind.index(life.record()).facets.level).toEqual([])
    expect(life.ask(MARCH, begin('D21', { amount: 3 })).refusal?.message).toContain(
      'is owed for one provider',
    )
  })
})

describe('the due days of rounds that were all missed', () => {
  /** The days on which so many rounds in a row were due. */
  function missedFrom(startAt: Instant, amount: number, rounds: number): Day[] {
    const life = listedProvider()
    life.ask(startAt, begin('D21', { startAt, amount }))
    return Array.from({ length: rounds }, () => {
      const { dueAt } = cycleOf(life.record(), 'D21')
      if (dueAt === null) throw new Error('No day is due')
      life.ask(plusMinutes(dueAt, 60), said('explainMissed', 'D21'))
      return localDay(dueAt, 'Europe/London')
    })
  }

  test('keep the number of the day from which they count, or are the last of a shorter month', () => {
    expect(missedFrom('2027-08-31T10:00:00Z', 1, 6)).toEqual([
      '2027-09-30',
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
    ])
    const start = fc.integer({ min: 0, max: 800 })
    const some = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(start, some, some, (days, amount, rounds) => {
        const from = plusMinutes('2027-01-01T12:00:00Z', days * 24 * 60)
        missedFrom(from, amount, rounds).forEach((day, index) => {
          expect(day).toBe(plusMonths(localDay(from, 'Europe/London'), (index + 1) * amount))
        })
      }),
      { numRuns: 50 },
    )
  })

  test('keep it too after the interval was changed, from that day on', () => {
    const life = listedProvider()
    life.ask('2027-08-31T10:00:00Z', begin('D21', { startAt: '2027-08-31T10:00:00Z', amount: 12 }))
    life.ask('2028-01-30T10:00:00Z', {
      ...{ kind: 'provider', type: 'chooseInterval', by: person('quinn'), cycle: 'D21' },
      ...{ amount: 1, unit: 'months', reason: 'Agreed.' },
    })
    expect(cycleOf(life.record(), 'D21').dueAt).toBe('2028-02-29T23:59:59Z')

    life.ask('2028-03-01T10:00:00Z', said('explainMissed', 'D21'))

    expect(cycleOf(life.record(), 'D21').dueAt).toBe('2028-03-30T22:59:59Z')
  })
})

test('a duty begins within a year before or after today, and whoever says otherwise reads what is accepted', () => {
  const life = listedProvider()
  for (const startAt of ['1999-01-01T10:00:00Z', '2031-01-01T10:00:00Z']) {
    expect(life.ask(MARCH, begin('D22', { startAt })).refusal).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/a day from .* 2026 to .* 2028/),
      fields: { from: expect.any(String) },
    })
  }
  expect(life.record().cycles).toEqual([])
})

test('how far from today a duty may begin is said by the rules, and is a year where they are silent', () => {
  const { beginnings, ...silent } = policyOf('provider-collaborative')
  const nearer = beginnings && { ...beginnings, withinMonths: 3 }
  const early = begin('D22', { startAt: '2026-06-01T10:00:00Z', amount: 6 })

  const short = listedProvider()
  const { refusal } = short.ask(MARCH, early, {
    policy: { ...silent, ...(nearer && { beginnings: nearer }) },
  })
  expect(refusal?.message).toContain('A duty begins at most 3 months before or after today.')
  expect(refusal?.message).toContain('from Tue 1 Dec 2026 to Tue 1 Jun 2027')
  expect(listedProvider().ask(MARCH, early, { policy: silent }).refusal).toBeUndefined()
})
