import { expect, test } from 'vitest'
import type { Held } from '../../../src/core/provider/held.ts'
import {
  askedInConfidence,
  refusedInConfidence,
  standsAgainst,
} from '../../../src/core/provider/in-confidence.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { enhancedProvider } from './levels.ts'
import { change, listedProvider, planLasted } from './provider.ts'

const JULY = '2027-07-20T09:00:00Z'
const call: Held = {
  meeting: RecordId.parse('meeting-8h3n0p5y'),
  rule: 'M9',
  at: '2027-07-01T09:00:00Z',
  leadsTo: null,
}

function planned() {
  const life = enhancedProvider()
  planLasted(life, JULY)
  const { policy } = life.context()
  const way = policy.transitions.find(({ id }) => id === 'G12')
  if (!way) throw new Error('There is no G12')
  return { life, policy, way, before: life.record() }
}

test.each([
  ['gained no assurance, is asked', null, true],
  ['gained it, is not asked', 'G8', false],
])('once a plan leads to routine (G12), a confidential call that %s', (_what, leadsTo, isAsked) => {
  const { life, policy, way, before } = planned()
  const held = { ...call, leadsTo }

  expect(askedInConfidence(before, way, [held], policy) !== undefined).toBe(isAsked)
  expect(refusedInConfidence(before, way, [held], policy)).toBeUndefined()
  const { refusal } = life.ask(JULY, change('G12'))
  expect(refusal).toBeUndefined()
  expect(standsAgainst(life.record(), held, policy) !== undefined).toBe(isAsked)
})

test('a call that was held once the provider had left enhanced speaks against nothing', () => {
  const { life, policy } = planned()
  life.ask(JULY, change('G12'))

  const later = { ...call, at: '2027-08-01T09:00:00Z' }
  expect(standsAgainst(life.record(), later, policy)).toBeUndefined()
})

test.each([
  ['G0P', ['G2', 'G13'], true],
  ['G0P', ['G2', 'G13'], false],
  ['G0', ['G13'], true],
] as const)(
  'a level that is taken back (%s) is one on which no confidential meeting was held either',
  (id, ways, isOn) => {
    const life = listedProvider()
    ways.forEach((way, day) => {
      life.ask(`2027-07-0${day + 2}T09:00:00Z`, change(way))
    })
    const { policy } = life.context()
    const way = policy.transitions.find((one) => one.id === id)
    if (!way) throw new Error(`There is no ${id}`)
    const held: Held = { ...call, rule: 'M6', at: isOn ? '2027-07-10T09:00:00Z' : call.at }

    expect(askedInConfidence(life.record(), way, [held], policy) !== undefined).toBe(isOn)
    expect(refusedInConfidence(life.record(), way, [held], policy) !== undefined).toBe(isOn)
    const { refusal } = life.ask(JULY, change(id, { evidence: null }))
    expect(refusal).toBeUndefined()
    expect(standsAgainst(life.record(), held, policy) !== undefined).toBe(isOn)
  },
)
