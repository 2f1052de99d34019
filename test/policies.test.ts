import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { Policy, type PolicySource } from '../src/core/policy/policy.ts'
import { policies } from '../src/policies/index.ts'
import { names2026, socialCare2026 } from '../src/policies/names-2026/index.ts'
import { providerCollaborative } from '../src/policies/provider-collaborative/index.ts'
import { socialCare } from '../src/policies/social-care/index.ts'

/** The fields by which the core knows a form’s answers, by form. Others are kept as they come. */
const RELIED_ON: Readonly<Record<string, string>> = {
  concern: 'what provider where domain source wider danger dangerNow done safeguarding how',
  incident:
    'what provider where occurred identified type danger dangerNow done safeguarding neverEvent detained under18 how',
  becomeIncident: 'occurred identified type safeguarding reason',
  triage: 'triggers consequence likelihood urgent safeguardingRoute',
  otherwise: 'level reason',
  levelOtherwise: 'reason',
  notUrgent: 'reason',
  sitrep: 'sent issues actionsLead actionsProvider',
  report72: 'received shared reference type summary',
  notified: 'at reference',
  lateReason: 'reason',
  teleconference: 'heldAt attendees mitigation remediation learning actions nextUpdate',
  riskSummitRecord: 'heldAt risk attendance information judgement actions',
  panel: 'decision heldAt chair qmPresent reason steisAt learning',
  surveillance: 'transition evidence reason conflicts',
  convene: 'meeting seats startsAt why urgent',
  apologies: 'reason',
  deputy: 'person',
  closeConcern: 'outcome reason',
  snooze: 'hours reason',
  note: 'text',
  feedback: 'given to summary',
  away: 'person from until cover',
  appoint: 'role holder deputy onCall',
  addPerson: 'name title email',
  removePerson: 'person reason',
  when: 'rule start',
  decide: 'question affects form authority ratifiedBy gate topic supersedes because',
  closeVote: 'reason',
  withdrawVote: 'reason',
  disputeDecision: 'reason',
  nameResolver: 'person',
  resolveDispute: 'outcome reason',
  conflict: 'whose what',
  returnFromConflict: 'conflict reason',
}

const packs: readonly PolicySource[] = [
  providerCollaborative,
  socialCare,
  names2026,
  socialCare2026,
]

test('the provider collaborative is the default', () => {
  expect(policies.map(({ id }) => id)).toEqual([
    'provider-collaborative',
    'social-care',
    'names-2026',
    'social-care-2026',
  ])
})

describe.each(packs)('$id', (source) => {
  test('is a sound policy with a citation on every rule', () => {
    expect(Policy.safeParse(source).error?.issues ?? []).toEqual([])
  })

  test('is data and nothing else', () => {
    expect(JSON.parse(JSON.stringify(source))).toEqual(source)
  })
})

describe.each(policies)('$id', (policy) => {
  test.each(Object.entries(RELIED_ON))('asks in form %s what the core relies on', (id, fields) => {
    const form = policy.forms.find((one) => one.id === id)

    expect(form?.fields.map((field) => field.id)).toEqual(expect.arrayContaining(fields.split(' ')))
  })

  test('warns on every form that raises a case not to name patients', () => {
    const raising = policy.forms.filter(({ id }) => ['concern', 'incident'].includes(id))

    for (const form of raising) {
      expect(form.heading.join(' ')).toContain('Do not include patient identifiers')
    }
  })

  test('lists no document that nothing rests on', () => {
    const pack = JSON.stringify(policy)
    const unused = policy.documents.filter(({ id }) => !pack.includes(`"document":"${id}"`))

    expect(unused).toEqual([])
  })

  test.each([...new Set(policy.holidays.map(({ date }) => date.slice(0, 4)))])(
    'has the bank holidays of England in %s',
    (year) => {
      const published = new Holidays('GB', 'ENG')
        .getHolidays(Number(year))
        .filter(({ type, date, substitute }) => type === 'public' && !movedAway(date, substitute))
        .map(({ date }) => date.slice(0, 10))
        .toSorted()

      expect(
        policy.holidays.map(({ date }) => date).filter((date) => date.startsWith(year)),
      ).toEqual(published)
    },
  )
})

describe('the provider collaborative says what its sources say', () => {
  const [policy] = policies

  test('runs the serious-incident clocks by the units and starts of the source', () => {
    const clocks = policy?.clocks.filter(({ optional }) => !optional)

    expect(clocks?.map(({ id, from, within, soft }) => ({ id, from, within, soft }))).toEqual([
      { id: 'D1', from: 'identified', within: { unit: 'hours', amount: 48 }, soft: false },
      { id: 'D2', from: 'occurred', within: { unit: 'receiptOf', clock: 'D3' }, soft: false },
      { id: 'D3', from: 'occurred', within: { unit: 'workingDays', amount: 3 }, soft: false },
      { id: 'D3a', from: 'identified', within: { unit: 'hours', amount: 72 }, soft: true },
      { id: 'D4', from: 'identified', within: { unit: 'asRequired' }, soft: false },
      { id: 'D5', from: { met: 'D4' }, within: { unit: 'chosen' }, soft: true },
      { id: 'SG1', from: 'raised', within: { unit: 'workingDays', amount: 5 }, soft: true },
    ])
  })

  test('leaves the clocks of other documents off', () => {
    expect(policy?.clocks.filter(({ optional }) => optional).map(({ id }) => id)).toEqual([
      'E1a',
      'E1b',
      'E1c',
      'E1d',
      'E2',
      'E3a',
      'E3b',
      'E3c',
      'E4',
    ])
  })

  test('counts twelve triggers towards enhanced, the thirteenth alone, and H7 as urgent', () => {
    const counting = (counts: string) =>
      policy?.triggers.filter((trigger) => trigger.counts === counts).map(({ id }) => id)

    expect(counting('towards')).toHaveLength(12)
    expect(counting('alone')).toEqual(['T13'])
    expect(counting('informs')).toEqual(['H1', 'H2', 'H3', 'H4', 'H5', 'H6'])
    expect(counting('urgent')).toEqual(['H7'])
  })

  test('seats the nine lines of a risk summit, then its own two, marked as choice', () => {
    const lines = policy?.meetings.find(({ id }) => id === 'M1')?.lines ?? []

    expect(lines.map(({ id, citation, seats }) => [id, citation.kind, seats.length])).toEqual([
      ['nhse-region', 'source', 3],
      ['cqc', 'part', 1],
      ['icb', 'source', 2],
      ['local-authority', 'part', 1],
      ['provider', 'part', 2],
      ['gmc', 'part', 1],
      ['nmc', 'part', 1],
      ['hee', 'part', 1],
      ['secretariat', 'source', 1],
      ['lead-provider', 'choice', 1],
      ['commissioner', 'choice', 3],
    ])
    expect(lines.filter(({ condition }) => condition).map(({ id }) => id)).toEqual([
      'local-authority',
    ])
  })
})

describe('the Provider Risk Rating says what its source says', () => {
  const pack = policies.find(({ id }) => id === 'social-care')
  const rating = pack?.instruments.find(({ id }) => id === 'prr')
  const bounds = (left: readonly string[]) => {
    const rows = rating?.items.filter(({ id }) => !left.includes(id)) ?? []
    const ends = rows.map(({ weight, steps }) => {
      const scores = steps.flatMap(({ score, description }) =>
        description === null ? [] : [score],
      )
      return [weight * Math.min(...scores), weight * Math.max(...scores)] as const
    })
    return [0, 1].map((end) => ends.reduce((sum, row) => sum + (row[end] ?? 0), 0))
  }

  test.each([
    ['both complexity rows', [], [12, 57.5]],
    ['one complexity row', ['complexityHomeCare'], [10.5, 50]],
    ['no complexity row', ['complexityCareHome', 'complexityHomeCare'], [9, 42.5]],
  ])('has the bounds that follow from its weights with %s', (_rows, left, expected) => {
    expect(bounds(left)).toEqual(expected)
  })

  test('does not offer the step of complaints that is blank', () => {
    const form = pack?.forms.find(({ id }) => id === 'prr')
    const field = form?.fields.find(({ id }) => id === 'complaints')

    expect(field?.kind === 'choice' && field.options?.map(({ value }) => value)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ])
  })

  test.each([
    ['B1', '-', '12 months', '36 months', '36 months', '3 months', '12 months'],
    ['B2', '-', '12 months', '24 months', '24 months', '3 months', '12 months'],
    ['B3', '1 months', '6 months', '12 months', '12 months', '3 months', '12 months'],
    ['B4', '14 days', '3 months', '-', '-', '3 months', '12 months'],
    ['B5', '7 days', '3 months', '-', '-', '3 months', '12 months'],
  ])('sets in %s contact %s, meetings %s, PAMMS %s', (id, ...expected) => {
    const band = rating?.bands.find((one) => one.id === id)
    const intervals = band?.cycles.map(({ within }) =>
      within !== null && 'amount' in within ? `${within.amount} ${within.unit}` : '-',
    )

    expect(band?.cycles.map(({ cycle }) => cycle)).toEqual([
      'contact',
      'monitoringMeeting',
      'pamms',
      'selfAssessment',
      'providerReturn',
      'audit',
    ])
    expect(intervals).toEqual(expected)
  })
})

/** The package lists a holiday on its weekend day too, beside the substitute day that is observed. */
function movedAway(date: string, substitute: boolean | undefined): boolean {
  const weekday = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return substitute !== true && (weekday === 0 || weekday === 6)
}
