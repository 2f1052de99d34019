import { expect, test } from 'vitest'
import { unnamed } from '../../../src/core/message/unnamed.ts'

const willow = { name: 'Willow House', slug: 'willow' }

test.each([
  ['At Willow House a second nurse helps.', 'At the provider a second nurse helps.'],
  ['At willow house a second nurse helps.', 'At the provider a second nurse helps.'],
  ['WILLOW  HOUSE helps.', 'the provider helps.'],
  ['Willow-House helps.', 'the provider helps.'],
  ['Willow’s nights are calm.', 'the provider’s nights are calm.'],
  ['Pillows and willowy trees stay.', 'Pillows and willowy trees stay.'],
])('“%s” names nobody once it is shared', (words, shared) => {
  expect(unnamed(words, willow)).toBe(shared)
})

test('the slug stays when a provider is renamed: its former name goes too', () => {
  const renamed = { name: 'The Grove', slug: 'willow-house' }
  expect(unnamed('At Willow House and the Grove.', renamed)).toBe(
    'At the provider and the provider.',
  )
})

test('a name with signs in it is taken as it is written', () => {
  expect(unnamed('At St. Mary (North).', { name: 'St. Mary (North)', slug: 'st-mary' })).toBe(
    'At the provider.',
  )
})
