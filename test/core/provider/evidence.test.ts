import { describe, expect, test } from 'vitest'
import type { Slot } from '../../../src/core/effect.ts'
import { isWithheld } from '../../../src/core/provider/forgotten.ts'
import { groundsOf } from '../../../src/core/provider/grounds.ts'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { policies } from '../../../src/policies/index.ts'
import { policyOf } from '../../fixtures/context.ts'
import { change, listedProvider, rate, recorded } from './provider.ts'

const may = '2027-05-10T09:00:00Z'
const june = '2027-06-01T09:00:00Z'
const kase = RecordId.parse('case-7k2m9q4x')
const meeting = RecordId.parse('meeting-7k2m9q4x')
const withoutPaper = { evidence: null } as const

const signs: ProviderIntentOf<'noteSigns'> = {
  kind: 'provider',
  type: 'noteSigns',
  case: kase,
  triggers: [{ id: 'T4', direction: 'rising' }],
}

describe.each(policies)('the ways of $id', ({ transitions }) => {
  test('each rests on what must be on record before it, on evidence, or opens something', () => {
    const groundless = transitions.filter(
      ({ needs = [], evidence, opens }) => needs.length === 0 && !evidence && !opens,
    )

    expect(groundless.map(({ id }) => id)).toEqual([])
  })
})

describe('a way that rests on evidence', () => {
  test.each(['G1', 'G2', 'G3'])('%s is refused without, with its rule and what counts', (way) => {
    const { refusal } = listedProvider().ask(may, change(way, withoutPaper))

    expect(refusal?.code).toBe('missing')
    expect(refusal?.message).toMatch(new RegExp(`^${way} is decided on evidence, and none was`))
    expect(refusal?.message).toMatch(/Accepted: .* \(Muster, transitions\)\./)
    expect(refusal?.message).toContain('If people are at risk now, G13')
    expect(refusal?.fields?.evidence).toContain(`${way} needs`)
  })

  test('so is G11, which ends the hold', () => {
    const life = listedProvider()
    life.ask(may, change('G13', withoutPaper))
    recorded(life, 'M10', june, '8k2m9q4x', { leadsTo: 'G8H' })
    life.ask(june, change('G8H', { by: { type: 'person', person: 'mara' }, ...withoutPaper }))
    expect(life.record().level).toBe('ENHANCED_ASSURANCE_HOLD')

    const refused = life.ask(june, change('G11', withoutPaper))
    expect(refused.refusal?.message).toContain('a case, a meeting or a rating on record')
    life.ask(june, change('G11', { evidence: 'The visit of 28 May' }))

    expect(life.record().level).toBe('ENHANCED')
  })

  test('the urgent way waits for none, and what must be recorded is evidence enough', () => {
    const life = listedProvider()

    expect(life.ask(may, change('G13', withoutPaper)).refusal).toBeUndefined()
  })

  test('a case that leads there is the evidence', () => {
    const life = listedProvider()

    life.ask(may, change('G2', { ...withoutPaper, because: kase }))

    expect(life.record().level).toBe('ENHANCED_PENDING_REVIEW')
  })

  test('is not taken on a dash, and then nobody is told to leave it out', () => {
    const { refusal } = listedProvider().ask(may, change('G2', { evidence: '–' }))

    expect(refusal?.message).toContain('evidence says nothing')
    expect(refusal?.message).not.toContain('leave')
  })
})

describe('what is on record', () => {
  test('is offered: its open cases with their triggers, the meetings held, its last rating', () => {
    const life = listedProvider('social-care')
    life.ask(may, signs)
    recorded(life, 'M6', may)
    life.ask(may, rate([4, 4, 4, 3, 3, 3, 3]))

    expect(groundsOf(life.record(), policyOf('social-care'))).toEqual([
      { value: kase, label: 'Case C-7K2M-9Q4X: T4 rising' },
      { value: meeting, label: 'M-7K2M-9Q4X Quality review meeting, Mon 10 May 2027' },
      { value: 'rating:1', label: expect.stringMatching(/^Provider .*, Mon 10 May 2027: \d/) },
    ])
  })

  test.each([
    [kase, 'Rests on: C-7K2M-9Q4X'],
    [meeting, 'Rests on: M-7K2M-9Q4X'],
    ['rating:1', 'Evidence: Provider'],
  ])('%s counts without a word beside it', (rests, shown) => {
    const life = listedProvider('social-care')
    life.ask(may, signs)
    recorded(life, 'M6', may)
    life.ask(may, rate([4, 4, 4, 3, 3, 3, 3]))

    expect(life.ask(may, change('G2', { ...withoutPaper, rests })).refusal).toBeUndefined()

    expect(life.says(decisionOf(life))).toContain(shown)
  })

  test('that is not there is not taken', () => {
    const { refusal } = listedProvider().ask(may, change('G2', { rests: kase }))

    expect(refusal).toMatchObject({ code: 'stale', fields: { rests: 'Choose again.' } })
  })

  test('that has become confidential is offered no more, and what rested on it says no more', () => {
    const life = listedProvider()
    life.ask(may, signs)
    life.ask(may, change('G2', { ...withoutPaper, rests: kase, reason: 'The keys went home.' }))
    const notice = decisionOf(life)
    expect(life.says(notice)).toContain('The keys went home.')

    life.ask(may, { kind: 'provider', type: 'noteConfidential', record: kase })

    expect(groundsOf(life.record(), policyOf('provider-collaborative'))).toEqual([])
    for (const slot of ['root', notice]) {
      expect(life.says(slot)).toContain('The reason is confidential.')
      expect(life.says(slot)).not.toMatch(/keys went home|C-7K2M/)
    }
  })

  test('that is removed takes the words with it', () => {
    const life = listedProvider()
    life.ask(may, signs)
    life.ask(may, change('G2', { rests: kase, reason: 'The keys went home.' }))
    const removal = {
      at: june,
      by: { type: 'clock' as const },
      because: 'Its time is over.',
      rule: 'E7',
      keptUntil: '2027-05-31',
    }

    life.ask(june, { kind: 'provider', type: 'noteRemoval', records: [kase], removal })

    expect(JSON.stringify(life.record().decisions)).not.toContain('keys went home')
  })
})

/** The notice of the latest decision on its level. */
function decisionOf(life: ReturnType<typeof listedProvider>): Slot {
  const last = life.record().notices.findLast(({ said }) => said.say === 'level')
  return `notice:${last?.n ?? 0}`
}

test('a decision of before whose words hold the reference of a case is withheld once that is confidential', () => {
  const life = listedProvider()
  life.ask(may, change('G2'))
  const provider = life.record()
  const [decision] = provider.decisions
  if (!decision) throw new Error('Nothing was decided')
  const isWithheldOnce = (evidence: string) =>
    isWithheld({ ...provider, confidential: [kase] }, { ...decision, evidence })

  expect(isWithheldOnce('Case C-7K2M-9Q4X')).toBe(true)
  expect(isWithheldOnce('see c7k2m9q4x.')).toBe(true)
  expect(isWithheldOnce('See C-7K2M-9Q4Y')).toBe(false)
  expect(isWithheld(provider, { ...decision, evidence: 'C-7K2M-9Q4X' })).toBe(false)
})
