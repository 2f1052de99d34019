import { describe, expect, test } from 'vitest'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { stageParts } from '../../../src/core/provider/matter/stages.ts'
import type { Provider } from '../../../src/core/provider/provider.ts'
import { policyOf } from '../../fixtures/context.ts'
import type { lifeOf } from '../../fixtures/life.ts'
import { enhancedProvider } from './levels.ts'
import { change, filing, listedProvider, planLasted } from './provider.ts'

const MAY = '2027-05-10T09:00:00Z'
const JUNE = '2027-06-01T09:00:00Z'
const AGREED = '2027-12-31T23:59:59Z'

function step(life: ReturnType<typeof lifeOf<Provider>>, letter: string): string {
  const { policy, directory, now } = life.context()
  const composing = { policy, directory, now, viewer: { type: 'operator' } } as const
  const message = { title: '', parts: stageParts(life.record(), composing) }
  const lines = plainMessage(message, directory).split('\n')
  return lines.find((line) => line.includes(`(${letter})`)) ?? ''
}

const action = (name: string) =>
  filing('wanda', 'plan.action', null, { action: name, dueOn: AGREED })

describe('the five steps of enhanced monitoring', () => {
  test('say of each what is missing, and who owes it', () => {
    const life = enhancedProvider()

    expect(step(life, 'b')).toContain(
      '(b) Baseline review: 0 of 1. Missing: validated findings (owed by Quinn Adeyemi)',
    )
    expect(step(life, 'd')).toContain(
      '(d) Feed back to the provider: 0 of 2. Missing: the review fed back (owed by Quinn Adeyemi); the provider’s response (owed by Wanda Mensah)',
    )
    expect(step(life, 'e')).toContain('actions agreed (owed by Wanda Mensah); actions signed off')
  })

  test('name the post where nobody holds it', () => {
    const life = enhancedProvider()
    const { directory } = life.context()
    const without = directory.organisations.map((one) =>
      one.slug === 'harbour' ? { ...one, holdings: [] } : one,
    )
    life.ask(JUNE, action('New fittings'), { directory: { ...directory, organisations: without } })

    expect(step(life, 'b')).toContain('(owed by quality lead, Harbour NHS Foundation Trust)')
  })

  test('count an action as signed off, and as sustained, only when every one of the plan is', () => {
    const life = enhancedProvider()
    planLasted(life, JUNE)
    expect(step(life, 'e')).toContain('(e) Improvement plan: done, 3 of 3')

    life.ask(JUNE, action('New windows'))
    expect(step(life, 'e')).toContain(
      '(e) Improvement plan: 1 of 3. Missing: actions signed off (1 of 2), actions sustained (1 of 2) (owed by Quinn Adeyemi)',
    )

    life.ask(JUNE, filing('ivan', 'plan.evidence', 2, { evidence: 'Photographs' }))
    life.ask(JUNE, filing('quinn', 'plan.signed', 2, { sustainedOn: AGREED }))
    expect(step(life, 'e')).toContain('2 of 3. Missing: actions sustained (1 of 2)')

    life.ask(JUNE, filing('quinn', 'plan.returned', 2, { why: 'Two are loose.', dueOn: AGREED }))
    expect(step(life, 'e')).toContain('1 of 3. Missing: actions signed off (1 of 2)')

    life.ask(JUNE, filing('quinn', 'plan.withdrawn', 2, { why: 'It is in another plan.' }))
    expect(step(life, 'e')).toContain('(e) Improvement plan: done, 3 of 3')
  })

  test('count what was signed off on routine, and is not over, as signed off', () => {
    const life = listedProvider()
    life.ask(MAY, action('New fittings'))
    life.ask(MAY, filing('ivan', 'plan.evidence', 1, { evidence: 'Photographs' }))
    life.ask(MAY, filing('quinn', 'plan.signed', 1, { sustainedOn: AGREED }))
    life.ask(JUNE, change('G2'))

    expect(step(life, 'e')).toContain(
      '(e) Improvement plan: 1 of 3. Missing: actions agreed (owed by Wanda Mensah); actions sustained (owed by Quinn Adeyemi)',
    )
  })

  const reached = (who: string) =>
    ({
      kind: 'provider',
      type: 'noteTold',
      slot: 'notice:tell.1',
      place: `web/person/${who}`,
    }) as const

  function informing(...few: string[]) {
    const whole = policyOf('provider-collaborative')
    const tellings = (whole.tellings ?? []).map((one) =>
      one.id === 'M11' ? { ...one, whom: one.whom.filter(({ id }) => few.includes(id)) } : one,
    )
    return { policy: { ...whole, tellings } }
  }

  test('do not wait for ever for a post that nobody holds, and name it', () => {
    const life = listedProvider()
    const { directory } = life.context()
    const organisations = directory.organisations.map((one) => ({
      ...one,
      holdings: one.holdings.filter(({ role }) => role !== 'contract-lead'),
    }))
    const known = {
      ...informing('provider', 'contract-team'),
      directory: { ...directory, organisations },
    }
    life.ask(MAY, change('G2'), known)
    expect(step(life, 'a')).toContain(
      '0 of 4. Missing: formal notice, those informed who must know, M11 (0 of 1)',
    )

    life.ask(MAY, reached('wanda'))

    expect(step(life, 'a')).toContain('1 of 4. Missing: formal notice, governance set up')
    expect(step(life, 'a')).toContain('; not told: nobody holds Lead Provider: contract lead')
  })

  test('count those who must know as informed only when each of them was reached', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'), informing('provider', 'chief-nurse'))
    expect(step(life, 'a')).toContain('those informed who must know, M11 (0 of 2)')

    life.ask(MAY, reached('wanda'))
    expect(step(life, 'a')).toContain('those informed who must know, M11 (1 of 2)')

    life.ask(MAY, reached('ada'))
    expect(step(life, 'a')).toContain('1 of 4. Missing: formal notice, governance set up')
  })

  test('stand on the card with how many are done, what is next, and whose it is', () => {
    expect(enhancedProvider().says('root')).toContain(
      'Steps of this level done: 0 of 5. Next: (a) Engage the provider and set up, owed by quality lead, Harbour NHS Foundation Trust.',
    )
  })
})
