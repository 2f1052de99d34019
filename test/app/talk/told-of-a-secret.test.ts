import { describe, expect, test } from 'vitest'
import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { confidential, done } from './confidentially.ts'
import { formIn, raisedIncident, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const TOLD = 'The deputy has the keys.'
const REFUSED = 'This case is confidential, so nobody was told of it here'

const tellings = async (world: TestApp) => (await world.record('provider', WILLOW)).tellings ?? []

async function madeConfidential(world: TestApp, id: RecordId) {
  const reason = 'It is about a colleague.'
  await done(world, { kind: 'case', type: 'makeConfidential', by: person('quinn'), reason }, id)
}

describe('of a case that is confidential already, people are told nothing', () => {
  test.each([
    ['whoever is on its list reads why', 'quinn', REFUSED],
    ['whoever is not reads that there is none', 'mara', 'There is no'],
  ])('by a form that was opened before: %s', async (_what, who, words) => {
    const world = await openApp({ channels: ['web'] })
    const { id, reference } = await raisedIncident(world)
    const somebody = speaker(world, who)
    const form = formIn(await somebody.command('muster', `tell ${reference} M7`))
    await madeConfidential(world, id)
    const before = await world.store.load(WILLOW)

    const reply = await somebody.fill(form, { telling: 'M7', words: TOLD })

    expect(wordsOf(world, reply)).toContain(words)
    expect(await world.store.load(WILLOW)).toEqual(before)
    expect(world.web.standing.filter((one) => one.words.includes(TOLD))).toEqual([])
  })

  test.each(['tell', 'share'])('by the button of a message of before (%s)', async (form) => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await confidential(world)
    const press = { do: 'open', form, record: WILLOW, with: { case: id } } as const

    expect(wordsOf(world, await speaker(world, 'quinn').press(press))).toContain(REFUSED)
    const other = wordsOf(world, await speaker(world, 'mara').press(press))
    expect(other).toContain('There is no')
    expect(other).not.toContain('confidential')
  })

  test('by nobody who asks while it becomes so: it is as if there were none', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, reference } = await raisedIncident(world)
    await madeConfidential(world, id)
    const tell = { kind: 'provider', type: 'tell', telling: 'M7', words: TOLD, case: id } as const

    const answer = await world.ask({ ...tell, by: person('quinn') }, WILLOW)

    expect(answer).toMatchObject({
      refusal: { code: 'notFound', message: `There is no case ${reference}. Check the reference.` },
    })
    expect(await tellings(world)).toEqual([])
  })

  test('nor by its reference in the words, whatever case that is of', async () => {
    const world = await openApp({ channels: ['web'] })
    const { reference } = await confidential(world)
    const open = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', 'tell willow M7'))

    for (const named of [reference, open.reference]) {
      const reply = await quinn.fill(form, { telling: 'M7', words: `Ask about ${named}.` })
      expect(wordsOf(world, reply)).toContain('A reference of a case cannot stand in these words')
    }
    expect(await tellings(world)).toEqual([])
  })
})
