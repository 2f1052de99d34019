import nock from 'nock'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slackAccounts } from '../../../adapters/channels/slack/accounts.ts'
import { outwardChannel } from '../../../adapters/channels/slack/outward.ts'
import { webClient } from '../../../adapters/channels/slack/web.ts'
import type { Channel, Post, RoomLink } from '../../../src/app/channel-port.ts'
import { NoLongerHeld } from '../../../src/app/hold.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { CASE, directory, TOKEN, words } from './harness.ts'

const SLACK = 'https://slack.example'
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

const room = { channel: 'slack', to: { type: 'room', room: 'C0ROOM' } } as const
const ben = { channel: 'slack', to: { type: 'person', person: 'ben' } } as const
const post: Post = {
  id: 'task-1',
  record: CASE,
  slot: 'root',
  update: undefined,
  thread: undefined,
}
const newRoom = { id: 'meeting-1/summit', name: 'Risk Summit', topic: 'C-1', people: ['amina'] }
const long: Message = words('word '.repeat(1000))

let channel: Channel

function open(timeout?: number): void {
  const web = webClient(TOKEN, `${SLACK}/api/`, log, timeout)
  const accounts = slackAccounts(
    web,
    () => directory,
    () => 'T1',
  )
  channel = outwardChannel(
    web,
    accounts,
    () => 'U0MUSTER',
    async () => undefined,
  )
}

beforeEach(() => {
  nock.disableNetConnect()
  open()
})
afterEach(() => {
  const open = nock.pendingMocks()
  nock.cleanAll()
  nock.enableNetConnect()
  expect(open).toEqual([])
})

const slack = () => nock(SLACK)
const call = (method: string) => slack().post(`/api/${method}`)
const ok = (method: string, body: object = {}) => call(method).reply(200, { ok: true, ...body })
const error = (method: string, code: string) => call(method).reply(200, { ok: false, error: code })

const FAULTS: readonly (readonly [string, (method: string) => void, object])[] = [
  [
    'asks for patience',
    (method) =>
      call(method).reply(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '7' }),
    { type: 'later', retryAfterSeconds: 7 },
  ],
  ['is being repaired', (method) => call(method).reply(503, 'busy'), { type: 'later' }],
  ['cannot be reached', (method) => refuse(method, 'ECONNREFUSED'), { type: 'later' }],
  ['fails on the way', (method) => call(method).reply(502, '<html>'), { type: 'unclear' }],
  [
    'does not answer',
    (method) => {
      open(300)
      call(method).delay(900).reply(200, { ok: true })
    },
    { type: 'unclear' },
  ],
  ['breaks off', (method) => refuse(method, 'ECONNRESET'), { type: 'unclear' }],
  ['answers with a page', (method) => call(method).reply(200, '<html>hello'), { type: 'unclear' }],
  ['refuses the token', (method) => error(method, 'invalid_auth'), { type: 'later' }],
]

function refuse(method: string, code: string): void {
  call(method).replyWithError(Object.assign(new Error(code), { code }))
}

const archive = (place: Place) => channel.archive?.(place) ?? {}
const pin = (links: readonly RoomLink[]) => channel.pin?.(room, '1.1', links) ?? {}

const channelOf = { channel: { id: 'C0NEW' } }
const METHODS: readonly (readonly [string, () => void, () => Promise<object>])[] = [
  ['chat.postMessage', () => undefined, () => channel.post(room, words('Hello'), post)],
  [
    'chat.update',
    () => ok('conversations.replies', { messages: [] }),
    () => channel.post(room, words('Hello'), { ...post, update: '1.1' }),
  ],
  ['conversations.create', () => undefined, () => channel.makeRoom(newRoom)],
  [
    'conversations.setPurpose',
    () => {
      ok('conversations.create', channelOf)
      ok('conversations.setTopic')
      ok('conversations.invite')
    },
    () => channel.makeRoom(newRoom),
  ],
  [
    'conversations.setTopic',
    () => {
      ok('conversations.create', channelOf)
      ok('conversations.setPurpose')
      ok('conversations.invite')
    },
    () => channel.makeRoom(newRoom),
  ],
  ['conversations.archive', () => undefined, async () => archive(room)],
  [
    'pins.add',
    () => {
      ok('chat.getPermalink', { permalink: 'https://slack.example/p1' })
      ok('bookmarks.list', {
        bookmarks: [{ id: 'Bk1', title: 'Brief', link: 'https://slack.example/p1' }],
      })
    },
    async () => pin([]),
  ],
  [
    'bookmarks.add',
    () => {
      ok('pins.add')
      ok('chat.getPermalink', { permalink: 'https://slack.example/p1' })
      ok('bookmarks.list', { bookmarks: [] })
    },
    async () => pin([]),
  ],
  ['conversations.invite', () => undefined, () => channel.invite(room, ['amina'])],
]

describe.each(METHODS)('when Slack, asked for %s,', (method, before, act) => {
  test.each(FAULTS)('%s, that is an outcome and no try of our own', async (_, fault, outcome) => {
    before()
    fault(method)

    expect(await act()).toMatchObject(outcome)
  })
})

describe('before anything is posted', () => {
  test.each(FAULTS)('Slack %s: trying again can double nothing', async (_, fault) => {
    fault('users.lookupByEmail')

    expect(await channel.post(ben, words('Hello'), post)).toMatchObject({ type: 'later' })
  })

  test('Slack has been asked for everything when it is looked whether it is still ours to send', async () => {
    ok('users.lookupByEmail', { user: { id: 'U0BEN' } })
    ok('conversations.open', { channel: { id: 'D0BEN' } })
    const lost = () => {
      expect(nock.pendingMocks()).toEqual([])
      throw new NoLongerHeld('Another replica may have taken this over')
    }

    await expect(channel.post(ben, words('Hello'), post, lost)).rejects.toThrow(NoLongerHeld)
  })

  test('whoever is told elsewhere is named there, neither looked up nor called', async () => {
    const text = [{ person: 'amina' }, ', ', { person: 'ben' }]
    slack()
      .post('/api/chat.postMessage', (body) => /<@U0AMINA>, Ben Osei/.test(JSON.stringify(body)))
      .reply(200, { ok: true, ts: '1.1' })

    const asked: Message = { title: '', parts: [{ kind: 'text', text }], elsewhere: ['ben'] }
    expect(await channel.post(room, asked, post)).toMatchObject({ type: 'done' })
  })

  test('somebody without an account is not reached, and the sentence names them', async () => {
    const cat = { channel: 'slack', to: { type: 'person', person: 'cat' } } as const

    expect(await channel.post(cat, words('Hello'), post)).toEqual({
      type: 'never',
      reason: 'Not reached on Slack: no account for Cat Lowe.',
    })
  })

  test('an address that Slack does not know is no account', async () => {
    error('users.lookupByEmail', 'users_not_found')

    expect(await channel.post(ben, words('Hello'), post)).toMatchObject({ type: 'never' })
  })
})

describe('what is never accepted says who can cure it', () => {
  test.each([
    ['not_in_channel', /invite @Muster/],
    ['channel_not_found', /invite Muster/],
    ['is_archived', /unarchive/],
    ['invalid_blocks', /fault in Muster/],
    ['something_new', /something_new.*fault in Muster/],
  ])('%s', async (code, cure) => {
    error('chat.postMessage', code)

    expect(await channel.post(room, words('Hello'), post)).toMatchObject({
      type: 'never',
      reason: expect.stringMatching(cure),
    })
  })

  test.each(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'])(
    '%s waits for the token to be put right',
    async (code) => {
      error('chat.postMessage', code)

      expect(await channel.post(room, words('Hello'), post)).toMatchObject({
        type: 'later',
        reason: expect.stringMatching(/SLACK_BOT_TOKEN/),
      })
    },
  )

  test('a missing permission is named, and waited for', async () => {
    call('chat.postMessage').reply(200, { ok: false, error: 'missing_scope', needed: 'chat:write' })

    expect(await channel.post(room, words('Hello'), post)).toMatchObject({
      type: 'later',
      reason: expect.stringContaining('(chat:write)'),
    })
  })

  test.each(['internal_error', 'fatal_error'])('%s may have been done', async (code) => {
    error('chat.postMessage', code)

    expect(await channel.post(room, words('Hello'), post)).toMatchObject({ type: 'unclear' })
  })
})

describe('a message whose fate is unclear', () => {
  const mark = (part: number, parts: number, ts: string, id = post.id) => ({
    ts,
    metadata: {
      event_type: 'muster',
      event_payload: { id, record: CASE, slot: 'root', part, parts },
    },
  })

  test('is found by what it carries unseen, on a later page too', async () => {
    ok('conversations.history', {
      messages: [mark(1, 1, '9.9', 'another'), { ts: '8.8' }],
      response_metadata: { next_cursor: 'next' },
    })
    ok('conversations.history', { messages: [mark(1, 1, '7.7')] })

    expect(await channel.find(room, post)).toBe('7.7')
  })

  test('is found in its thread', async () => {
    ok('conversations.replies', { messages: [{ ts: '1.1' }, mark(1, 1, '1.2')] })

    expect(await channel.find(room, { ...post, slot: 'prompt:p1', thread: '1.1' })).toBe('1.2')
  })

  test('counts as not there while a part of it is missing', async () => {
    ok('conversations.history', { messages: [mark(1, 2, '7.7')] })
    ok('conversations.replies', { messages: [mark(1, 2, '7.7')] })

    expect(await channel.find(room, post)).toBeUndefined()
  })

  test('is completed when it is tried again, and not written twice', async () => {
    const posted: string[] = []
    ok('conversations.history', { messages: [mark(1, 2, '7.7')] })
    ok('conversations.replies', { messages: [mark(1, 2, '7.7')] })
    call('chat.update').reply(200, { ok: true, ts: '7.7' })
    call('chat.postMessage').reply(200, (_, body) => {
      posted.push(String(body))
      return { ok: true, ts: '7.8' }
    })

    expect(await channel.post(room, long, post)).toEqual({ type: 'done', ref: '7.7' })
    expect(posted).toHaveLength(1)
    expect(new URLSearchParams(posted[0]).get('thread_ts')).toBe('7.7')
  })
})

describe('a message that is updated', () => {
  test('loses the further parts that it no longer needs', async () => {
    ok('conversations.history', { messages: [] })
    ok('chat.postMessage', { ts: '1.1' })
    ok('chat.postMessage', { ts: '1.2' })
    await channel.post(room, long, post)

    ok('chat.update', { ts: '1.1' })
    ok('chat.delete')
    expect(await channel.post(room, words('Short'), { ...post, id: 't2', update: '1.1' })).toEqual({
      type: 'done',
      ref: '1.1',
    })
  })

  test('is left alone when nothing in it would change', async () => {
    ok('chat.postMessage', { ts: '1.1' })
    await channel.post(room, words('Hello'), post)

    expect(await channel.post(room, words('Hello'), { ...post, update: '1.1' })).toEqual({
      type: 'done',
      ref: '1.1',
    })
  })

  test('is written anew when somebody deleted it', async () => {
    error('conversations.replies', 'thread_not_found')
    error('chat.update', 'message_not_found')
    ok('chat.postMessage', { ts: '2.2' })

    expect(await channel.post(room, words('Hello'), { ...post, update: '1.1' })).toEqual({
      type: 'done',
      ref: '2.2',
    })
  })
})

describe('a room', () => {
  const made = (body: object) => ok('conversations.list', { channels: [body] })
  const finished = () => {
    ok('conversations.setPurpose')
    ok('conversations.setTopic')
    ok('conversations.invite')
  }

  test('is found again when an earlier try made it', async () => {
    error('conversations.create', 'name_taken')
    made({ id: 'C0NEW', name: 'risk-summit-2', purpose: { value: 'muster:meeting-1/summit' } })
    finished()

    expect(await channel.makeRoom(newRoom)).toEqual({ type: 'done', ref: 'C0NEW' })
  })

  test('is taken over when an earlier try of ours broke off before it had a purpose', async () => {
    error('conversations.create', 'name_taken')
    made({ id: 'C0NEW', name: 'risk-summit', creator: 'U0MUSTER', purpose: { value: '' } })
    finished()

    expect(await channel.makeRoom(newRoom)).toEqual({ type: 'done', ref: 'C0NEW' })
  })

  test('of somebody else is never taken, whatever its name', async () => {
    error('conversations.create', 'name_taken')
    made({ id: 'C0OTHER', name: 'risk-summit', creator: 'U0SOMEBODY', purpose: { value: '' } })
    ok('conversations.create', channelOf)
    finished()

    expect(await channel.makeRoom(newRoom)).toEqual({ type: 'done', ref: 'C0NEW' })
  })

  test('takes in those who can come when one cannot', async () => {
    const invited: (string | null)[] = []
    const invite = (reply: object) =>
      call('conversations.invite').reply(200, (_, body) => {
        invited.push(new URLSearchParams(String(body)).get('users'))
        return reply
      })
    ok('users.lookupByEmail', { user: { id: 'U0BEN' } })
    invite({ ok: false, error: 'already_in_channel' })
    invite({ ok: true })
    invite({ ok: false, error: 'user_not_found' })

    expect(await channel.invite(room, ['amina', 'ben', 'cat'])).toEqual({
      type: 'done',
      ref: 'C0ROOM',
      left: [{ person: 'ben', reason: 'their account there is gone' }],
    })
    expect(invited).toEqual(['U0AMINA,U0BEN', 'U0AMINA', 'U0BEN'])
  })
})

test('no message brings a preview of a link, nor calls anybody by a name in its text', async () => {
  let sent: Record<string, string> = {}
  slack()
    .post('/api/chat.postMessage', (body) => {
      sent = body
      return true
    })
    .reply(200, { ok: true, ts: '1.1' })
  await channel.post(room, words('See https://evil.example, @channel'), post)

  expect(sent).toMatchObject({
    unfurl_links: 'false',
    unfurl_media: 'false',
    link_names: 'false',
  })
  expect(sent.text).not.toMatch(/@channel/)
})
