import { expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { buttonsOf, guest, raisedIncident, speaker, standingIn, triaged } from './speaking.ts'

const ROOM: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }

async function asked() {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  await triaged(world, id)
  const view = (actor: Actor, slot: string, place = ROOM) =>
    world.conversation.view({ actor, channel: 'web', key: 'a-look' }, place, id, slot)
  return { world, id, view }
}

test('whoever may answer sees the buttons; everybody else the same message without them', async () => {
  const { world, view } = await asked()
  const labels = async (actor: Actor) => {
    const message = await view(actor, 'prompt:level')
    expect(message?.title).toBe(standingIn(world, 'prompt:level')?.title)
    return message && buttonsOf(message).map(({ label }) => label)
  }

  for (const who of ['quinn', 'dora', 'halima'])
    expect(await labels(person(who))).toEqual(['Accept', 'Choose otherwise…'])
  // Nia may read the case; Anya is of another provider; the guest is in no directory.
  for (const who of [person('nia'), person('anya'), guest]) expect(await labels(who)).toEqual([])
})

test('the same people can press as see the buttons of a reminder', async () => {
  const { world, id, view } = await asked()
  const have = { do: 'have', record: id, clock: 'D1' } as const

  for (const who of ['ivan', 'ines', 'wanda', 'quinn', 'nia', 'mara']) {
    const message = await view(person(who), 'nudge:D1:1')
    const sees = message !== undefined && buttonsOf(message).length > 0
    const said = await speaker(world, who).press(have)
    expect([who, sees]).toEqual([who, said.type === 'nothing'])
  }
})

test('buttons that are for everybody stay, and an answered question has none', async () => {
  const { view } = await asked()
  const root = await view(person('nia'), 'root')
  expect(root && buttonsOf(root).length).toBeGreaterThan(0)

  const triage = await view(person('quinn'), 'prompt:triage')
  expect(triage && buttonsOf(triage)).toEqual([])
})

test('a place where the record does not stand shows nothing of it', async () => {
  const { view } = await asked()
  const other: Place = { channel: 'web', to: { type: 'room', room: 'aspen' } }

  expect(await view(person('quinn'), 'root', other)).toBeUndefined()
  expect(await view(person('quinn'), 'prompt:nothing')).toBeUndefined()
})
