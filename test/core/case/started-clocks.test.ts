import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { policyOf } from '../../fixtures/context.ts'
import { evidence, incident, openCase, panel, person, raisedAt } from './cases.ts'

function withClocks(...ids: readonly string[]): Policy {
  const pack = policyOf('provider-collaborative')
  const clocks = pack.clocks.map((rule) =>
    ids.includes(rule.id) ? { ...rule, optional: false } : rule,
  )
  return { ...pack, clocks }
}

function opened(answers: Record<string, string>, ...ids: readonly string[]) {
  return openCase(incident({ answers }), raisedAt, { policy: withClocks(...ids) })
}

const running = (life: ReturnType<typeof opened>) => life.record().clocks.map(({ rule }) => rule)

describe('a clock that hangs on what was answered', () => {
  test.each([
    [{ type: 'death', detained: 'yes' }, 'E3a'],
    [{ type: 'death', detained: 'notSure' }, 'E3a'],
    [{ type: 'absence', detained: 'yes' }, 'E3b'],
    [{ under18: 'yes' }, 'E4'],
    [{ type: 'death', detained: 'no' }, undefined],
    [{ type: 'fall', detained: 'yes', under18: 'no' }, undefined],
    [{}, undefined],
  ])('of %o starts %s', (answers, rule) => {
    const life = opened(answers, 'E3a', 'E3b', 'E3c', 'E4')

    expect(running(life).filter((one) => one.startsWith('E'))).toEqual(rule ? [rule] : [])
  })

  test('is off where no pack switches it on', () => {
    expect(running(opened({ type: 'death', detained: 'yes', under18: 'yes' }))).toEqual([
      'D1',
      'D2',
      'D3',
      'D3a',
      'D4',
    ])
  })
})

describe('what is wanted without delay', () => {
  test('is asked for at once where it is wanted at once, and every morning; it is never missed', () => {
    const life = opened({ type: 'death', detained: 'yes' }, 'E3a')
    life.through('2027-03-28T09:00:00Z')

    expect(life.clock('E3a')).toMatchObject({ state: 'running', soft: true })
    const why = life.nudges('E3a').map((one) => one.replace(/:[^:]*$/, ''))
    expect(why[0]).toBe('Fri 26 Mar 2027 20:20 GMT without delay')
    expect(why).toContain('Sat 27 Mar 2027 09:00 GMT without delay')
    expect(why).toContain('Sun 28 Mar 2027 09:00 BST without delay')
    expect(life.says('root')).toContain('without delay from Fri 26 Mar 2027 20:15 GMT')
  })
})

describe('a clock that another one sets going', () => {
  test('starts when that one is met, counted from when that was done, and once', () => {
    const life = opened({}, 'E1c')
    expect(running(life)).not.toContain('E1c')

    life.ask('2027-03-27T09:00:00Z', evidence('D1', '2027-03-26T21:00:00Z', { by: person('ivan') }))

    expect(life.clock('E1c').startAt).toBe('2027-03-26T21:00:00Z')
    expect(running(life).filter((rule) => rule === 'E1c')).toHaveLength(1)
  })

  test('sets the next one going in its turn', () => {
    const life = opened({}, 'E1c', 'E1d')
    const by = person('ivan')
    life.ask('2027-03-27T09:00:00Z', evidence('D1', '2027-03-26T21:00:00Z', { by }))
    life.ask('2027-05-10T09:00:00Z', evidence('E1c', '2027-05-07T11:00:00Z', { by }))

    expect(life.says('root')).toContain('E1d Feedback on the investigation: due Mon 7 Jun 2027')
  })
})

describe('what was overdue when the panel closed the case', () => {
  test('stays on record as overdue, and is owed no longer', () => {
    const life = openCase()
    life.through('2027-03-29T09:00:00Z')
    life.ask('2027-03-30T14:00:00Z', panel())

    expect(life.clock('D1')).toMatchObject({ state: 'cancelled', wasMissed: true })
    expect(life.clock('D3')).not.toHaveProperty('wasMissed')
    expect(life.says('root')).toContain(
      'OVERDUE since Sun 28 Mar 2027 21:15 BST; then cancelled with the case',
    )
  })
})
