import { expect, test } from 'vitest'
import { enhancedProvider } from '../levels.ts'
import { filing, listedProvider, scores } from '../provider.ts'

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
      message:
        'Visit 1 was opened on Tue 1 Jun 2027, and “When was it held?” says Thu 1 Apr 1999. Nothing was saved. What is accepted is a day from Tue 1 Jun 2027 on.',
      fields: { heldAt: 'Give a day from Tue 1 Jun 2027 on: it was opened then.' },
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
    'Quality risk profile 1 was opened on Tue 1 Jun 2027, and “When did the group meet?” says Thu 27 May 2027.',
  )
  expect(reported('2027-06-09T09:00:00Z')).toBeUndefined()
})
