import { expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { file, toLevel } from './on-file.ts'
import { formIn, pressOn, speaker, WILLOW_KEY } from './speaking.ts'

test('the form that decides on a level names what leaves it as it is, and how that is done', async () => {
  const world = await openApp()
  const quinn = speaker(world, 'quinn')
  const heading = async () =>
    formIn(await quinn.command('muster', 'level willow')).heading.join(' ')
  expect(await heading()).not.toContain('G6')

  await toLevel(world, 'G13')

  const words = await heading()
  expect(words).toContain('G6 Concerns need a view of the whole system')
  expect(words).toContain('or the risk summit with “/muster convene willow”.')
  expect(words).toContain('Put it on file with “/muster file willow profile”.')
})

test('the card opens a meeting of that way, with the meeting chosen, and the profile', async () => {
  const world = await openApp()
  await toLevel(world, 'G13')
  const mara = speaker(world, 'mara')
  const card = await mara.command('muster', 'status willow')
  const message = card.type === 'say' ? card.message : undefined

  const form = formIn(await mara.press(pressOn(message, 'Call the intelligence-sharing call')))
  expect(form.fields.find(({ id }) => id === 'meeting')).toMatchObject({ value: 'M9' })
  const profile = await mara.press(pressOn(message, 'Quality risk profile'))
  expect(JSON.stringify(profile)).toContain('Recommend a quality risk profile')
})

test.each([
  ['ROUTINE', [], 'G13', 'G6'],
  ['ENHANCED_PENDING_REVIEW', ['G2'], 'G13', 'G6'],
  ['ENHANCED', ['G13'], 'G6', 'G13'],
] as const)(
  'a risk summit that is called from %s is announced by the way from there, whatever its call leads to',
  async (_, ways, rule, other) => {
    const world = await openApp()
    for (const way of ways) await toLevel(world, way)
    await world.pass(60)

    await summit(world)

    expect((await world.record('provider', providerId('willow'))).level).toBe('ENHANCED')
    const announced = () =>
      world.web.standing.find(
        ({ place, words }) => place === WILLOW_KEY && words.includes('Risk summit called'),
      )?.words
    expect(announced()).toContain(`Rule ${rule} `)
    expect(announced()).not.toContain(`Rule ${other} `)
  },
)

async function summit(world: TestApp): Promise<void> {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'convene willow'))
  const chosen = { meeting: 'M1', why: 'Two people are hurt.', urgent: 'yes' }
  const seats = formIn(await quinn.refresh(form.ticket, chosen))
  const preview = formIn(await quinn.fill(seats, {}))
  await quinn.fill(preview, {})
}

test('the form that decides on the level of a provider in enhanced says what is still open', async () => {
  const world = await openApp()
  await toLevel(world, 'G13')
  const said = { reasons: 'Unsafe.', lookOn: '2027-04-10', lifting: 'Safe staffing.' }
  await file(world, 'quinn', '', 'Suspend in full', said)
  await file(world, 'quinn', '', 'Put a risk', {
    risk: 'Fire doors.',
    domain: 'safety',
    mitigation: 'A watch.',
    action: 'New doors.',
    consequence: '5',
    likelihood: '5',
    reviewOn: '2027-04-20',
  })

  const { heading } = formIn(await speaker(world, 'mara').command('muster', 'level willow'))

  expect(heading).toContain('Still open:')
  expect(heading).toContain('SUSPENDED in full.')
  expect(heading.join(' ')).toMatch(/Fire doors.*25/)
  expect(heading.join(' ')).toContain('Steps of this level not done: ')
})
