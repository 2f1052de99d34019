import { expect, onTestFinished, test } from 'vitest'
import { slackAccounts } from '../../../adapters/channels/slack/accounts.ts'
import { outwardChannel } from '../../../adapters/channels/slack/outward.ts'
import { webClient } from '../../../adapters/channels/slack/web.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import { startSlackService } from '../../faults/slack-service.ts'
import { CASE, directory, TOKEN, words } from './harness.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const links = [{ title: 'Join the call', url: 'https://bridge.example.test/1' }]
const wanted = {
  id: 'meeting-1/summit',
  name: 'Risk Summit',
  topic: 'M-1',
  people: ['amina', 'ben'],
}

async function opened() {
  const service = await startSlackService()
  onTestFinished(() => service.stop())
  const web = webClient(TOKEN, service.url, log)
  const accounts = slackAccounts(
    web,
    () => directory,
    () => 'T1',
  )
  const channel = outwardChannel(
    web,
    accounts,
    () => 'U0MUSTER',
    async () => undefined,
    { connect: true },
  )
  /** Once, the answer to this method is lost. */
  const lose = (method: string) => {
    let left = 1
    service.trouble((called) => (called === method && left-- > 0 ? { type: 'lost' } : null))
  }
  return { service, channel, lose }
}

async function withBrief() {
  const world = await opened()
  const made = await world.channel.makeRoom(wanted)
  const place: Place = { channel: 'slack', to: { type: 'room', room: refOf(made) } }
  const post = {
    id: 't-1',
    record: CASE,
    slot: 'root',
    update: undefined,
    thread: undefined,
  } as const
  const ref = refOf(await world.channel.post(place, words('The brief.'), post))
  const [room] = world.service.rooms()
  if (!room) throw new Error('No room was made')
  return { ...world, place, ref, room }
}

test.each([
  'conversations.create',
  'conversations.setPurpose',
  'conversations.setTopic',
  'conversations.invite',
])('a room whose answer to %s was lost is one room, with everybody in it', async (method) => {
  const { service, channel, lose } = await opened()
  lose(method)

  expect((await channel.makeRoom(wanted)).type).not.toBe('done')
  refOf(await channel.makeRoom(wanted))

  const [room, ...others] = service.rooms()
  expect(others).toEqual([])
  expect(room?.purpose).toBe('muster:meeting-1/summit')
  expect(room?.members.size).toBe(2)
})

test.each(['pins.add', 'chat.getPermalink', 'bookmarks.list', 'bookmarks.add'])(
  'what is pinned when the answer to %s was lost is there once after the next try',
  async (method) => {
    const { channel, lose, place, ref, room } = await withBrief()
    lose(method)

    expect(await channel.pin?.(place, ref, links)).toMatchObject({ type: 'unclear' })
    expect(await channel.pin?.(place, ref, links)).toMatchObject({ type: 'done' })

    expect([...room.pins]).toEqual([ref])
    expect(room.bookmarks.map(({ title }) => title).sort()).toEqual(['Brief', 'Join the call'])
  },
)

test('a room whose closing was not answered is closed', async () => {
  const { channel, lose, place, room } = await withBrief()
  lose('conversations.archive')

  expect(await channel.archive?.(place)).toMatchObject({ type: 'unclear' })
  expect(await channel.archive?.(place)).toMatchObject({ type: 'done' })

  expect(room.archived).toBe(true)
})

test('a workspace that lets Muster pin nothing has its bookmarks, and the other way round', async () => {
  const { service, channel, place, ref, room } = await withBrief()
  service.lacking.add('pins:write')

  expect(await channel.pin?.(place, ref, links)).toMatchObject({
    type: 'never',
    reason: expect.stringContaining('pins:write'),
  })
  expect(room.bookmarks).toHaveLength(2)

  service.lacking.clear()
  service.lacking.add('bookmarks:write')
  expect(await channel.pin?.(place, ref, [])).toMatchObject({ type: 'done' })
  expect([...room.pins]).toEqual([ref])
})

test('somebody from outside is asked into the room by their address', async () => {
  const { channel, place, room } = await withBrief()

  expect(await channel.share?.(place, 'ben')).toMatchObject({ type: 'done' })

  expect(room.asked).toEqual(['ben@willow.example'])
})

function refOf(outcome: Outcome): string {
  if (outcome.type !== 'done') throw new Error(`Not done: ${JSON.stringify(outcome)}`)
  return outcome.ref
}
