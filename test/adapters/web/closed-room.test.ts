import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import { bodyOf, CASE, caseMessage, openWorld, type World } from './fake-world.ts'

let world: World
let key: string
let root: string

beforeAll(async () => {
  world = await openWorld()
  const { channel } = world.running
  const made = await channel.makeRoom({
    id: 'meeting-1/summit',
    name: 'risk-summit',
    topic: 'Risk summit M-1.',
    people: ['amina'],
  })
  if (made.type !== 'done') throw new Error('No room was made')
  const place: Place = { channel: 'web', to: { type: 'room', room: made.ref } }
  const post = {
    id: 'p1',
    record: CASE,
    slot: 'root',
    update: undefined,
    thread: undefined,
  } as const
  const posted = await channel.post(place, caseMessage, post)
  root = posted.type === 'done' ? posted.ref : ''
  key = `web/room/${made.ref}`
  await channel.archive?.(place)
})
afterAll(() => world.close())

interface Shown {
  readonly closed: boolean
  readonly about: string
  readonly items: readonly { readonly ref: string }[]
}

test('a closed room is shown as closed and can be read', async () => {
  const space = await bodyOf<Shown>(world.get(`/api/space?key=${key}`, 'amina'))

  expect(space).toMatchObject({ closed: true, items: [{ ref: root }] })
  expect(space.about).toContain('This room is closed: it can be read')
})

test.each([false, true])(
  'nothing is said in it any more, nor in a thread (%s), and the answer says what to do instead',
  async (thread) => {
    const where = { space: key, ...(thread ? { thread: root } : {}) }

    const answer = await world.post('/api/say', 'amina', { ...where, text: 'One more thing.' })

    expect(answer.status).toBe(409)
    expect((await bodyOf<{ error: string }>(answer)).error).toContain('“/muster addendum”')
    const { items } = await bodyOf<Shown>(world.get(`/api/space?key=${key}`, 'amina'))
    expect(items).toHaveLength(1)
  },
)
