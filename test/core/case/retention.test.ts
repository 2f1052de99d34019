import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/core/case/case.ts'
import { keptUntil } from '../../../src/core/case/retention.ts'
import { contextAt } from '../../fixtures/context.ts'
import { blankCase, closing, concern, incident, panel, person, raisedAt, triage } from './cases.ts'

const administrators = ['hugo']
const AFTER = '2027-03-31T09:00:00Z'
const because = 'Nobody asks for it any more.'
const by = person('hugo')

function closedIncident() {
  const life = blankCase({ administrators })
  life.ask(raisedAt, incident())
  life.ask(AFTER, panel())
  return life
}

function closedConcern() {
  const life = blankCase({ administrators })
  life.ask(raisedAt, concern())
  life.ask(AFTER, triage())
  life.ask(AFTER, closing)
  return life
}

function until(kase: Case) {
  const kept = keptUntil(kase, contextAt(AFTER).policy)
  return kept && `${kept.until} ${kept.rule.id}`
}

describe('how long a case is kept (E7)', () => {
  test('a serious incident is kept for 20 years from the date of the incident', () => {
    const record = closedIncident().record()
    const { closed } = record
    if (!closed) throw new Error('It is open')
    expect(until({ ...record, closed: { ...closed, how: 'close' } })).toBe('2047-03-26 E7')
  })

  test('one that the panel downgraded is another incident: 10 years', () => {
    expect(until(closedIncident().record())).toBe('2037-03-26 E7-other')
  })

  test('a concern is kept for 10 years after it was closed, by our choice', () => {
    expect(until(closedConcern().record())).toBe('2037-03-31 E7-concern')
    expect(contextAt(AFTER).policy.retention?.find(({ id }) => id === 'E7-concern')).toMatchObject({
      citation: { kind: 'choice' },
    })
  })

  test('what is open is kept', () => {
    const life = blankCase()
    life.ask(raisedAt, incident())
    expect(until(life.record())).toBeNull()
  })
})

describe('removal', () => {
  const remove = { kind: 'case', type: 'remove', by, because } as const

  test('is refused on the last day with the date and the rule, and not the day after', () => {
    const life = closedIncident()

    expect(life.ask('2037-03-26T23:59:59Z', remove).refusal).toMatchObject({
      code: 'tooEarly',
      message: expect.stringContaining(
        'is kept until Thu 26 Mar 2037: Other incidents are kept for 10 years (E7-other)',
      ),
    })
    expect(life.ask('2037-03-27T00:00:00Z', remove).refusal).toBeUndefined()
    expect(life.record().removed).toMatchObject({
      because,
      rule: 'E7-other',
      keptUntil: '2037-03-26',
    })
  })

  test('leaves nothing that anybody wrote, and asks the same of its meetings and its provider', () => {
    const life = closedIncident()
    const { followUps } = life.ask('2040-01-01T09:00:00Z', remove)

    const left = JSON.stringify(life.record())
    expect(left).not.toContain('observation')
    expect(left).not.toContain('Ward 2')
    expect(left).not.toContain('nia')
    expect(followUps.map(({ to, intent }) => `${to} ${intent.type}`)).toEqual([
      'provider-willow noteRemoval',
    ])
    expect(life.says('root')).toBeUndefined()
    expect(life.says('notice:1')).toBeUndefined()
  })

  test.each([
    [
      'somebody who is no administrator',
      { ...remove, by: person('quinn') },
      'Only an administrator',
    ],
    [
      'nobody in the directory',
      { ...remove, by: { type: 'clock' } as const },
      'Only an administrator',
    ],
    ['an administrator without a reason', { ...remove, because: ' ' }, 'Say why'],
  ])('by %s is refused', (_who, intent, words) => {
    const life = closedIncident()
    expect(life.ask('2040-01-01T09:00:00Z', intent).refusal?.message).toContain(words)
  })

  test('of what is open, and of what is removed already, is refused', () => {
    const open = blankCase({ administrators })
    open.ask(raisedAt, incident())
    expect(open.ask('2047-04-01T09:00:00Z', remove).refusal?.message).toContain('is open')

    const life = closedIncident()
    life.ask('2040-01-01T09:00:00Z', remove)
    expect(life.ask('2040-01-01T09:01:00Z', remove).refusal?.message).toContain(
      'was removed under retention',
    )
  })

  test('is stopped by a legal hold until that is released, and both are on record', () => {
    const life = closedIncident()
    const hold = { kind: 'case', type: 'hold', by, because: 'The coroner asked.' } as const
    life.ask('2030-01-01T09:00:00Z', hold)

    expect(life.says('root')).toContain(
      'Legal hold: since Tue 1 Jan 2030 09:00 GMT by Hugo Lindqvist',
    )
    expect(life.ask('2030-01-01T09:00:00Z', hold).refusal?.message).toContain('is held already')
    expect(life.ask('2040-01-01T09:00:00Z', remove).refusal?.message).toContain(
      'is held since Tue 1 Jan 2030 09:00 GMT by Hugo Lindqvist: The coroner asked. Release it first.',
    )
    const release = { kind: 'case', type: 'release', by, because: 'The inquest is over.' } as const
    expect(life.ask('2040-01-02T09:00:00Z', release).events).toMatchObject([{ type: 'released' }])
    expect(life.ask('2040-01-03T09:00:00Z', remove).refusal).toBeUndefined()
  })
})
