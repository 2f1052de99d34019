import { describe, expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { reviewedProvider } from '../../fixtures/provider-meeting.ts'
import { formIn, pressOn, speaker, standingIn, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const by = person('quinn')

function asked(world: TestApp, slot = 'prompt:review-1') {
  const message = standingIn(world, slot)
  return { message, words: message ? wordsOf(world, { type: 'say', message }) : '' }
}

async function corrected(world: TestApp, outcome: string) {
  const { meeting } = await reviewedProvider(world)
  expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
  const { record } = await world.record('meeting', meeting)
  if (!record) throw new Error('It is not recorded')
  const { heldAt, answers } = record
  const changed = { version: 0, heldAt, answers: { ...answers, outcome } } as const
  await world.ask({ kind: 'meeting', type: 'correct', by, ...changed }, meeting)
  return { meeting }
}

describe('a corrected record that decides otherwise on a level', () => {
  test('leaves the level as it is, and asks the quality lead, who says that it stands', async () => {
    const world = await openApp()
    await corrected(world, 'continue')

    expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
    const { message, words } = asked(world)
    expect(words).toContain('The level stays “Routine” until somebody decides.')
    expect(standingIn(world, 'prompt:review-1', 'web/person/quinn')).toBeDefined()
    const quinn = speaker(world, 'quinn')
    const owed = async () => wordsOf(world, await quinn.command('muster', 'mine'))
    expect(await owed()).toContain('Willow House: does the level still stand?')
    const form = formIn(await quinn.press(pressOn(message, 'The level stands…')))
    await quinn.fill(form, { reason: 'The risk was acceptable in both.' })

    expect(asked(world).words).toContain('Why: The risk was acceptable in both.')
    expect(await owed()).not.toContain('does the level still stand')
    expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
  })

  test('is answered by a decision on the level, too', async () => {
    const world = await openApp()
    await corrected(world, 'continue')
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press(pressOn(asked(world).message, 'Change the level…')))
    const why = 'The corrected record continues it.'
    await quinn.fill(form, { to: 'ENHANCED_PENDING_REVIEW', transition: 'G2', reason: why })

    expect((await world.record('provider', WILLOW)).level).toBe('ENHANCED_PENDING_REVIEW')
    expect(asked(world).words).toContain('The level was decided anew')
  })

  test('tells the second of two who answer at once what the first decided, and when', async () => {
    const world = await openApp()
    await corrected(world, 'continue')
    const opens = async (who: string) =>
      formIn(await speaker(world, who).press(pressOn(asked(world).message, 'The level stands…')))
    const [first, second] = [await opens('quinn'), await opens('dora')]
    await speaker(world, 'quinn').fill(first, { reason: 'The risk was acceptable.' })

    const refused = formIn(await speaker(world, 'dora').fill(second, { reason: 'It is.' }))

    expect(refused.problem).toContain('Quinn Adeyemi decided that the level stands, Fri 26 Mar')
  })

  test('asks nobody where it says the same of the level', async () => {
    const world = await openApp()
    await corrected(world, 'acceptable')

    expect((await world.record('provider', WILLOW)).reviews).toBeUndefined()
  })

  test('asks also for what is added beside the sealed record', async () => {
    const world = await openApp()
    const { meeting } = await reviewedProvider(world)
    await world.ask({ kind: 'meeting', type: 'seal', by }, meeting)
    const text = 'The region did not agree.'
    await world.ask({ kind: 'meeting', type: 'addendum', by, text }, meeting)

    expect(asked(world).words).toContain('Something was added beside it')
    expect(asked(world).words).not.toContain(text)
  })
})
