import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { bodyOf, CASE, caseMessage, openWorld, type World } from './fake-world.ts'

const ROOM = 'web/room/willow'
const OTHER = RecordId.parse('case-9x9x9x9x')
const place: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }

let world: World
let root: string

async function post(id: string, record: RecordId, where: Place, thread?: string): Promise<string> {
  const about = { id, record, slot: 'root', update: undefined, thread } as const
  const outcome = await world.running.channel.post(where, caseMessage, about)
  return outcome.type === 'done' ? outcome.ref : ''
}

async function refs(person = 'amina', space = ROOM): Promise<string[]> {
  const { items } = await bodyOf<{ items: { ref: string }[] }>(
    world.get(`/api/space?key=${space}`, person),
  )
  return items.map(({ ref }) => ref)
}

beforeEach(async () => {
  world = await openWorld()
  root = await post('p1', CASE, place)
})
afterEach(() => world.close())

test('what stands of a removed record is taken away, with all that was said under it', async () => {
  await post('p2', CASE, place, root)
  await world.post('/api/say', 'gethin', { space: ROOM, thread: root, text: 'The door again' })
  await world.post('/api/say', 'gethin', { space: ROOM, text: 'Lunch?' })
  const other = await post('p3', OTHER, place)

  await world.running.channel.forget?.(CASE)

  const left = await refs()
  expect(left).toHaveLength(2)
  expect(left).toContain(other)
  const seen = await (await world.get(`/api/space?key=${ROOM}`, 'gethin')).text()
  expect(seen).not.toContain('The door again')
})

test('private messages and answers about it go too', async () => {
  const own: Place = { channel: 'web', to: { type: 'person', person: 'amina' } }
  await post('p4', CASE, own)
  await world.post('/api/raise', 'amina', { space: ROOM, ref: root })
  await world.post('/api/say', 'amina', { space: ROOM, thread: root, text: 'yes' })

  await world.running.channel.forget?.(CASE)

  expect(await refs('amina', 'web/person/amina')).toEqual([])
  expect(await refs()).toEqual([])
})

test('a room that was made for it is gone', async () => {
  const made = await world.running.channel.makeRoom({
    id: `${CASE}/risk-summit-m-7k2m-9q4x`,
    name: 'Case C-7K2M-9Q4X',
    topic: 'No patient identifiers.',
    people: ['amina'],
  })
  if (made.type !== 'done') throw new Error('No room was made')
  const key = `web/room/${made.ref}`
  expect((await world.get(`/api/space?key=${key}`, 'amina')).status).toBe(200)

  await world.running.channel.forget?.(CASE)

  expect((await world.get(`/api/space?key=${key}`, 'amina')).status).toBe(404)
})
