import { expect, test } from 'vitest'
import { casesNamedIn, hasReference } from '../../src/core/record-id.ts'

test.each([
  'C-7K2M-9Q4X',
  'C-ABCD-EFGH',
  'see c7k2m9q4x',
  'case 7k2m-9q4x',
  'case-7k2m9q4x',
  'As in C-7K2M 9Q4X.',
  'c 7k2m 9q4x',
])('“%s” has the reference of a case', (words) => {
  expect(hasReference(words)).toBe(true)
  expect(casesNamedIn(words)).toHaveLength(1)
})

test.each([
  'Review of CAMHS 2027',
  'CAMHS 12th May visit',
  'serious cases 2026',
  'spot check 2026',
  'CAMHS-ward',
  'Crewe 2027',
  'case 2026 data',
])('“%s” has none', (words) => {
  expect(hasReference(words)).toBe(false)
})
