import { describe, expect, test } from 'vitest'
import { Provider } from '../../../../src/core/provider/provider.ts'
import { providerId } from '../../../../src/core/record-id.ts'
import type { Instant } from '../../../../src/core/time/instant.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { lifeOf } from '../../../fixtures/life.ts'
import { cycleOf, done, filing, person, register } from '../provider.ts'

const MARCH = '2027-03-01T10:00:00Z'
const IN_TIME = '2027-03-25T10:00:00Z'
const LATER = '2027-04-08T10:00:00Z'

/** Willow House, whose monthly review is done with what is noted as learning. */
function withReviews() {
  const policy = structuredClone(policyOf('provider-collaborative'))
  const rule = policy.cycles.find(({ id }) => id === 'D13b')
  if (rule) rule.metBy = [{ filed: 'learning', steps: ['learning.noted'] }]
  const life = lifeOf<Provider>(
    { kind: 'provider', status: 'none', id: providerId('willow') },
    { policy, channels: ['web'] },
  )
  life.ask(MARCH, register)
  const by = person('quinn')
  const begun = { type: 'beginDuty', by, cycle: 'D13b', startAt: MARCH, amount: null } as const
  life.ask(MARCH, { kind: 'provider', ...begun })
  return life
}

type Life = ReturnType<typeof withReviews>

function noted(life: Life, at: Instant): number {
  life.ask(at, filing('quinn', 'learning.noted', null, { theme: 'Falls at night' }))
  expect(cycleOf(life.record(), 'D13b')).toMatchObject({ lastDoneAt: at })
  return life.record().matters?.at(-1)?.n ?? 0
}

function withdraw(life: Life, matter: number, at = LATER) {
  life.ask(at, filing('quinn', 'learning.withdrawn', matter, { reason: 'Of another.' }))
}

const why = { type: 'explainMissed', by: person('quinn'), cycle: 'D13b' } as const

describe('a round that was done with a matter which was a mistake', () => {
  test.each<[string, (life: Life) => void, Instant?]>([
    ['of which nothing was done before', () => {}],
    ['after one that was done', (life) => void life.ask(MARCH, done('D13b', MARCH))],
    ['after one that was done with another', (life) => void noted(life, '2027-03-20T10:00:00Z')],
    [
      'after one that is on record as missed',
      (life) =>
        void life.ask('2027-04-03T10:00:00Z', { kind: 'provider', ...why, reason: 'Nobody came.' }),
      '2027-04-06T10:00:00Z',
    ],
  ])('%s, is owed again by its day', (_what, before, at = IN_TIME) => {
    const life = withReviews()
    before(life)
    const owed = cycleOf(life.record(), 'D13b')

    withdraw(life, noted(life, at))

    const { nudgeAt, nudged, ...open } = owed
    expect(cycleOf(life.record(), 'D13b')).toMatchObject(open)
    expect(cycleOf(life.record(), 'D13b').through).toEqual(owed.through)
    expect(cycleOf(life.record(), 'D13b').nudgeAt).not.toBeNull()
    expect(Provider.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
  })

  test('is owed as before also where another that was a mistake was withdrawn before it', () => {
    const life = withReviews()
    const owed = cycleOf(life.record(), 'D13b')

    for (const at of ['2027-03-20T10:00:00Z', IN_TIME]) withdraw(life, noted(life, at), at)

    expect(cycleOf(life.record(), 'D13b').lastDoneAt).toBe(owed.lastDoneAt)
    expect(cycleOf(life.record(), 'D13b').through).toBeUndefined()
  })

  test('stays as it is once another was done since', () => {
    const life = withReviews()
    const matter = noted(life, IN_TIME)
    life.ask(LATER, done('D13b', '2027-03-26T10:00:00Z'))
    const next = cycleOf(life.record(), 'D13b')

    withdraw(life, matter)

    expect(cycleOf(life.record(), 'D13b')).toEqual(next)
  })
})
