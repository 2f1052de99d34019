import { expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, person } from '../fixtures/cases.ts'
import { listings } from '../fixtures/directory.ts'
import { waiting } from './delivering.ts'
import { raisedIncident } from './talk/speaking.ts'

const ROOM = 'web/room/room-1'

async function summit(world: TestApp): Promise<RecordId> {
  const { id } = await raisedIncident(world)
  await world.ask(convening(), id)
  const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
  if (!meeting) throw new Error('No meeting was called')
  return meeting.id
}

async function record(world: TestApp, id: RecordId): Promise<void> {
  await world.pass(3600)
  await world.ask(
    {
      kind: 'meeting',
      type: 'record',
      by: person('quinn'),
      heldAt: world.app.now(),
      form: 'riskSummitRecord',
      answers: { judgement: 'Safe tonight.' },
    },
    id,
  )
}

function seal(world: TestApp, id: RecordId) {
  return world.ask({ kind: 'meeting', type: 'seal', by: person('quinn') }, id)
}

function add(world: TestApp, id: RecordId, text: string) {
  return world.ask({ kind: 'meeting', type: 'addendum', by: person('quinn'), text }, id)
}

test('the room is archived once the sealed record stands in it, and an addendum reaches each in private', async () => {
  const world = await openApp()
  const id = await summit(world)
  await record(world, id)

  await seal(world, id)
  await add(world, id, 'The region has a copy.')

  const inRoom = world.web.calls.filter((call) => call.includes(ROOM))
  expect(inRoom.at(-1)).toBe(`archive ${ROOM}`)
  expect(world.web.says(ROOM, 'notice:1')).toContain('SEALED')
  expect(world.web.says(ROOM, 'root')).toContain('Its room is closed')
  expect(world.web.says('web/person/rhea', 'notice:3')).toContain('The region has a copy.')
  expect(await waiting(world, id)).toEqual([])
})

test('it is archived after what was delayed, and once, though the answer was lost', async () => {
  const world = await openApp()
  const id = await summit(world)
  await record(world, id)
  world.web.trouble(ROOM, { with: { type: 'later', reason: 'busy' }, times: 2 })

  await seal(world, id)
  await world.pass(1)
  await world.pass(2)
  expect(world.web.calls.filter((call) => call.includes(ROOM)).at(-1)).toBe(`archive ${ROOM}`)

  expect(world.web.says(ROOM, 'notice:1')).toContain('SEALED')
})

test('a room that somebody archived by hand stops nothing: what it refused reaches each in private', async () => {
  const world = await openApp()
  const id = await summit(world)
  world.web.archiveByHand(ROOM)

  await world.ask({ kind: 'meeting', type: 'note', by: person('quinn'), text: 'Join early.' }, id)
  const tries = world.web.tries.filter((place) => place === ROOM).length
  await record(world, id)
  await seal(world, id)

  expect(world.web.says('web/person/rhea', 'notice:1')).toContain('Join early.')
  expect(world.web.says('web/person/rhea', 'notice:2')).toContain('SEALED')
  expect(world.web.tries.filter((place) => place === ROOM)).toHaveLength(tries)
  expect(await waiting(world, id)).toEqual([])
  expect((await world.store.counts()).waiting).toBe(0)
})

test('the head of the room is pinned once it stands, and whoever cannot pin loses nothing', async () => {
  const world = await openApp()
  world.web.trouble(`${ROOM}/pin`, { with: { type: 'never', reason: 'Muster lacks pins:write.' } })

  const id = await summit(world)

  const [, slack] = world.channels
  const [pinned] = slack?.pinned ?? []
  const root = slack?.standing.find(({ slot, record }) => slot === 'root' && record === id)
  expect(pinned).toMatchObject({ ref: root?.ref, links: [{ title: 'Join the call' }] })
  expect(world.web.pinned).toEqual([])
  expect(world.complaints.join()).toContain('Muster lacks pins:write.')
  expect((await world.store.counts()).dead).toBe(0)
  expect((await world.record('meeting', id)).undelivered).toEqual([])
})

test('a pin whose answer was lost is tried again behind nothing else', async () => {
  const world = await openApp()
  world.web.trouble(`${ROOM}/pin`, { with: new Error('lost'), arrives: true, times: 1 })

  const id = await summit(world)
  await world.pass(2)

  expect(world.web.pinned.map(({ ref }) => ref)).toHaveLength(2)
  expect(await waiting(world, id)).toEqual([])
})

test('what a room needs goes on at once when the room is there, and waits for no sweep', async () => {
  const world = await openApp()
  const { id } = await raisedIncident(world)

  // Nothing here sweeps.
  await handle(world.app, { key: 'convene', to: id, intent: convening() })

  await expect.poll(() => world.web.says(ROOM, 'root')).toContain('Risk summit')
})

/** The made-up collaborative, where Safia is on no chat service. */
const outside = listings.map((one) => ({
  ...one,
  people: one.people.map((who) =>
    who.id === 'safia' ? { ...who, accounts: {}, channel: 'mail' } : who,
  ),
}))

async function withGuest(trouble?: Parameters<TestApp['web']['trouble']>[1]) {
  const world = await openApp({ channels: ['web', 'mail'], listings: outside })
  const id = await summit(world)
  if (trouble) world.web.trouble(`${ROOM}/share`, trouble)
  const why = 'She knows the ward.'
  await world.ask(
    { kind: 'meeting', type: 'bringIn', by: person('quinn'), person: 'safia', why },
    id,
  )
  return { world, id }
}

test('a guest from outside is called by mail and asked into the room, and the roll says so', async () => {
  const { world } = await withGuest()

  expect(world.web.calls).toContain(`share ${ROOM} safia`)
  expect(world.channels[1]?.says('mail/person/safia', 'prompt:seat-safia')).toContain('called')
  expect(world.web.says(ROOM, 'root')).toContain('Safia Khan was asked into the room on Web')
})

test('one who is refused is on the roll, called by mail as before, and holds nothing up', async () => {
  const { world, id } = await withGuest({ with: { type: 'never', reason: 'Not on this plan.' } })

  expect(world.web.says(ROOM, 'root')).toContain(
    'Safia Khan could not be asked into the room on Web from outside: Not on this plan. They are told by mail.',
  )
  expect(world.channels[1]?.says('mail/person/safia', 'prompt:seat-safia')).toContain('called')
  expect(await waiting(world, id)).toEqual([])
})

test('one whose invitation was not answered is asked once, and the roll says what is known', async () => {
  const { world, id } = await withGuest({ with: new Error('lost'), arrives: true, times: 1 })
  await world.pass(2)

  expect(world.web.calls.filter((call) => call.startsWith('share'))).toHaveLength(1)
  expect(world.web.says(ROOM, 'root')).toContain(
    'no answer came, so its mail may have reached them or not',
  )
  expect(await waiting(world, id)).toEqual([])
})

test('a meeting hears of an invitation only where somebody was not let in, or is since', async () => {
  const world = await openApp({ channels: ['web'] })
  const id = await summit(world)
  const heard: string[] = []
  const settle = world.store.settle.bind(world.store)
  world.store.settle = (claim, ended) => {
    heard.push(...ended.replies.map(({ intent }) => intent.type))
    return settle(claim, ended)
  }
  const invite = world.web.invite.bind(world.web)
  const left = [{ person: 'hugo', reason: 'No such account.' }]
  const guest = { kind: 'meeting', by: person('quinn') } as const
  const bringIn = (who: string) =>
    world.ask({ ...guest, type: 'bringIn', person: who, why: 'They know ligatures.' }, id)
  const keptOut = async () => (await world.record('meeting', id)).notLetIn?.map((one) => one.person)

  await bringIn('halima')
  expect(heard).toEqual([])
  Object.assign(world.web, { invite: async () => ({ type: 'done', ref: ROOM, left }) })
  await bringIn('hugo')
  expect(heard).toEqual(['noteNotLetIn'])
  expect(await keptOut()).toEqual(['hugo'])

  Object.assign(world.web, { invite })
  await bringIn('dora')
  expect(heard).toEqual(['noteNotLetIn'])
  await world.ask({ ...guest, type: 'takeOut', person: 'hugo', reason: 'A mistake.' }, id)
  await bringIn('hugo')
  expect(heard).toEqual(['noteNotLetIn', 'noteNotLetIn'])
  expect(await keptOut()).toEqual([])
})
