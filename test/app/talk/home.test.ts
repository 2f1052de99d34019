import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { guest, raisedIncident, speaker, triaged, wordsOf } from './speaking.ts'

describe('home', () => {
  test('names the person, their roles and what they owe', async () => {
    const world = await openApp()
    await raisedIncident(world)

    const message = await speaker(world, 'ivan').home()

    const words = wordsOf(world, { type: 'say', message })
    expect(words).toContain('Ivan Petrov, Willow House: incident lead')
    expect(words).toContain('D1 StEIS alert')
  })

  test('tells somebody who is not in the directory what they may do', async () => {
    const world = await openApp()

    const message = await speaker(world, guest).home()

    expect(wordsOf(world, { type: 'say', message })).toContain('You may raise a concern')
  })

  test('and the lists say so when the store cannot be read', async () => {
    const world = await openApp()
    await raisedIncident(world)
    world.store.list = async () => {
      throw new Error('EIO: i/o error')
    }
    const quinn = speaker(world, 'quinn')

    const [own, listed] = [
      await quinn.home().then((message) => wordsOf(world, { type: 'say', message })),
      wordsOf(world, await quinn.command('muster', 'mine')),
    ]

    expect(own).toContain('just now')
    expect(listed).toContain('try again')
  })
})

describe('the urgent path', () => {
  test('shows first in what somebody owes', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id, { urgent: 'yes' })

    const words = wordsOf(world, await speaker(world, 'quinn').command('muster', 'mine'))

    expect(words).toContain('URGENT: Does this need a risk summit now?')
  })
})
