import { describe, expect, test } from 'vitest'
import { newestMessage } from '../../src/core/case/prompts.ts'
import type { Place } from '../../src/core/effect.ts'
import { type AnyRecord, overtakenBy } from '../../src/core/record.ts'
import { policyOf } from '../fixtures/context.ts'
import { evidence, have, incident, openCase } from './case/cases.ts'
import { change, cycleOf, done, listedProvider, wake } from './provider/provider.ts'

const policy = policyOf('provider-collaborative')
const ROOM: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }
const MAIL: Place = { channel: 'mail', to: { type: 'person', person: 'ivan' } }
const NIGHT = '2027-03-26T23:59:59Z'

const newer = (record: AnyRecord, slot: string, place = ROOM) =>
  overtakenBy(record, slot, place, policy)

describe('a reminder of a clock', () => {
  test('is overtaken by the newest one at the same place, which names all who were reached', () => {
    const life = openCase()
    life.through(NIGHT)

    expect(newer(life.record(), 'nudge:D1:1')).toBe('nudge:D1:5')
    expect(newer(life.record(), 'nudge:D1:4')).toBe('nudge:D1:5')
    expect(newer(life.record(), 'nudge:D1:5')).toBeNull()
  })

  test('is not overtaken where the newer one is not sent, and nothing else ever is', () => {
    const life = openCase()
    life.through(NIGHT)

    expect(newer(life.record(), 'nudge:D1:1', MAIL)).toBeNull()
    expect(newer(life.record(), 'root')).toBeNull()
    expect(newer(life.record(), 'prompt:triage')).toBeNull()
  })

  test('is not overtaken by one that names fewer people', () => {
    const life = openCase()
    life.through(NIGHT)
    life.ask(NIGHT, have('ines', 'D1'))
    life.through('2027-03-28T20:15:00Z')
    const last = life.clock('D1').nudges.at(-1)

    expect(last).toMatchObject({ to: ['ines'] })
    expect(newer(life.record(), 'nudge:D1:5')).toBeNull()
    expect(newer(life.record(), 'nudge:D1:1')).toBe('nudge:D1:5')
    expect(newer(life.record(), 'nudge:D1:6')).toBe(`nudge:D1:${last?.n}`)
  })

  test('that is met names nobody any more: the newest is enough', () => {
    const life = openCase()
    life.through(NIGHT)
    life.ask(NIGHT, have('ines', 'D1'))
    life.through('2027-03-27T21:00:00Z')
    life.ask('2027-03-27T21:00:00Z', evidence('D1', '2027-03-27T20:00:00Z'))

    expect(newer(life.record(), 'nudge:D1:5')).toBe(`nudge:D1:${life.clock('D1').nudges.length}`)
  })

  test('is not overtaken by what a notice told after an outage', () => {
    const life = openCase()
    life.through(NIGHT)
    const from = '2027-03-27T00:00:00Z'
    const until = '2027-03-27T22:00:00Z'
    life.ask(until, { kind: 'case', type: 'wake', outage: { from, until } })

    expect(life.clock('D1').nudges.at(-1)).toMatchObject({ folded: true })
    expect(newer(life.record(), 'nudge:D1:5')).toBeNull()
  })
})

describe('a question asked again', () => {
  test('of one person is not overtaken by the question to the next', () => {
    const life = openCase(incident({ danger: true }))
    life.through('2027-03-26T21:00:00Z')

    expect(life.prompt('triage').asked.length).toBeGreaterThan(2)
    expect(newer(life.record(), 'nudge:prompt.triage:2')).toBeNull()
  })

  test('is overtaken by the reminder to all who were asked', () => {
    const life = openCase(incident({ danger: true }))
    life.through('2027-03-28T12:00:00Z')
    const newest = newestMessage(life.prompt('triage'), { policy })

    expect(newest).toBeGreaterThan(life.prompt('triage').asked.length + 1)
    expect(newer(life.record(), 'nudge:prompt.triage:2')).toBe(`nudge:prompt.triage:${newest}`)
    expect(newer(life.record(), `nudge:prompt.triage:${newest}`)).toBeNull()
  })
})

describe('a reminder of a recurring duty', () => {
  function nudged(times: number) {
    const life = listedProvider()
    life.ask('2027-05-10T09:00:00Z', change('G2'))
    const [first] = life.record().cycles
    const cycle = first?.rule ?? ''
    for (let n = 0; n < times; n++)
      life.ask(cycleOf(life.record(), cycle).nudgeAt ?? '2027-05-10T09:00:00Z', wake)
    return { life, cycle }
  }

  test('is overtaken by the newest one, until the duty is done', () => {
    const { life, cycle } = nudged(3)

    expect(newer(life.record(), `nudge:${cycle}:1`)).toBe(`nudge:${cycle}:3`)
    expect(newer(life.record(), `nudge:${cycle}:3`)).toBeNull()
    life.ask('2027-07-01T09:00:00Z', done(cycle, '2027-07-01T09:00:00Z'))
    expect(newer(life.record(), `nudge:${cycle}:1`)).toBeNull()
  })
})
