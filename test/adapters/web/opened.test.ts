import { afterAll, beforeAll, expect, test } from 'vitest'
import { CASE, caseMessage, openWorld, type World } from './fake-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const opened = () => world.calls.filter(({ what }) => what === 'opened')

test('what a person reads for the first time is told as opened, by them and once', async () => {
  const place = { channel: 'web', to: { type: 'person', person: 'gethin' } } as const
  const post = {
    id: 'task-1',
    record: CASE,
    slot: 'prompt:seat-gethin',
    update: undefined,
  } as const
  await world.running.channel.post(place, caseMessage, { ...post, thread: undefined })
  const space = 'web/person/gethin'
  expect((await world.post('/api/read', 'amina', { space })).status).toBe(404)
  expect(opened()).toEqual([])

  await world.post('/api/read', 'gethin', { space })
  await world.post('/api/read', 'gethin', { space })

  expect(opened()).toMatchObject([
    {
      heard: { actor: { type: 'person', person: 'gethin' }, channel: 'web' },
      with: { record: CASE, slot: 'prompt:seat-gethin' },
    },
  ])
})
