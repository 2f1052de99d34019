import { expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { toLevel } from './on-file.ts'
import { formIn, pressOn, speaker } from './speaking.ts'

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
