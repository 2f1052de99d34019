import { expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, person } from '../../fixtures/cases.ts'
import { buttonsOf, formIn, raisedIncident, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const CALLS = ['Call the risk summit…', 'Call the rapid response review…']

async function urgently(world: TestApp) {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))
  return quinn.fill(form, { transition: 'G13', reason: 'Two incidents in a night.' })
}

const says = async (world: TestApp, words: string) =>
  wordsOf(world, await speaker(world, 'quinn').command('muster', words))

test('urgent action that was decided without a call offers the call at once, and asks for it until there is one (G13)', async () => {
  const world = await openApp()
  const reply = await urgently(world)
  if (reply.type !== 'say') throw new Error(wordsOf(world, reply))

  expect(buttonsOf(reply.message).map(({ label }) => label)).toEqual(CALLS)
  expect(wordsOf(world, reply)).toContain('calls nobody yet')
  const owed = 'G13a Risk summit or rapid response review: not held yet'
  expect(await says(world, 'mine')).toContain(owed)
  expect(await says(world, 'status willow')).toContain(owed)

  const called = { meeting: 'M1', why: 'At risk now.', urgent: true, startsAt: null, seats: null }
  const by = person('quinn')
  await world.ask({ kind: 'provider', type: 'convene', by, via: 'web', ...called }, WILLOW)
  await world.settle()
  expect((await world.record('provider', WILLOW)).meetings).toMatchObject([{ rule: 'M1' }])
  expect(await says(world, 'mine')).not.toContain('G13a')
})

test('where the call itself brought the provider to enhanced, nothing more is asked for', async () => {
  const world = await openApp()
  const called = { meeting: 'M1', why: 'At risk now.', urgent: true, startsAt: null, seats: null }
  const by = person('quinn')
  await world.ask({ kind: 'provider', type: 'convene', by, via: 'web', ...called }, WILLOW)
  await world.settle()

  const card = await says(world, 'status willow')
  expect(card).toContain('Willow House: Enhanced')
  expect(card).not.toContain('G13a')
})

test('a summit that was called from a case of the provider is called, and is asked for no more', async () => {
  const world = await openApp()
  await urgently(world)
  const { id } = await raisedIncident(world)
  await world.ask(convening(), id)
  await world.settle()

  expect((await world.record('provider', WILLOW)).ofCases).toMatchObject([{ rule: 'M1' }])
  expect(await says(world, 'status willow')).not.toContain('G13a')
  expect(await says(world, 'mine')).not.toContain('G13a')
})
