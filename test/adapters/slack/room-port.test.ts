import nock from 'nock'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { slackAccounts } from '../../../adapters/channels/slack/accounts.ts'
import { slackRooms } from '../../../adapters/channels/slack/room-port.ts'
import { webClient } from '../../../adapters/channels/slack/web.ts'
import { directory, TOKEN } from './harness.ts'

const SLACK = 'https://slack.example'
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const room = { channel: 'slack', to: { type: 'room', room: 'C0ROOM' } } as const
const brief = { title: 'Brief', link: 'https://slack.example/p1' }
const call = { title: 'Join the call', url: 'https://bridge.example.test/1' }

function rooms(connect = false) {
  const web = webClient(TOKEN, `${SLACK}/api/`, log)
  const accounts = slackAccounts(
    web,
    () => directory,
    () => 'T1',
  )
  return slackRooms(web, accounts, () => 'U0MUSTER', connect)
}

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  const open = nock.pendingMocks()
  nock.cleanAll()
  nock.enableNetConnect()
  expect(open).toEqual([])
})

const asked = (method: string, sent: (body: Record<string, string>) => boolean = () => true) =>
  nock(SLACK).post(`/api/${method}`, sent)
const ok = (method: string, body: object = {}) => asked(method).reply(200, { ok: true, ...body })
const error = (method: string, code: string, more: object = {}) =>
  asked(method).reply(200, { ok: false, error: code, ...more })
const permalink = () => ok('chat.getPermalink', { permalink: brief.link })

describe('what stands at the head of a room', () => {
  test('is pinned and marked; what is pinned already is pinned', async () => {
    error('pins.add', 'already_pinned')
    permalink()
    ok('bookmarks.list', { bookmarks: [{ id: 'Bk1', ...brief }] })
    asked('bookmarks.add', ({ title, link }) => title === call.title && link === call.url).reply(
      200,
      { ok: true },
    )

    expect(await rooms().pin?.(room, '1.1', [call])).toEqual({ type: 'done', ref: '1.1' })
  })

  test('is marked with the link as it is now', async () => {
    ok('pins.add')
    permalink()
    ok('bookmarks.list', {
      bookmarks: [
        { id: 'Bk1', ...brief },
        { id: 'Bk2', title: call.title, link: 'https://old.example' },
      ],
    })
    asked(
      'bookmarks.edit',
      ({ bookmark_id, link }) => bookmark_id === 'Bk2' && link === call.url,
    ).reply(200, { ok: true })

    expect(await rooms().pin?.(room, '1.1', [call])).toMatchObject({ type: 'done' })
  })

  test('is done as far as Muster may, and what it lacks is named', async () => {
    ok('pins.add')
    permalink()
    error('bookmarks.list', 'missing_scope', { needed: 'bookmarks:read' })

    expect(await rooms().pin?.(room, '1.1', [call])).toEqual({
      type: 'never',
      reason: expect.stringContaining('(bookmarks:read)'),
    })
  })

  test.each(['not_in_channel', 'is_archived', 'message_not_found', 'not_pinnable'])(
    'is no reason to wait where Slack refuses it (%s)',
    async (code) => {
      error('pins.add', code)
      permalink()
      ok('bookmarks.list', { bookmarks: [{ id: 'Bk1', ...brief }] })

      expect(await rooms().pin?.(room, '1.1', [])).toMatchObject({ type: 'never' })
    },
  )
})

describe('whoever Slack will not have in a room', () => {
  test.each([
    ['user_is_restricted', 'guest account'],
    ['cant_invite', 'does not let Muster'],
    ['user_team_not_in_channel', 'another workspace'],
  ])('is named with the reason (%s)', async (code, reason) => {
    error('conversations.invite', code)

    expect(await rooms().invite(room, ['amina'])).toEqual({
      type: 'done',
      ref: 'C0ROOM',
      left: [{ person: 'amina', reason: expect.stringContaining(reason) }],
    })
  })

  test('is nobody who is in it already', async () => {
    error('conversations.invite', 'already_in_channel')

    expect(await rooms().invite(room, ['amina'])).toEqual({ type: 'done', ref: 'C0ROOM' })
  })
})

describe('a room that is archived', () => {
  test('is archived already', async () => {
    error('conversations.archive', 'already_archived')

    expect(await rooms().archive?.(room)).toEqual({ type: 'done', ref: 'C0ROOM' })
  })

  test('by an app that may not is left as it is', async () => {
    error('conversations.archive', 'restricted_action')

    expect(await rooms().archive?.(room)).toMatchObject({ type: 'never' })
  })

  test('lets nobody be taken out, which is said and no reason to leave it', async () => {
    error('conversations.kick', 'is_archived')

    const outcome = await rooms().remove(room, ['amina'])

    expect(outcome).toEqual({ type: 'never', reason: expect.stringContaining('unarchives it') })
  })
})

describe('somebody from outside', () => {
  test('is asked into no room unless an administrator says so', () => {
    expect(rooms().share).toBeUndefined()
  })

  test('is asked by their address, to write there and no more', async () => {
    asked(
      'conversations.inviteShared',
      ({ channel, emails, external_limited }) =>
        channel === 'C0ROOM' && emails === '["ben@willow.example"]' && external_limited === 'true',
    ).reply(200, { ok: true, invite_id: 'I1' })

    expect(await rooms(true).share?.(room, 'ben')).toEqual({ type: 'done', ref: 'C0ROOM' })
  })

  test.each([
    'not_allowed',
    'missing_scope',
    'invalid_email',
    'restricted_action',
    'not_paid',
    'channel_archived',
  ])('who is refused (%s) is so for good', async (code) => {
    error('conversations.inviteShared', code)

    expect(await rooms(true).share?.(room, 'ben')).toEqual({
      type: 'never',
      reason: expect.stringMatching(/^.{20,}$/),
    })
  })

  test.each([
    ['ratelimited', 'later'],
    ['internal_error', 'unclear'],
  ])('is asked later where Slack says so (%s)', async (code, type) => {
    error('conversations.inviteShared', code)

    expect(await rooms(true).share?.(room, 'ben')).toMatchObject({ type })
  })

  test('without an address is not asked', async () => {
    expect(await rooms(true).share?.(room, 'cat')).toMatchObject({
      type: 'never',
      reason: 'no mail address of Cat Lowe is known',
    })
  })
})
