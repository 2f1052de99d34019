import { describe, expect, onTestFinished, test } from 'vitest'
import type { Element } from '../../../adapters/channels/teams/card.ts'
import type { TeamsPort } from '../../../adapters/channels/teams/port.ts'
import { remembered } from '../../../adapters/channels/teams/remembered.ts'
import { viewersOf } from '../../../adapters/channels/teams/viewers.ts'
import { whereabouts } from '../../../adapters/channels/teams/whereabouts.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { cardIn } from '../../e2e/teams-client.ts'
import { activity, CHANNEL, NIA, pressed, SAM, startWorld, type World } from './world.ts'

const record = RecordId.parse('case-7k2m9q4x')
const ROOM: Place = { channel: 'teams', to: { type: 'room', room: CHANNEL } }
const post = { id: 't-1', record, slot: 'prompt:level', update: undefined, thread: '17' }
const CHANNEL_TALK = { id: `${CHANNEL};messageid=17`, conversationType: 'channel' }

/** A question with a button for these people. */
function question(...may: string[]): Message {
  const press = { do: 'answer', record, prompt: 'level', answer: 'accept', revision: 1 } as const
  return {
    title: 'Accept it?',
    parts: [
      { kind: 'text', text: ['Asked: ', { person: 'nia' }] },
      { kind: 'buttons', buttons: [{ label: 'Accept', press }], for: may },
    ],
  }
}

async function open(message = question('nia')): Promise<World> {
  const world = await startWorld({ view: { type: 'say', message } })
  onTestFinished(() => world.close())
  await world.deliver(activity(world, { type: 'conversationUpdate', from: { id: '29:x' } }))
  return world
}

async function posted(world: World, message: Message, place = ROOM, slot = post.slot) {
  await world.channel.post(place, message, { ...post, slot })
  return cardIn(world.authority.calls.at(-1)?.body)
}

const hasButton = (card: Element | undefined) => JSON.stringify(card).includes('"Accept"')

describe('a question in a room', () => {
  test('has no buttons for everybody, and asks for the cards of those who may answer', async () => {
    const world = await open()
    world.authority.members.set(NIA, { id: '29:nia' })

    const card = await posted(world, question('nia'))

    expect(hasButton(card)).toBe(false)
    const action = {
      type: 'Action.Execute',
      verb: 'view',
      data: { 'muster/view': { record, slot: 'prompt:level' } },
    }
    expect(card?.refresh).toMatchObject({ action, userIds: ['29:nia'] })
    expect(card?.fallbackText).toMatch(/Asked: Nia Ward[\s\S]*Only those who may press/)
  })

  test('knows whoever has written, without asking for them', async () => {
    const world = await open()
    await world.deliver(activity(world, { type: 'conversationUpdate' }))

    expect((await posted(world, question('nia')))?.refresh).toMatchObject({ userIds: ['29:nia'] })
  })

  test('leaves out whoever is not in the room', async () => {
    const world = await open()
    world.authority.members.set(NIA, { id: '29:nia' })
    await world.host.store.keepSetting('teams/account/sam.site@trust.example', SAM)

    const card = await posted(world, question('nia', 'sam'))

    expect(card?.refresh).toMatchObject({ userIds: ['29:nia'] })
  })

  test.each([
    ['somebody who may answer is not known on Teams', question('nia', 'ola'), { id: '29:nia' }],
    ['Teams does not tell their id', question('nia'), { email: 'nia@trust.example' }],
    ['nobody of them is in the room', question('nia'), undefined],
  ])('has its buttons for everybody where %s', async (_, message, member) => {
    const world = await open()
    if (member) world.authority.members.set(NIA, member)

    const card = await posted(world, message)

    expect(hasButton(card)).toBe(true)
    expect(card?.refresh).toBeUndefined()
  })

  test('says that a reply must mention Muster, as long as it is open', async () => {
    const world = await open()
    const words = async (...given: [Message, Place?, string?]) =>
      (await posted(world, ...given))?.fallbackText
    const hint = 'begin with @Muster'
    const settled = { title: 'Answered', parts: question().parts.slice(0, 1) }
    const own: Place = { channel: 'teams', to: { type: 'person', person: 'nia' } }

    expect(await words(question('nia'))).toContain(hint)
    expect(await words(settled)).not.toContain(hint)
    expect(await words(question('nia'), ROOM, 'root')).not.toContain(hint)
    expect(await words(question('nia'), own)).not.toContain(hint)
  })

  test('in a chat of one’s own has its buttons at once', async () => {
    const world = await open()
    const own: Place = { channel: 'teams', to: { type: 'person', person: 'nia' } }

    const card = await posted(world, question('nia'), own)

    expect(hasButton(card)).toBe(true)
    expect(card?.refresh).toBeUndefined()
  })
})

describe('a card that asks what somebody may see', () => {
  const data = { 'muster/view': { record, slot: 'prompt:level' } }
  const look = (world: World, about: unknown = data) =>
    world.deliver(pressed(world, 'view', about, { conversation: CHANNEL_TALK, replyToId: '18' }))

  test('is answered with that, and asks again for the same person only', async () => {
    const world = await open()
    await world.deliver(activity(world, { type: 'conversationUpdate' }))

    const { status, body } = await look(world)

    expect(status).toBe(200)
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' })
    expect(hasButton(body.value)).toBe(true)
    expect(body.value.refresh.userIds).toEqual(['29:nia'])
    expect(world.asked.at(-1)).toMatchObject({
      name: 'view',
      with: [{ actor: { type: 'person', person: 'nia' } }, ROOM, record, 'prompt:level'],
    })
  })

  test('is told that it is over where nothing stands any more', async () => {
    const world = await open()
    world.replies.view = { type: 'nothing' }

    expect((await look(world)).body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'This is no longer shown here.',
    })
  })

  test.each([
    ['a record that is none', { 'muster/view': { record: 'C-1', slot: 'root' } }],
    ['a slot that is none', { 'muster/view': { record, slot: 'everything' } }],
    ['nothing', {}],
  ])('about %s is no card of ours', async (_, about) => {
    const world = await open()

    expect((await look(world, about)).body).toMatchObject({ statusCode: 400 })
    expect(world.asked.filter(({ name }) => name === 'view')).toEqual([])
  })
})

describe('who gets a card of their own', () => {
  /** A room of so many people, of whom `member` says what Teams knows. */
  async function room(size: number, member: TeamsPort['member']) {
    const world = await open()
    const people = Array.from({ length: size }, (_, n) => {
      return { id: `p${n}`, name: `Person ${n}`, accounts: { teams: `account-${n}` } }
    })
    const [willow] = world.host.directory().organisations
    if (!willow) throw new Error('The directory is empty')
    const host = { ...world.host, directory: () => ({ organisations: [{ ...willow, people }] }) }
    const port = { member } as unknown as TeamsPort // nothing else is asked of it
    const known = remembered(memoryStore())
    const places = whereabouts(world.authority.settings, host, port, known)
    const viewers = viewersOf(host, port, places, known)
    const where = { service: world.authority.serviceUrl, conversation: CHANNEL }
    return () => viewers(where, question(...people.map(({ id }) => id)))
  }

  test('60 people at most: of more, everybody gets the buttons', async () => {
    const member: TeamsPort['member'] = async (_, account) => ({ id: `29:${account}` })

    expect(await (await room(60, member))()).toHaveLength(60)
    expect(await (await room(61, member))()).toBeUndefined()
  })

  test('is asked once: again only after a while where Teams could not say', async () => {
    const asked: string[] = []
    const viewers = await room(2, async (_, account) => {
      asked.push(account)
      return account === 'account-0' ? { id: '29:zero' } : undefined
    })

    expect([await viewers(), await viewers()]).toEqual([undefined, undefined])
    expect(asked).toEqual(['account-0', 'account-1'])
  })
})
