import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { formCard } from '../../../adapters/channels/teams/form.ts'
import type { Message, Press } from '../../../src/core/message/message.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { TENANT } from './authority.ts'
import {
  activity,
  CHANNEL,
  directory,
  form,
  mentioned,
  NIA,
  pressed,
  SAM,
  STRANGER,
  startWorld,
  type World,
} from './world.ts'

const saved: Message = {
  title: 'Saved as C-7K2M-9Q4X',
  parts: [{ kind: 'text', text: 'Thank you.' }],
}
const nia = { type: 'person', person: 'nia' }
const press: Press = { do: 'have', record: RecordId.parse('case-7k2m9q4x'), clock: 'D1' }
let world: World

beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

function sent(index = 0) {
  const call = world.authority.calls[index]
  return call && { path: call.path, card: JSON.stringify(call.body), text: call.body.text }
}

/** The data of the form's submit button, with what was typed beside it. */
function filled(typed: Record<string, string>, own = true) {
  const [submit] = formCard(form, directory, own).actions ?? []
  return { ...typed, ...(typeof submit?.data === 'object' ? submit.data : {}) }
}

describe('words typed to the bot', () => {
  test.each([
    ['concern', 'concern', ''],
    ['/concern a fall on the ward', 'concern', 'a fall on the ward'],
    ['Incident', 'incident', ''],
    ['muster mine', 'muster', 'mine'],
    ['/muster', 'muster', ''],
  ])('%j is a command', async (words, name, text) => {
    const heard = activity(world, { text: words })

    expect((await world.deliver(heard)).status).toBe(200)

    expect(world.asked).toEqual([
      { name: 'command', with: [{ actor: nia, channel: 'teams', key: heard.id }, name, text] },
    ])
  })

  test.each([
    ['mine', undefined],
    ['concerning', undefined],
    ['coming', '42'],
  ])('%j in one’s own chat is about what stands there, or what it quotes', async (text, quoted) => {
    const heard = activity(world, { text, ...(quoted ? { replyToId: quoted } : {}) })

    await world.deliver(heard)

    const places = [
      { channel: 'teams', to: { type: 'person', person: 'nia' } },
      { channel: 'teams', to: { type: 'account', account: NIA } },
    ]
    expect(world.asked).toEqual([
      {
        name: 'saidInChat',
        with: [{ actor: nia, channel: 'teams', key: heard.id }, { places, quoted }, text],
      },
    ])
  })

  test('in a group chat that nobody made for a meeting are about what stands in it', async () => {
    const chat = '19:willow@thread.v2'
    const conversation = { id: chat, conversationType: 'groupChat', tenantId: TENANT }
    world.replies.saidInChat = { type: 'say', message: saved }

    await world.deliver(activity(world, { ...mentioned('done D1 now', '99'), conversation }))

    const places = [{ channel: 'teams', to: { type: 'room', room: chat } }]
    expect(world.asked).toMatchObject([
      { name: 'saidInChat', with: [{ actor: nia }, { places }, 'done D1 now'] },
    ])
    expect(sent(2)?.text).toBe('I have answered you in your own chat with Muster.')
  })

  test('are answered with the form as a card', async () => {
    world.replies.command = { type: 'form', form }

    await world.deliver(activity(world, { text: 'concern' }))

    expect(sent()?.path).toBe('/v3/conversations/a:nia/activities')
    expect(sent()?.card).toContain('"label":"What happened"')
    expect(sent()?.card).toContain('"nonce":"n-1"')
  })

  test('in a channel are answered privately, and the channel hears only that', async () => {
    world.replies.command = { type: 'form', form }

    await world.deliver(activity(world, mentioned('concern', '99')))

    expect(world.asked[0]).toMatchObject({ name: 'command', with: [{}, 'concern', ''] })
    expect(world.authority.calls.map(({ path }) => path)).toEqual([
      '/v3/conversations',
      `/v3/conversations/a:${NIA}/activities`,
      `/v3/conversations/${CHANNEL};messageid=99/activities`,
    ])
    expect(sent(2)?.text).toBe('I have answered you in your own chat with Muster.')
  })

  test('in a channel say what to do when the person cannot be written to', async () => {
    world.replies.command = { type: 'form', form }
    world.authority.faults.push({ status: 403, code: 'BotNotInConversationRoster' })

    await world.deliver(activity(world, mentioned('concern', '99')))

    expect(world.authority.calls).toHaveLength(1)
    expect(sent()?.text).toContain('Add the Muster app for yourself')
  })

  test('in a thread say so when what answers them cannot be written to the person', async () => {
    world.replies.said = { type: 'say', message: saved }
    world.authority.faults.push({ status: 403, code: 'BotNotInConversationRoster' })

    await world.deliver(activity(world, mentioned('accept', '99')))

    expect(world.authority.calls).toHaveLength(1)
    expect(world.authority.calls[0]?.path).toContain(';messageid=99')
    expect(sent()?.text).toContain('Add the Muster app for yourself')
  })

  test('in the thread of a message belong to that message', async () => {
    await world.deliver(activity(world, mentioned('done StEIS 2027/1', '99')))

    const place = { channel: 'teams', to: { type: 'room', room: CHANNEL } }
    expect(world.asked).toMatchObject([
      {
        name: 'said',
        with: [{ actor: nia }, { place, ref: '99', called: true }, 'done StEIS 2027/1'],
      },
    ])
  })

  test.each([
    ['messageUpdate', 'changed'],
    ['messageDelete', 'deleted'],
  ])('that are altered later (%s) are told to whatever keeps them', async (type, what) => {
    const edit = { ...mentioned('no', '99'), type, id: '1234' }

    expect((await world.deliver(activity(world, edit))).status).toBe(200)

    const place = { channel: 'teams', to: { type: 'room', room: CHANNEL } }
    expect(world.asked).toMatchObject([
      {
        name: 'altered',
        with: [
          { actor: nia, key: expect.stringMatching(`^1234 ${what} `) },
          { message: '1234', where: { place, ref: '99' }, what },
        ],
      },
    ])
  })

  test('name the people whom they mention, and say what was written', async () => {
    const dana = { id: '29:dana', name: 'Dana Okoro' }
    const said = mentioned(
      'note <at>Dana Okoro</at> has phoned: 3 &lt; 5&nbsp;&amp;amp; $&amp;',
      '99',
    )
    const entities = [
      ...said.entities,
      { type: 'mention', mentioned: dana, text: '<at>Dana Okoro</at>' },
    ]

    await world.deliver(activity(world, { ...said, entities }))

    expect(world.asked[0]?.with[2]).toBe('note Dana Okoro has phoned: 3 < 5 &amp; $&')
  })

  test('name a person by what stands in the mention where Teams gives no name', async () => {
    const text = 'note <at>Dana &amp; Co</at> has phoned'
    const entities = [
      { type: 'mention', mentioned: { id: '29:x' }, text: '<at>Dana &amp; Co</at>' },
    ]

    await world.deliver(activity(world, { ...mentioned('', '99'), text, entities }))

    expect(world.asked[0]?.with[2]).toBe('note Dana & Co has phoned')
  })

  test('in the chat of a meeting, which has no threads, belong to the meeting', async () => {
    const chat = '19:summit@thread.v2'
    await world.host.store.keepSetting(`teams/room-of/${chat}`, 'meeting-7k2m9q4x/room')
    const shown = vi.spyOn(world.host.store, 'shown').mockResolvedValue('77')
    const conversation = { id: chat, conversationType: 'groupChat', tenantId: TENANT }

    await world.deliver(activity(world, { ...mentioned('coming', '99'), conversation }))
    await world.deliver(activity(world, { ...mentioned('muster mine', '99'), conversation }))

    const place = { channel: 'teams', to: { type: 'room', room: chat } }
    expect(world.asked).toMatchObject([
      { name: 'said', with: [{ actor: nia }, { place, ref: '77' }, 'coming'] },
      { name: 'command', with: [{ actor: nia }, 'muster', 'mine'] },
    ])
    expect(shown).toHaveBeenCalledWith('meeting-7k2m9q4x', `teams/room/${chat}`, 'root')
  })

  test.each(['entities', 'channelData', 'replyToId', 'name', 'action', 'value'])(
    'are heard although %s is null',
    async (name) => {
      const heard = activity(world, { text: 'concern', [name]: null })

      expect((await world.deliver(heard)).status).toBe(200)
      expect(world.asked).toMatchObject([
        { name: 'command', with: [{ actor: nia }, 'concern', ''] },
      ])
    },
  )

  test('are heard although the person has no name, and a message without words is none', async () => {
    const from = { id: '29:nia', name: null, aadObjectId: NIA, tenantId: null }
    const entities = [{ type: 'clientInfo', text: null, mentioned: null }]

    expect((await world.deliver(activity(world, { text: null }))).status).toBe(200)
    expect(world.asked).toEqual([])
    const heard = activity(world, { text: 'concern', from, entities })
    expect((await world.deliver(heard)).status).toBe(200)
    expect(world.asked).toMatchObject([{ name: 'command', with: [{ actor: nia }, 'concern', ''] }])
  })

  test('delivered twice are heard once', async () => {
    const twice = activity(world, { text: 'concern' })

    await Promise.all([world.deliver(twice), world.deliver(twice)])
    await world.deliver(twice)

    expect(world.asked).toHaveLength(1)
  })

  test('whose answer Teams refuses for a moment get it at the next try', async () => {
    world.replies.command = { type: 'form', form }
    world.authority.faults.push({ status: 429, retryAfter: '0' }, 'reset')

    expect((await world.deliver(activity(world, { text: 'concern' }))).status).toBe(200)
    expect(world.authority.calls).toHaveLength(1)
  })

  test('whose answer cannot be sent end in an error that the caller sees', async () => {
    world.replies.command = { type: 'form', form }
    world.authority.faults.push({ status: 403 })

    expect((await world.deliver(activity(world, { text: 'concern' }))).status).toBe(502)
  })

  test('of thirty thousand letters are passed on whole', async () => {
    await world.deliver(activity(world, { text: `concern ${'x'.repeat(30_000)}` }))

    expect(world.asked[0]?.with[2]).toHaveLength(30_000)
  })
})

describe('who speaks', () => {
  test('is found by address when the directory has no account, and then known', async () => {
    const sam = { id: '29:sam', name: 'Somebody Else', aadObjectId: SAM }
    const conversation = { id: 'a:sam', conversationType: 'personal' }
    world.authority.members.set('29:sam', { id: '29:sam', email: 'sam.site@trust.example' })

    await world.deliver(activity(world, { text: 'muster', from: sam, conversation }))

    expect(world.asked[0]?.with[0]).toMatchObject({ actor: { type: 'person', person: 'sam' } })
    const place = { channel: 'teams', to: { type: 'person' as const, person: 'sam' } }
    const post = {
      id: '1',
      record: press.record,
      slot: 'receipt',
      update: undefined,
      thread: undefined,
    }
    expect(await world.channel.post(place, saved, post)).toMatchObject({ type: 'done' })
    expect(sent()?.path).toBe('/v3/conversations/a:sam/activities')
  })

  test('is not taken for a stranger while Teams cannot say who it is', async () => {
    const sam = { id: '29:sam', name: 'Sam', aadObjectId: SAM }
    const conversation = { id: 'a:sam', conversationType: 'personal' }
    world.authority.members.set('29:sam', { id: '29:sam', email: 'sam.site@trust.example' })
    world.authority.state.membersAway = true
    const said = activity(world, { text: 'concern', from: sam, conversation })
    const button = pressed(world, 'press', { 'muster/press': press }, { from: sam, conversation })

    expect((await world.deliver(said)).status).toBe(200)
    expect(sent()?.card).toContain('did not tell Muster')
    expect((await world.deliver(button)).body).toMatchObject({
      value: expect.stringContaining('did not tell Muster'),
    })
    expect(world.asked).toEqual([])

    world.authority.state.membersAway = false
    await world.deliver({ ...said, id: 'again' })
    expect(world.asked[0]?.with[0]).toMatchObject({ actor: { type: 'person', person: 'sam' } })
  })

  test('is found by an address that the tenant gives them only later', async () => {
    const sam = { id: '29:sam', name: 'Sam', aadObjectId: SAM }
    const conversation = { id: 'a:sam', conversationType: 'personal' }
    const say = () => world.deliver(activity(world, { text: 'muster', from: sam, conversation }))
    world.authority.members.set('29:sam', { id: '29:sam', email: null })
    await say()
    world.authority.members.set('29:sam', { id: '29:sam', email: 'sam.site@trust.example' })
    await say()

    expect(world.asked.map((asked) => asked.with[0])).toMatchObject([
      { actor: { type: 'unlisted', account: SAM } },
      { actor: { type: 'person', person: 'sam' } },
    ])
  })

  test.each([
    ['cannot be asked', true],
    ['does not have them in the room', false],
  ])('is known by the account that they once wrote with while Teams %s', async (_, away) => {
    const said = (aadObjectId: string) =>
      world.deliver(activity(world, { text: 'muster', from: { id: '29:x', aadObjectId } }))
    await world.host.store.keepSetting('teams/account/sam.site@trust.example', SAM)
    world.authority.state.membersAway = away

    await said(SAM)
    await said(STRANGER)

    expect(world.asked[0]?.with[0]).toMatchObject({ actor: { type: 'person', person: 'sam' } })
    expect(world.asked.slice(1).map((asked) => asked.with[0])).toMatchObject(
      away ? [] : [{ actor: { type: 'unlisted', account: STRANGER } }],
    )
  })

  test('is never found by name', async () => {
    const from = { id: '29:x', name: 'Nia Ward', aadObjectId: STRANGER }

    await world.deliver(activity(world, { text: 'muster', from }))

    expect(world.asked[0]?.with[0]).toMatchObject({
      actor: { type: 'unlisted', channel: 'teams', account: STRANGER, name: 'Nia Ward' },
    })
  })
})

describe('a form handed in', () => {
  test('makes the change and gives way to the confirmation', async () => {
    world.replies.submit = { type: 'say', message: saved }
    const data = filled({ what: 'A fall', danger: 'no' })

    const answer = await world.deliver(pressed(world, 'submit', data))

    expect(world.asked).toMatchObject([
      { name: 'submit', with: [{ actor: nia }, form.ticket, { what: 'A fall', danger: 'no' }] },
    ])
    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    })
    expect(JSON.stringify(answer.body)).toContain('Saved as C-7K2M-9Q4X')
    await vi.waitFor(() => expect(world.authority.calls).toHaveLength(1))
    expect(world.authority.calls[0]).toMatchObject({
      method: 'PUT',
      path: '/v3/conversations/a:nia/activities/17',
    })
  })

  test('and refused comes back with what is wrong', async () => {
    const fields = form.fields.map((field) => ({ ...field, error: 'Say more.', value: 'kept' }))
    world.replies.submit = { type: 'form', form: { ...form, fields } }

    const { body } = await world.deliver(pressed(world, 'submit', filled({ what: 'kept' })))

    expect(JSON.stringify(body)).toContain('⚠ Say more.')
    expect(JSON.stringify(body)).toContain('"value":"kept"')
    expect(world.authority.calls).toEqual([])
  })

  test('in a room leaves the message that it stood in alone', async () => {
    world.replies.submit = { type: 'say', message: saved }
    const { conversation } = mentioned('', '99')

    await world.deliver(pressed(world, 'submit', filled({ what: 'x' }, false), { conversation }))

    expect(world.authority.calls).toEqual([])
  })

  test('whose answers ask for more shows the new questions before anything is sent', async () => {
    const more = {
      id: 'phoned',
      kind: 'line' as const,
      label: 'Whom did you phone',
      required: false,
      live: false,
    }
    world.replies.refresh = { type: 'form', form: { ...form, fields: [...form.fields, more] } }
    const data = { ...filled({ what: 'x', danger: 'yes' }), 'muster/live': true }

    const { body } = await world.deliver(pressed(world, 'submit', data))

    expect(world.asked.map(({ name }) => name)).toEqual(['refresh'])
    expect(JSON.stringify(body)).toContain('Your answers ask for more: “Whom did you phone”')
  })

  test('whose answers call for a warning is sent, with the warning on the confirmation', async () => {
    const phone = {
      id: 'phone',
      kind: 'statement' as const,
      label: 'Phone 999 now',
      urgent: true,
      required: false,
      live: false,
    }
    world.replies.refresh = { type: 'form', form: { ...form, fields: [...form.fields, phone] } }
    world.replies.submit = { type: 'say', message: saved }
    const data = { ...filled({ what: 'x', danger: 'yes' }), 'muster/live': true }

    const { body } = await world.deliver(pressed(world, 'submit', data))

    expect(world.asked.map(({ name }) => name)).toEqual(['refresh', 'submit'])
    expect(JSON.stringify(body)).toContain('⚠ Phone 999 now')
  })

  test('to be updated changes nothing and comes back with its values', async () => {
    world.replies.refresh = { type: 'form', form }

    const { body } = await world.deliver(pressed(world, 'refresh', filled({ what: 'kept' })))

    expect(world.asked).toMatchObject([
      { name: 'refresh', with: [{}, form.ticket, { what: 'kept' }] },
    ])
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' })
  })
})

describe('a button', () => {
  test('is answered in a word, and what it says comes privately', async () => {
    world.replies.press = { type: 'say', message: saved }

    const { body } = await world.deliver(pressed(world, 'press', { 'muster/press': press }))

    expect(world.asked).toMatchObject([{ name: 'press', with: [{ actor: nia }, press] }])
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Saved as C-7K2M-9Q4X',
    })
    expect(sent()?.card).toContain('Thank you.')
  })

  test('in a room opens its form in the own chat of whoever pressed', async () => {
    world.replies.press = { type: 'form', form }
    const { conversation } = mentioned('', '99')

    const { body } = await world.deliver(
      pressed(world, 'press', { 'muster/press': press }, { conversation }),
    )

    expect(body).toMatchObject({ value: expect.stringContaining('in your own chat') })
    expect(sent(1)?.path).toBe(`/v3/conversations/a:${NIA}/activities`)
  })

  test('in a room shows its form to that person alone when they have no chat with Muster', async () => {
    world.replies.press = { type: 'form', form }
    world.authority.faults.push({ status: 403, code: 'BotNotInConversationRoster' })
    const { conversation } = mentioned('', '99')

    const { body } = await world.deliver(
      pressed(world, 'press', { 'muster/press': press }, { conversation }),
    )

    expect(body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' })
    expect(JSON.stringify(body)).toContain('"muster/own":false')
  })

  test.each([
    ['dance', {}],
    ['press', { 'muster/press': { do: 'fly' } }],
    ['submit', 'text'],
  ])('that Muster does not know is refused with a sentence (%s)', async (verb, data) => {
    const { status, body } = await world.deliver(pressed(world, verb, data))

    expect(status).toBe(200)
    expect(body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { message: expect.stringContaining('does not know this button') },
    })
  })
})

describe('everything else', () => {
  test('the app added for a person is greeted with what they can do', async () => {
    await world.deliver(activity(world, { type: 'installationUpdate', action: 'add' }))

    expect(world.asked).toMatchObject([{ name: 'home' }])
    expect(sent()?.card).toContain('What you can do here')
  })

  test.each(['conversationUpdate', 'messageReaction', 'typing', 'somethingNew'])(
    '%s is taken and left alone',
    async (type) => {
      expect((await world.deliver(activity(world, { type }))).status).toBe(200)
      expect(world.asked).toEqual([])
    },
  )

  test('an invoke of another kind is answered with 501', async () => {
    const other = activity(world, { type: 'invoke', name: 'signin/verifyState', value: {} })

    expect((await world.deliver(other)).status).toBe(501)
  })

  test('a bug in the house is answered with 500 and the next person is served', async () => {
    const { conversation } = world.host
    const failing = vi.spyOn(conversation, 'command').mockRejectedValueOnce(new Error('a bug'))

    expect((await world.deliver(activity(world, { text: 'concern' }))).status).toBe(500)
    expect((await world.deliver(activity(world, { text: 'concern' }))).status).toBe(200)
    failing.mockRestore()
  })
})
