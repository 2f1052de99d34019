import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Post } from '../../../src/app/channel-port.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { bodyOf, CASE, caseMessage, openWorld, type World } from './fake-world.ts'

const willow: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }
const message = (title: string): Message => ({ title, parts: [] })
const post = (id: string, more: Partial<Post> = {}): Post => ({
  id,
  record: CASE,
  slot: 'root',
  update: undefined,
  thread: undefined,
  ...more,
})

let folder: string
let world: World

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-web-'))
  world = await openWorld(folder)
})
afterEach(() => world.close())

async function restart(): Promise<void> {
  await world.close()
  world = await openWorld(folder)
}

function refOf(outcome: Outcome): string {
  if (outcome.type !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`)
  return outcome.ref
}

async function titles(person: string, key: string): Promise<string[]> {
  const { items } = await bodyOf<{ items: readonly Shown[] }>(
    world.get(`/api/space?key=${key}`, person),
  )
  return items.map(({ body }) => body.message?.title ?? body.text ?? '')
}

interface Shown {
  readonly body: { readonly message?: Message; readonly text?: string }
}

describe('a message of Muster’s', () => {
  test('stands in its room, and the same post again is the same message', async () => {
    const { channel } = world.running

    const first = await channel.post(willow, caseMessage, post('p1'))
    const again = await channel.post(willow, caseMessage, post('p1'))

    expect(again).toEqual(first)
    expect(await titles('gethin', 'web/room/willow')).toEqual([caseMessage.title])
  })

  test('is rewritten where it stands', async () => {
    const { channel } = world.running
    const ref = refOf(await channel.post(willow, message('old'), post('p1')))
    await channel.post(willow, message('another'), post('p2'))

    const outcome = await channel.post(willow, message('new'), post('p3', { update: ref }))

    expect(outcome).toEqual({ type: 'done', ref })
    expect(await titles('gethin', 'web/room/willow')).toEqual(['new', 'another'])
  })

  test('that is to replace an unknown one is posted anew, and only once', async () => {
    const { channel } = world.running
    const update = post('p1', { update: 'mffffffffffff' })

    const first = await channel.post(willow, message('new'), update)
    const again = await channel.post(willow, message('new'), update)

    expect(again).toEqual(first)
    expect(await titles('gethin', 'web/room/willow')).toEqual(['new'])
  })

  test('never replaces a message of another place', async () => {
    const { channel } = world.running
    const amina: Place = { channel: 'web', to: { type: 'person', person: 'amina' } }
    const ref = refOf(await channel.post(amina, message('private'), post('p1')))

    await channel.post(willow, message('for all'), post('p2', { update: ref }))

    expect(await titles('amina', 'web/person/amina')).toEqual(['private'])
    expect(await titles('gethin', 'web/room/willow')).toEqual(['for all'])
  })

  test('is found by the id of its post and by the id of its last rewriting', async () => {
    const { channel } = world.running
    const ref = refOf(await channel.post(willow, message('old'), post('p1')))
    await channel.post(willow, message('new'), post('p2', { update: ref }))

    expect(await channel.find(willow, post('p1'))).toBe(ref)
    expect(await channel.find(willow, post('p2'))).toBe(ref)
    expect(await channel.find(willow, post('p3'))).toBeUndefined()
  })

  test('to a room, a person or an account that is not there never arrives, and says so', async () => {
    const { channel } = world.running
    const to = (place: Place['to']) =>
      channel.post({ channel: 'web', to: place }, message('x'), post('p'))

    expect(await to({ type: 'room', room: 'nowhere' })).toMatchObject({ type: 'never' })
    expect(await to({ type: 'person', person: 'nobody' })).toMatchObject({ type: 'never' })
    expect(await to({ type: 'account', account: 'nobody' })).toMatchObject({ type: 'never' })
    expect(await to({ type: 'account', account: 'stranger' })).toMatchObject({ type: 'done' })
  })

  test('waits while the file cannot be written, and arrives once when it can', async () => {
    await rename(folder, `${folder}-away`)
    const { channel } = world.running

    expect(await channel.post(willow, message('x'), post('p1'))).toMatchObject({ type: 'later' })
    await rename(`${folder}-away`, folder)
    expect(await channel.post(willow, message('x'), post('p1'))).toMatchObject({ type: 'done' })

    await restart()
    expect(await titles('gethin', 'web/room/willow')).toEqual(['x'])
  })
})

describe('a room that is made', () => {
  const room = {
    id: 'r1',
    name: 'Risk summit: Willow',
    topic: 'Called today',
    people: ['gethin', 'jas'],
  }

  test('holds exactly the invited, however often it is asked for', async () => {
    const { channel } = world.running

    const first = refOf(await channel.makeRoom(room))
    const again = refOf(await channel.makeRoom(room))
    const place: Place = { channel: 'web', to: { type: 'room', room: first } }
    await channel.invite(place, ['farida', 'jas'])
    await channel.post(place, message('brief'), post('p1'))

    expect(again).toBe(first)
    expect(await titles('farida', `web/room/${first}`)).toEqual(['brief'])
    expect((await world.get(`/api/space?key=web/room/${first}`, 'amina')).status).toBe(404)
  })

  test('can be joined; a room of the directory cannot', async () => {
    const { channel } = world.running

    expect(await channel.invite(willow, ['gethin'])).toMatchObject({ type: 'done' })
    expect(await channel.invite(willow, ['rajiv'])).toMatchObject({ type: 'never' })
    expect((await world.get('/api/space?key=web/room/willow', 'rajiv')).status).toBe(404)
  })
})

describe('after a restart', () => {
  test('messages, rooms and what was read are still there', async () => {
    const root = refOf(await world.running.channel.post(willow, caseMessage, post('p1')))
    await world.post('/api/say', 'gethin', {
      space: 'web/room/willow',
      thread: root,
      text: 'on it',
    })
    await world.post('/api/read', 'amina', { space: 'web/room/willow' })
    const made = refOf(
      await world.running.channel.makeRoom({ id: 'r1', name: 'X', topic: '', people: ['amina'] }),
    )

    await restart()

    expect(await titles('amina', 'web/room/willow')).toEqual([caseMessage.title, 'on it'])
    const { spaces } = await bodyOf<{ spaces: { key: string; unread: number }[] }>(
      world.get('/api/state', 'amina'),
    )
    expect(spaces.map(({ key, unread }) => [key, unread])).toEqual([
      ['web/person/amina', 0],
      ['web/room/willow', 1],
      [`web/room/${made}`, 0],
    ])
    expect(await world.running.channel.post(willow, caseMessage, post('p1'))).toEqual({
      type: 'done',
      ref: root,
    })
  })

  test.each(['', '{"schema":1,"items":[', 'null', '0', '{"schema":0}', '{"schema":1}'])(
    'a file that holds %j is put aside, said in the log, and the rooms start empty',
    async (text) => {
      const old = refOf(await world.running.channel.post(willow, caseMessage, post('p1')))
      await world.close()
      await writeFile(join(folder, 'workspace.json'), text)

      world = await openWorld(folder)

      expect(world.complaints.join()).toContain('put aside')
      expect((await readdir(folder)).some((name) => name.includes('unreadable'))).toBe(true)
      expect(await titles('gethin', 'web/room/willow')).toEqual([])
      const anew = refOf(
        await world.running.channel.post(willow, message('n'), post('p2', { update: old })),
      )
      expect(anew).not.toBe(old)
    },
  )

  test('a file of a newer version refuses to start and is left as it is', async () => {
    await world.close()
    const path = join(folder, 'workspace.json')
    await writeFile(path, '{"schema":2,"next":"?"}')

    await expect(openWorld(folder)).rejects.toThrow(
      `${path} cannot be read: it was saved by a newer version of Muster (format 2; this one knows 1). Start the newer version.`,
    )

    expect(await readFile(path, 'utf8')).toBe('{"schema":2,"next":"?"}')
    await rm(path)
    world = await openWorld(folder)
  })
})
