import { describe, expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { confidential, done } from './confidentially.ts'
import { fieldIn, formIn, raisedIncident, speaker, standingIn, triaged } from './speaking.ts'

const WILLOW = providerId('willow')
const reason = 'Referrals have doubled.'

test('the form says which ways need evidence, takes none without, and offers the open cases', async () => {
  const world = await openApp()
  const quinn = speaker(world, 'quinn')
  const bare = formIn(await quinn.command('muster', 'level willow'))
  const said = (way: string) =>
    fieldIn(bare, 'transition').options?.find(({ value }) => value === way)?.description
  expect(said('G1')).toContain('; needs evidence')
  expect(said('G13')).not.toContain('evidence')

  const refused = formIn(await quinn.fill(bare, { transition: 'G1', reason }))
  expect(fieldIn(refused, 'evidence').error).toContain('G1 needs a case, a meeting or a rating')
  expect(refused.problem).toContain('G13')
  expect(fieldIn(refused, 'reason').value).toBe(reason)
  expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
})

test('a case that is chosen there is the evidence, and its words go once it is confidential', async () => {
  const world = await openApp()
  const { id, reference } = await raisedIncident(world)
  await triaged(world, id)
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))
  expect(fieldIn(form, 'rests').options?.map(({ value }) => value)).toEqual([id])

  await quinn.fill(form, { transition: 'G2', rests: id, reason })
  await world.settle()
  expect((await world.record('provider', WILLOW)).decisions).toMatchObject([{ rests: id }])
  expect(JSON.stringify(standingIn(world, 'root'))).toContain(reason)

  const confidential = formIn(await quinn.command('muster', `confidential ${reference}`))
  await quinn.fill(confidential, { reason: 'It names a colleague.' })
  await world.settle()

  expect(JSON.stringify(standingIn(world, 'root'))).not.toContain(reason)
  const again = formIn(await quinn.command('muster', 'level willow'))
  expect(again.fields.some((one) => one.id === 'rests')).toBe(false)
})

describe('a case whose reference is typed as the evidence of a level', () => {
  test.each(['reason', 'evidence', 'conflicts'])('is not taken in the %s', async (field) => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', 'level willow'))
    const words = { reason, evidence: 'Figures of March.', [field]: `See ${reference}.` }

    const refused = formIn(await quinn.fill(form, { transition: 'G2', ...words }))

    expect(refused.problem).toContain('A reference of a case cannot stand in these words')
    expect(fieldIn(refused, field).error).toContain('What on record does it rest on?')
    expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
  })

  test('is refused in the same words whether it is confidential, open, or not there at all', async () => {
    const world = await openApp()
    const references = [
      (await raisedIncident(world)).reference,
      (await confidential(world)).reference,
      'C-0000-0000',
      'c 7k2m 9q4x',
    ]
    const quinn = speaker(world, 'quinn')
    const said = new Set<string | undefined>()
    for (const one of references) {
      const form = formIn(await quinn.command('muster', 'level willow'))
      const answers = { transition: 'G2', reason, evidence: one }
      said.add(formIn(await quinn.fill(form, answers)).problem)
    }

    expect([...said]).toEqual([expect.stringContaining('A reference of a case cannot stand')])
  })

  test('can be chosen before its triage by whoever sees it, and its words go once it is confidential', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const secret = await confidential(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', 'level willow'))
    const values = fieldIn(form, 'rests').options?.map(({ value }) => value)
    expect(values).toEqual([`untriaged:${id}`])
    expect(JSON.stringify(form)).not.toContain(secret.reference)

    await quinn.fill(form, { transition: 'G2', rests: `untriaged:${id}`, reason })
    expect((await world.record('provider', WILLOW)).decisions).toMatchObject([{ rests: id }])
    const by = person('quinn')
    await done(world, { kind: 'case', type: 'makeConfidential', by, reason: 'A colleague.' }, id)
    await world.settle()

    expect(JSON.stringify(standingIn(world, 'root'))).not.toContain(reason)
  })
})
