import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { couldBeLater, daysOf, inForce } from '../../../../src/core/provider/cycle/interval.ts'
import { bandCycles } from '../../../../src/core/provider/cycles.ts'
import type { Cycle } from '../../../../src/core/provider/provider.ts'
import { dueDate } from '../../../../src/core/time/due.ts'
import { plusMinutes, toInstant } from '../../../../src/core/time/instant.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { directory } from '../../../fixtures/directory.ts'
import { cycleOf, done, listedProvider, person, rate } from '../provider.ts'

const policy = policyOf('social-care')
const bands = policy.instruments.find(({ id }) => id === 'prr')?.bands ?? []
const pairs = bands.flatMap((from) =>
  bands.map((to) => ({ name: `${from.id} → ${to.id}`, from, to })),
)
const DAY = 24 * 60

const start = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-06-01'), noInvalidDate: true })
  .map(toInstant)

type Band = (typeof bands)[number]

/** The cycles that a band makes of those of before, after these bands. */
function rated(
  cycles: readonly Cycle[],
  band: Band,
  at: string,
  earlier: readonly Band[] = [],
): Cycle[] {
  const provider: Parameters<typeof bandCycles>[0] = {
    slug: 'willow',
    leadProvider: 'harbour',
    cycles: [...cycles],
    ratings: earlier.map(({ id }) => ({ rating: { instrument: 'prr', band: id } })),
  }
  const changed = bandCycles(provider, 'prr', band, at, { policy, directory, now: at })
  const others = cycles.filter(({ rule }) => changed.every((one) => one.rule !== rule))
  return [...others, ...changed]
}

function due(cycle: Cycle, from: string): string | null {
  return cycle.every && (dueDate(cycle.every, from, policy)?.due ?? null)
}

describe.each(pairs)('$name', ({ from, to }) => {
  test('a tighter interval is due by the earlier of the old day and the change plus it; a looser one from when it was last done', () => {
    fc.assert(
      fc.property(start, fc.nat(900), fc.nat(400), (firstAt, doneAfter, changedAfter) => {
        const doneAt = plusMinutes(firstAt, doneAfter * DAY)
        const changedAt = plusMinutes(doneAt, changedAfter * DAY)
        const before = rated([], from, firstAt).map((cycle) => {
          const last = { ...cycle, lastDoneAt: doneAt }
          return { ...last, dueAt: due(last, doneAt) }
        })

        for (const cycle of rated(before, to, changedAt, [from])) {
          const old = before.find(({ rule }) => rule === cycle.rule)
          const set = to.cycles.find((one) => one.cycle === cycle.rule)?.within ?? null
          expect(cycle.every).toEqual(set)
          expect(cycle.lastDoneAt).toBe(doneAt)
          if (set === null || !old?.every || old.dueAt === null) {
            expect(cycle.dueAt).toBe(due(cycle, doneAt))
            continue
          }
          const tighter = daysOf(set) < daysOf(old.every)
          const fresh = due(cycle, changedAt) ?? ''
          const expected = tighter ? [old.dueAt, fresh].sort()[0] : due(cycle, doneAt)
          expect(cycle.dueAt).toBe(expected)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('and back again: what was suspended resumes from when it was last done', () => {
    fc.assert(
      fc.property(start, fc.nat(300), fc.nat(300), (firstAt, upAfter, backAfter) => {
        const upAt = plusMinutes(firstAt, upAfter * DAY)
        const backAt = plusMinutes(upAt, backAfter * DAY)
        const before = rated([], from, firstAt)

        const back = rated(rated(before, to, upAt, [from]), from, backAt, [from, to])

        for (const cycle of back) {
          const set = to.cycles.find((one) => one.cycle === cycle.rule)?.within ?? null
          expect(cycle.state).toBe(cycle.every === null ? 'suspended' : 'running')
          if (set === null) expect(cycle.dueAt).toBe(due(cycle, firstAt))
        }
      }),
      { numRuns: 15 },
    )
  })
})

describe('an interval that a person chose', () => {
  const B3 = [3, 3, 3, 2, 2, 4, 2]
  const B4 = [4, 5, 4, 4, 3, 1, 4]
  const B5 = [4, 5, 4, 4, 3, 4, 4]
  const march = '2027-03-31T10:00:00Z'
  const april = '2027-04-12T10:00:00Z'
  const by = person('quinn')

  function every(cycle: string, amount: number, unit: 'weeks' | 'months') {
    const reason = 'Agreed with the home.'
    return { kind: 'provider', type: 'chooseInterval', by, cycle, amount, unit, reason } as const
  }

  test('is kept when the band changes, as long as the band asks for no shorter one', () => {
    const life = listedProvider('social-care')
    life.ask(march, rate(B3))
    life.ask(march, every('contact', 1, 'weeks'))
    life.ask(april, done('contact', '2027-04-12T09:00:00Z'))

    life.ask(april, rate(B4))
    expect(life.record().ratings.at(-1)?.rating.band).toBe('B4')
    expect(cycleOf(life.record(), 'contact')).toMatchObject({
      every: { unit: 'days', amount: 7 },
      dueAt: '2027-04-19T22:59:59Z',
    })

    life.ask(april, rate(B3))
    expect(cycleOf(life.record(), 'contact').every).toEqual({ unit: 'days', amount: 7 })
  })

  test('gives way to a shorter one of the band, and comes back with it', () => {
    const life = listedProvider('social-care')
    life.ask(march, rate(B3))
    life.ask(march, every('contact', 3, 'weeks'))

    life.ask(april, rate(B5))
    expect(cycleOf(life.record(), 'contact').every).toEqual({ unit: 'days', amount: 7 })
    life.ask(april, rate(B3))
    expect(cycleOf(life.record(), 'contact').every).toEqual({ unit: 'days', amount: 21 })
  })

  test('is suspended where the band has none, cannot be chosen there, and is never longer than the band’s', () => {
    const life = listedProvider('social-care')
    life.ask(march, rate(B3))
    life.ask(march, every('pamms', 6, 'months'))
    expect(life.ask(march, every('contact', 2, 'months')).refusal).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('every month or more often'),
    })

    life.ask(april, rate(B5))
    expect(cycleOf(life.record(), 'pamms').state).toBe('suspended')
    expect(life.ask(april, every('pamms', 6, 'months')).refusal?.code).toBe('notRunning')

    life.ask(april, rate(B3))
    expect(cycleOf(life.record(), 'pamms').every).toEqual({ unit: 'months', amount: 6 })
  })
})

describe('a duty that no band asked for before, and that was never done', () => {
  test.each([
    ['contact', 'B1', [1, 1, 1, 1, 1, 1, 1], '2027-11-01T23:59:59Z'],
    ['pamms', 'B5', [4, 5, 4, 4, 3, 4, 4], '2028-10-01T22:59:59Z'],
  ] as const)(
    '%s is counted from the rating that asks for it, not from that of %s',
    (rule, from, scores, dueAt) => {
      const life = listedProvider('social-care')
      life.ask('2027-01-04T09:00:00Z', rate([...scores]))
      expect(life.record().ratings[0]?.rating.band).toBe(from)

      life.ask('2027-10-01T09:00:00Z', rate([3, 3, 3, 2, 2, 4, 2]))

      expect(cycleOf(life.record(), rule).dueAt).toBe(dueAt)
      expect(cycleOf(life.record(), rule).startAt).toBe('2027-10-01T09:00:00Z')
    },
  )
})

describe('an interval that a person chooses', () => {
  test.each([
    [28, 1, false],
    [29, 1, true],
    [30, 1, true],
    [59, 2, false],
    [60, 2, true],
    [89, 3, false],
    [91, 3, true],
    [365, 12, false],
  ] as const)('of %i days could be later than %i months: %s', (days, months, isLater) => {
    const [chosen, set] = [
      { unit: 'days', amount: days },
      { unit: 'months', amount: months },
    ] as const

    expect(couldBeLater(chosen, set)).toBe(isLater)
    expect(inForce(set, chosen)).toBe(isLater ? set : chosen)
  })

  test('is never due after the day that the rule gives, whenever it is counted from', () => {
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 13 }),
        (from, amount, months) => {
          const [chosen, set] = [
            { unit: 'days', amount },
            { unit: 'months', amount: months },
          ] as const
          if (couldBeLater(chosen, set)) return
          const day = (within: typeof chosen | typeof set) =>
            dueDate(within, from, policy)?.due ?? ''
          expect(day(chosen) <= day(set)).toBe(true)
        },
      ),
    )
  })
})
