import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/effect.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'
import { NURSE, note, putIn, raised, SLACK, slotsAt, WILLOW, waiting } from './delivering.ts'

const HOUR = 3600

describe('a place', () => {
  test('gets the root first, and everything else in its thread', async () => {
    const world = await openApp()

    await raised(world)

    const [root, ...others] = world.web.standing.filter(({ place }) => place === WILLOW)
    expect(root).toMatchObject({ slot: 'root', thread: undefined })
    expect(others.map(({ slot }) => slot)).toContain('prompt:triage')
    expect(others.every(({ thread }) => thread === root?.ref)).toBe(true)
  })

  test('keeps its order while its first message is delayed', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'busy' }, times: 3 })

    const id = await raised(world)
    expect(slotsAt(world, WILLOW)).toEqual([])
    await note(world, id, 'One.')
    for (let n = 0; n < 8; n++) await world.pass(1)

    expect(slotsAt(world, WILLOW)[0]).toBe('root')
    expect(slotsAt(world, WILLOW).at(-1)).toMatch(/^notice:/)
    expect(await waiting(world, id)).toEqual([])
  })

  test('that is stuck holds up no other', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'busy' } })

    await raised(world)

    const [, slack] = world.channels
    expect(slack?.says(SLACK, 'root')).toContain('Serious incident')
    expect(world.web.says(NURSE, 'receipt')).toContain('Thank you.')
    expect(slotsAt(world, WILLOW)).toEqual([])
  })

  test('gets an update of its message, not a second one', async () => {
    const world = await openApp()
    const id = await raised(world)

    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)

    expect(slotsAt(world, WILLOW).filter((slot) => slot === 'root')).toHaveLength(1)
    expect(world.web.calls).toContain(`update ${WILLOW} root`)
    expect(world.web.says(WILLOW, 'root')).toContain('Ivan Petrov has it')
  })

  test('gets one message for all that changed while it was stuck, written when it is sent', async () => {
    const world = await openApp()
    const id = await raised(world)
    const before = world.web.calls.length
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'busy' }, times: 1 })
    await note(world, id, 'Holds the queue.')

    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)
    await world.ask({ kind: 'case', type: 'have', by: person('ines'), clock: 'D1' }, id)
    await world.pass(2)

    const since = world.web.calls.slice(before).filter((call) => call.includes(WILLOW))
    expect(since.filter((call) => call === `update ${WILLOW} root`)).toHaveLength(1)
    expect(world.web.says(WILLOW, 'root')).toContain('Ines Carvalho has it')
  })

  test('that may not see the record when it is sent gets nothing', async () => {
    const world = await openApp()
    const id = await raised(world)
    const place = { channel: 'web', to: { type: 'room', room: 'aspen' } } as const

    await putIn(world, id, { type: 'message', place, slot: 'root', urgent: false })
    await world.settle()

    expect(world.web.tries).not.toContain('web/room/aspen')
    expect(await waiting(world, id)).toEqual([])
  })

  test('to which there was nothing to say yet gets a new message once there is', async () => {
    const world = await openApp()
    const id = await raised(world)
    const place = { channel: 'web', to: { type: 'person', person: 'nia' } } as const
    await putIn(world, id, { type: 'message', place, slot: 'outcome:1', urgent: false })
    await world.settle()
    expect(slotsAt(world, NURSE)).toEqual(['receipt'])

    await world.ask(
      {
        kind: 'case',
        type: 'panel',
        by: person('quinn'),
        decision: 'downgrade',
        heldAt: '2027-03-26T20:20:00Z',
        chair: 'Quinn Adeyemi',
        qualityManagerPresent: true,
        reason: 'Not one.',
        answers: {},
      },
      id,
    )

    expect(world.web.calls).toContain(`post ${NURSE} outcome:1`)
  })
})

describe('a service that asks to wait', () => {
  test('is left alone for as long as it asked, in real time', async () => {
    const world = await openApp()
    const later: Outcome = { type: 'later', reason: 'slow down', retryAfterSeconds: 120 }
    world.web.trouble(WILLOW, { with: later, times: 1 })
    await raised(world)
    const tried = () => world.web.tries.filter((place) => place === WILLOW).length

    await world.pass(119)
    expect(tried()).toBe(1)
    await world.pass(1)

    expect(slotsAt(world, WILLOW)).toContain('root')
  })

  test('is not tried sooner because the records’ clock was moved on', async () => {
    const world = await openApp()
    const later: Outcome = { type: 'later', reason: 'slow down', retryAfterSeconds: 120 }
    world.web.trouble(WILLOW, { with: later, times: 1 })
    await raised(world)

    await world.moveTo('2027-03-27T12:00:00Z')

    expect(world.web.tries.filter((place) => place === WILLOW)).toHaveLength(1)
  })

  test('for longer than half an hour is tried after half an hour', async () => {
    const world = await openApp()
    const later: Outcome = { type: 'later', reason: 'slow down', retryAfterSeconds: 24 * HOUR }
    world.web.trouble(WILLOW, { with: later, times: 1 })
    await raised(world)

    await world.pass(HOUR / 2 - 1)
    expect(slotsAt(world, WILLOW)).toEqual([])
    await world.pass(1)

    expect(slotsAt(world, WILLOW)).toContain('root')
  })

  test.each([HOUR, 24 * HOUR])(
    'is not left alone until the old time when the real clock is put back by %d seconds',
    async (seconds) => {
      const world = await openApp()
      world.web.trouble(WILLOW, { with: { type: 'later', reason: 'down' }, times: 12 })
      await raised(world)
      await world.pass(2 * HOUR)

      await world.pass(-seconds)
      for (let n = 0; n < 12; n++) await world.pass(600)

      expect(slotsAt(world, WILLOW)).toContain('root')
    },
  )

  test('and says no time is tried with growing pauses of at most ten minutes', async () => {
    const world = await openApp()
    await raised(world)
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'down' } })
    const before = world.web.tries.length
    const times: number[] = []
    const id = await raisedId(world)
    await note(world, id, 'Hello.')

    for (let second = 0; second <= 2 * HOUR; second++) {
      const tries = world.web.tries.length - before
      if (tries > times.length) times.push(second)
      await world.pass(1)
    }

    const pauses = times.slice(1).map((time, n) => time - (times[n] ?? 0))
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8])
    expect(Math.max(...pauses)).toBe(600)
  })
})

async function raisedId(world: TestApp): Promise<RecordId> {
  const [first] = await world.store.list({ facets: { kind: 'case' } })
  if (!first) throw new Error('Nothing was raised')
  return first.id
}
