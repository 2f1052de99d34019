import { describe, expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { askedForLevel, noted, thread } from './in-thread.ts'
import {
  buttonsOf,
  fieldIn,
  formIn,
  guest,
  pressOn,
  raisedIncident,
  speaker,
  triaged,
  wordsOf,
} from './speaking.ts'

describe('the level', () => {
  test.each(['accept', 'Accept.', 'yes', ' YES ', '1'])('“%s” accepts it', async (text) => {
    const { say, kase } = await askedForLevel()

    expect(await say('quinn', text)).toBe('')

    expect((await kase()).level).toMatchObject({ level: 'enhanced', asRecommended: true })
  })

  test('“routine because …” chooses otherwise with the reason', async () => {
    const { say, kase } = await askedForLevel()

    expect(await say('quinn', 'Routine, because the ward has changed its doors.')).toBe('')

    expect((await kase()).level).toMatchObject({
      level: 'routine',
      asRecommended: false,
      reason: 'the ward has changed its doors.',
    })
  })

  test('“enhanced because …” is what was recommended, with a reason', async () => {
    const { say, kase } = await askedForLevel()

    await say('quinn', 'enhanced because I saw it myself')

    expect((await kase()).level).toMatchObject({ level: 'enhanced', asRecommended: true })
  })

  test('“routine” alone is told that it needs a reason', async () => {
    const { say, kase } = await askedForLevel()

    expect(await say('quinn', 'routine')).toContain('give a reason')
    expect((await kase()).level).toBeNull()
  })

  test.each(['no', '2', 'choose otherwise'])('“%s” offers the form that it needs', async (text) => {
    const { world, id } = await askedForLevel()

    const reply = await speaker(world, 'quinn').reply(id, text)

    if (reply.type !== 'say') throw new Error('Nothing was offered')
    expect(pressOn(reply.message, 'Open')).toMatchObject({ form: 'otherwise', record: id })
  })

  test('“no because …” keeps the reason in the form that it offers', async () => {
    const { world, id } = await askedForLevel()
    const quinn = speaker(world, 'quinn')

    const reply = await quinn.reply(id, 'no because it was one bad night')

    if (reply.type !== 'say') throw new Error('Nothing was offered')
    const form = formIn(await quinn.press(pressOn(reply.message, 'Open')))
    expect(fieldIn(form, 'reason').value).toBe('it was one bad night')
  })

  test('is not chosen by somebody who may not, and they are told who may', async () => {
    const { say, kase } = await askedForLevel()

    expect(await say('ivan', 'accept')).toMatch(/Only the quality lead of Harbour/)
    expect((await kase()).level).toBeNull()
  })

  test('that two people choose at the same moment is chosen once', async () => {
    const { world, id, kase } = await askedForLevel()

    const said = await Promise.all([
      speaker(world, 'quinn').reply(id, 'accept'),
      speaker(world, 'dora').reply(id, 'routine because it is calm'),
    ])

    expect(said.map(({ type }) => type).sort()).toEqual(['nothing', 'say'])
    expect((await kase()).notices.filter((one) => one.said.say === 'levelChosen')).toHaveLength(1)
  })
})

describe('several open questions', () => {
  async function both() {
    const opened = await thread()
    await triaged(opened.world, opened.id, { urgent: 'yes' })
    return opened
  }

  test.each(['yes', '1'])('“%s” asks privately which of them is meant', async (text) => {
    const { world, id, kase } = await both()
    const quinn = speaker(world, 'quinn')

    const reply = await quinn.reply(id, text)

    if (reply.type !== 'say') throw new Error('Nothing was asked')
    const labels = buttonsOf(reply.message).map(({ label }) => label)
    expect(labels).toEqual([
      'The trigger tool recommends: consider enhanced: Accept',
      'Does this need a risk summit now?: Call a risk summit…',
    ])
    expect((await kase()).level).toBeNull()
    await quinn.press(pressOn(reply.message, 'The trigger tool'))
    expect((await kase()).level).toMatchObject({ level: 'enhanced' })
  })

  test('“no because …” asks which, and the reason is not lost', async () => {
    const { world, id, kase } = await both()
    const quinn = speaker(world, 'quinn')

    const reply = await quinn.reply(id, 'no because everybody is safe now')

    if (reply.type !== 'say') throw new Error('Nothing was asked')
    const press = pressOn(reply.message, 'Does this need')
    const form = formIn(await quinn.press(press))
    expect(form.ticket.form).toBe('notUrgent')
    await quinn.fill(form, {})
    const urgent = (await kase()).prompts.find(({ id: one }) => one === 'urgent')
    expect(urgent).toMatchObject({ state: 'answered', answer: 'not needed: everybody is safe now' })
  })

  test('an answer that fits one only needs no question back', async () => {
    const { say, kase } = await both()

    expect(await say('quinn', 'accept')).toBe('')

    expect((await kase()).level).toMatchObject({ level: 'enhanced' })
  })
})

describe('the urgent path', () => {
  test('“no because …” is enough where nothing else is asked', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world, { danger: true })

    const reply = await speaker(world, 'quinn').reply(id, 'No because the ward is safe.')

    expect(reply).toEqual({ type: 'nothing' })
    expect(world.web.says('web/room/willow', 'prompt:urgent')).toContain(
      'not needed: the ward is safe.',
    )
  })
})

describe('anything else', () => {
  test.each([
    'Thank you all.',
    'Does anybody know the bridge number?',
    'noted, thanks',
    'donezo',
    'we are done here',
    'yesterday was worse',
    'nothing new',
    'no news',
    'acceptable',
    'I accept that this is bad',
    '42',
    '',
    '   ',
    'haven’t seen it',
    'extended visiting hours',
    'snoozed',
    `accept ${'!'.repeat(4000)}`,
  ])('“%s” is left alone', async (text) => {
    const { world, id } = await askedForLevel()
    const before = await world.store.load(id)

    expect(await speaker(world, 'quinn').reply(id, text)).toEqual({ type: 'nothing' })
    expect(await world.store.load(id)).toEqual(before)
  })

  test('and everything in a thread that is not of Muster’s is left alone', async () => {
    const { world } = await askedForLevel()
    const elsewhere = 'case-00000000' as RecordId // nothing stands under it

    expect(await speaker(world, 'quinn').reply(elsewhere, 'accept')).toEqual({ type: 'nothing' })
  })

  test('is not heard from somebody who may not see the case', async () => {
    const { world, id } = await askedForLevel()

    for (const text of ['accept', 'note I was here', 'done D1 ref X', 'Hello'])
      expect(await speaker(world, 'anya').reply(id, text)).toEqual({ type: 'nothing' })
  })

  test.each(['accept', 'I have D1', 'done D1', 'note I was here', '8.45pm', '26/03 20:45'])(
    '“%s” from a stranger to the directory is told why it does nothing',
    async (text) => {
      const { world, id } = await thread()

      const reply = await speaker(world, guest).reply(id, text)

      expect(wordsOf(world, reply)).toContain('You are not in the directory')
    },
  )

  test('and talk of a stranger is left alone too', async () => {
    const { world, id } = await thread()

    for (const text of ['Hello', 'We met at 20:45', `note-taking ${'x'.repeat(4000)}`])
      expect(await speaker(world, guest).reply(id, text)).toEqual({ type: 'nothing' })
  })

  test('the same delivery twice is heard once', async () => {
    const { world, id, kase } = await thread()
    const ref = (await world.store.shown(id, 'web/room/willow', 'root')) ?? ''
    const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
    const heard = {
      actor: { type: 'person', person: 'ivan' },
      channel: 'web',
      key: 'the-same',
    } as const

    for (let n = 0; n < 2; n++) await world.conversation.said(heard, { place, ref }, 'note Once.')

    expect(noted(await kase())).toEqual(['Once.'])
  })
})
