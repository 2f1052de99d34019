import { expect, test } from 'vitest'
import { type Fault, faultsOf, find, first } from '../seeded.ts'

const faults: Fault[] = [
  [
    'bands that do not rise',
    (pack) => {
      find(find(pack.instruments, 'prr').bands, 'B3').from = 12
    },
    ['instrument "prr" has band "B3" after band "B2"; put them in rising order'],
  ],
  [
    'steps that do not rise',
    (pack) =>
      first(find(find(pack.instruments, 'prr').items, 'finance').steps, (step) => {
        step.score = 2
      }),
    ['row "finance" of instrument "prr" has step 2 after step 2; put them in rising order'],
  ],
  [
    'a holiday out of order',
    (pack) => {
      pack.holidays.push({ date: '2026-06-01', name: 'A day off' })
    },
    ['"holidays" has "2026-06-01" after "2028-12-26"; put them in rising order'],
  ],
  [
    'a holiday named twice',
    (pack) => {
      pack.holidays.push({ date: '2028-12-26', name: 'Boxing Day' })
    },
    ['"holidays" has "2028-12-26" after "2028-12-26"; put them in rising order'],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
