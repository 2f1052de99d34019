import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { Policy, type PolicySource } from '../src/core/policy/policy.ts'
import { policies } from '../src/policies/index.ts'
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
  notUrgent: 'reason',
  sitrep: 'sent issues actionsLead actionsProvider',
  report72: 'received shared reference type summary',
  notified: 'at reference',
  lateReason: 'reason',
  teleconference: 'heldAt attendees mitigation remediation learning actions nextUpdate',
  riskSummitRecord: 'heldAt risk attendance information judgement actions',
  panel: 'decision heldAt chair qmPresent reason steisAt learning',
  surveillance: 'to transition evidence forum reason conflicts',
  convene: 'meeting seats startsAt why urgent',
  apologies: 'reason',
  deputy: 'person',
  closeConcern: 'outcome reason',
  snooze: 'hours reason',
  note: 'text',
  feedback: 'given to summary',
  when: 'rule start',
}

const packs: readonly PolicySource[] = [providerCollaborative, socialCare]

test('the provider collaborative is the default', () => {
  expect(policies.map(({ id }) => id)).toEqual(['provider-collaborative', 'social-care'])
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

  test('offers the surveillance decision every level and every transition', () => {
    const fields = policy.forms.find(({ id }) => id === 'surveillance')?.fields ?? []
    const offered = (id: string) =>
      fields.flatMap((field) =>
        field.id === id && field.kind === 'choice' ? (field.options ?? []) : [],
      )

    expect(offered('to').map(({ value }) => value)).toEqual(policy.levels.map(({ id }) => id))
    expect(offered('transition').map(({ value }) => value)).toEqual(
      policy.transitions.map(({ id }) => id),
    )
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

/** The package lists a holiday on its weekend day too, beside the substitute day that is observed. */
function movedAway(date: string, substitute: boolean | undefined): boolean {
  const weekday = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return substitute !== true && (weekday === 0 || weekday === 6)
}
