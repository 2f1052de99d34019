import { expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import type { Listing } from '../../src/core/organisation/organisation.ts'
import { organisationId, type RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, person } from '../fixtures/cases.ts'
import { listings } from '../fixtures/directory.ts'
import { raisedIncident } from './talk/speaking.ts'

async function called(world: TestApp, over = {}): Promise<RecordId> {
  const { id } = await raisedIncident(world)
  await world.ask({ ...convening(), ...over }, id)
  const [one] = (await world.record('case', id)).meetings
  if (!one) throw new Error('No meeting was called')
  return one.meeting
}

let times = 0

async function list(world: TestApp, slug: string, change: (listing: Listing) => Listing) {
  const listed = listings.find((one) => one.slug === slug)
  if (!listed) throw new Error(`No ${slug}`)
  const intent = { kind: 'organisation', type: 'import', listing: change(listed) } as const
  times += 1
  await handle(world.app, { key: `again:${times}`, to: organisationId(slug), intent })
  await world.settle()
}

/** The directory file comes without them, and nobody else holds what was theirs. */
function leave(world: TestApp, slug: string, gone: string) {
  return list(world, slug, (listed) => ({
    ...listed,
    people: listed.people.filter(({ id }) => id !== gone),
    holdings: listed.holdings.map((one) => (one.holder === gone ? { ...one, holder: null } : one)),
  }))
}

async function callsOf(world: TestApp, meeting: RecordId, who: string) {
  const { lines } = await world.record('meeting', meeting)
  return lines
    .flatMap(({ seats }) => seats.flatMap(({ calls }) => calls))
    .flatMap((call) => (call.person === who ? [call.state] : []))
}

test('whoever was dropped from the directory by mistake is called again once they are listed again', async () => {
  const world = await openApp()
  const meeting = await called(world)
  await leave(world, 'downs-icb', 'ada')
  expect(await callsOf(world, meeting, 'ada')).toEqual(['gone'])

  await list(world, 'downs-icb', (listed) => listed)

  expect(await callsOf(world, meeting, 'ada')).toEqual(['asked'])
  expect((await world.record('meeting', meeting)).people).toContain('ada')
  const own = world.web.standing.findLast(
    ({ record, slot, place }) =>
      record === meeting && slot === 'prompt:seat-ada' && place === 'web/person/ada',
  )
  expect(own?.words).toContain('You are called')
  const { version } = (await world.store.load(meeting)) ?? {}
  await handle(world.app, { key: null, to: meeting, intent: { kind: 'meeting', type: 'wake' } })
  expect((await world.store.load(meeting))?.version).toBe(version)
})

test('whoever leaves after it was recorded is taken out of a room that is still open; their answer stays', async () => {
  const world = await openApp()
  const meeting = await called(world)
  const answer = { revision: null, reason: null, person: null, answer: 'coming' } as const
  await world.ask(
    { kind: 'meeting', type: 'answer', by: person('ada'), prompt: 'seat-ada', ...answer },
    meeting,
  )
  const answers = { risk: 'r', conclusion: 'c', attendance: 'none', assurance: 'no' }
  const form = 'riskSummitRecord'
  const heldAt = world.app.now()
  const kind = 'meeting'
  await world.ask({ kind, type: 'record', by: person('quinn'), heldAt, form, answers }, meeting)

  await leave(world, 'downs-icb', 'ada')

  expect(world.web.calls).toContain('remove web/room/room-1 ada')
  expect((await world.record('meeting', meeting)).people).not.toContain('ada')
  expect(await callsOf(world, meeting, 'ada')).toEqual(['coming'])
})
