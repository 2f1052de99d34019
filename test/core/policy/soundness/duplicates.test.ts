import { expect, test } from 'vitest'
import { type Fault, faultsOf, find, first } from '../seeded.ts'

const faults: Fault[] = [
  [
    'two rules under one id',
    (pack) => {
      find(pack.triggers, 'T2').id = 'T1'
    },
    ['"triggers" holds "T1" more than once; give each a name of its own'],
  ],
  [
    'two fields under one id',
    (pack) => {
      find(pack.forms, 'note').fields.push(find(find(pack.forms, 'note').fields, 'text'))
    },
    ['form "note" holds "text" more than once; give each a name of its own'],
  ],
  [
    'two seats under one id, though in two lines',
    (pack) => {
      const line = find(find(pack.meetings, 'M3').lines, 'quality-manager')
      find(line.seats, 'quality-manager').id = 'provider-incident-lead'
    },
    ['meeting "M3" holds "provider-incident-lead" more than once; give each a name of its own'],
  ],
  [
    'two options with one value',
    (pack) => {
      const field = find(find(pack.forms, 'panel').fields, 'decision')
      if ('options' in field)
        first(field.options ?? [], (option) => {
          option.value = 'close'
        })
    },
    ['field "decision" of form "panel" offers "close" more than once; give each a name of its own'],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
