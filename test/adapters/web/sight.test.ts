import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf, CASE, caseMessage, openWorld, type World } from './fake-world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const stateOf = (person: string) =>
  bodyOf<{ spaces: readonly { key: string }[] }>(world.get('/api/state', person))

describe('a person’s places', () => {
  test.each([
    ['amina', ['person/amina', 'room/willow']],
    ['tess', ['person/tess', 'room/triage', 'room/willow', 'room/kestrel']],
    ['rajiv', ['person/rajiv', 'room/kestrel']],
    ['farida', ['person/farida', 'room/triage', 'room/willow', 'room/kestrel']],
    ['jas', ['person/jas', 'room/kestrel']],
    ['~stranger', ['account/stranger']],
  ])('of %s are their own messages and the rooms that they may read', async (person, places) => {
    const { spaces } = await stateOf(person)

    expect(spaces.map(({ key }) => key)).toEqual(places.map((place) => `web/${place}`))
  })

  test('are the only ones that they can ask for', async () => {
    for (const key of [
      'web/room/kestrel',
      'web/person/gethin',
      'web/room/nowhere',
      'web/room/C123',
      '',
    ]) {
      expect((await world.get(`/api/space?key=${key}`, 'amina')).status).toBe(404)
    }
  })
})

describe('the switcher', () => {
  test('lists everybody by organisation with their title, and a stranger at the end', async () => {
    const { groups } = await bodyOf<{ groups: readonly object[] }>(
      world.get('/api/people', 'amina'),
    )

    expect(groups[1]).toMatchObject({
      name: 'Willow House',
      people: [
        { id: 'gethin', name: 'Gethin Okonjo', about: 'Incident lead', unread: 0 },
        { id: 'amina', name: 'Amina Farrow', about: 'Ward nurse', unread: 0 },
      ],
    })
    expect(groups.at(-1)).toMatchObject({ people: [{ id: '~stranger' }] })
  })

  test('begins with a ward nurse', async () => {
    expect(await bodyOf(world.get('/api/first'))).toEqual({ person: 'amina' })
  })
})

describe('live updates', () => {
  test('reach those who may see the place, and carry no words', async () => {
    const [amina, rajiv] = [await listen('amina'), await listen('rajiv')]

    await world.post('/api/say', 'gethin', { space: 'web/room/willow', text: 'hello' })
    const heard = await amina.next()
    await world.post('/api/say', 'rajiv', { space: 'web/room/kestrel', text: 'hello' })

    expect(heard).toBe('{"space":"web/room/willow"}')
    expect(await rajiv.next()).toBe('{"space":"web/room/kestrel"}')
    await Promise.all([amina.stop(), rajiv.stop()])
  })

  test('need a person of this world', async () => {
    expect((await world.get('/api/events?person=nobody')).status).toBe(400)
  })
})

async function listen(person: string) {
  const response = await world.get(`/api/events?person=${encodeURIComponent(person)}`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async next(): Promise<string> {
      for (;;) {
        const [line, data] = /^data: (.*)$/m.exec(text) ?? []
        if (line !== undefined && data !== undefined) {
          text = text.slice(text.indexOf(line) + line.length)
          return data
        }
        const { done, value = '' } = (await reader?.read()) ?? { done: true }
        if (done) throw new Error('the stream ended')
        text += value
      }
    },
    stop: async () => reader?.cancel(),
  }
}

describe('a first visitor', () => {
  const isWelcome = async () =>
    (await bodyOf<{ first: boolean }>(world.get('/api/state', 'amina'))).first

  test('is welcomed until something that they raised has led to a message of their own', async () => {
    expect(await isWelcome()).toBe(true)

    await world.running.channel.post(
      { channel: 'web', to: { type: 'person', person: 'amina' } },
      caseMessage,
      { id: 'confirmation', record: CASE, slot: 'raiser', update: undefined, thread: undefined },
    )

    expect(await isWelcome()).toBe(false)
  })
})
