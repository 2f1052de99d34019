import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { movableClock, openTimeline } from '../../src/app/timeline.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { openApp, STARTS } from '../fixtures/app.ts'
import { incident } from '../fixtures/cases.ts'

const startsAt: Instant = '2027-03-26T20:20:00Z'

describe('a timeline', () => {
  test('goes on as real time does', async () => {
    let real = new Date('2026-11-23T18:00:00Z')
    const timeline = await openTimeline(memoryStore(), 'drill', startsAt, () => real)

    real = new Date('2026-11-23T19:30:00Z')

    expect(timeline.now()).toBe('2027-03-26T21:50:00Z')
  })

  test('keeps its offset when it is opened again, whatever start is asked for then', async () => {
    const store = memoryStore()
    let real = new Date('2026-11-23T18:00:00Z')
    const first = await openTimeline(store, 'drill', startsAt, () => real)
    await first.set('2027-04-01T09:00:00Z')

    real = new Date('2026-11-24T18:00:00Z')
    const again = await openTimeline(store, 'drill', startsAt, () => real)

    expect(again.now()).toBe('2027-04-02T09:00:00Z')
  })

  test('has no part in another', async () => {
    const store = memoryStore()
    const real = () => new Date('2026-11-23T18:00:00Z')
    const one = await openTimeline(store, 'one', startsAt, real)
    const other = await openTimeline(store, 'other', startsAt, real)

    await one.set('2027-04-01T09:00:00Z')

    expect(other.now()).toBe(startsAt)
  })
})

describe('a jump', () => {
  test('steps through every wake on the way, in order', async () => {
    const world = await openApp()
    const raised = await world.ask(incident())
    if (!raised.ok) throw new Error(raised.refusal.message)

    await world.moveTo('2027-03-27T21:00:00Z')

    const { clocks } = await world.record('case', raised.id)
    const nudges = clocks.find(({ rule }) => rule === 'D1')?.nudges ?? []
    const times = nudges.map(({ at }) => at)
    expect(times).toEqual([...times].sort())
    // On start, three climbs every half hour, half-way and 24 hours before: each at its own time.
    expect(times.slice(0, 4)).toEqual([
      STARTS,
      '2027-03-26T20:50:00Z',
      '2027-03-26T21:20:00Z',
      '2027-03-26T21:50:00Z',
    ])
    expect(times.at(-1)).toBe('2027-03-27T20:15:00Z')
    expect(world.clock.now()).toBe('2027-03-27T21:00:00Z')
  })

  test('sends what each step caused before it goes on, so that each message is as of its time', async () => {
    const world = await openApp()
    await world.ask(incident())
    const places = world.web.standing.filter(({ slot }) => slot.startsWith('nudge:D1'))
    expect(places).toHaveLength(1)

    await world.moveTo('2027-03-26T21:50:00Z')

    const nudges = world.web.standing.filter(({ slot }) => slot.startsWith('nudge:D1'))
    expect(nudges.map(({ slot }) => slot)).toEqual([
      'nudge:D1:1',
      'nudge:D1:2',
      'nudge:D1:3',
      'nudge:D1:4',
    ])
  })

  test('back in time changes nothing', async () => {
    const world = await openApp()

    await world.moveTo('2027-03-26T00:00:00Z')

    expect(world.clock.now()).toBe(STARTS)
  })

  test('names the next deadline, and none where nobody owes anything', async () => {
    const world = await openApp()
    expect(await world.clock.nextDeadline()).toBeNull()

    await world.ask(incident())

    expect(await world.clock.nextDeadline()).toBe('2027-03-28T20:15:00Z')
  })

  test('waits for the one before it', async () => {
    const steps: Instant[] = []
    const store = memoryStore()
    const real = () => new Date('2026-11-23T18:00:00Z')
    const timeline = await openTimeline(store, 'drill', startsAt, real)
    const clock = movableClock(timeline, 'drill', store, async () => {
      await Promise.resolve()
      steps.push(timeline.now())
    })

    await Promise.all([clock.moveTo('2027-03-27T00:00:00Z'), clock.moveTo('2027-03-28T00:00:00Z')])

    expect(steps).toEqual([
      startsAt,
      '2027-03-27T00:00:00Z',
      '2027-03-27T00:00:00Z',
      '2027-03-28T00:00:00Z',
    ])
  })

  test('that fails is told to whoever asked for it, and the next one works', async () => {
    const store = memoryStore()
    let broken = true
    const real = () => new Date('2026-11-23T18:00:00Z')
    const timeline = await openTimeline(store, 'drill', startsAt, real)
    const clock = movableClock(timeline, 'drill', store, async () => {
      if (broken) throw new Error('EIO: i/o error')
    })

    await expect(clock.moveTo('2027-03-27T00:00:00Z')).rejects.toThrow('EIO')
    broken = false
    await clock.moveTo('2027-03-28T00:00:00Z')

    expect(clock.now()).toBe('2027-03-28T00:00:00Z')
  })
})
