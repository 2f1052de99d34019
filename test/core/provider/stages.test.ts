import { describe, expect, test } from 'vitest'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { Viewer } from '../../../src/core/people/viewer.ts'
import { stageParts } from '../../../src/core/provider/matter/stages.ts'
import type { Provider } from '../../../src/core/provider/provider.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { policyOf } from '../../fixtures/context.ts'
import type { lifeOf } from '../../fixtures/life.ts'
import { enhancedProvider } from './levels.ts'
import { change, filing, listedProvider, numberOf, planLasted, recorded } from './provider.ts'

const MAY = '2027-05-10T09:00:00Z'
const JUNE = '2027-06-01T09:00:00Z'
const AGREED = '2027-12-31T23:59:59Z'

type Life = ReturnType<typeof lifeOf<Provider>>

function step(life: Life, letter: string): string {
  const lines = checklist(life).split('\n')
  return lines.find((line) => line.includes(`(${letter})`)) ?? ''
}

function checklist(life: Life, viewer: Viewer = { type: 'operator' }): string {
  const { policy, directory, now } = life.context()
  const parts = stageParts(life.record(), { policy, directory, now, viewer })
  return plainMessage({ title: '', parts }, directory)
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

  test('count whoever was told outside Muster, in a post that nobody holds or where no service reached them', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'), informing('provider', 'contract-team'))
    const lost = { kind: 'provider', type: 'noteUndelivered', slot: 'notice:tell.1' } as const
    life.ask(MAY, { ...lost, place: 'web/person/wanda', reason: 'no account' })
    expect(step(life, 'a')).toContain('M11 (0 of 1)')
    const told = (line: string) => {
      const by = { type: 'person', person: 'quinn' } as const
      const said = { telling: 1, line, name: 'Hester Vane', how: 'phone', toldAt: MAY } as const
      return { kind: 'provider', type: 'recordTold', by, ...said } as const
    }

    life.ask(MAY, told('provider'))
    expect(step(life, 'a')).toContain('1 of 4. Missing: formal notice, governance set up')
    expect(step(life, 'a')).toContain('; not told: nobody holds Lead Provider: contract lead')

    life.ask(MAY, told('contract-team'))
    expect(step(life, 'a')).not.toContain('not told')
  })

  test('count those who must know as informed only when each of them was reached', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'), informing('provider', 'chief-nurse'))
    expect(step(life, 'a')).toContain('those informed who must know, M11 (0 of 2)')

    life.ask(MAY, reached('wanda'))
    expect(step(life, 'a')).toContain('those informed who must know, M11 (1 of 2)')
    expect(checklist(life)).toContain(
      'those informed who must know, M11: 1 of 2 told with proof, begun Mon 10 May 2027',
    )

    life.ask(MAY, reached('ada'))
    expect(step(life, 'a')).toContain('1 of 4. Missing: formal notice, governance set up')
  })

  test('stand on the card with how many are done, what is next, and whose it is', () => {
    expect(enhancedProvider().says('root')).toContain(
      'Steps of this level done: 0 of 5. Next: (a) Engage the provider and set up, owed by quality lead, Harbour NHS Foundation Trust.',
    )
  })
})

describe('the evidence of the five steps', () => {
  const ITS_ROOM: Viewer = {
    type: 'place',
    place: { channel: 'web', to: { type: 'room', room: 'willow' } },
  }
  const RISK = { risk: 'Ligature points', consequence: '4', likelihood: '4', reviewOn: AGREED }

  test('is what is on file: by its true day, by whom, and what it names', () => {
    const life = enhancedProvider()
    const notice = { concerns: 'Falls', route: 'letter', reference: 'HL/27/12' }
    life.ask(
      JUNE,
      filing('quinn', 'notice.given', null, { ...notice, doneOn: '2027-05-30T23:00:00Z' }),
    )
    const sources = ['visits', 'regulators', 'families', 'soft']
    life.ask(JUNE, filing('quinn', 'review.begun', null, { scope: 'All of it', sources }))
    life.ask(JUNE, filing('quinn', 'review.found', 2, { findings: 'Few at night.' }))

    const shown = checklist(life)

    expect(shown).toContain(
      'formal notice: Formal notice 1 (Letter; HL/27/12), Mon 31 May 2027, by Quinn Adeyemi',
    )
    expect(shown).toContain(
      `validated findings: Baseline review ${numberOf(life, 2)} (Themes of visits, Regulators and 2 more), Tue 1 Jun 2027, by Quinn Adeyemi`,
    )
  })

  const given = (doneOn: string) =>
    filing('quinn', 'notice.given', null, { concerns: 'Falls', route: 'letter', doneOn })

  test('is the latest by its true day, whenever each was put on file', () => {
    const life = enhancedProvider()
    life.ask(JUNE, given('2027-05-30T23:00:00Z'))
    life.ask(JUNE, given('2027-05-20T23:00:00Z'))

    expect(checklist(life)).toContain('the latest Formal notice 1 (Letter), Mon 31 May 2027')
  })

  test.each([
    ['a fortnight', '2027-04-25T23:00:00Z', true],
    ['fifteen days', '2027-04-24T23:00:00Z', false],
  ])(
    'counts a notice that was given %s before the level was decided: %s, %s',
    (_what, doneOn, isThere) => {
      const life = listedProvider()
      life.ask(MAY, change('G2'))

      life.ask(JUNE, given(doneOn))

      expect(step(life, 'a').includes('Missing: formal notice')).toBe(!isThere)
    },
  )

  test('says when and in which meeting the risks were agreed, and which meeting is on record', () => {
    const life = enhancedProvider()
    recorded(life, 'M9', JUNE, '8k2m9q4x')
    for (const n of [1, 2]) {
      life.ask(JUNE, filing('quinn', 'risk.opened', null, { ...RISK, risk: `Risk ${n}` }))
      life.ask(
        JUNE,
        filing('quinn', 'risk.reviewed', n, { ...RISK, agreedIn: 'the call of 1 June' }),
      )
    }

    expect(checklist(life)).toContain(
      'a meeting with partners on the risks: Intelligence-sharing call (M9) M-8K2M-9Q4X, held Tue 1 Jun 2027',
    )
    expect(checklist(life)).toContain(
      `agreed risks, revised: 2, the latest Risk ${numberOf(life, 2)} (the call of 1 June), Tue 1 Jun 2027, by Quinn Adeyemi`,
    )
    life.ask(JUNE, {
      kind: 'provider',
      type: 'noteConfidential',
      record: RecordId.parse('meeting-8k2m9q4x'),
    })
    expect(checklist(life)).not.toContain('8K2M')
    expect(life.says('root')).not.toContain('M9, ')
  })

  test('of the plan is how many are signed off, the latest, and by which group', () => {
    const life = enhancedProvider()
    life.ask(JUNE, action('New fittings'))
    life.ask(JUNE, action('New windows'))
    life.ask(JUNE, filing('ivan', 'plan.evidence', 1, { evidence: 'Photographs' }))
    life.ask(
      JUNE,
      filing('quinn', 'plan.signed', 1, { group: 'Safety subgroup', sustainedOn: AGREED }),
    )

    expect(checklist(life)).toContain(
      'actions signed off: 1 of 2, the latest Improvement action 1 (Safety subgroup), Tue 1 Jun 2027, by Quinn Adeyemi',
    )
    expect(life.says('root')).toContain(
      '(e) Improvement plan: actions agreed, 2, Tue 1 Jun 2027; actions signed off, 1 of 2, Tue 1 Jun 2027',
    )
  })

  test('is nothing to the provider before it is shared with it', () => {
    const life = enhancedProvider()
    life.ask(JUNE, filing('quinn', 'review.begun', null, { scope: 'All of it', sources: ['soft'] }))
    life.ask(JUNE, filing('quinn', 'review.found', 1, { findings: 'Few at night.' }))
    life.ask(JUNE, filing('quinn', 'risk.opened', null, RISK))
    life.ask(JUNE, filing('quinn', 'risk.reviewed', 2, RISK))
    const read = () => `${checklist(life, ITS_ROOM)}\n${life.says('root', ITS_ROOM)}`

    expect(read()).not.toMatch(/Baseline review \d|findings, Tue|Soft intelligence|Risk \d/)

    life.ask(JUNE, filing('quinn', 'review.fedBack', 1, { feedback: 'Few at night.' }))
    life.ask(JUNE, filing('wanda', 'review.answered', 1, { response: 'So it is.' }))
    expect(read()).toContain(
      `the provider’s response: Baseline review ${numberOf(life)}, Tue 1 Jun 2027, by Wanda Mensah`,
    )
    expect(read()).toContain(
      '(d) Feed back to the provider: the review fed back, Tue 1 Jun 2027; the provider’s response, Tue 1 Jun 2027',
    )
  })
})
