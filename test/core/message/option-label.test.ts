import { expect, test } from 'vitest'
import { optionLabel } from '../../../src/core/message/option-label.ts'
import { policies } from '../../../src/policies/index.ts'

test('an option that is longer than the services show ends in “…”, and in no half letter', () => {
  expect(optionLabel('A'.repeat(75))).toBe('A'.repeat(75))
  expect(optionLabel('A'.repeat(76))).toBe(`${'A'.repeat(74)}…`)
  expect(optionLabel(`${'A'.repeat(73)}😀😀`)).toBe(`${'A'.repeat(73)}😀…`)
})

test('every way to another level fits an option whole: what it means is at its end', () => {
  const ways = policies.flatMap(({ transitions }) => transitions)
  const labels = ways.filter(({ opens }) => !opens).map(({ id, label }) => `${id} ${label}`)

  expect(labels.length).toBeGreaterThan(10)
  expect(labels.filter((label) => optionLabel(label) !== label)).toEqual([])
})
