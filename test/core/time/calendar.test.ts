import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysAfter,
  workingDaysBetween,
  workingDayUpTo,
} from '../../../src/core/time/calendar.ts'
import {
  isDay,
  monthNumber,
  plusDays,
  plusMonths,
  shortDate,
  showDate,
  weekdayNumber,
} from '../../../src/core/time/day.ts'
import { england, scenarios } from './england.ts'

const days = fc.integer({ min: 0, max: 1095 }).map((count) => plusDays('2026-01-01', count))

test('no bank holiday and no weekend day is a working day', () => {
  for (const date of Object.keys(scenarios.bank_holidays)) {
    expect(isWorkingDay(date, england)).toBe(false)
  }
  expect(isWorkingDay('2026-12-26', england)).toBe(false)
  expect(isWorkingDay('2026-12-29', england)).toBe(true)
})

test('Easter 2027 is stepped over in both directions', () => {
  expect(nextWorkingDay('2027-03-25', england)).toBe('2027-03-30')
  expect(previousWorkingDay('2027-03-30', england)).toBe('2027-03-25')
  expect(workingDayUpTo('2027-03-29', england)).toBe('2027-03-25')
  expect(workingDayUpTo('2027-03-30', england)).toBe('2027-03-30')
})

test('each day is counted or skipped, and says why', () => {
  expect(workingDaysAfter('2027-03-26', 3, england)).toEqual({
    last: '2027-04-01',
    counted: ['2027-03-30', '2027-03-31', '2027-04-01'],
    skipped: [
      { date: '2027-03-27', kind: 'weekend', name: 'Saturday' },
      { date: '2027-03-28', kind: 'weekend', name: 'Sunday' },
      { date: '2027-03-29', kind: 'bankHoliday', name: 'Easter Monday' },
    ],
    unlisted: [],
    listedFrom: null,
  })
})

test('counting forward and counting between agree', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 70 }), (from, amount) => {
      const { last, counted, skipped } = workingDaysAfter(from, amount, england)
      expect(counted).toHaveLength(amount)
      expect(counted.at(-1)).toBe(last)
      expect(workingDaysBetween(from, last, england)).toBe(amount)
      expect(plusDays(from, counted.length + skipped.length)).toBe(last)
    }),
  )
})

test('years without a list are counted without bank holidays and named', () => {
  const { last, unlisted } = workingDaysAfter('2028-12-29', 1, england)
  expect({ last, unlisted }).toEqual({ last: '2029-01-01', unlisted: ['2029'] })
  expect(workingDaysAfter('2025-12-24', 2, england)).toMatchObject({
    unlisted: ['2025'],
    listedFrom: '2026',
  })
})

test('months keep the day number or take the last day of the month', () => {
  expect(plusMonths('2027-11-30', 3)).toBe('2028-02-29')
  expect(plusMonths('2027-08-31', 6)).toBe('2028-02-29')
  expect(plusMonths('2027-06-09', 1)).toBe('2027-07-09')
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 36 }), (day, months) => {
      const later = plusMonths(day, months)
      const [year = 0, month = 0, number = 0] = day.split('-').map(Number)
      const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
      const inMonth = Math.min(number, lastOfMonth.getUTCDate())
      expect(later.slice(0, 7)).toBe(lastOfMonth.toISOString().slice(0, 7))
      expect(Number(later.slice(8))).toBe(inMonth)
    }),
  )
})

test('days are read and written as people write them', () => {
  expect(showDate('2027-04-01')).toBe('Thu 1 Apr 2027')
  expect(shortDate('2027-09-14')).toBe('Tue 14 Sep')
  expect(isDay('2027-02-29')).toBe(false)
  expect(isDay('2028-02-29')).toBe(true)
  expect([weekdayNumber('sat'), weekdayNumber('Sunday'), weekdayNumber('sa')]).toEqual([7, 1, 0])
  expect([monthNumber('Mar'), monthNumber('sept'), monthNumber('mart')]).toEqual([3, 9, 0])
})
