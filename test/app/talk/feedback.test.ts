import { expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { toLevel } from './on-file.ts'
import { formIn, speaker } from './speaking.ts'

const WILLOW = providerId('willow')
const GIVEN = { given: '2027-04-14 10:00' }

async function asked() {
  const world = await openApp()
  await toLevel(world, 'G2')
  await world.pass(20 * 86_400)
  const quinn = speaker(world, 'quinn')
  const form = await quinn.press({ do: 'open', form: 'feedback', record: WILLOW })
  const rounds = async () =>
    (await world.record('provider', WILLOW)).notices.flatMap(({ said }) =>
      said.say === 'cycleDone' ? [said.summary] : [],
    )
  return { quinn, form: formIn(form), rounds }
}

test.each([
  ['says nothing of what was told', { to: 'both', summary: '-' }],
  ['was given to one of the two, without a reason', { to: 'committee', summary: 'Calm.' }],
])('feedback that %s closes no month (D16)', async (_what, said) => {
  const { quinn, form, rounds } = await asked()

  const refused = formIn(await quinn.fill(form, { ...GIVEN, ...said }))

  expect(JSON.stringify(refused)).toMatch(/Say it in words|Why not to the other\?/)
  expect(await rounds()).toEqual([])
})

test('feedback to one of the two closes it with the reason why the other had none', async () => {
  const { quinn, form, rounds } = await asked()
  const said = { to: 'committee', summary: 'Staffing is better.' }
  const again = formIn(await quinn.fill(form, { ...GIVEN, ...said }))

  await quinn.fill(again, { ...GIVEN, ...said, whyNot: 'It meets in May.' })

  expect(await rounds()).toEqual([
    'The Quality Committee alone (It meets in May.): Staffing is better.',
  ])
})
