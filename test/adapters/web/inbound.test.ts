import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import { bodyOf, CASE, caseMessage, openWorld, type World } from './fake-world.ts'

const ROOM = 'web/room/willow'
const place: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }

let world: World
let root: string

beforeEach(async () => {
  world = await openWorld()
  const post = { id: 'p1', record: CASE, slot: 'root', update: undefined, thread: undefined }
  const outcome = await world.running.channel.post(place, caseMessage, post)
  root = outcome.type === 'done' ? outcome.ref : ''
})
afterEach(() => world.close())

async function act(person: string, path: string, body: object) {
  const answer = await world.post(path, person, body)
  return { status: answer.status, ...(await bodyOf<Next>(answer)) }
}

/** Every property that some answer has. */
interface Next {
  readonly error?: string
  readonly type?: string
  readonly space?: string
  readonly thread?: string | null
  readonly ref?: string
  readonly form?: { readonly fields: readonly { readonly id: string; readonly error?: string }[] }
}

interface Shown {
  readonly ref: string
  readonly thread: string | null
  readonly only: boolean
  readonly unread: boolean
  readonly from: string
  readonly asked: string | null
  readonly body: { readonly text?: string; readonly message?: { readonly title: string } }
}

async function shown(person: string, key = ROOM): Promise<readonly Shown[]> {
  const space = await bodyOf<{ items: Shown[] }>(world.get(`/api/space?key=${key}`, person))
  return space.items
}

interface State {
  readonly spaces: readonly { readonly key: string; readonly unread: number }[]
  readonly clock: object
}

const stateOf = (person: string) => bodyOf<State>(world.get('/api/state', person))

const words = ({ body }: Shown) => body.text ?? body.message?.title

describe('what is typed', () => {
  test('into a room is shown to the people of the room, and Muster leaves it alone', async () => {
    expect(await act('amina', '/api/say', { space: ROOM, text: ' hello ' })).toMatchObject({
      type: 'nothing',
    })

    expect((await shown('gethin')).map(words)).toEqual([caseMessage.title, 'hello'])
    expect(world.calls).toEqual([])
  })

  test('into a thread is shown there first, then heard by Muster under the root’s reference', async () => {
    const reply = await act('gethin', '/api/say', { space: ROOM, thread: root, text: 'yes' })

    expect(reply).toMatchObject({ type: 'note', space: ROOM, thread: root })
    expect(world.calls).toMatchObject([
      {
        what: 'said',
        with: { where: { place, ref: root }, text: 'yes' },
        heard: { channel: 'web', actor: { type: 'person', person: 'gethin' } },
      },
    ])
    expect((await shown('amina')).map((item) => [words(item), item.thread])).toEqual([
      [caseMessage.title, null],
      ['yes', root],
    ])
    expect((await shown('gethin')).map(({ only }) => only)).toEqual([false, false, true])
  })

  test('as a command is seen by nobody else; its private answer stands where the person is', async () => {
    const reply = await act('amina', '/api/say', { space: ROOM, text: '/muster mine' })

    expect(world.calls).toMatchObject([{ what: 'command', with: { name: 'muster', text: 'mine' } }])
    const note = (await shown('amina')).find(({ ref }) => ref === reply.ref)
    expect(note).toMatchObject({ only: true, thread: null, asked: '/muster mine', unread: false })
    expect(await shown('gethin')).toHaveLength(1)
  })

  test.each([
    ['/CONCERN a door', 'concern', 'a door'],
    ['/incident', 'incident', ''],
    ['/concern two\nlines', 'concern', 'two\nlines'],
  ])('as %j opens the form', async (text, name, rest) => {
    const reply = await act('amina', '/api/say', { space: ROOM, text })

    expect(reply).toMatchObject({
      type: 'form',
      form: { title: 'Serious incident' },
      where: { space: ROOM },
    })
    expect(world.calls).toMatchObject([{ what: 'command', with: { name, text: rest } }])
  })

  test('as an unknown command is answered with those that exist', async () => {
    const reply = await act('amina', '/api/say', { space: ROOM, text: '/report now' })

    const note = (await shown('amina')).find(({ ref }) => ref === reply.ref)
    expect(note?.body.message).toMatchObject({ title: 'There is no command /report' })
    expect(world.calls).toEqual([])
  })

  test.each([
    ['mine', 'muster', 'mine'],
    ['muster mine', 'muster', 'mine'],
    ['Incident', 'incident', ''],
  ])('to Muster in private needs no slash: %j', async (text, name, rest) => {
    await act('amina', '/api/say', { space: 'web/person/amina', text })

    expect(world.calls).toMatchObject([{ what: 'command', with: { name, text: rest } }])
    expect((await shown('amina', 'web/person/amina')).map(words)[0]).toBe(text)
  })

  test('twice with one key is one message and one answer', async () => {
    const body = { key: 'the-very-same-key', space: ROOM, thread: root, text: 'yes' }

    const first = await act('gethin', '/api/say', body)
    const again = await act('gethin', '/api/say', body)

    expect(again).toEqual(first)
    expect(await shown('gethin')).toHaveLength(3)
    const [one, other] = world.calls
    expect(one?.heard.key).toBe(other?.heard.key)
  })

  test('with another’s key is the person’s own', async () => {
    const body = { key: 'the-very-same-key', space: ROOM, text: 'hello' }

    await act('gethin', '/api/say', body)
    await act('amina', '/api/say', body)

    expect(await shown('tess')).toHaveLength(3)
  })

  test('as nothing, or where the person may not be, goes nowhere', async () => {
    expect(await act('amina', '/api/say', { space: ROOM, text: '  ' })).toMatchObject({
      status: 400,
    })
    for (const space of [
      'web/room/kestrel',
      'web/person/gethin',
      'web/room/nowhere',
      'slack/room/C123',
    ]) {
      expect(await act('amina', '/api/say', { space, text: '/concern' })).toMatchObject({
        status: 404,
      })
    }
    const thread = 'm000000000000'
    expect(await act('amina', '/api/say', { space: ROOM, thread, text: 'x' })).toMatchObject({
      status: 404,
    })
    expect(world.calls).toEqual([])
  })

  test.each(['done ref 999 000 0018', '/concern about 9990000018', '@muster status 9990000018'])(
    'with an NHS number goes nowhere and is kept nowhere: %s',
    async (text) => {
      const reply = await act('amina', '/api/say', { space: ROOM, thread: root, text })

      expect(reply).toMatchObject({ status: 400, error: expect.stringContaining('NHS number') })
      expect(await shown('amina')).toHaveLength(1)
      expect(world.calls).toEqual([])
    },
  )

  test('with what may identify a patient is heard by Muster alone, and kept nowhere', async () => {
    const said = (text: string) => act('amina', '/api/say', { space: ROOM, thread: root, text })

    expect(await said('note patient Tilda Quill fell')).toMatchObject({
      status: 400,
      error: expect.stringContaining('could be a name'),
    })
    await act('amina', '/api/say', { space: ROOM, text: '@muster note patient Tilda Quill' })
    await act('amina', '/api/say', { space: ROOM, text: '/unknown patient Tilda Quill' })

    expect(world.calls.map(({ what }) => what)).toEqual(['said', 'command'])
    expect(JSON.stringify(await shown('amina'))).not.toContain('Quill')
  })

  test('meets a fault of Muster’s own with a sentence, and the log has it', async () => {
    const reply = await act('amina', '/api/say', { space: ROOM, thread: root, text: 'fault' })

    expect(reply).toMatchObject({ status: 500, error: expect.stringContaining('Try again') })
    expect(world.complaints.join()).toContain('failed')
    expect(world.complaints.join()).not.toContain('fault"')
  })
})

describe('a button', () => {
  const have = { do: 'have', record: CASE, clock: 'D1' }

  test('is passed on as it stands in the message; the answer stands in the message’s thread', async () => {
    const reply = await act('gethin', '/api/press', { space: ROOM, ref: root, press: have })

    expect(reply).toMatchObject({ type: 'note', thread: root })
    expect(world.calls).toMatchObject([{ what: 'press', with: have }])
  })

  test('that does not stand there, or that the person cannot see, is refused', async () => {
    const other = { ...have, clock: 'D2' }

    expect(
      await act('gethin', '/api/press', { space: ROOM, ref: root, press: other }),
    ).toMatchObject({ status: 404 })
    expect(await act('rajiv', '/api/press', { space: ROOM, ref: root, press: have })).toMatchObject(
      { status: 404 },
    )
    expect(
      await act('gethin', '/api/press', { space: 'web/person/gethin', ref: root, press: have }),
    ).toMatchObject({ status: 404 })
    expect(world.calls).toEqual([])
  })

  test('of a vote is passed on after the vote was closed, and only on the message of its meeting', async () => {
    const vote = { do: 'vote', record: CASE, decision: 1, choice: 'for' }
    const press = (person: string, more: object = {}) =>
      act(person, '/api/press', { space: ROOM, ref: root, press: { ...vote, ...more } })

    await press('gethin')

    expect(world.calls).toMatchObject([{ what: 'press', with: vote }])
    expect(await press('gethin', { record: 'case-0000zzzz' })).toMatchObject({ status: 404 })
    expect(await press('rajiv')).toMatchObject({ status: 404 })
    expect(world.calls).toHaveLength(1)
  })

  test('in another’s private answer is refused', async () => {
    const { ref } = await act('amina', '/api/say', { space: ROOM, text: '/muster' })
    const press = { do: 'open', form: 'incident' }

    expect(await act('gethin', '/api/press', { space: ROOM, ref, press })).toMatchObject({
      status: 404,
    })
    expect(await act('amina', '/api/press', { space: ROOM, ref, press })).toMatchObject({
      type: 'form',
    })
  })

  test('of Home works where Home shows it', async () => {
    const press = { do: 'open', form: 'incident' }

    expect(await act('amina', '/api/press-at-home', { press })).toMatchObject({ type: 'form' })
    expect(await act('amina', '/api/press-at-home', { press: have })).toMatchObject({ status: 404 })
  })
})

describe('a form', () => {
  const ticket = { form: 'incident', nonce: 'n1' }
  const where = { space: ROOM }

  test('with a mistake comes back with it; without one it closes with a private answer', async () => {
    const wrong = await act('amina', '/api/submit', {
      where,
      ticket,
      answers: { what: '', danger: 'yes' },
    })
    const right = await act('amina', '/api/submit', { where, ticket, answers: { what: 'A door' } })

    expect(wrong).toMatchObject({ type: 'form', form: { ticket } })
    expect(wrong.form?.fields[0]).toMatchObject({ id: 'what', error: 'Say what happened.' })
    expect(right).toMatchObject({ type: 'note', space: ROOM })
  })

  test('shows other fields as its answers change, and nothing is recorded by that', async () => {
    const answers = { danger: 'yes' }
    const { form } = await act('amina', '/api/refresh', { where, ticket, answers })

    expect(form?.fields.map(({ id }) => id)).toEqual(['what', 'occurred', 'danger', 'phone'])
    expect(await shown('amina')).toHaveLength(1)
  })

  test('of a place that the person has left is answered in their own messages', async () => {
    const body = { where: { space: 'web/room/kestrel' }, ticket, answers: { what: 'A door' } }

    expect(await act('amina', '/api/submit', body)).toMatchObject({
      type: 'note',
      space: 'web/person/amina',
    })
  })
})

describe('the shortcut on a message', () => {
  test('raises its words as a concern, or the plain words of a message of Muster’s', async () => {
    await act('gethin', '/api/say', { space: ROOM, text: 'the door again' })
    const said = (await shown('amina')).at(-1)

    expect(await act('amina', '/api/raise', { space: ROOM, ref: said?.ref })).toMatchObject({
      type: 'form',
    })
    await act('amina', '/api/raise', { space: ROOM, ref: root })

    expect(world.calls.map((call) => call.with)).toMatchObject([
      { name: 'concern', text: 'the door again' },
      { name: 'concern', text: expect.stringContaining('Reference: C-7K2M-9Q4X') },
    ])
  })

  test('is not for a message that the person cannot see', async () => {
    expect(await act('rajiv', '/api/raise', { space: ROOM, ref: root })).toMatchObject({
      status: 404,
    })
  })
})

describe('somebody who is not in the directory', () => {
  test('writes to Muster in private, and is named by their account', async () => {
    await act('~stranger', '/api/say', { space: 'web/account/stranger', text: '/concern' })

    expect(world.calls).toMatchObject([
      { heard: { actor: { type: 'unlisted', channel: 'web', account: 'stranger' } } },
    ])
  })
})

describe('what is unread', () => {
  test('is counted apart for a room and for each of its threads', async () => {
    await act('gethin', '/api/say', { space: ROOM, thread: root, text: 'on it' })
    const unread = async () => {
      const { spaces } = await stateOf('amina')
      return spaces.find(({ key }) => key === ROOM)?.unread
    }

    expect(await unread()).toBe(2)
    await act('amina', '/api/read', { space: ROOM })
    expect(await unread()).toBe(1)
    await act('amina', '/api/read', { space: ROOM, thread: root })
    expect(await unread()).toBe(0)
    expect((await shown('gethin')).map((item) => item.unread)).toEqual([true, false])
  })
})

describe('the world’s clock', () => {
  const clock = async () => (await stateOf('amina')).clock

  test('is shown in the time of London and moved by an hour, a day, or to the next deadline', async () => {
    expect(await clock()).toMatchObject({
      shown: 'Fri 26 Mar 2027 20:20 GMT',
      local: '2027-03-26 20:20',
    })
    await act('amina', '/api/clock', { move: 'hour' })
    await act('amina', '/api/clock', { move: 'day' })
    expect(await clock()).toMatchObject({ shown: 'Sat 27 Mar 2027 21:20 GMT' })
    await act('amina', '/api/clock', { move: 'deadline' })
    expect(await clock()).toMatchObject({ shown: 'Sun 28 Mar 2027 21:15 BST' })
    expect(await act('amina', '/api/clock', { move: 'deadline' })).toMatchObject({ status: 409 })
    expect(await act('amina', '/api/clock', { move: 'year' })).toMatchObject({ status: 400 })
  })
})
