import { expect, test } from 'vitest'
import { type Fault, faultsOf, find } from '../seeded.ts'

const faults: Fault[] = [
  [
    'a field shown under a field that is not there',
    (pack) => {
      find(find(pack.forms, 'concern').fields, 'dangerNow').when = {
        field: 'dangr',
        is: ['yes'],
      }
    },
    [
      'field "dangerNow" of form "concern" names the unknown choice "dangr"; the nearest known is "danger"',
    ],
  ],
  [
    'a field shown under an answer that cannot be given',
    (pack) => {
      find(find(pack.forms, 'concern').fields, 'dangerNow').when = {
        field: 'danger',
        is: ['yess'],
      }
    },
    [
      'field "dangerNow" of form "concern" names the unknown answer to "danger" "yess"; the nearest known is "yes"',
    ],
  ],
  [
    'a moment that is not after a field of another kind',
    (pack) => {
      const field = find(find(pack.forms, 'incident').fields, 'occurred')
      if (field.kind === 'moment') field.notAfter = 'identify'
    },
    [
      'field "occurred" of form "incident" names the unknown moment "identify"; the nearest known is "identified"',
    ],
  ],
  [
    'a choice that begins with what it does not offer',
    (pack) => {
      const field = find(find(pack.forms, 'concern').fields, 'danger')
      if (field.kind === 'choice') field.initial = 'non'
    },
    ['field "danger" of form "concern" names the unknown option "non"; the nearest known is "no"'],
  ],
  [
    'a choice of nothing',
    (pack) => {
      const field = find(find(pack.forms, 'deputy').fields, 'person')
      if (field.kind === 'choice') delete field.from
    },
    ['field "person" of form "deputy" offers nothing; give it "options" or "from"'],
  ],
  [
    'a number that cannot be',
    (pack) => {
      const field = find(find(pack.forms, 'snooze').fields, 'hours')
      if (field.kind === 'number') field.min = 25
    },
    ['field "hours" of form "snooze" goes from 25 to 24; the first must not be the larger'],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
