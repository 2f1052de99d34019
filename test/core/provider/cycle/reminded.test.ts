import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusDays } from '../../../../src/core/time/day.ts'
import { atLocal, localDay } from '../../../../src/core/time/local.ts'
import { sent } from '../../../fixtures/life.ts'
import { byManager, HELD_SINCE, providerOnHold } from '../levels.ts'
import { change, cycleOf, filing, listedProvider, person, wake } from '../provider.ts'

type Life = ReturnType<typeof listedProvider>

/** The slots of reminders that are sent when somebody is reminded at that time. */
function reminded(life: Life, at: string): string[] {
  return sent(life.ask(at, wake)).flatMap(
    (line) => /web\/room\/willow (nudge:.*)/.exec(line)?.[1] ?? [],
  )
}

const by = person('quinn')
const begin = (startAt: string, cycle = 'D22') =>
  ({ kind: 'provider', type: 'beginDuty', by, cycle, startAt, amount: 1 }) as const
const stop = { kind: 'provider', type: 'stopDuty', by, cycle: 'D22', reason: 'No more.' } as const

describe('a reminder of a duty that ended and began again is a message of its own', () => {
  test('where the level that it comes with is entered anew', () => {
    const life = listedProvider()
    life.ask('2027-05-10T09:00:00Z', change('G2'))
    expect(reminded(life, '2027-06-10T08:00:00Z')).toContain('nudge:D16:1')
    expect(reminded(life, '2027-06-11T08:00:00Z')).toContain('nudge:D16:2')
    life.ask('2027-06-11T09:00:00Z', change('G0', { evidence: null }))
    expect(life.record().cycles).toEqual([])

    life.ask('2028-05-10T09:00:00Z', change('G2'))

    expect(cycleOf(life.record(), 'D16').nudges).toEqual([])
    expect(reminded(life, '2028-06-12T08:00:00Z')).toContain('nudge:D16:3')
  })

  test('where a hold goes on once what broke it off is taken back', () => {
    const life = providerOnHold()
    expect(reminded(life, '2028-02-29T09:00:00Z')).toContain('nudge:D19:1')
    life.ask('2028-02-29T10:00:00Z', byManager('G13'))
    expect(life.record().cycles.map(({ rule }) => rule)).not.toContain('D19')

    life.ask('2028-02-29T11:00:00Z', byManager('G0H'))

    expect(cycleOf(life.record(), 'D19').startAt).toBe(HELD_SINCE)
    expect(reminded(life, '2028-03-01T09:00:00Z')).toContain('nudge:D19:2')
  })

  test('where a suspension was lifted and is reinstated', () => {
    const life = listedProvider()
    const [told, lookOn] = ['2027-06-01T10:00:00Z', '2027-06-08T22:59:59Z']
    const rest = { scope: ['adult-low-secure'], exactly: 'All', reasons: 'Harm', lifting: 'A plan' }
    life.ask(told, filing('quinn', 'suspension.part', null, { ...rest, lookOn }))
    const [first] = reminded(life, '2027-06-08T08:00:00Z')
    const lifted = { reason: 'Seen on a visit.' }
    life.ask('2027-06-08T09:00:00Z', filing('quinn', 'suspension.lifted', 1, lifted))
    expect(life.record().cycles).toEqual([])
    const again = { ...rest, reason: 'Poor.', history: 'Lifted.', lookOn: '2027-06-15T22:59:59Z' }

    life.ask('2027-06-09T09:00:00Z', filing('quinn', 'suspension.reinstatedInFull', 1, again))

    expect(first).toMatch(/^nudge:.*:1$/)
    expect(reminded(life, '2027-06-15T08:00:00Z')).toEqual([first?.replace(/1$/, '2')])
  })

  test('however often a duty is stopped and begun, and whenever somebody is reminded', () => {
    const run = fc.record({
      reminders: fc.integer({ min: 0, max: 3 }),
      pause: fc.integer({ min: 1, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(run, { minLength: 2, maxLength: 6 }), (runs) => {
        const life = listedProvider()
        const slots: string[] = []
        let day = localDay('2027-01-04T09:00:00Z', 'Europe/London')
        const passing = (days: number) => {
          day = plusDays(day, days)
          return atLocal(day, '10:00', 'Europe/London')
        }
        for (const { reminders, pause } of runs) {
          const at = passing(pause)
          life.ask(at, begin(at))
          // A week is more than any stretch of days on which nobody works.
          for (let n = 0; n < reminders; n++)
            slots.push(...reminded(life, passing(n === 0 ? 32 : 7)))
          life.ask(passing(1), stop)
        }
        expect(slots).toHaveLength(runs.reduce((sum, { reminders }) => sum + reminders, 0))
        expect(new Set(slots).size).toBe(slots.length)
      }),
    )
  })
})

test('a duty of which nobody was ever reminded leaves no trace of a count', () => {
  const life = listedProvider()
  life.ask('2027-03-01T10:00:00Z', begin('2027-03-01T10:00:00Z'))

  const { events } = life.ask('2027-03-02T10:00:00Z', stop)

  expect(events[0]).toEqual({ type: 'cycleCancelled', at: '2027-03-02T10:00:00Z', cycle: 'D22' })
  expect(life.record()).not.toHaveProperty('nudgedBefore')
})
