import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation, Reply } from '../../../src/app/conversation.ts'
import type { Place } from '../../../src/core/effect.ts'
import {
  CASE,
  form,
  type Running,
  say,
  scripted,
  sendEvent,
  sendForm,
  sendPayload,
  shown,
  soon,
  startSlack,
  words,
} from './harness.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

let workspace: Workspace
let room: string
let ben: string
let zed: string
let slack: Running | undefined

beforeAll(async () => {
  workspace = await openWorkspace(['ben@willow.example', 'zed@elsewhere.example'])
  room = await workspace.room('willow', ['ben@willow.example', 'zed@elsewhere.example'])
  ben = await workspace.account('ben@willow.example')
  zed = await workspace.account('zed@elsewhere.example')
})
afterEach(async () => {
  await slack?.stop()
  slack = undefined
  workspace.calls.length = 0
})
afterAll(() => workspace.close())

/** Muster with a conversation that answers as the script says. */
async function muster(script: Partial<Conversation> = {}) {
  const { conversation, asked } = scripted(script)
  const running = await startSlack(workspace.apiUrl, conversation)
  slack = running
  workspace.calls.length = 0
  return { ...running, asked }
}

const called = (method: string) => workspace.calls.filter((call) => call.method === method)

async function slash(url: string, command: string, text = '', user = ben): Promise<Response> {
  const trigger_id = await workspace.trigger(user)
  const where = { team_id: 'T000000001', channel_id: room, response_url: workspace.responseUrl }
  return sendForm(url, { command, text, user_id: user, trigger_id, ...where })
}

async function press(url: string, value: object, about: object = {}): Promise<Response> {
  return sendPayload(url, {
    type: 'block_actions',
    user: { id: ben },
    team: { id: 'T000000001' },
    trigger_id: await workspace.trigger(ben),
    response_url: workspace.responseUrl,
    container: { type: 'message', thread_ts: '1.1' },
    actions: [{ type: 'button', action_id: 'press_0', value: JSON.stringify(value) }],
    ...about,
  })
}

function submit(url: string, what: string, blocks: object[]): Promise<Response> {
  return sendPayload(url, {
    type: 'view_submission',
    user: { id: ben },
    team: { id: 'T000000001' },
    trigger_id: '1.2.3',
    view: {
      id: 'V1',
      type: 'modal',
      callback_id: 'muster_form',
      private_metadata: JSON.stringify({ form: 'concern', nonce: 'nonce-1' }),
      blocks,
      state: { values: { what: { answer: { type: 'plain_text_input', value: what } } } },
    },
  })
}
const blocks = [{ type: 'input', block_id: 'what' }]

function said(url: string, text: string, about: object = {}, id = 'Ev1'): Promise<Response> {
  const event = {
    type: 'message',
    channel: room,
    channel_type: 'group',
    user: ben,
    ts: '5.5',
    text,
  }
  return sendEvent(url, { ...event, ...about }, id)
}

describe('commands', () => {
  test('/concern opens the form, filled with what was written', async () => {
    const { url, asked } = await muster({ command: async () => form() })

    expect((await slash(url, '/concern', 'The lift &amp; door')).status).toBe(200)
    await soon(() => called('views.open')).toHaveLength(1)
    expect(called('views.open')[0]).toMatchObject({
      answer: { ok: true },
      args: { view: { callback_id: 'muster_form', title: { text: 'Raise a concern' } } },
    })
    expect(asked[0]).toMatchObject({ what: 'command', args: ['concern', 'The lift & door'] })
    expect(asked[0]?.heard.actor).toEqual({ type: 'person', person: 'ben' })
  })

  test('/muster is answered in the acknowledgement, for nobody else to see', async () => {
    const { url } = await muster({ command: async () => say('You owe nothing.') })

    const response = await slash(url, '/muster', 'mine')
    expect(await response.json()).toMatchObject({
      response_type: 'ephemeral',
      text: 'You owe nothing.',
      blocks: [{ type: 'section' }],
    })
  })

  test('a mention becomes the name of the person', async () => {
    const { url, asked } = await muster()

    await slash(url, '/muster', `hand C-1 <@${ben}|ben>`)
    expect(asked[0]?.args).toEqual(['muster', 'hand C-1 Ben Osei'])
  })

  test('somebody whom the directory does not have is unlisted, never taken for another', async () => {
    const { url, asked } = await muster()

    await slash(url, '/muster', 'mine', zed)
    expect(asked[0]?.heard.actor).toMatchObject({
      type: 'unlisted',
      channel: 'slack',
      account: zed,
    })
  })

  test('what takes longer than Slack waits is acknowledged in time and answered later', async () => {
    let finish = (_: Reply): void => undefined
    const wait = new Promise<Reply>((resolve) => {
      finish = resolve
    })
    const { url } = await muster({ command: () => wait })

    const response = await slash(url, '/muster', 'status')
    expect([response.status, await response.text()]).toEqual([200, ''])
    finish(say('Here it is.'))
    await soon(() => called('response_url')).toHaveLength(1)
    expect(called('response_url')[0]?.args).toMatchObject({
      text: 'Here it is.',
      response_type: 'ephemeral',
    })
  })

  test('a failure of ours is told to the person and not to Slack', async () => {
    const { url, logged } = await muster({
      command: async () => {
        throw new Error('broken')
      },
    })

    expect(await (await slash(url, '/muster')).json()).toMatchObject({
      text: expect.stringMatching(/do it again/),
    })
    expect(logged.map(({ level }) => level)).toContain('error')
  })

  test('a long answer comes as direct messages, with a line that says so', async () => {
    const { url } = await muster({ command: async () => say('word '.repeat(5000)) })

    await slash(url, '/muster', 'export')
    await soon(() => called('response_url').length).toBe(1)
    const posted = called('chat.postMessage')
    expect(posted.every(({ answer }) => answer.ok)).toBe(true)
    expect(
      posted
        .map(({ args }) => args.text)
        .join(' ')
        .match(/word/g),
    ).toHaveLength(5000)
  })
})

describe('buttons', () => {
  const have = { do: 'have', record: CASE, clock: 'D1' }

  test('carry what they do, and answer privately in their thread', async () => {
    const { url, asked } = await muster({ press: async () => say('You have it.') })

    expect((await press(url, have)).status).toBe(200)
    expect(asked[0]).toMatchObject({ what: 'press', args: [have] })
    await soon(() => called('response_url')).toHaveLength(1)
    expect(called('response_url')[0]?.args).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      thread_ts: '1.1',
      text: 'You have it.',
    })
  })

  test('open forms', async () => {
    const { url } = await muster({ press: async () => form() })

    await press(url, { do: 'open', form: 'triage', record: CASE })
    await soon(() => called('views.open')[0]?.answer.ok).toBe(true)
  })

  test('that make no sense any more say so', async () => {
    const { url, asked } = await muster()

    await press(url, { do: 'something old' })
    await soon(() => called('response_url')).toHaveLength(1)
    expect(called('response_url')[0]?.args.text).toMatch(/out of date/)
    expect(asked).toEqual([])
  })

  test('on Home are answered in a dialog, and Home is brought up to date', async () => {
    const { url } = await muster({ press: async () => say('You have it.') })

    await press(url, have, {
      response_url: undefined,
      container: { type: 'view' },
      view: { id: 'V9', type: 'home' },
    })
    await soon(() => called('views.publish')).toHaveLength(1)
    expect(called('views.open')).toHaveLength(1)
  })
})

describe('forms', () => {
  test('close with what became of them', async () => {
    const { url, asked } = await muster({ submit: async () => say('Recorded as C-1.') })

    expect(await (await submit(url, 'It leaks', blocks)).json()).toMatchObject({
      response_action: 'update',
      view: { blocks: [{ text: { text: 'Recorded as C-1.' } }] },
    })
    expect(asked[0]).toMatchObject({
      args: [{ form: 'concern', nonce: 'nonce-1' }, { what: 'It leaks' }],
      heard: { key: 'nonce-1' },
    })
  })

  test('stay open with what is wrong beside the field', async () => {
    const field = { id: 'what', kind: 'text', label: 'What?', required: true, live: false } as const
    const { url } = await muster({
      submit: async () => form({ fields: [{ ...field, error: 'Say more.' }] }),
    })

    expect(await (await submit(url, 'It', blocks)).json()).toEqual({
      response_action: 'errors',
      errors: { what: 'Say more.' },
    })
  })

  test('stay open with all that was written when saving fails', async () => {
    const { url } = await muster({
      submit: async () => {
        throw new Error('broken')
      },
    })

    expect(await (await submit(url, 'It leaks', blocks)).json()).toMatchObject({
      response_action: 'errors',
      errors: { what: expect.stringMatching(/do it again/) },
    })
  })

  test('that are answered silently just close', async () => {
    const { url } = await muster()

    const response = await submit(url, 'It leaks', blocks)
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  test('ask further questions as soon as an answer calls for them', async () => {
    const { url, asked } = await muster({
      command: async () => form(),
      refresh: async () => form(),
    })
    await slash(url, '/concern')
    await soon(() => called('views.open')).toHaveLength(1)
    const view = called('views.open')[0]?.answer.view as { id: string; hash: string } // what Slack keeps

    const danger = {
      danger: { answer: { type: 'radio_buttons', selected_option: { value: 'yes' } } },
    }
    const metadata = JSON.stringify({ form: 'concern', nonce: 'nonce-1' })
    await press(
      url,
      {},
      {
        container: { type: 'view' },
        view: { ...view, type: 'modal', private_metadata: metadata, state: { values: danger } },
        actions: [{ type: 'radio_buttons', action_id: 'answer' }],
      },
    )
    await soon(() => called('views.update')).toHaveLength(1)
    expect(called('views.update')[0]).toMatchObject({ args: { view_id: view.id, hash: view.hash } })
    expect(asked.at(-1)).toMatchObject({
      what: 'refresh',
      args: [{ form: 'concern' }, { danger: 'yes' }],
    })
  })
})

describe('what people write', () => {
  const place: Place = { channel: 'slack', to: { type: 'room', room: '' } }
  const inRoom = (): Place => ({ ...place, to: { type: 'room', room } })

  test('in the thread of a case is heard with its place, and answered there privately', async () => {
    const { url, asked, store, running } = await muster({ said: async () => say('Recorded.') })
    const post = {
      id: 't1',
      record: CASE,
      slot: 'root',
      update: undefined,
      thread: undefined,
    } as const
    const done = await running.channel.post(inRoom(), words('Case'), post)
    const ref = done.type === 'done' ? done.ref : ''
    await shown(store, inRoom(), 'root', ref)

    expect((await said(url, `yes <@${zed}> &gt; 2`, { thread_ts: ref })).status).toBe(200)
    expect(asked[0]).toMatchObject({
      what: 'said',
      args: [{ place: inRoom(), ref, called: false }, expect.stringMatching(/^yes .* > 2$/)],
    })
    await soon(() => called('chat.postEphemeral')).toHaveLength(1)
    expect(called('chat.postEphemeral')[0]).toMatchObject({
      args: { channel: room, user: ben, thread_ts: ref, text: 'Recorded.' },
      answer: { ok: true },
    })
  })

  test('is heard once, however often Slack sends it', async () => {
    const { url, asked, store } = await muster()
    await shown(store, inRoom(), 'root', '1.1')

    await said(url, 'yes', { thread_ts: '1.1' })
    await said(url, 'yes', { thread_ts: '1.1' })
    await said(url, 'yes', { thread_ts: '1.1', type: 'app_mention' }, 'Ev2')
    expect(asked).toHaveLength(1)
  })

  test('is heard again when saving it failed', async () => {
    let tries = 0
    const { url, store } = await muster({
      said: async () => {
        tries += 1
        if (tries === 1) throw new Error('broken')
        return { type: 'nothing' }
      },
    })
    await shown(store, inRoom(), 'root', '1.1')

    expect((await said(url, 'yes', { thread_ts: '1.1' })).status).toBe(500)
    expect((await said(url, 'yes', { thread_ts: '1.1' })).status).toBe(200)
    expect(tries).toBe(2)
  })

  test.each([
    ['outside a thread', {}],
    ['in a thread that is not ours', { thread_ts: '9.9' }],
    ['by a bot', { thread_ts: '1.1', bot_id: 'B1' }],
    ['by Muster itself', { thread_ts: '1.1', user: 'U0MUSTER' }],
    ['as an edit', { thread_ts: '1.1', subtype: 'message_changed', user: undefined }],
  ])('%s is left alone', async (_, about) => {
    const { url, asked, store } = await muster()
    await shown(store, inRoom(), 'root', '1.1')

    expect((await said(url, 'yes', about)).status).toBe(200)
    expect(asked).toEqual([])
  })

  test.each([
    ['changed', { subtype: 'message_changed', message: { text: 'no' } }],
    ['deleted', { subtype: 'message_deleted' }],
  ])('and is %s later is told to whatever keeps it', async (what, about) => {
    const { url, asked, store } = await muster({ altered: async () => say('It stays on record.') })
    await shown(store, inRoom(), 'root', '1.1')
    const previous_message = { user: ben, text: 'yes', ts: '5.5', thread_ts: '1.1' }

    const edit = { ...about, previous_message, user: undefined, ts: '6.6' }
    expect((await said(url, '', edit)).status).toBe(200)
    expect(asked).toMatchObject([
      {
        what: 'altered',
        heard: { key: `${room}/6.6` },
        args: [{ message: `${room}/5.5`, where: { place: inRoom(), ref: '1.1' }, what }],
      },
    ])
    await soon(() => called('chat.postEphemeral')).toHaveLength(1)
  })

  test.each([
    ['a link that Slack unfolds', { text: 'yes' }, { text: 'yes', ts: '5.5', thread_ts: '1.1' }],
    [
      'a message of a bot',
      { text: 'no' },
      { text: 'yes', ts: '5.5', thread_ts: '1.1', bot_id: 'B1' },
    ],
    ['a message of another thread', { text: 'no' }, { text: 'yes', ts: '5.5', thread_ts: '9.9' }],
  ])('%s is no change of it', async (_what, message, before) => {
    const { url, asked, store } = await muster()
    await shown(store, inRoom(), 'root', '1.1')
    const previous_message = { user: ben, ...before }

    await said(url, '', { subtype: 'message_changed', message, previous_message, user: undefined })
    expect(asked).toEqual([])
  })

  test('to Muster itself is a command; its form is offered with a button', async () => {
    const { url, asked } = await muster({ command: async () => form() })
    const opened = await workspace.admin.conversations.open({ users: ben })
    const direct = { channel: opened.channel?.id, channel_type: 'im' }

    await said(url, 'concern The lift', direct)
    expect(asked[0]).toMatchObject({ what: 'command', args: ['concern', 'The lift'] })
    await soon(() => called('chat.postEphemeral')).toHaveLength(1)
    expect(JSON.stringify(called('chat.postEphemeral')[0]?.args)).toContain('press_0')
  })

  test('naming Muster in a room is a command as well', async () => {
    const { url, asked } = await muster()

    await said(url, '<@U0MUSTER> mine', { type: 'app_mention', channel_type: undefined })
    expect(asked[0]).toMatchObject({ what: 'command', args: ['muster', 'mine'] })
  })

  test('under a private message of ours goes to the place of that person', async () => {
    const { url, asked, store, running } = await muster()
    const person: Place = { channel: 'slack', to: { type: 'person', person: 'ben' } }
    const post = {
      id: 't1',
      record: CASE,
      slot: 'root',
      update: undefined,
      thread: undefined,
    } as const
    const done = await running.channel.post(person, words('Reminder'), post)
    const ref = done.type === 'done' ? done.ref : ''
    await shown(store, person, 'root', ref)
    const [channel, thread_ts] = ref.split(':')

    await said(url, 'done', { channel, channel_type: 'im', thread_ts })
    expect(asked[0]).toMatchObject({
      what: 'said',
      args: [{ place: person, ref, called: true }, 'done'],
    })
  })
})

test('Home shows what a person owes', async () => {
  const { url } = await muster({ home: async () => words('Nothing is open.') })

  await sendEvent(url, {
    type: 'app_home_opened',
    user: ben,
    tab: 'home',
    event_ts: '1.1',
    channel: 'D1',
  })
  expect(called('views.publish')[0]).toMatchObject({
    answer: { ok: true },
    args: { user_id: ben, view: { type: 'home' } },
  })
})

test('the shortcut raises a message as a concern, in its words', async () => {
  const { url, asked } = await muster({ command: async () => form() })

  await sendPayload(url, {
    type: 'message_action',
    callback_id: 'raise_concern',
    user: { id: ben },
    team: { id: 'T000000001' },
    channel: { id: room },
    trigger_id: await workspace.trigger(ben),
    response_url: workspace.responseUrl,
    message: { text: 'The lift &lt; broken' },
  })
  await soon(() => called('views.open')).toHaveLength(1)
  expect(asked[0]).toMatchObject({ args: ['concern', 'The lift < broken'] })
})

describe('the start', () => {
  const start = (botToken: string, apiUrl = workspace.apiUrl) =>
    startSlack(apiUrl, scripted().conversation, { botToken, isStarted: false })

  test('stops with one sentence when the token is not a bot’s', async () => {
    slack = await start('xoxp-an-administrator')

    await expect(slack.running.start?.()).rejects.toThrow(/SLACK_BOT_TOKEN.*xoxb-/)
  })

  test('goes on while Slack cannot be reached, and says so', async () => {
    slack = await start('xoxb-any', 'http://127.0.0.1:9/api/')

    await slack.running.start?.()
    expect(slack.logged.map(({ words: line }) => line).join()).toMatch(/cannot be reached yet/)
  })
})
