import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../../src/core/message/message.ts'
import { bodyOf, fakeConversation, openWorld, type World } from './fake-world.ts'

const CODE = 'ABCD-EFGH-JKMN-PQRS'
const OWN = 'web/person/amina'
const PRESS = { do: 'open', form: 'followUp', with: { code: CODE } } as const

const secret: Message = {
  title: 'Recorded as C-7K2M-9Q4X',
  parts: [
    { kind: 'facts', facts: [['Your code', CODE]] },
    { kind: 'buttons', buttons: [{ label: 'Add something…', press: PRESS }] },
  ],
}

let folder: string
let world: World

/** Every command and form is answered with the code. */
async function open(): Promise<World> {
  return openWorld(folder, {
    ...fakeConversation([]),
    command: async () => ({ type: 'say', message: secret, passing: true }),
    submit: async () => ({ type: 'say', message: secret, passing: true }),
  })
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-'))
  world = await open()
})
afterEach(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

async function seen(page: string, person = 'amina'): Promise<string> {
  return (await world.get(`/api/space?key=${OWN}`, person, page)).text()
}

async function kept(): Promise<string> {
  return readFile(join(folder, 'workspace.json'), 'utf8')
}

const ticket = { form: 'concern', nonce: 'n1' }

test('an answer with a code stands on the page that got it, with its button, and on no other', async () => {
  const body = { where: { space: OWN }, ticket, answers: { what: 'A door' } }
  const { ref } = await bodyOf<{ ref: string }>(world.post('/api/submit', 'amina', body, 'page-1'))

  expect(await seen('page-1')).toContain(CODE)
  const press = { space: OWN, ref, press: PRESS }
  expect((await world.post('/api/press', 'amina', press, 'page-1')).status).toBe(200)
  expect(await seen('page-2')).not.toContain(CODE)
  expect((await world.post('/api/press', 'amina', press, 'page-2')).status).toBe(404)
})

test('it is in no file, and after a restart nowhere; neither is that somebody got one', async () => {
  const body = { where: { space: OWN }, ticket, answers: { what: 'A door' } }
  await world.post('/api/submit', 'amina', body, 'page-1')
  await world.post('/api/say', 'amina', { space: OWN, text: 'hello' }, 'page-1')

  expect(await kept()).not.toMatch(/ABCD|7K2M/)
  await world.close()
  world = await open()
  expect(await seen('page-1')).not.toMatch(/ABCD|7K2M/)
})

test.each([
  `/muster followup ${CODE}`,
  `followup ${CODE}`,
  `muster followup abcd`,
  `My code: ${CODE}`,
])('a code that is typed is not kept either: “%s”', async (text) => {
  await world.post('/api/say', 'amina', { space: OWN, text }, 'page-1')

  expect(await seen('page-1')).toContain(CODE)
  expect(await kept()).not.toMatch(/abcd/i)
})

test('a page that does not say which it is sees the answer on none', async () => {
  const body = { where: { space: OWN }, ticket, answers: { what: 'A door' } }
  await world.post('/api/submit', 'amina', body)

  expect(await (await world.get(`/api/space?key=${OWN}`, 'amina')).text()).not.toContain(CODE)
  expect(await kept()).not.toContain(CODE)
})
