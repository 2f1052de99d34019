import { expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { guest, raisedIncident, WILLOW_KEY } from './speaking.ts'

const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
/** Half a character and a control, as a service may let them through: no store takes them. */
const BROKEN = 'The lift\ud800 is \u0000stuck\r\nagain'

test('words with what no store takes are recorded without it', async () => {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  const ref = (await world.store.shown(id, WILLOW_KEY, 'root')) ?? ''
  const heard = { actor: person('ivan'), channel: 'web', key: 'delivery\ud800-1' }

  expect(await world.conversation.said(heard, { place, ref }, `note ${BROKEN}`)).toEqual({
    type: 'nothing',
  })
  const history = await world.store.history(id)
  expect(history.map(({ body }) => body).join()).toContain('The lift is stuck\\nagain')
  expect(world.complaints).toEqual([])
})

test('a button, a ticket and the name of a guest with it break nothing', async () => {
  const world = await openApp()
  const { conversation } = world
  const heard = (key: string) => ({ actor: { ...guest, name: BROKEN }, channel: 'web', key })
  const press = { do: 'open', form: 'concern', with: { what: BROKEN } } as const
  const opened = await conversation.press(heard('1'), press)
  const ticket = { form: 'concern', nonce: `nonce-${BROKEN}` }
  const answers = { what: BROKEN, where: [BROKEN] }
  await conversation.refresh(heard('2'), ticket, answers)
  await conversation.submit(heard('3'), ticket, answers)
  await conversation.command(heard('4'), 'concern', BROKEN)

  expect(JSON.stringify(opened)).toContain('The lift is stuck\\nagain')
  expect(world.complaints).toEqual([])
})
