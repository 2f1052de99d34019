import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORM_TYPE, type Running, scripted, send, sendEvent, startSlack } from './harness.ts'

const NOWHERE = 'http://127.0.0.1:9/api/'
const { conversation, asked } = scripted()
let slack: Running

beforeAll(async () => {
  slack = await startSlack(NOWHERE, conversation, { isStarted: false })
})
afterAll(() => slack.stop())

const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
const form = new URLSearchParams({
  command: '/muster',
  text: 'mine',
  user_id: 'U0AMINA',
  team_id: 'T1',
  trigger_id: '1.2.3',
}).toString()

describe('whom the receiver lets in', () => {
  test('takes what is signed with the secret', async () => {
    const response = await send(slack.url, body)

    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ challenge: 'abc' })
  })

  test.each([
    ['a signature made with another secret', { secret: 'another' }],
    ['a signature of the wrong length', { headers: { 'x-slack-signature': 'v0=12' } }],
    ['an empty signature', { headers: { 'x-slack-signature': '' } }],
    ['a time stamp six minutes in the past', { off: -360 }],
    ['a time stamp six minutes in the future', { off: 360 }],
    ['a time stamp that is no number', { headers: { 'x-slack-request-timestamp': 'now' } }],
    ['a time stamp with a sign', { headers: { 'x-slack-request-timestamp': '-1' } }],
  ])('refuses %s with 401', async (_, signing) => {
    expect((await send(slack.url, body, signing)).status).toBe(401)
  })

  test('takes a time stamp four minutes off in either direction', async () => {
    expect((await send(slack.url, body, { off: -240 })).status).toBe(200)
    expect((await send(slack.url, body, { off: 240 })).status).toBe(200)
  })

  test('refuses a body that was changed after it was signed', async () => {
    const stamp = String(Math.floor(Date.now() / 1000))
    const signature = `v0=${'0'.repeat(64)}`
    const headers = { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature }
    const response = await fetch(slack.url, { method: 'POST', body, headers })

    expect(response.status).toBe(401)
  })

  test('checks the signature before it looks into the body', async () => {
    expect((await send(slack.url, '{broken', { secret: 'another' })).status).toBe(401)
    expect((await send(slack.url, '{broken')).status).toBe(400)
  })
})

describe('what the receiver takes', () => {
  test('a form whose content type carries a charset', async () => {
    const response = await send(slack.url, form, { type: `${FORM_TYPE}; charset=utf-8` })

    expect(response.status).toBe(200)
    expect(asked.at(-1)).toMatchObject({ what: 'command', args: ['muster', 'mine'] })
  })

  test.each([
    ['a list', '[]', 'application/json'],
    ['no JSON in a payload', 'payload=%7Bbroken', FORM_TYPE],
    ['another content type', '<xml/>', 'text/xml'],
  ])('refuses %s with 400', async (_, text, type) => {
    expect((await send(slack.url, text, { type })).status).toBe(400)
  })

  test('refuses more than 1 MB with 413', async () => {
    const response = await send(slack.url, 'x'.repeat(1024 * 1024 + 1))

    expect(response.status).toBe(413)
  })

  test('answers other methods with 405', async () => {
    expect((await fetch(slack.url)).status).toBe(405)
  })

  test('answers the look at the certificate, which is not signed', async () => {
    const headers = { 'content-type': FORM_TYPE }
    const response = await fetch(slack.url, {
      method: 'POST',
      body: 'ssl_check=1&token=x',
      headers,
    })

    expect(response.status).toBe(200)
  })

  test('answers what it does not know with 404', async () => {
    const payload = { type: 'block_suggestion', user: { id: 'U1' }, team: { id: 'T1' } }
    const text = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()

    expect((await send(slack.url, text, { type: FORM_TYPE })).status).toBe(404)
  })

  test('says that an event failed, so that Slack sends it again', async () => {
    // Who wrote it cannot be asked: nothing answers at Slack's address.
    const event = {
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: 'U9',
      ts: '1.1',
      text: 'help',
    }

    const before = asked.length
    expect((await sendEvent(slack.url, event)).status).toBe(500)
    expect(asked.length).toBe(before)
  })
})
