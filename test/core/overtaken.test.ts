import { describe, expect, test } from 'vitest'
import { newestMessage } from '../../src/core/case/prompts.ts'
import type { Place } from '../../src/core/effect.ts'
import { abandoned, type End, type Reminder } from '../../src/core/overtaken.ts'
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

function nudged(times: number) {
  const life = listedProvider()
  life.ask('2027-05-10T09:00:00Z', change('G2'))
  const [first] = life.record().cycles
  const cycle = first?.rule ?? ''
  for (let n = 0; n < times; n++)
    life.ask(cycleOf(life.record(), cycle).nudgeAt ?? '2027-05-10T09:00:00Z', wake)
  return { life, cycle }
}

describe('a reminder of a recurring duty', () => {
  test('is overtaken by the newest one, until the duty is done', () => {
    const { life, cycle } = nudged(3)

    expect(newer(life.record(), `nudge:${cycle}:1`)).toBe(`nudge:${cycle}:3`)
    expect(newer(life.record(), `nudge:${cycle}:3`)).toBeNull()
    life.ask('2027-07-01T09:00:00Z', done(cycle, '2027-07-01T09:00:00Z'))
    expect(newer(life.record(), `nudge:${cycle}:1`)).toBeNull()
  })
})

describe('a reminder that was left to newer ones', () => {
  const AT = 'web/room/willow'
  const of = (...names: string[]) => names
  const reminders = (...all: readonly string[][]): Reminder[] =>
    all.map((names, n) => ({ slot: `nudge:D1:${n + 1}`, names, places: [ROOM] }))
  const left = (order: number): End => ({ type: 'left', order })
  const givenUp = (order: number): End => ({ type: 'givenUp', order })
  const again = (all: readonly Reminder[], ...ends: readonly (End | undefined)[]) =>
    abandoned(all, AT, (slot) => ends[Number(slot.split(':')[2]) - 1]).map((slot) => slot.at(-1))

  const three = reminders(of('ivan'), of('ivan', 'ines'), of('ivan', 'ines', 'otto'))

  test('is said after all when none of those stands: the newest that says it', () => {
    expect(again(three, left(1), left(2), givenUp(3))).toEqual(['2'])
    expect(again(three, left(1), givenUp(4), givenUp(3))).toEqual(['1'])
  })

  test('stays unsaid while one of those stands or is on its way', () => {
    expect(again(three, left(1), left(2), undefined)).toEqual([])
    expect(again(three, left(1), undefined, givenUp(3))).toEqual([])
  })

  test('that ended again after that had its turn', () => {
    expect(again(three, left(1), left(4), givenUp(3))).toEqual(['1'])
    expect(again(three, left(5), left(4), givenUp(3))).toEqual([])
    expect(again(three, left(1), left(2), left(3))).toEqual([])
  })

  test('is said beside another that names other people', () => {
    const each = reminders(of('ivan'), of('ines'), of('ivan', 'ines'))
    expect(again(each, left(1), left(2), givenUp(3))).toEqual(['2', '1'])
  })

  test('says nothing where it names nobody any more, or at another place', () => {
    expect(again(reminders(of(), of()), left(1), givenUp(2))).toEqual([])
    expect(abandoned(three, 'web/room/aspen', () => givenUp(1))).toEqual([])
  })
})

describe('a reminder that is to be sent after all', () => {
  const repair = (slot: string, place = 'web/room/willow') =>
    ({ kind: 'case', type: 'repair', slot, place }) as const

  test('may be any of the case, until its clock is met', () => {
    const life = openCase()
    life.through(NIGHT)

    const { effects } = life.ask(NIGHT, repair('nudge:D1:4'))
    expect(effects).toEqual([{ type: 'message', place: ROOM, slot: 'nudge:D1:4', urgent: true }])
    life.ask(NIGHT, evidence('D1', '2027-03-26T22:00:00Z'))
    expect(life.ask(NIGHT, repair('nudge:D1:4')).effects).toEqual([])
    expect(life.ask(NIGHT, repair('nudge:D2:1', 'web/room/aspen')).effects).toEqual([])
  })
  test('may be any of a recurring duty, until that is done', () => {
    const { life, cycle } = nudged(3)
    const again = { ...repair(`nudge:${cycle}:2`), kind: 'provider' } as const
    const at = '2027-06-30T09:00:00Z'

    expect(life.ask(at, again).effects).toMatchObject([{ slot: `nudge:${cycle}:2`, urgent: true }])
    life.ask('2027-07-01T09:00:00Z', done(cycle, '2027-07-01T09:00:00Z'))
    expect(life.ask('2027-07-01T09:00:00Z', again).effects).toEqual([])
  })
})
