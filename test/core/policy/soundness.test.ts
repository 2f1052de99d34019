import { expect, test } from 'vitest'
import { Policy, type PolicySource } from '../../../src/core/policy/policy.ts'
import { nearest } from '../../../src/core/policy/soundness/nearest.ts'
import { socialCare } from '../../../src/policies/social-care/index.ts'
import { faultsOf, find } from './seeded.ts'

test('says nothing of a sound pack', () => {
  expect(faultsOf(() => {})).toEqual([])
})

test('reports a time zone that is not there', () => {
  const complaints = faultsOf((pack) => {
    pack.zone = 'Europe/Londn'
  })

  expect(complaints).toEqual([
    'the pack names the unknown time zone "Europe/Londn"; the nearest known is "Europe/London"',
  ])
})

test('leads to the wrong word, so that its line can be named', () => {
  const pack = structuredClone(Policy.parse(socialCare))
  find(pack.clocks, 'D3').ladder = 'working'

  const [issue] = Policy.safeParse(pack).error?.issues ?? []

  expect(issue?.path).toEqual(['clocks', 2, 'ladder'])
  expect(issue?.message).toContain('the nearest known is "working-days"')
})

test('refuses a trigger that does not fit on a checkbox', () => {
  const pack: PolicySource = {
    ...socialCare,
    triggers: socialCare.triggers.map((trigger) => ({ ...trigger, short: 'x'.repeat(76) })),
  }

  const [issue] = Policy.safeParse(pack).error?.issues ?? []

  expect(issue?.path).toEqual(['triggers', 0, 'short'])
})

test.each([
  ['hour', ['working-days', 'hours'], 'hours'],
  ['D33', ['D1', 'D3', 'D3a'], 'D3'],
  ['qualitylead', ['incident-lead', 'quality-lead'], 'quality-lead'],
  ['anything', [], undefined],
])('finds the known word nearest to %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected)
})
