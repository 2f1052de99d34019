import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
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

describe('what a meeting and a level leave to be done', () => {
  async function summit() {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await world.ask(convening(), id)
    const mine = async (who: string) =>
      wordsOf(world, await speaker(world, who).command('muster', 'mine'))
    return { world, mine }
  }

  test('is owed by whoever called it, and by the post that owes the feedback', async () => {
    const { mine } = await summit()

    const words = await mine('quinn')

    expect(words).toContain('Risk summit, Willow House: not recorded yet; called')
    expect(words).toContain('When it is over, press “Save summit record…” there.')
    expect(words).toMatch(
      /Willow House: D16 Enhanced feedback, due .* record it on the provider’s card/,
    )
  })

  test('is one line for somebody who is asked to chair and to come', async () => {
    const { mine } = await summit()

    const lines = (await mine('rhea')).split('\n').filter((line) => line.includes('Risk summit'))

    expect(lines).toEqual([
      expect.stringContaining(
        'say whether you chair it and whether you come, in your messages from Muster.',
      ),
    ])
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
