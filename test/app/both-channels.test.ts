import { describe, expect, test } from 'vitest'
import { messageFor } from '../../src/app/read.ts'
import { organisationId } from '../../src/core/record-id.ts'
import { teleconference } from '../core/meeting/meeting.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'
import { listings } from '../fixtures/directory.ts'
import { pressOn, raisedIncident, speaker, triaged } from './talk/speaking.ts'

const WEB = 'web/room/willow'
const SLACK = 'slack/room/C0WILLOW'

/** The collaborative with some of its people told on Slack. */
const mixed = (...onSlack: string[]) =>
  listings.map((one) => ({
    ...one,
    people: one.people.map((who) =>
      onSlack.includes(who.id) ? { ...who, channel: 'slack' } : who,
    ),
  }))

function standing({ channels }: TestApp, place: string, slot: string) {
  return channels
    .flatMap((channel) => channel.standing)
    .findLast((one) => one.place === place && one.slot === slot)
}

describe('a case whose people sit on two services', () => {
  test('is mirrored: shown, asked and answered on both, whichever the answer comes from', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const asked = standing(world, SLACK, 'prompt:level')

    const heard = { actor: person('quinn'), channel: 'slack', key: 'pressed-on-slack' }
    const press = pressOn(asked?.message, 'Accept')
    expect(await world.conversation.press(heard, press)).toEqual({ type: 'nothing' })
    await world.settle()

    for (const slot of ['root', 'prompt:triage', 'prompt:level', 'notice:1']) {
      const [here, there] = [standing(world, WEB, slot), standing(world, SLACK, slot)]
      expect(here?.words).toBeDefined()
      expect(there?.words).toBe(here?.words)
    }
    expect(standing(world, WEB, 'prompt:level')?.words).toContain('Quinn Adeyemi answered')
  })

  test('takes replies from the thread of each', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const place = { channel: 'slack', to: { type: 'room', room: 'C0WILLOW' } } as const

    await speaker(world, 'ivan').reply(id, 'note The family knows.', place, SLACK)

    expect(standing(world, WEB, 'notice:1')?.words).toContain('The family knows.')
  })

  test('names everybody on both, and calls each on one only', async () => {
    const world = await openApp({ listings: mixed('ines') })
    await raisedIncident(world)
    await world.moveTo('2027-03-26T20:50:00Z')

    const [here, there] = [WEB, SLACK].map((place) => standing(world, place, 'nudge:D1:2'))

    for (const one of [here, there]) expect(one?.words).toContain('Ivan Petrov, Ines Carvalho: ')
    expect(here?.message.elsewhere).toEqual(['ines'])
    expect(there?.message.elsewhere).toEqual(['ivan'])
  })

  test('calls those who are in a meeting where they were told of it, whatever the directory says since', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const answer = await world.ask({ ...teleconference, case: id })
    if (!answer.ok) throw new Error(answer.refusal.message)
    const [harbour] = mixed('quinn')
    if (!harbour) throw new Error('There is no Lead Provider')
    const listed = { kind: 'organisation', type: 'import', listing: harbour } as const
    await world.ask(listed, organisationId(harbour.slug))

    const words = [WEB, SLACK].map(async (place) => {
      const [channel = '', , room = ''] = place.split('/')
      const here = { channel, to: { type: 'room', room } } as const
      return (await messageFor(world.app, here, answer.id, 'roll'))?.elsewhere
    })

    const [here, there] = await Promise.all(words)
    expect(here).toBeUndefined()
    expect(there).toContain('quinn')
  })

  test('calls somebody where the case stands, if it does not stand on their own service', async () => {
    const world = await openApp({
      listings: mixed('ines').map((one) => ({
        ...one,
        rooms: one.rooms.filter(({ channel }) => channel === 'web'),
      })),
    })
    await raisedIncident(world)
    await world.moveTo('2027-03-26T20:50:00Z')

    const nudge = standing(world, WEB, 'nudge:D1:2')
    expect(nudge?.words).toContain('Ines Carvalho')
    expect(nudge?.message.elsewhere).toBeUndefined()
  })
})
