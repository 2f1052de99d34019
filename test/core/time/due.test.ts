import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Within } from '../../../src/core/policy/clock.ts'
import { dueDate, workingDaysLate } from '../../../src/core/time/due.ts'
import { plusMinutes, toInstant } from '../../../src/core/time/instant.ts'
import { localDay, parseLocal } from '../../../src/core/time/local.ts'
import { england, expected, london, scenario, scenarios } from './england.ts'

function due(within: Within, start: string) {
  const answer = dueDate(within, start, england)
  if (!answer) throw new Error(`a clock of ${within.unit} has a due date`)
  return answer
}

function local(words: string): string {
  const moment = parseLocal(words, london, 'first')
  if (moment.type !== 'instant') throw new Error(`${words}: ${moment.type}`)
  return moment.instant
}

function lastDay(within: Within, words: string): string {
  return localDay(due(within, local(words)).due, london)
}

const hours = (amount: number): Within => ({ unit: 'hours', amount })
const workingDays = (amount: number): Within => ({ unit: 'workingDays', amount })
const days = (amount: number): Within => ({ unit: 'days', amount })
const months = (amount: number): Within => ({ unit: 'months', amount })

const incidents = scenarios.scenarios.filter(({ occurred }) => occurred)

describe.each(incidents.map(({ id }) => id))('%s', (id) => {
  const { occurred, identified } = scenario(id)
  const [from, found] = [occurred?.utc ?? '', identified?.utc ?? '']

  test('the alert, the report and the information lines fall due as computed', () => {
    expect({
      steis_alert_due: due(hours(48), found).due,
      report72_due: due(workingDays(3), from).due,
      report72_due_if_clock_ran_from_identification: due(workingDays(3), found).due,
      plain_72_hours_from_occurrence_info_only: due(hours(72), from).due,
      duty_of_candour_10wd_info: due(workingDays(10), found).due,
    }).toEqual(
      Object.fromEntries(
        [
          'steis_alert_due',
          'report72_due',
          'report72_due_if_clock_ran_from_identification',
          'plain_72_hours_from_occurrence_info_only',
          'duty_of_candour_10wd_info',
        ].map((name) => [name, expected(id, name)]),
      ),
    )
  })
})

test('S06: found a week late, the report is two working days overdue on entry', () => {
  const report = due(workingDays(3), local('2027-01-11 16:00'))

  expect(workingDaysLate(report.due, local('2027-01-18 10:05'), england)).toBe(2)
  expect(workingDaysLate(report.due, report.due, england)).toBe(0)
  expect(workingDaysLate(report.due, local('2027-01-16 10:00'), england)).toBe(1)
})

test('S08: sixty working days skip both Easter holidays', () => {
  const investigation = due(workingDays(60), local('2027-02-03 09:30'))

  expect(localDay(investigation.due, london)).toBe(expected('S08', 'sif2015_60wd_from_report'))
  expect(investigation.words).toBe(
    'due Fri 30 Apr 2027 23:59 BST: 60 working days from Wed 3 Feb; 24 weekend days not counted; Fri 26 Mar bank holiday (Good Friday), Mon 29 bank holiday (Easter Monday)',
  )
})

test('S09: the cycles of a rating come round as computed', () => {
  const dates = {
    start_contact_due: lastDay(months(1), '2027-03-31 12:00'),
    start_monitoring_meeting_due: lastDay(months(6), '2027-02-15 12:00'),
    start_pamms_due: lastDay(months(12), '2026-11-05 12:00'),
    up_contact_due: lastDay(days(7), '2027-04-12 12:00'),
    up_monitoring_meeting_due: lastDay(months(3), '2027-04-12 12:00'),
    back_contact_due: lastDay(months(1), '2027-10-08 12:00'),
    back_monitoring_meeting_due: lastDay(months(6), '2027-07-09 12:00'),
  }
  expect(dates).toEqual(
    Object.fromEntries(Object.keys(dates).map((name) => [name, expected('S09', name)])),
  )
})

test('S10, S11, S12: feedback, hold and visits keep their day or take the month end', () => {
  expect(lastDay(months(1), '2027-05-10 12:00')).toBe(expected('S10', 'feedback1_due'))
  expect(lastDay(months(1), '2027-06-09 12:00')).toBe(expected('S10', 'feedback2_due_after_9_June'))
  expect(lastDay(months(3), '2027-11-30 12:00')).toBe(expected('S10', 'hold_until'))
  expect(lastDay(months(1), '2027-08-14 08:55')).toBe(expected('S11', 'feedback_due'))
  expect(lastDay(days(42), '2027-03-01 12:00')).toBe(expected('S12', 'child_visit_due'))
  expect(lastDay(days(56), '2027-03-01 12:00')).toBe(expected('S12', 'adult_visit_due'))
})

test('S14: forty-eight hours across the end of BST', () => {
  const stay = due(hours(48), local('2027-10-29 23:00'))
  expect(stay.due).toBe(expected('S14', 'child_on_adult_ward_48h_reached'))
})

describe('a due date explains itself', () => {
  test('working days over a weekend and a bank holiday', () => {
    const report = due(workingDays(3), local('2027-03-26 20:15'))

    expect(report.words).toBe(
      'due Thu 1 Apr 2027 23:59 BST: 3 working days from Fri 26 Mar; Sat 27, Sun 28 not counted; Mon 29 bank holiday (Easter Monday)',
    )
    expect(report.counted).toEqual(['2027-03-30', '2027-03-31', '2027-04-01'])
    expect(report.skipped).toEqual([
      { date: '2027-03-27', why: 'Saturday' },
      { date: '2027-03-28', why: 'Sunday' },
      { date: '2027-03-29', why: 'Easter Monday bank holiday' },
    ])
  })

  test.each([
    [
      workingDays(3),
      '2027-04-30 18:45',
      'due Thu 6 May 2027 23:59 BST: 3 working days from Fri 30 Apr; Sat 1 May, Sun 2 not counted; Mon 3 May bank holiday (Early May)',
    ],
    [
      workingDays(1),
      '2026-12-31 10:00',
      "due Mon 4 Jan 2027 23:59 GMT: 1 working day from Thu 31 Dec 2026; Sat 2 Jan, Sun 3 not counted; Fri 1 Jan bank holiday (New Year's Day)",
    ],
    [
      workingDays(1),
      '2027-12-24 10:00',
      'due Wed 29 Dec 2027 23:59 GMT: 1 working day from Fri 24 Dec; Sat 25, Sun 26 not counted; Mon 27 bank holiday (Christmas Day, substitute), Tue 28 bank holiday (Boxing Day, substitute)',
    ],
    [
      workingDays(1),
      '2027-02-02 10:00',
      'due Wed 3 Feb 2027 23:59 GMT: 1 working day from Tue 2 Feb',
    ],
    [
      workingDays(1),
      '2028-12-29 10:00',
      'due Mon 1 Jan 2029 23:59 GMT: 1 working day from Fri 29 Dec 2028; Sat 30, Sun 31 not counted; provisional: the bank holidays of 2029 are not listed yet, so it may be later, never earlier',
    ],
    [
      workingDays(1),
      '2020-03-31 10:00',
      'due Wed 1 Apr 2020 23:59 BST: 1 working day from Tue 31 Mar; provisional: these rules list bank holidays from 2026 on, so it may be later, never earlier',
    ],
    [
      hours(48),
      '2027-02-02 15:10',
      'due Thu 4 Feb 2027 15:10 GMT: 48 hours from Tue 2 Feb 15:10 GMT, every hour counts',
    ],
    [
      hours(48),
      '2027-03-26 20:15',
      'due Sun 28 Mar 2027 21:15 BST: 48 hours from Fri 26 Mar 20:15 GMT, every hour counts; the clocks go forward in between, so it is an hour later by the clock on the wall',
    ],
    [
      hours(48),
      '2027-10-30 23:40',
      'due Mon 1 Nov 2027 22:40 GMT: 48 hours from Sat 30 Oct 23:40 BST, every hour counts; the clocks go back in between, so it is an hour earlier by the clock on the wall',
    ],
    [
      days(42),
      '2027-03-01 10:00',
      'due Mon 12 Apr 2027 23:59 BST: 42 days from Mon 1 Mar, every day counts',
    ],
    [
      months(3),
      '2027-11-30 10:00',
      'due Tue 29 Feb 2028 23:59 GMT: 3 months from Tue 30 Nov 2027; Feb has no 30, so its last day',
    ],
    [months(6), '2027-02-15 10:00', 'due Sun 15 Aug 2027 23:59 BST: 6 months from Mon 15 Feb'],
  ])('%j from %s', (within, start, words) => {
    expect(due(within, local(start)).words).toBe(words)
  })

  test('a clock without a duration of its own has no due date', () => {
    expect(dueDate({ unit: 'receiptOf', clock: 'D3' }, '2027-02-02T10:00:00Z', england)).toBeNull()
    expect(dueDate({ unit: 'asRequired' }, '2027-02-02T10:00:00Z', england)).toBeNull()
  })

  test('past the last listed year it is provisional', () => {
    expect(due(workingDays(3), local('2028-12-28 10:00')).provisional).toBe(true)
    expect(due(workingDays(3), local('2027-12-28 10:00')).provisional).toBe(false)
    expect(due(hours(48), local('2040-12-28 10:00')).provisional).toBe(false)
  })
})

describe('for every start', () => {
  const starts = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2028, 11, 1) / 1000 })
    .map((seconds) => toInstant(new Date(seconds * 1000)))

  test('three working days are never shorter than 72 hours', () => {
    fc.assert(
      fc.property(starts, (start) => {
        expect(due(workingDays(3), start).due >= plusMinutes(start, 72 * 60)).toBe(true)
      }),
    )
  })

  test('the longest three working days of 2027 are the 192 hours from Christmas Eve', () => {
    const start = local('2027-12-24 00:00')
    const length = Date.parse(due(workingDays(3), start).due) + 1000 - Date.parse(start)
    expect(length / 3_600_000).toBe(192)
  })

  test('hours are elapsed time, whatever the clocks do', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 200 }), (start, amount) => {
        const answer = due(hours(amount), start)
        expect(Date.parse(answer.due) - Date.parse(start)).toBe(amount * 3_600_000)
      }),
    )
  })

  test('more time is never due earlier, and the counted days are as many as asked', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const answer = due(workingDays(amount), start)
        expect(answer.counted).toHaveLength(amount)
        expect(answer.due < due(workingDays(amount + 1), start).due).toBe(true)
      }),
    )
  })

  test('without the list it is never later than with it', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const bare = dueDate(workingDays(amount), start, { zone: london, holidays: [] })
        expect(bare?.provisional).toBe(true)
        expect((bare?.due ?? '') <= due(workingDays(amount), start).due).toBe(true)
      }),
    )
  })
})
