import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { begin, spoken } from './playing.ts'

describe('the clocks', () => {
  test('of live work and of a rehearsal never move each other', async () => {
    const world = await openApp()
    await world.ask(incident())
    const played = await begin(world, 'early-may')
    const { records } = await played.drill()

    await world.moveTo('2027-03-28T20:16:00Z')
    expect((await played.drill()).records).toEqual(records)

    const before = world.app.now()
    await played.press('move this clock here', 'Play the weekend')
    expect(world.app.now()).toBe(before)
  })
})

describe('after an outage', () => {
  test('no notice speaks of a rehearsal, and nothing of the notice goes into its room', async () => {
    const world = await openApp()
    await world.ask(incident())
    const played = await begin(world, 'good-friday')

    await world.off(3 * 3600)
    await world.settle()

    const notices = world.web.standing.filter(({ record }) => record.startsWith('organisation-'))
    expect(notices.map(({ words }) => words).join()).not.toContain('Larkspur')
    expect(notices.map(({ place }) => place)).not.toContain(played.room)
    expect(spoken(world, played.room)).toContain('To Maya Trelawn, deputy incident lead')
  })
})

describe('a rehearsal whose messages cannot be delivered', () => {
  test('alarms nobody, and is on no list of what was given up', async () => {
    const world = await openApp({ administrators: ['hugo@example.org'] })
    const played = await begin(world, 'good-friday')
    const sent = world.web.standing.length
    world.web.trouble(played.room, { with: { type: 'never', reason: 'The room is gone.' } })

    await played.press('move this clock here', 'Play the weekend')

    expect(world.web.standing).toHaveLength(sent)
    expect(await world.store.dead(10)).toEqual([])
    expect(await world.store.counts()).toMatchObject({ waiting: 0, dead: 0 })
  })
})
