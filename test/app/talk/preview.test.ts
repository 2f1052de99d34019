import { expect, test } from 'vitest'
import { previewWords } from '../../../src/app/talk/preview.ts'
import { openApp } from '../../fixtures/app.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { raisedIncident } from './speaking.ts'

test('who settles the time of a risk summit is said before anybody is called (D28), and of no other meeting', async () => {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  const kase = await world.record('case', id)
  const context = contextAt('2027-03-26T20:20:00Z')
  const words = (meeting: string) => previewWords(kase, meeting, null, context)

  expect(words('M1')).toContain(
    'D28 The chair decides its time and place, very quickly; no day or hour is given.',
  )
  expect(words('M3').join(' ')).not.toContain('D28')
})

test('whoever holds a seat but has no account and no address is shown as such, and is not counted as called', async () => {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  const kase = await world.record('case', id)
  const preview = (without: readonly string[]) => {
    const organisations = directory.organisations.map((one) => ({
      ...one,
      people: one.people.map(({ email, channel, ...person }) =>
        without.includes(person.id)
          ? { ...person, accounts: {} }
          : { ...person, ...(email !== undefined && { email }) },
      ),
    }))
    const context = contextAt('2027-03-26T20:20:00Z', { directory: { organisations } })
    return previewWords(kase, 'M1', null, context).join('\n')
  }
  const counted = (words: string) => Number(/(\d+) people are called/.exec(words)?.[1])

  const words = preview(['cleo'])
  expect(counted(words)).toBe(counted(preview([])) - 1)
  expect(words).toContain(
    'Cleo Marchetti (cannot be reached: no account and no address in the directory)',
  )
  expect(words).toMatch(/Held, but cannot be reached: Care Quality Commission/)
  expect(preview([])).not.toContain('cannot be reached')
})
