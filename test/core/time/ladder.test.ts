import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ladder, Within } from '../../../src/core/policy/clock.ts'
import { dueDate } from '../../../src/core/time/due.ts'
import { type Instant, plusMinutes, toInstant } from '../../../src/core/time/instant.ts'
import { climbAt, nextNudge, nudgesBetween, type Span } from '../../../src/core/time/ladder.ts'
import { atLocal, showLocal } from '../../../src/core/time/local.ts'
import { holdForQuiet } from '../../../src/core/time/quiet.ts'
import { ticking } from '../../fixtures/ticking.ts'
import { england, london } from './england.ts'

const rule = {
  label: 'a ladder',
  citation: { document: 'ours', section: '-', note: 'a choice', kind: 'choice' as const },
}
const elapsed: Ladder = {
  ...rule,
  id: 'hours',
  kind: 'elapsed',
  onStart: true,
  halfWay: true,
  hoursBefore: [24, 4, 1],
  onDue: true,
  dailyAfter: '09:00',
  climbMinutes: 30,
  urgentClimbMinutes: 15,
}
const working: Ladder = {
  ...rule,
  id: 'days',
  kind: 'working',
  dayBefore: ['09:00'],
  dueDay: ['09:00', '16:00'],
  workingMornings: '09:00',
}

const at = (day: string, time: string): Instant => atLocal(day, time, london)

function span(within: Within, startAt: Instant): Span {
  const due = dueDate(within, startAt, england)
  if (!due) throw new Error('no due date')
  return { startAt, dueAt: due.due }
}

function listed(ladder: Ladder, of: Span, until: Instant): string[] {
  return nudgesBetween(ladder, of, '2000-01-01T00:00:00Z', until, england).map(
    (nudge) => `${showLocal(nudge.at, london)}: ${nudge.why}`,
  )
}

describe('an hour clock', () => {
  const alert = span({ unit: 'hours', amount: 48 }, at('2027-03-26', '20:15'))

  test('nudges at any hour of any day, then every morning', () => {
    expect(listed(elapsed, alert, at('2027-03-30', '12:00'))).toEqual([
      'Fri 26 Mar 2027 20:15 GMT: the clock has started',
      'Sat 27 Mar 2027 20:15 GMT: 24 h before it is due',
      'Sun 28 Mar 2027 17:15 BST: 4 h before it is due',
      'Sun 28 Mar 2027 20:15 BST: 1 h before it is due',
      'Sun 28 Mar 2027 21:15 BST: due now',
      'Mon 29 Mar 2027 09:00 BST: overdue',
      'Tue 30 Mar 2027 09:00 BST: overdue',
    ])
  })

  test('rungs before the start are one with the start', () => {
    const short = { startAt: at('2027-02-02', '10:00'), dueAt: at('2027-02-02', '14:00') }

    expect(listed(elapsed, short, short.dueAt)).toEqual([
      'Tue 2 Feb 2027 10:00 GMT: the clock has started',
      'Tue 2 Feb 2027 12:00 GMT: half of the time has gone',
      'Tue 2 Feb 2027 13:00 GMT: 1 h before it is due',
      'Tue 2 Feb 2027 14:00 GMT: due now',
    ])
  })

  test('that is overdue on entry says so at once', () => {
    const late = { startAt: at('2027-02-04', '10:00'), dueAt: at('2027-02-02', '14:00') }

    expect(listed(elapsed, late, at('2027-02-05', '10:00'))).toEqual([
      'Thu 4 Feb 2027 10:00 GMT: overdue',
      'Fri 5 Feb 2027 09:00 GMT: overdue',
    ])
  })

  test('ends at the due time where the pack sets no mornings after it', () => {
    const { dailyAfter: _, ...ends } = elapsed
    expect(nextNudge(ends, alert, alert.dueAt, england)).toBeNull()
  })
})

describe('a working-day clock', () => {
  const report = span({ unit: 'workingDays', amount: 3 }, at('2027-03-26', '20:15'))

  test('nudges on the working day before, twice on the due day, then each working morning', () => {
    expect(listed(working, report, at('2027-04-06', '12:00'))).toEqual([
      'Wed 31 Mar 2027 09:00 BST: due Thu 1 Apr 2027',
      'Thu 1 Apr 2027 09:00 BST: due today',
      'Thu 1 Apr 2027 16:00 BST: due today',
      'Fri 2 Apr 2027 09:00 BST: overdue',
      'Mon 5 Apr 2027 09:00 BST: overdue',
      'Tue 6 Apr 2027 09:00 BST: overdue',
    ])
  })

  test('that is overdue on entry nudges from the next working morning', () => {
    const late = { startAt: at('2027-01-23', '10:05'), dueAt: at('2027-01-14', '23:59:59') }
    expect(nextNudge(working, late, late.startAt, england)).toEqual({
      at: at('2027-01-25', '09:00'),
      why: 'overdue',
    })
  })

  test('that falls due on a Sunday is not moved: its nudges come on the working days before (K8)', () => {
    const meeting = span({ unit: 'months', amount: 6 }, at('2027-02-15', '10:00'))

    expect(listed(working, meeting, at('2027-08-16', '12:00'))).toEqual([
      'Thu 12 Aug 2027 09:00 BST: due Sun 15 Aug 2027',
      'Fri 13 Aug 2027 09:00 BST: due Sun 15 Aug 2027, which is not a working day',
      'Fri 13 Aug 2027 16:00 BST: due Sun 15 Aug 2027, which is not a working day',
      'Mon 16 Aug 2027 09:00 BST: overdue',
    ])
  })
})

describe('for every clock', () => {
  const starts = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2028, 5, 1) / 60_000 })
    .map((minutes) => toInstant(new Date(minutes * 60_000)))
  const clocks = fc.oneof(
    fc.tuple(
      fc.constant(elapsed),
      fc.integer({ min: 1, max: 100 }).map((amount): Within => ({ unit: 'hours', amount })),
    ),
    fc.tuple(
      fc.constant(working),
      fc.integer({ min: 1, max: 12 }).map((amount): Within => ({ unit: 'workingDays', amount })),
    ),
  )

  test('each nudge comes strictly after the one before, and none before the start', () => {
    fc.assert(
      fc.property(clocks, starts, ([ladder, within], start) => {
        const of = span(within, start)
        let last = plusMinutes(start, -1)
        for (let count = 0; count < 12; count += 1) {
          const nudge = nextNudge(ladder, of, last, england)
          if (!nudge) throw new Error('these ladders never end')
          expect(nudge.at > last).toBe(true)
          last = nudge.at
        }
      }),
    )
  })

  test('a backlog holds exactly what going from nudge to nudge finds', () => {
    fc.assert(
      fc.property(clocks, starts, fc.nat(20_000), ([ladder, within], start, minutes) => {
        const of = span(within, start)
        const [after, until] = [plusMinutes(start, -1), plusMinutes(start, minutes)]
        const found: Instant[] = []
        let nudge = nextNudge(ladder, of, after, england)
        while (nudge && nudge.at <= until) {
          found.push(nudge.at)
          nudge = nextNudge(ladder, of, nudge.at, england)
        }
        expect(nudgesBetween(ladder, of, after, until, england).map((one) => one.at)).toEqual(found)
      }),
    )
  })

  test.each(['2026-03-29T01:00:00Z', '2027-10-31T01:00:00Z'])(
    'no nudge is skipped by a clock that ticks every minute from before the change at %s to the next morning',
    (change) => {
      const of = { startAt: plusMinutes(change, -24 * 60), dueAt: plusMinutes(change, 30) }
      for (const ladder of [elapsed, working]) {
        const night = { from: plusMinutes(change, -60), hours: 34 }
        const { ticked, all } = ticking(ladder, of, night, england)
        expect(ticked).toEqual(all)
        expect(all).not.toEqual([])
      }
    },
  )
})

describe('an unanswered nudge climbs', () => {
  test('after the minutes of the pack on an hour clock', () => {
    expect(climbAt(elapsed, '2027-03-28T00:50:00Z', false, england)).toBe('2027-03-28T01:20:00Z')
    expect(climbAt(elapsed, '2027-03-28T00:50:00Z', true, england)).toBe('2027-03-28T01:05:00Z')
  })

  test('on the next working morning otherwise', () => {
    expect(climbAt(working, at('2027-03-25', '09:00'), false, england)).toBe(
      at('2027-03-30', '09:00'),
    )
    expect(climbAt(working, at('2027-03-30', '07:00'), false, england)).toBe(
      at('2027-03-30', '09:00'),
    )
  })
})

describe('quiet hours', () => {
  const night = { from: '20:00', to: '08:00' }

  test.each([
    [at('2027-03-27', '19:59'), at('2027-03-27', '19:59')],
    [at('2027-03-27', '20:00'), at('2027-03-28', '08:00')],
    [at('2027-03-28', '02:30'), at('2027-03-28', '08:00')],
    [at('2027-03-28', '07:59'), at('2027-03-28', '08:00')],
    [at('2027-03-28', '08:00'), at('2027-03-28', '08:00')],
  ])('hold %s until %s', (instant, until) => {
    expect(holdForQuiet(instant, night, london)).toBe(until)
  })

  test('may lie within one day, and end in the hour that comes twice', () => {
    expect(holdForQuiet('2027-02-02T12:30:00Z', { from: '12:00', to: '13:00' }, london)).toBe(
      '2027-02-02T13:00:00Z',
    )
    expect(holdForQuiet('2027-10-31T01:10:00Z', { from: '20:00', to: '01:30' }, london)).toBe(
      '2027-10-31T01:30:00Z',
    )
  })

  test('hold nothing when they begin and end at the same time', () => {
    expect(holdForQuiet('2027-02-02T12:00:00Z', { from: '12:00', to: '12:00' }, london)).toBe(
      '2027-02-02T12:00:00Z',
    )
  })

  test('never hold a message back in time, nor into the quiet', () => {
    const minutes = fc.integer({
      min: Date.UTC(2027, 0, 1) / 60_000,
      max: Date.UTC(2028, 0, 1) / 60_000,
    })
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = toInstant(new Date(minute * 60_000))
        const held = holdForQuiet(instant, night, london)
        expect(held >= instant).toBe(true)
        expect(holdForQuiet(held, night, london)).toBe(held)
      }),
    )
  })
})
