import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusMonths } from '../../../../src/core/time/day.ts'
import { type Instant, plusMinutes } from '../../../../src/core/time/instant.ts'
import { localDay } from '../../../../src/core/time/local.ts'
import { cycleOf, done, listedProvider, person, rate } from '../provider.ts'

const MARCH = '2027-03-31T09:00:00Z'
const ZONE = 'Europe/London'
const B3 = [3, 3, 3, 2, 2, 4, 2]
const B5 = [4, 5, 4, 4, 3, 4, 4]
const DAY = 24 * 60

/** Rated B3, with PAMMS last done on 5 November. */
function ratedProvider() {
  const life = listedProvider('social-care')
  life.ask(MARCH, done('pamms', '2026-11-05T10:00:00Z'))
  life.ask(MARCH, rate(B3))
  const due = (rule: string) => {
    const { dueAt } = cycleOf(life.record(), rule)
    return dueAt === null ? null : localDay(dueAt, ZONE)
  }
  return { life, due }
}

describe('the self-assessment of a provider', () => {
  test('is due one month before the PAMMS assessment, and says so', () => {
    const { life, due } = ratedProvider()

    expect(due('pamms')).toBe('2027-11-05')
    expect(due('selfAssessment')).toBe('2027-10-05')
    expect(life.says('root')).toContain(
      'PAMMS self-assessment: due Tue 5 Oct 2027 23:59 BST: 1 month before the full PAMMS assessment of Fri 5 Nov 2027',
    )
  })

  test('once it is done belongs to that assessment: the next is a month before the one after', () => {
    const { life, due } = ratedProvider()
    life.ask('2027-10-01T12:00:00Z', done('selfAssessment', '2027-10-01T10:00:00Z'))

    expect(due('selfAssessment')).toBe('2028-10-05')
    expect(life.says(`notice:${life.record().notices.length}`)).toContain(
      'The next is due Thu 5 Oct 2028 23:59 BST',
    )
    life.ask('2027-11-20T12:00:00Z', done('pamms', '2027-11-20T10:00:00Z'))
    expect(due('pamms')).toBe('2028-11-20')
    expect(due('selfAssessment')).toBe('2028-10-20')
  })

  test('is suspended with the assessment, and comes back with it', () => {
    const { life, due } = ratedProvider()
    life.ask('2027-04-12T09:00:00Z', rate(B5))
    expect([due('pamms'), due('selfAssessment')]).toEqual([null, null])

    life.ask('2027-07-12T09:00:00Z', rate(B3))

    expect(due('selfAssessment')).toBe('2027-10-05')
  })

  test('has no interval of its own that somebody could change', () => {
    const by = person('quinn')
    const asked = { kind: 'provider', type: 'chooseInterval', by, cycle: 'selfAssessment' } as const
    const { life } = ratedProvider()

    const { refusal } = life.ask(MARCH, { ...asked, amount: 3, unit: 'months', reason: 'Agreed.' })

    expect(refusal?.message).toContain('follows the day of the full PAMMS assessment')
  })

  test('is a month before the next assessment that it is not done for yet, whatever is done when', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 500 })), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(steps, (all) => {
        const { life, due } = ratedProvider()
        let at: Instant = MARCH
        for (const [isPamms, days] of all) {
          at = plusMinutes(at, days * DAY)
          life.ask(at, done(isPamms ? 'pamms' : 'selfAssessment', at))
          const pamms = due('pamms') ?? ''
          const next = isPamms ? pamms : plusMonths(pamms, 12)
          expect(due('selfAssessment')).toBe(plusMonths(next, -1))
        }
      }),
      { numRuns: 30 },
    )
  })
})
