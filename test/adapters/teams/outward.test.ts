import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Post } from '../../../src/app/channel-port.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { activity, CHANNEL, NIA, STRANGER, startWorld, type World } from './world.ts'

const room: Place = { channel: 'teams', to: { type: 'room', room: CHANNEL } }
const nia: Place = { channel: 'teams', to: { type: 'person', person: 'nia' } }
const short: Message = { title: 'Due soon', parts: [{ kind: 'text', text: 'D1 is due.' }] }
const long: Message = {
  title: 'A long account',
  parts: [{ kind: 'quote', text: 'many words '.repeat(3000) }],
}
let world: World

beforeEach(async () => {
  world = await startWorld()
  await world.deliver(
    activity(world, { type: 'conversationUpdate', conversation: { id: CHANNEL } }),
  )
})
afterEach(() => world.close())

function post(change: Partial<Post> = {}): Post {
  const record = RecordId.parse('case-7k2m9q4x')
  return { id: 'task-1', record, slot: 'root', update: undefined, thread: undefined, ...change }
}

const paths = () => world.authority.calls.map(({ method, path }) => `${method} ${path}`)

describe('a message of a record', () => {
  test('stands in the room, then is kept up to date', async () => {
    const first = await world.channel.post(room, short, post())
    if (first.type !== 'done') throw new Error('not posted')
    await world.channel.post(room, short, post({ update: first.ref }))

    expect(paths()).toEqual([
      `POST /v3/conversations/${CHANNEL}/activities`,
      `PUT /v3/conversations/${CHANNEL}/activities/${first.ref}`,
    ])
    expect(world.authority.calls[0]?.body).toMatchObject({ summary: 'Due soon\nD1 is due.' })
  })

  test('stands in the thread of its root in a channel, and in a chat, which has none, by itself', async () => {
    await world.channel.post(room, short, post({ thread: '55' }))
    await world.channel.post(nia, short, post({ thread: '55' }))

    expect(paths()).toEqual([
      `POST /v3/conversations/${CHANNEL};messageid=55/activities`,
      'POST /v3/conversations',
      `POST /v3/conversations/a:${NIA}/activities`,
    ])
  })

  test('is written anew when somebody has deleted it', async () => {
    world.authority.faults.push({ status: 404, code: 'ActivityNotFoundInConversation' })

    const outcome = await world.channel.post(room, short, post({ update: '12' }))

    expect(outcome).toMatchObject({ type: 'done' })
    expect(paths()).toEqual([`POST /v3/conversations/${CHANNEL}/activities`])
  })

  test('that is too long goes on in its thread, and an update reaches every page', async () => {
    const first = await world.channel.post(room, long, post())
    if (first.type !== 'done') throw new Error('not posted')
    const pages = world.authority.calls.length
    await world.channel.post(room, short, post({ update: first.ref }))

    expect(pages).toBeGreaterThan(1)
    expect(paths()[1]).toBe(`POST /v3/conversations/${CHANNEL};messageid=${first.ref}/activities`)
    expect(
      paths()
        .slice(pages)
        .every((path) => path.startsWith('PUT')),
    ).toBe(true)
    expect(world.authority.calls).toHaveLength(2 * pages)
    expect(world.authority.calls.at(-1)?.body).toMatchObject({
      text: '(This part is no longer needed.)',
    })
  })

  test('of which a part was sent goes on from there at the next try', async () => {
    await world.channel.post(room, long, post({ id: 'other' }))
    const pages = world.authority.calls.length
    world.authority.calls.length = 0

    world.authority.faults.push('none', { status: 429 })
    expect(await world.channel.post(room, long, post())).toMatchObject({ type: 'later' })
    const outcome = await world.channel.post(room, long, post())

    expect(outcome).toMatchObject({ type: 'done' })
    expect(world.authority.calls).toHaveLength(pages)
  })
})

describe('a person', () => {
  test('without an account in the directory is not reached, in a sentence that says the cure', async () => {
    const ola: Place = { channel: 'teams', to: { type: 'person', person: 'ola' } }

    expect(await world.channel.post(ola, short, post())).toEqual({
      type: 'never',
      reason: expect.stringMatching(/Ola Off has no Teams account.*Entra object id/),
    })
  })

  test('for whom the app is not installed gets it, and then the message', async () => {
    world.authority.graph.state.without.add(NIA)

    expect(await world.channel.post(nia, short, post())).toMatchObject({ type: 'done' })
    expect(world.authority.graph.state.calls).toContain(`POST /users/${NIA}/teamwork/installedApps`)
  })

  test('who is just getting the app is written to a little later', async () => {
    Object.assign(world.authority.graph.state, { slow: true })
    world.authority.graph.state.without.add(NIA)

    const outcome = await world.channel.post(nia, short, post())

    expect(outcome).toEqual({ type: 'later', reason: expect.stringContaining('not installed') })
  })

  test('for whom the app is not installed, and may not be, is not reached', async () => {
    world.authority.graph.state.without.add(NIA)
    world.authority.graph.state.rights.delete('TeamsAppInstallation.ReadWriteSelfForUser.All')

    expect(await world.channel.post(nia, short, post())).toEqual({
      type: 'never',
      reason: expect.stringMatching(
        /^Not reached on Teams: Muster is not installed there\. .*Microsoft Graph does not let Muster install its own app for a person: an administrator of Microsoft Entra .*ReadWriteSelfForUser\.All/,
      ),
    })
  })

  test('who is not in the directory is answered at the account that wrote', async () => {
    const place: Place = { channel: 'teams', to: { type: 'account', account: STRANGER } }

    expect(await world.channel.post(place, short, post())).toMatchObject({ type: 'done' })
    expect(paths()[0]).toBe('POST /v3/conversations')
    expect(world.authority.calls[0]?.body).toMatchObject({ members: [{ id: STRANGER }] })
  })
})

test('before Teams has spoken, a message waits', async () => {
  const other = await startWorld()

  expect(await other.channel.post(room, short, post())).toMatchObject({ type: 'later' })
  await other.close()
})

test('a room in which the app is not installed is not reached; nobody installs it but those in it', async () => {
  world.authority.faults.push({ status: 403, code: 'BotNotInConversationRoster' })

  expect(await world.channel.post(room, short, post())).toMatchObject({
    type: 'never',
    reason: expect.stringContaining('Not reached on Teams'),
  })
  expect(world.authority.graph.state.calls).toEqual([])
})

test('a message cannot be looked up', async () => {
  expect(await world.channel.find(room, post())).toBeUndefined()
})
