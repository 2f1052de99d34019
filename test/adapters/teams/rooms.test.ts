import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teamsChannel } from '../../../adapters/channels/teams/index.ts'
import type { NewRoom } from '../../../src/app/channel-port.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import { KIT, NIA, SAM, STRANGER, startWorld, type World } from './world.ts'

let world: World

beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const summit = (people: readonly string[], id = 'meeting-7k2m9q4x/risk-summit'): NewRoom => ({
  id,
  name: 'risk-summit-m-7k2m-9q4x',
  topic: 'Risk summit: M-7K2M-9Q4X. No patient identifiers.',
  people,
})

const graph = () => world.authority.graph.state
const places = (calls: readonly string[]) =>
  calls.map((call) => call.replace(/19%3A\S+?(?=\/)|19:\S+?(?=\/)/, 'CHAT'))

function refOf(outcome: Outcome): string {
  if (outcome.type !== 'done') throw new Error(`Not done: ${JSON.stringify(outcome)}`)
  return outcome.ref
}

describe('a room in Teams', () => {
  test('is a group chat with a topic, in which the app is installed', async () => {
    const ref = refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))

    expect(graph().chats).toMatchObject([
      {
        id: ref,
        topic: 'Risk summit  M-7K2M-9Q4X. No patient identifiers.',
        members: [NIA, SAM],
        app: true,
      },
    ])
    expect(places(graph().calls)).toEqual([
      'GET /appCatalogs/teamsApps',
      'POST /chats',
      'POST /chats/CHAT/installedApps',
    ])
  })

  test('needs two people whom Teams knows; a sentence names who is missing', async () => {
    const made = await world.channel.makeRoom(summit(['nia', 'una']))

    expect(made).toEqual({
      type: 'never',
      reason:
        'A group chat in Teams needs two people with an account at least. No Teams account is known for Una Unlisted.',
      tooFew: true,
    })
    expect(graph().calls).toEqual([])
  })

  test('takes in whom Graph refused at first, a guest, and keeps nobody out for a stranger', async () => {
    refOf(await world.channel.makeRoom(summit(['ola', 'kit', 'nia', 'sam'])))

    expect(graph().chats).toMatchObject([{ members: [NIA, SAM, KIT], app: true }])
  })

  test('is not made where no two of the people are known to Teams', async () => {
    const made = await world.channel.makeRoom(summit(['ola', 'nia']))

    expect(made).toMatchObject({ type: 'never', reason: expect.stringContaining('no two of') })
    expect(graph().chats).toEqual([])
  })
})

describe('after a lost answer', () => {
  test('the chat that was made is found by its topic, and none is made beside it', async () => {
    graph().faults.push('none', 'lost')

    const lost = await world.channel.makeRoom(summit(['nia', 'sam']))
    const ref = refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))

    expect(lost).toMatchObject({ type: 'unclear' })
    expect(graph().chats).toMatchObject([{ id: ref, members: [NIA, SAM], app: true }])
  })

  test('a chat of the same topic that another meeting had is left alone', async () => {
    const other = refOf(await world.channel.makeRoom(summit(['nia', 'sam'], 'meeting-1/room')))
    const [chat] = graph().chats
    Object.assign(chat ?? {}, { createdDateTime: '2020-01-01T00:00:00Z' })
    graph().faults.push('reset')

    await world.channel.makeRoom(summit(['nia', 'sam']))

    expect(refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))).not.toBe(other)
  })

  test('without the right to look, another is made, and only that one is used', async () => {
    graph().rights.delete('Chat.ReadBasic.All')
    graph().faults.push('none', 'lost')

    await world.channel.makeRoom(summit(['nia', 'sam']))
    const ref = refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))

    expect(graph().chats.map(({ app }) => app)).toEqual([false, true])
    expect(graph().chats[1]?.id).toBe(ref)
  })

  test.each([1, 2, 3, 4, 5, 6, 7])(
    'whatever is lost at call %i, one room is made with everybody in it',
    async (call) => {
      const people = ['nia', 'sam', 'kit']
      for (let n = 1; n < call; n += 1) graph().faults.push('none')
      graph().faults.push('lost')

      let outcome = await world.channel.makeRoom(summit(people))
      if (outcome.type !== 'done') outcome = await world.channel.makeRoom(summit(people))

      expect(graph().chats).toMatchObject([{ id: refOf(outcome), app: true }])
      expect([...(graph().chats[0]?.members ?? [])].sort()).toEqual([NIA, SAM, KIT].sort())
    },
  )

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'whatever is lost at call %i, one room is made though Teams does not know the first who is called',
    async (call) => {
      const people = ['ola', 'nia', 'sam']
      for (let n = 1; n < call; n += 1) graph().faults.push('none')
      graph().faults.push('lost')

      let outcome = await world.channel.makeRoom(summit(people))
      for (let n = 0; n < 2 && outcome.type !== 'done'; n += 1)
        outcome = await world.channel.makeRoom(summit(people))

      expect(graph().chats).toMatchObject([{ id: refOf(outcome), app: true }])
      expect([...(graph().chats[0]?.members ?? [])].sort()).toEqual([NIA, SAM].sort())
    },
  )

  test('a chat of the same topic with somebody in it who was not called is left alone', async () => {
    graph().faults.push('none', 'reset')
    await world.channel.makeRoom(summit(['nia', 'sam']))
    graph().chats.push({
      id: '19:another@thread.v2',
      topic: 'Risk summit  M-7K2M-9Q4X. No patient identifiers.',
      chatType: 'group',
      createdDateTime: new Date().toISOString(),
      members: [NIA, SAM, STRANGER],
      app: false,
    })

    const ref = refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))

    expect(graph().chats.find(({ id }) => id === ref)?.members).toEqual([NIA, SAM])
  })

  test('a process that was started anew goes on with the chat that is known', async () => {
    graph().faults.push('none', 'none', { status: 429, retryAfter: '7' })

    const later = await world.channel.makeRoom(summit(['nia', 'sam']))
    const again = await teamsChannel(world.authority.settings, world.host)
    const ref = refOf(await again.channel.makeRoom(summit(['nia', 'sam'])))

    expect(later).toMatchObject({ type: 'later', retryAfterSeconds: 7 })
    expect(graph().chats).toMatchObject([{ id: ref, app: true }])
  })
})

describe('without a right', () => {
  test.each([
    ['Chat.Create', /make a group chat: an administrator of Microsoft Entra .* Chat\.Create/],
    ['TeamsAppInstallation.ReadWriteSelfForChat.All', /ReadWriteSelfForChat\.All/],
    ['AppCatalog.Read.All', /AppCatalog\.Read\.All .*MUSTER_TEAMS_APP/],
  ])('%s: the refusal says which, and who can give it', async (right, words) => {
    graph().rights.delete(right)

    const made = await world.channel.makeRoom(summit(['nia', 'sam']))

    expect(made).toEqual({ type: 'never', reason: expect.stringMatching(words) })
  })

  test('AppCatalog.Read.All a setting names the app instead', async () => {
    graph().rights.delete('AppCatalog.Read.All')
    const settings = {
      ...world.authority.settings,
      MUSTER_TEAMS_APP: '00000000-0000-4000-8000-0000000000ca',
    }
    const { channel } = await teamsChannel(settings, world.host)

    refOf(await channel.makeRoom(summit(['nia', 'sam'])))

    expect(graph().chats).toMatchObject([{ app: true }])
  })

  test('as soon as it is given, the same chat is used', async () => {
    graph().rights.delete('TeamsAppInstallation.ReadWriteSelfForChat.All')
    await world.channel.makeRoom(summit(['nia', 'sam']))
    graph().rights.add('TeamsAppInstallation.ReadWriteSelfForChat.All')

    refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))

    expect(graph().chats).toHaveLength(1)
  })

  test('an app that nobody has uploaded is told of before a chat is made', async () => {
    graph().inCatalogue = false

    const made = await world.channel.makeRoom(summit(['nia', 'sam']))

    expect(made).toMatchObject({ type: 'never', reason: expect.stringContaining('uploads') })
    expect(graph().chats).toEqual([])
  })

  test('a cloud whose Graph is not named is never asked for at Microsoft’s public one', async () => {
    const settings = { ...world.authority.settings, GRAPH_URL: undefined }
    const { channel } = await teamsChannel(settings, world.host)

    expect(await channel.makeRoom(summit(['nia', 'sam']))).toMatchObject({
      type: 'never',
      reason: expect.stringContaining('GRAPH_URL'),
    })
  })
})

describe('how a call to Graph ends', () => {
  test.each([
    [
      { status: 429, retryAfter: '30' },
      { type: 'later', retryAfterSeconds: 30 },
    ],
    [{ status: 503 }, { type: 'later' }],
    [{ status: 500 }, { type: 'unclear' }],
    [{ status: 504 }, { type: 'unclear' }],
    ['reset', { type: 'unclear' }],
    ['html', { type: 'unclear' }],
  ] as const)('%j while a chat is made', async (fault, outcome) => {
    graph().faults.push('none', fault)

    expect(await world.channel.makeRoom(summit(['nia', 'sam']))).toMatchObject(outcome)
  })

  test('a token that was withdrawn is asked for anew', async () => {
    graph().faults.push('none', { status: 401 })

    refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))

    expect(world.authority.state.tokens).toBe(2)
  })

  test('a wrong secret is said to be one', async () => {
    world.authority.state.refuseTokens = true

    expect(await world.channel.makeRoom(summit(['nia', 'sam']))).toMatchObject({
      type: 'never',
      reason: expect.stringContaining('sign-in to Microsoft Graph (AADSTS7000215)'),
    })
  })
})

describe('an invitation', () => {
  const invited = async (people: readonly string[]) => {
    const room = refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))
    const place: Place = { channel: 'teams', to: { type: 'room', room } }
    return world.channel.invite(place, people)
  }

  test('brings in everybody who can come, and names who cannot', async () => {
    const outcome = await invited(['una', 'ola', 'kit', 'nia'])

    expect(graph().chats).toMatchObject([{ members: [NIA, SAM, KIT] }])
    expect(outcome).toEqual({
      type: 'never',
      reason: expect.stringMatching(/^Not in the chat on Teams: Una Unlisted, Ola Off\./),
    })
  })

  test('without the right says which is missing', async () => {
    graph().rights.delete('ChatMember.ReadWrite.WhereInstalled')

    expect(await invited(['kit'])).toMatchObject({
      type: 'never',
      reason: expect.stringContaining('ChatMember.ReadWrite.WhereInstalled'),
    })
  })

  test('whose answer was lost is made again, which changes nothing', async () => {
    const room = refOf(await world.channel.makeRoom(summit(['nia', 'sam'])))
    const place: Place = { channel: 'teams', to: { type: 'room', room } }
    graph().faults.push('lost')

    expect(await world.channel.invite(place, ['kit'])).toMatchObject({ type: 'later' })
    refOf(await world.channel.invite(place, ['kit']))

    expect(graph().chats).toMatchObject([{ members: [NIA, SAM, KIT] }])
  })
})
