import { describe, expect, test } from 'vitest'
import { filesOf } from '../../../src/app/inquiry/files.ts'
import { inquiryInto } from '../../../src/app/inquiry/inquiry.ts'
import type { Place } from '../../../src/core/effect.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { raisedIncident, WILLOW_KEY, wordsOf } from '../talk/speaking.ts'

const ROOM: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }

/** An incident in whose thread somebody wrote a note, and what they do to that message then. */
async function noted(message = 'willow/1') {
  const world = await openApp()
  const { id, reference } = await raisedIncident(world)
  const ref = (await world.store.shown(id, WILLOW_KEY, 'root')) ?? ''
  const heard = (key: string) => ({ actor: person('quinn'), channel: 'web', key })
  const where = { place: ROOM, ref }
  await world.conversation.said(heard(message), where, 'note The window was open')
  await world.settle()
  const altered = async (what: 'changed' | 'deleted', key: string, which = message) => {
    const reply = await world.conversation.altered(heard(key), { message: which, where, what })
    return wordsOf(world, reply)
  }
  return { world, id, reference, altered, where, heard }
}

describe('a message that is on record', () => {
  test('that is changed or deleted in chat stays on record, and the record says so', async () => {
    const { world, id, reference, altered } = await noted()

    expect(await altered('changed', 'event-1')).toContain(`${reference} keeps what you wrote first`)
    await altered('deleted', 'event-2')

    const inquiry = await inquiryInto(world.app, id)
    const text = inquiry ? (filesOf(inquiry)[0]?.text ?? '') : ''
    expect(text).toContain('Text: The window was open')
    expect(text).toMatch(/entry \d+: the message willow\/1 on web was changed .* by Quinn Adeyemi/)
    expect(text).toMatch(/entry \d+: the message willow\/1 on web was deleted/)
  })

  test('is told of once where the same delivery comes twice', async () => {
    const { world, id, altered } = await noted()

    await altered('deleted', 'event-1')
    await altered('deleted', 'event-1')

    const told = (await world.store.history(id)).filter(({ body }) =>
      body?.includes('messageEdited'),
    )
    expect(told).toHaveLength(1)
  })

  test('is found outside threads too, where the chat has none', async () => {
    const { world, id, reference, heard } = await noted()
    const places: Place[] = [{ channel: 'web', to: { type: 'person', person: 'quinn' } }]
    const words = `${reference} note The door was open`
    await world.conversation.saidInChat(heard('chat/7'), { places, quoted: undefined }, words)
    await world.conversation.altered(heard('event-9'), {
      message: 'chat/7',
      where: null,
      what: 'deleted',
    })

    const bodies = (await world.store.history(id)).map(({ body }) => JSON.parse(body ?? ''))
    expect(bodies.filter(({ type }) => type === 'messageEdited')).toMatchObject([
      { message: 'chat/7', what: 'deleted' },
    ])
  })

  test('that says nothing on record changes nothing', async () => {
    const { world, id, altered } = await noted()
    const before = await world.store.load(id)

    expect(await altered('deleted', 'event-1', 'willow/2')).toBe('')
    expect(await world.store.load(id)).toEqual(before)
  })
})
