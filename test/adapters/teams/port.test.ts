import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Outgoing } from '../../../adapters/channels/teams/card.ts'
import { teamsPort } from '../../../adapters/channels/teams/port.ts'
import { activity, startWorld, type World } from './world.ts'

const hello: Outgoing = { type: 'message', text: 'Hello' }
let world: World

beforeAll(async () => {
  // The SDK prints every token that it turns away.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.authority.calls.length = 0
  world.authority.faults.length = 0
  world.asked.length = 0
})

const bad = [
  'none',
  'empty',
  'another scheme',
  'two tokens',
  'garbage',
  'expired',
  'not valid yet',
  'without an end',
  'for another bot',
  'from another issuer',
  'for another service address',
  'with an unknown key',
  'with a key for another channel',
  'with an unpublished key',
  'with the signature of another',
  'alg none',
  'HS256 with the public key',
  'that we ourselves sent to a service',
]

describe('what Teams has not signed for this bot', () => {
  test.each(bad)('a token %s is turned away with 401', async (name) => {
    expect(Object.keys(world.authority.badTokens)).toContain(name)
    const answer = await world.deliver(
      activity(world, { text: 'concern' }),
      world.authority.badTokens[name] ?? '',
    )

    expect(answer.status).toBe(401)
    expect(world.asked).toEqual([])
  })

  test('every bad token is in the list', () => {
    expect(Object.keys(world.authority.badTokens).sort()).toEqual([...bad].sort())
  })

  test.each([
    ['no JSON', 'not json'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['a number for a type', '{"type":5}'],
    ['no service address', JSON.stringify({ type: 'message', channelId: 'msteams' })],
  ])('%s gets 401 like all else that is not signed, and 400 where it is', async (_, body) => {
    expect((await world.bare('', body)).status).toBe(401)
    for (const token of Object.values(world.authority.badTokens))
      expect((await world.bare(token ?? '', body)).status).toBe(401)
    expect((await world.deliver(body)).status).toBe(400)
    expect((await world.deliver(activity(world, { text: '' }))).status).toBe(200)
  })

  test('an activity of another tenant is refused although it is signed', async () => {
    const channelData = { tenant: { id: '99999999-2222-4333-8444-555555555555' } }

    expect((await world.deliver(activity(world, { text: 'concern', channelData }))).status).toBe(
      403,
    )
    expect(world.asked).toEqual([])
  })

  test('lists inside each other, as deep as a body can hold, break nothing', async () => {
    const deep = '['.repeat(490_000) + ']'.repeat(490_000)
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: 'deep' }
    const button = JSON.stringify(activity(world, invoke)).replace('"deep"', deep)

    expect((await world.deliver(deep)).status).toBe(400)
    expect((await world.deliver(button)).status).toBe(200)
    expect((await world.deliver('['.repeat(1_000_000))).status).toBe(400)
    expect(world.asked).toEqual([])
  })

  test('a body longer than any activity gets 413', async () => {
    expect((await world.deliver('x'.repeat(1_100_000))).status).toBe(413)
  })
})

describe('one call to Teams', () => {
  async function send(fault?: (typeof world.authority.faults)[number]) {
    if (fault) world.authority.faults.push(fault)
    const { settings, serviceUrl } = world.authority
    const port = await teamsPort(settings, world.host.log, async () => ({ status: 200 }))
    return port.send({ service: serviceUrl, conversation: 'a:nia' }, hello)
  }

  test('ends with the id of the message', async () => {
    expect(await send()).toMatchObject({ type: 'done', ref: expect.stringMatching(/^\d+$/) })
  })

  test.each([
    [
      { status: 429, retryAfter: '7' },
      { type: 'later', retryAfterSeconds: 7 },
    ],
    [{ status: 412 }, { type: 'later' }],
    [{ status: 503 }, { type: 'later' }],
    [{ status: 401 }, { type: 'later' }],
    [{ status: 500 }, { type: 'unclear' }],
    [{ status: 502 }, { type: 'unclear' }],
    ['reset', { type: 'unclear' }],
    ['html', { type: 'unclear' }],
    [
      { status: 400, code: 'BadSyntax' },
      { type: 'never', reason: 'Teams answered 400 BadSyntax.' },
    ],
    [
      { status: 403, code: 'BotNotInConversationRoster' },
      { type: 'never', reason: expect.stringContaining('not installed') },
    ],
  ] as const)(
    '%j becomes an outcome, and nothing is tried again behind our back',
    async (fault, outcome) => {
      expect(await send(fault)).toMatchObject(outcome)
      expect(world.authority.calls).toEqual([])
    },
  )

  test('a lost answer is unclear and has not doubled the message', async () => {
    expect(await send('lost')).toMatchObject({ type: 'unclear' })
    expect(world.authority.calls).toHaveLength(1)
  })

  test('a page that a proxy answers with says nothing of an update', async () => {
    const { settings, serviceUrl, faults } = world.authority
    const port = await teamsPort(settings, world.host.log, async () => ({ status: 200 }))
    const where = { service: serviceUrl, conversation: 'a:nia' }
    faults.push('html')

    expect(await port.update(where, '17', hello)).toMatchObject({ type: 'unclear' })
    expect(await port.update(where, '17', hello)).toMatchObject({ type: 'done', ref: '17' })
  })

  test('a wrong secret is said in words', async () => {
    const { settings, serviceUrl } = world.authority
    const wrong = { ...settings, MicrosoftAppPassword: 'old' }
    const port = await teamsPort(wrong, world.host.log, async () => ({ status: 200 }))

    const outcome = await port.send({ service: serviceUrl, conversation: 'a:nia' }, hello)

    expect(outcome).toMatchObject({
      type: 'never',
      reason: expect.stringMatching(/AADSTS7000215.*MicrosoftAppPassword/),
    })
  })

  test('nothing goes to an address that is not one of Teams', async () => {
    const port = await teamsPort(world.authority.settings, world.host.log, async () => ({
      status: 200,
    }))

    const outcome = await port.send({ service: 'https://evil.example/', conversation: 'a' }, hello)

    expect(outcome).toMatchObject({
      type: 'never',
      reason: expect.stringContaining('evil.example'),
    })
  })

  test('one token serves many calls', async () => {
    const before = world.authority.state.tokens
    const { settings, serviceUrl } = world.authority
    const port = await teamsPort(settings, world.host.log, async () => ({ status: 200 }))
    const where = { service: serviceUrl, conversation: 'a:nia' }

    await Promise.all([
      port.send(where, hello),
      port.send(where, hello),
      port.open(serviceUrl, 'x'),
    ])

    expect(world.authority.state.tokens).toBe(before + 1)
  })
})
