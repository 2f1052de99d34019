import { describe, expect, test } from 'vitest'
import { enhancedProvider } from '../levels.ts'
import { filing, listedProvider, numberOf, scores, wake } from '../provider.ts'

const PLANNED = '2027-06-01T10:00:00Z'
const LATER = '2027-06-10T10:00:00Z'
const visit = { kind: 'assurance', purpose: 'Nights', visitOn: '2027-06-08T22:59:59Z', invited: [] }

test.each(['visit.announced', 'visit.unannounced'])(
  'a visit was not held before the day on which it was planned (%s)',
  (first) => {
    const life = listedProvider()
    life.ask(PLANNED, filing('quinn', first, null, visit))
    const held = (heldAt: string) =>
      life.ask(LATER, filing('quinn', 'visit.held', 1, { heldAt, went: 'Quinn' })).refusal

    expect(held('1999-04-01T09:00:00Z')).toMatchObject({
      code: 'invalid',
      message: `Visit ${numberOf(life)} was opened on Tue 1 Jun 2027, and “When was it held?” says Thu 1 Apr 1999. Nothing was saved. What is accepted is a day from Tue 1 Jun 2027 on. What was done before it is put on file with “Put a visit on file that was held”.`,
      fields: { heldAt: 'Give a day from Tue 1 Jun 2027 on.' },
    })
    expect(held('2027-05-31T22:59:00Z')?.code).toBe('invalid')
    // Of the very day it counts, also at an hour before it was put on file.
    expect(held('2027-05-31T23:00:00Z')).toBeUndefined()
  },
)

test('a group of before the profile was begun did not agree it', () => {
  const life = enhancedProvider()
  const begun = { why: 'Concerns persist.', grounds: 'persistent', ...scores('4', '4') }
  life.ask(PLANNED, filing('quinn', 'profile.begun', null, begun))
  for (const stakeholder of ['cqc', 'localAuthority'])
    life.ask(PLANNED, filing('quinn', 'profile.contributed', 1, { stakeholder, view: 'Better.' }))
  life.ask(
    PLANNED,
    filing('quinn', 'profile.moderated', 1, { ...scores('3', '2'), groupOn: LATER }),
  )
  life.ask(PLANNED, filing('quinn', 'profile.withheld', 1, { reason: 'They know it.' }))
  const reported = (heldAt: string) =>
    life.ask(LATER, filing('quinn', 'profile.reported', 1, { heldAt, assurance: 'gained' })).refusal

  expect(reported('2027-05-27T09:00:00Z')?.message).toContain(
    `Quality risk profile ${numberOf(life)} was opened on Tue 1 Jun 2027, and “When did the group meet?” says Thu 27 May 2027.`,
  )
  expect(reported('2027-06-09T09:00:00Z')).toBeUndefined()
})

describe('what is put on file later than it was done', () => {
  const FRIDAY = '2027-05-28T13:00:00Z'
  const day = (date: string) => `${date}T23:00:00Z`

  test('is a visit with its true day, read by the provider, and goes on as one that was planned', () => {
    const life = listedProvider()
    const before = { kind: 'assurance', purpose: 'Nights', announced: 'no', heldAt: FRIDAY }
    const rest = { went: 'Quinn', findingsOn: '2027-06-08T22:59:59Z' }

    expect(
      life.ask(PLANNED, filing('quinn', 'visit.before', null, { ...before, ...rest })).refusal,
    ).toBeUndefined()

    expect(life.record().matters).toMatchObject([{ keptBack: false, closedAt: null }])
    expect(life.says('root')).toContain(
      'Visit 1: Nights – held, findings to come. Next: the findings, shared with the provider, due Tue 8 Jun 2027',
    )
    const findings = { domains: ['safety'], findings: 'Few at night.', reportOn: LATER }
    const shared = (doneOn: string) =>
      life.ask(LATER, filing('quinn', 'visit.findings', 1, { ...findings, doneOn })).refusal
    expect(shared(day('2027-05-26'))?.message).toBe(
      'Visit 1 began on Fri 28 May 2027, and “On which day, if not today?” says Thu 27 May 2027. Nothing was saved. What is accepted is a day from Fri 28 May 2027 on.',
    )
    expect(shared(day('2027-06-02'))).toBeUndefined()
    const report = { report: 'Few at night.', sharedWith: ['provider'] }
    const reported = (doneOn: string) =>
      life.ask(LATER, filing('quinn', 'visit.report', 1, { ...report, doneOn })).refusal
    expect(reported(day('2027-06-01'))?.message).toContain(
      'Visit 1 was at “Share the findings” on Thu 3 Jun 2027, and “On which day, if not today?” says Wed 2 Jun 2027.',
    )
    expect(reported(day('2027-06-06'))).toBeUndefined()
  })

  test.each([
    ['notice.given', 'notice.answered', {}],
    ['review.begun', 'review.found', { scope: 'All of it' }],
    ['risk.opened', 'risk.reviewed', { consequence: '4', likelihood: '4', reviewOn: LATER }],
  ])('is %s of another day, and nothing that follows was before it', (first, second, answers) => {
    const life = enhancedProvider()
    const put = (step: string, matter: number | null, doneOn: string) =>
      life.ask(PLANNED, filing('quinn', step, matter, { ...answers, doneOn })).refusal

    expect(put(first, null, day('2027-05-20'))).toBeUndefined()
    expect(put(second, 1, day('2027-05-19'))?.message).toContain('began on Fri 21 May 2027')
    expect(put(second, 1, day('2027-05-20'))).toBeUndefined()
  })

  test('is a profile that was begun on paper: the group that agreed it since counts', () => {
    const life = enhancedProvider()
    const put = (step: string, matter: number | null, answers: Record<string, string>) =>
      life.ask(PLANNED, filing('quinn', `profile.${step}`, matter, answers)).refusal
    const begun = { why: 'Concerns persist.', grounds: 'persistent', ...scores('4', '4') }
    put('begun', null, { ...begun, doneOn: day('2027-05-11') })
    for (const stakeholder of ['cqc', 'localAuthority']) put('contributed', 1, { stakeholder })
    put('moderated', 1, { ...scores('3', '2'), doneOn: day('2027-05-19'), groupOn: LATER })
    put('withheld', 1, { reason: 'They know it.' })

    expect(
      put('reported', 1, { heldAt: '2027-05-18T09:00:00Z', assurance: 'gained' })?.message,
    ).toContain('was at “Record the moderated scores” on Thu 20 May 2027')
    expect(put('reported', 1, { heldAt: FRIDAY, assurance: 'gained' })).toBeUndefined()
  })

  test('is a sign-off: the second look is on a day after that, and may be today', () => {
    const life = listedProvider()
    const action = { action: 'New fittings', dueOn: LATER, doneOn: day('2027-05-02') }
    life.ask(PLANNED, filing('wanda', 'plan.action', null, action))
    life.ask(PLANNED, filing('ivan', 'plan.evidence', 1, { doneOn: day('2027-05-09') }))
    const signed = (sustainedOn: string) =>
      life.ask(
        PLANNED,
        filing('quinn', 'plan.signed', 1, { doneOn: day('2027-05-11'), sustainedOn }),
      ).refusal

    expect(signed('2027-05-12T22:59:59Z')?.message).toContain(
      'must be a day after Wed 12 May 2027.',
    )
    expect(signed('2027-06-01T22:59:59Z')).toBeUndefined()
    expect(
      life.ask(PLANNED, filing('quinn', 'plan.sustained', 1, { shown: 'Seen.' })).refusal,
    ).toBeUndefined()
  })
})

test('a reminder of the report that is owed to the surveillance group cites D18', () => {
  const life = enhancedProvider()
  const begun = { why: 'Concerns persist.', grounds: 'persistent', ...scores('4', '4') }
  life.ask(PLANNED, filing('quinn', 'profile.begun', null, begun))
  for (const stakeholder of ['cqc', 'localAuthority'])
    life.ask(PLANNED, filing('quinn', 'profile.contributed', 1, { stakeholder }))
  life.ask(
    PLANNED,
    filing('quinn', 'profile.moderated', 1, { ...scores('3', '2'), groupOn: LATER }),
  )
  life.ask(LATER, wake)

  const reminder = life.says(`nudge:matter-${numberOf(life)}:1`)
  expect(reminder).toContain(
    `Quality risk profile ${numberOf(life)} (Concerns persist): its report to the quality surveillance group (D18) for Willow House`,
  )
  expect(reminder).toContain('Rule D18 · QSIF 2020, Appendix 1, QRP')
})
