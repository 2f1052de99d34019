import { describe, expect, test } from 'vitest'
import { policyOf } from '../../fixtures/context.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  concern,
  convene,
  evidence,
  incident,
  openCase,
  panel,
  person,
  triage,
} from './cases.ts'

const CALL = '2027-03-27T10:00:00Z'
const by = person('quinn')
const cadence = (amount: number | null) =>
  ({
    kind: 'case',
    type: 'setCadence',
    by,
    clock: 'D5',
    every: amount === null ? null : { unit: 'days' as const, amount },
  }) as const
const update = (at: string) =>
  evidence('D5', at, {
    form: 'update',
    answers: { what: 'Staffing is back to plan.', to: 'The Quality Manager' },
  })

function afterTheCall() {
  const life = openCase()
  life.ask('2027-03-27T11:00:00Z', evidence('D4', CALL))
  return life
}

describe('D5: updates after the teleconference', () => {
  test('the Lead Provider is asked how often, without a time to answer by, and no due time is made up', () => {
    const life = afterTheCall()

    expect(life.clock('D5')).toMatchObject({ dueAt: null, soft: true, startAt: CALL })
    expect(life.prompt('cadence-D5')).toMatchObject({ asked: ['quinn'], climbAt: null })
    expect(life.says('root')).toContain('as often as is chosen for this incident')
  })

  test('reminders follow what was chosen, and begin anew with every update', () => {
    const life = afterTheCall()
    life.ask('2027-03-27T12:00:00Z', cadence(7))
    expect(life.clock('D5').dueAt).toBe('2027-04-03T22:59:59Z')
    expect(life.prompt('cadence-D5').state).toBe('answered')

    life.ask('2027-04-02T10:00:00Z', update('2027-04-02T09:30:00Z'))

    expect(life.clock('D5')).toMatchObject({
      state: 'running',
      dueAt: '2027-04-09T22:59:59Z',
      times: 1,
    })
    const notice = life.record().notices.length
    expect(life.says(`notice:${notice}`)).toContain('Update given (D5)')
    expect(life.says(`notice:${notice}`)).toContain('Staffing is back to plan.')
    expect(life.says('root')).toContain('Given once, last Fri 2 Apr 2027 10:30 BST.')
    life.through('2027-04-12T09:00:00Z')
    expect(
      life.nudges('D5').some((one) => one.startsWith('Fri 9 Apr 2027 09:00 BST due today')),
    ).toBe(true)
    expect(life.clock('D5').state).toBe('running')
  })

  test('an update says what was told and to whom; as they come, nobody is reminded', () => {
    const life = afterTheCall()
    life.ask('2027-03-27T12:00:00Z', cadence(null))

    expect(life.ask('2027-03-28T12:00:00Z', evidence('D5', CALL)).refusal?.message).toContain(
      'say what was told and to whom',
    )
    expect(life.clock('D5')).toMatchObject({ dueAt: null, nudgeAt: null })
  })

  test('they end with the incident, neither met nor missed', () => {
    const life = afterTheCall()
    life.ask('2027-03-27T12:00:00Z', cadence(7))
    life.ask('2027-03-30T14:00:00Z', panel())

    expect(life.clock('D5').state).toBe('cancelled')
  })
})

describe('D6: whether it is for the panel', () => {
  test('is asked once the 72-hour report is shared, of the Lead Provider alone, by no time', () => {
    const life = openCase()
    life.ask('2027-03-27T11:00:00Z', evidence('D3', CALL))

    expect(life.prompt('panel')).toMatchObject({ asked: ['quinn'], climbAt: null, state: 'open' })
    expect(life.says('prompt:panel')).toContain('No rule says by when.')
  })

  test('is asked once where the report is overdue; “not yet” needs a reason', () => {
    const life = openCase()
    life.through('2027-04-02T12:00:00Z')
    expect(life.prompt('panel').state).toBe('open')

    const no = answer('quinn', 'panel', 'no')
    expect(life.ask('2027-04-02T13:00:00Z', no).refusal?.code).toBe('missing')
    life.ask('2027-04-02T13:00:00Z', { ...no, reason: 'The report is awaited.' })
    life.ask('2027-04-02T14:00:00Z', evidence('D3', '2027-04-02T13:30:00Z'))

    expect(life.prompt('panel')).toMatchObject({ state: 'answered', revision: 1 })
  })

  test('is answered by calling the panel', () => {
    const life = openCase()
    life.ask('2027-03-27T11:00:00Z', evidence('D3', CALL))
    life.ask('2027-03-27T12:00:00Z', convene({ meeting: 'M4' }))

    expect(life.prompt('panel')).toMatchObject({ state: 'answered', answeredBy: 'quinn' })
  })
})

describe('D7: when StEIS was updated', () => {
  const updated = (doneAt: string) => ({ kind: 'case', type: 'recordUpdated', by, doneAt }) as const

  test('is recorded after the closing too, once, and not before the panel met', () => {
    const life = openCase()
    life.ask('2027-03-30T14:00:00Z', panel())
    expect(life.says('root')).toContain('StEIS updated (D7): not on record yet')

    const early = life.ask('2027-03-30T15:00:00Z', updated('2027-03-30T12:00:00Z'))
    expect(early.refusal?.code).toBe('invalid')
    life.ask('2027-03-30T15:00:00Z', updated('2027-03-30T14:30:00Z'))

    expect(life.says('root')).toContain('StEIS updated (D7): Tue 30 Mar 2027 15:30 BST')
    expect(life.ask('2027-03-30T16:00:00Z', updated('2027-03-30T15:00:00Z')).refusal?.code).toBe(
      'stale',
    )
  })

  test('stands with the panel’s record where that says it, beside what was learned', () => {
    const life = openCase()
    const answers = { steisAt: '2027-03-30T13:30:00Z', learning: 'Handovers are written.' }
    life.ask('2027-03-30T14:00:00Z', panel({ answers }))

    expect(life.record().updatedAt).toBe('2027-03-30T13:30:00Z')
    expect(life.says('root')).toContain('Learning: Handovers are written.')
  })
})

describe('D8: an incident of before these rules', () => {
  test('runs no clock, and says who is responsible', () => {
    const times = { occurredAt: '2020-03-31T22:59:00Z', identifiedAt: '2027-03-26T20:00:00Z' }
    const life = openCase(incident(times))

    expect(life.record().clocks).toEqual([])
    expect(life.says('root')).toContain('It occurred before Wed 1 Apr 2020, so no clock runs.')
    expect(life.says('root')).toContain('NHSE/I Nursing & Quality stays responsible')
  })

  test('from the first of April on every clock runs', () => {
    const times = { occurredAt: '2020-03-31T23:00:00Z', identifiedAt: '2027-03-26T20:00:00Z' }

    expect(openCase(incident(times)).record().clocks).toHaveLength(5)
  })
})

describe('what turns out not to be needed', () => {
  test('is said with a reason, where the rule names an exception', () => {
    const pack = policyOf('provider-collaborative')
    const clocks = pack.clocks.map((rule) => ({
      ...rule,
      optional: rule.id !== 'E4' && rule.optional,
    }))
    const life = openCase(incident({ answers: { under18: 'yes' } }), undefined, {
      policy: { ...pack, clocks },
    })
    const lapse = (clock: string, reason: string) =>
      life.ask('2027-03-27T12:00:00Z', { kind: 'case', type: 'lapse', by, clock, reason })

    expect(lapse('E4', ' ').refusal?.code).toBe('missing')
    expect(lapse('D1', 'So.').refusal?.code).toBe('invalid')
    lapse('E4', 'Moved to another ward after a day.')

    expect(life.says('root')).toContain('not needed: Moved to another ward after a day.')
  })
})

describe('news for whoever raised it', () => {
  const news = (on: boolean, who = 'nia') =>
    ({ kind: 'case', type: 'switchNews', by: person(who), on }) as const

  test('goes on step by step until they want no more, and says afterwards what they missed', () => {
    const life = openCase(concern())
    expect(sent(life.ask('2027-03-27T09:00:00Z', triage()))).toContain('web/person/nia outcome:1')
    const off = sent(life.ask('2027-03-27T09:10:00Z', news(false)))
    expect(off).toEqual(['web/person/nia receipt', 'web/person/nia outcome:1'])
    expect(life.says('receipt')).toContain('[Send me news again]')

    const level = life.ask('2027-03-27T09:20:00Z', answer('quinn', 'level', 'accept'))
    expect(sent(level).filter((one) => one.startsWith('web/person'))).toEqual([])
    life.ask('2027-03-27T09:30:00Z', news(true))

    expect(life.says('receipt')).toContain('has asked for closer oversight of the service.')
    expect(life.says('receipt')).toContain('[No more news of this]')
  })

  test('is switched by them alone: to others there is no such case', () => {
    const life = openCase(concern())

    expect(life.ask('2027-03-27T09:00:00Z', news(false, 'quinn')).refusal?.code).toBe('notYours')
  })

  test('never says who deals with it, nor a score', () => {
    const life = openCase(concern())
    life.ask('2027-03-27T09:00:00Z', triage())

    expect(life.says('outcome:1')).not.toMatch(/Quinn|\d of 25/)
  })
})
