import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliveryOf } from '../../../adapters/channels/slack/delivery.ts'
import { type Running, scripted, send, sendForm, sendPayload, startSlack } from './harness.ts'

const { conversation, asked } = scripted()
let slack: Running

beforeAll(async () => {
  slack = await startSlack('http://127.0.0.1:9/api/', conversation, { isStarted: false })
})
afterAll(() => slack.stop())

const by = { user: { id: 'U0AMINA' }, team: { id: 'T1' }, trigger_id: '1.2.3' }

describe('what is signed and is not what Slack sends', () => {
  test.each<[string, object]>([
    ['an event without an event', { type: 'event_callback', event: null }],
    ['an event that is a word', { type: 'event_callback', event: 'message' }],
    ['a button without a user', { type: 'block_actions', actions: [{ type: 'button' }] }],
    ['a button without actions', { ...by, type: 'block_actions', container: {}, actions: [] }],
    ['actions that are none', { ...by, type: 'block_actions', container: {}, actions: 'x' }],
    ['a form without a view', { ...by, type: 'view_submission' }],
    ['a view that is a list', { ...by, type: 'view_submission', view: [] }],
    ['a shortcut without a message', { ...by, type: 'message_action', callback_id: 'x' }],
    ['a user that is a word', { type: 'message_action', user: 'U0AMINA', trigger_id: '1' }],
  ])('%s gets 400, and nothing is done', async (_, body) => {
    const before = asked.length
    const { status } =
      'event' in body
        ? await send(slack.url, JSON.stringify(body))
        : await sendPayload(slack.url, body)

    expect(status).toBe(400)
    expect(asked).toHaveLength(before)
    expect(slack.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('a command without its sender gets 400', async () => {
    expect((await sendForm(slack.url, { command: '/muster', text: 'mine' })).status).toBe(400)
  })

  test('half a million lists inside each other get 400', async () => {
    const deep = '['.repeat(500_000) + ']'.repeat(500_000)

    expect((await send(slack.url, deep)).status).toBe(400)
    expect((await send(slack.url, `{"type":"event_callback","event":${deep}}`)).status).toBe(400)
  })
})

describe('an event', () => {
  test('keeps what we read of it, and nothing that Bolt could stumble over', () => {
    const event = {
      type: 'message',
      user: { id: 'U1' },
      channel: null,
      item: 'x',
      text: 'hello',
      ts: '1.1',
    }
    const delivery = deliveryOf({ type: 'event_callback', authorizations: [null], event })

    expect(delivery).toEqual({
      type: 'known',
      body: { type: 'event_callback', event: { type: 'message', text: 'hello', ts: '1.1' } },
    })
  })

  test('of a kind that we do not know is taken and left alone', async () => {
    const event = { type: 'reaction_added', user: 'U1', item: { channel: 'C1' } }
    const body = JSON.stringify({ type: 'event_callback', event })

    expect((await send(slack.url, body)).status).toBe(200)
  })
})
