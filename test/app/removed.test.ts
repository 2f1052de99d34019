import { describe, expect, test } from 'vitest'
import type { Heard } from '../../src/app/conversation.ts'
import { identify } from '../../src/core/people/find.ts'
import { organisationId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import { pressOn, standingIn, WILLOW_KEY, wordsOf } from './talk/speaking.ts'

let keys = 0

/** The account is as it was; whose it is, the directory says. */
function heardFrom({ app }: TestApp, id: string): Heard {
  const account = { channel: 'slack', account: `U${id.toUpperCase()}`, name: id }
  const actor = identify(app.directory(), { ...account, email: `${id}@example.org` })
  keys += 1
  return { actor, channel: 'slack', key: `key-${keys}` }
}

async function withIvanRemoved() {
  const world = await openApp({ administrators: ['hugo@example.org'] })
  const raised = await world.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const card = standingIn(world, 'nudge:D1:1')
  const ask = { kind: 'organisation', type: 'removePerson', person: 'ivan' } as const
  const removed = await world.ask(
    { ...ask, by: person('hugo'), reason: 'Left.' },
    organisationId('willow'),
  )
  expect(removed.ok).toBe(true)
  return { world, id: raised.id, card }
}

describe('somebody who was removed', () => {
  test('is nobody at once: the buttons of old cards, lists, references and threads give nothing', async () => {
    const { world, id, card } = await withIvanRemoved()
    const { conversation } = world
    const heard = () => heardFrom(world, 'ivan')
    const before = (await world.store.load(id))?.version
    const ref = await world.store.shown(id, WILLOW_KEY, 'root')
    const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const

    const replies = [
      await conversation.press(heard(), pressOn(card, 'I have it')),
      await conversation.press(heard(), pressOn(card, 'It is done')),
      await conversation.press(heard(), pressOn(card, 'Snooze')),
      await conversation.said(heard(), { place, ref: ref ?? '' }, 'done D1 now'),
      await conversation.command(heard(), 'muster', `status ${referenceOf(id)}`),
      await conversation.command(heard(), 'muster', `have ${referenceOf(id)} D1`),
      await conversation.command(heard(), 'muster', 'mine'),
    ]

    for (const reply of replies) {
      const words = wordsOf(world, reply)
      expect(words).toContain('You are not in the directory')
      expect(words).not.toContain('window')
    }
    expect(wordsOf(world, await conversation.command(heard(), 'muster', 'status'))).toContain(
      'nothing open that you can see',
    )
    expect((await world.store.load(id))?.version).toBe(before)
  })

  test('holds no role any more, is owed nothing to, and hears nothing from then on', async () => {
    const { world } = await withIvanRemoved()
    const sent = () =>
      world.channels.flatMap(({ calls }) => calls).filter((one) => /ivan/i.test(one))
    const before = sent().length

    await world.moveTo('2027-03-28T22:00:00Z')

    expect(sent()).toHaveLength(before)
    const willow = await world.record('organisation', organisationId('willow'))
    expect(willow.holdings.find(({ role }) => role === 'incident-lead')).toMatchObject({
      holder: null,
      deputy: 'ines',
    })
  })

  test('may still raise, as anybody may', async () => {
    const { world } = await withIvanRemoved()

    const reply = await world.conversation.command(heardFrom(world, 'ivan'), 'concern', '')

    expect(reply.type).toBe('form')
  })

  test('stays away when the file is imported again, until it has once left them out', async () => {
    const { world } = await withIvanRemoved()
    const willow = organisationId('willow')
    const listing = (await world.record('organisation', willow)).imported
    const load = (people: typeof listing.people, head = listing.head) =>
      world.ask(
        { kind: 'organisation', type: 'import', listing: { ...listing, people, head } },
        willow,
      )
    const ids = async () => (await world.record('organisation', willow)).people.map(({ id }) => id)
    const retitled = listing.people.map((one) => ({ ...one, title: 'Somebody' }))

    await load(retitled)
    expect(await ids()).not.toContain('ivan')
    await load(retitled.filter(({ id }) => id !== 'ivan'))
    await load(retitled)
    expect(await ids()).toContain('ivan')
  })
})
