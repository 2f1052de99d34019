import { expect, test } from 'vitest'
import { lookAtOf } from '../../../src/core/case/quiet/quiet.ts'
import { wakeAtOf } from '../../../src/core/case/wake.ts'
import { answer, concern, openCase, triage } from './cases.ts'

/** On Tuesday afternoon after Easter nobody is reminded of anything any more. */
const DECIDED = '2027-03-30T14:00:00Z'
const A_DAY_LATER = '2027-03-31T14:00:00Z'

function decided() {
  const life = openCase(concern())
  life.ask('2027-03-30T13:00:00Z', triage())
  life.ask(DECIDED, answer('quinn', 'level', 'routine', { reason: 'Known.' }))
  return life
}

test('what the pack says of silence is looked up once a day has gone by without anything to wake for', () => {
  const life = decided()
  expect(wakeAtOf(life.record())).toBe(A_DAY_LATER)

  life.through(A_DAY_LATER)

  expect(wakeAtOf(life.record())).toBe('2027-04-27T08:00:00Z')
})

test('a reminder that is due comes before any look at silence', () => {
  const kase = openCase(concern()).record()

  expect(wakeAtOf(kase)).toBe(kase.prompts.find(({ id }) => id === 'triage')?.climbAt)
})

test('a time at night after an outage is put off to the next working morning', () => {
  const life = decided()
  life.through(A_DAY_LATER)

  life.ask('2027-05-01T02:00:00Z', { kind: 'case', type: 'wake' })

  expect(life.record().prompts.some(({ asks }) => asks === 'quiet')).toBe(false)
  // The Monday is a bank holiday.
  expect(wakeAtOf(life.record())).toBe('2027-05-04T08:00:00Z')
})

test('a made-up case, one that is held and one that is closed never go quiet', () => {
  const kase = decided().record()
  expect(lookAtOf(kase)).not.toBeNull()

  expect(lookAtOf({ ...kase, timeline: 'drill' })).toBeNull()
  expect(lookAtOf({ ...kase, status: 'closed' })).toBeNull()
  const hold = { at: DECIDED, by: { type: 'clock' }, because: 'An inquest.' } as const
  expect(lookAtOf({ ...kase, hold })).toBeNull()
})
