import { beforeEach, describe, expect, test } from 'vitest'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { policyOf } from '../../fixtures/context.ts'
import { listings } from '../../fixtures/directory.ts'
import { buttonsOf, guest, speaker, wordsOf } from './speaking.ts'

const secure = {
  name: 'Harbour Secure Care Collaborative',
  regions: ['South East', 'Midlands'],
  footprint: 'Multi-system',
  members: ['harbour', 'willow', 'Another Trust'],
  governance: ['lead-provider', 'collaboration-agreement'],
  sharing: 'Whoever uses a service sits on its panels',
}
const alliance = { name: 'Downs Acute Alliance', governance: 'leadership-board' }

const naming = (slug: string, collaboratives: NonNullable<Listing['collaboratives']>) =>
  listings.map((one) => (one.slug === slug ? { ...one, collaboratives } : one))

async function told(world: TestApp, words: string, who: Parameters<typeof speaker>[1] = 'quinn') {
  return speaker(world, who).command('muster', `collaborative ${words}`)
}

describe('/muster collaborative', () => {
  let world: TestApp

  beforeEach(async () => {
    world = await openApp({ listings: naming('harbour', [secure, alliance]) })
  })

  const words = async (asked: string, who?: Parameters<typeof speaker>[1]) =>
    wordsOf(world, await told(world, asked, who))

  test('lists them with how each is governed, and the models with their source', async () => {
    const said = await words('')

    expect(said).toContain(
      'Harbour Secure Care Collaborative: Lead provider model, Collaboration agreement. Entry of Harbour NHS Foundation Trust',
    )
    expect(said).toContain('Downs Acute Alliance: Provider leadership board')
    expect(said).toContain(
      'Models: Lead provider model, Shared leadership, Provider leadership board, Merger or acquisition',
    )
    expect(said).toContain('Contracts: Memorandum of understanding, Collaboration agreement')
    expect(said).toContain('Rule governance · Collaboratives 2023')
    expect(said).toContain('Rule collaboratives · NHSE event 2023')
  })

  test('and say where the sources disagree, who says what, and what is taken here', async () => {
    const said = await words('')

    for (const line of [
      'When they began: from April 2021 (N&Q 2021); from April 2020 (NHSE page). Our choice: April 2021, as the paper has it whose rules these are.',
      'Second phase: likely, chosen from 2021 (N&Q 2021); needs further consideration (East of England). Our choice: its services are in the catalogue, without a day.',
      'How many: to cover the whole country by 2023/24 (East of England); over 100 in December 2023, about 50 of them specialised (NHSE event 2023). Our choice: no number; whether the aim was reached, no source says.',
    ])
      expect(said).toContain(line)
    expect(await words('acute')).not.toContain('disagree')
  })

  test('the button of one shows all of its thirteen fields, and says of each that is not given that it is not', async () => {
    const list = await told(world, '')
    const [button] = list.type === 'say' ? buttonsOf(list.message) : []
    if (!button) throw new Error('There is no button')
    const reply = await speaker(world, 'nia').press(button.press)
    const said = wordsOf(world, reply)

    expect(said).toMatch(/^Harbour Secure Care Collaborative\n/)
    for (const line of [
      'Region(s): South East; Midlands',
      'System(s): not given',
      'Footprint: Multi-system',
      'Members: Harbour NHS Foundation Trust; Willow House; Another Trust',
      'Sector(s): not given',
      'Current governance model: Lead provider model; Collaboration agreement',
      'Current priorities: not given',
      'Learning to share: Whoever uses a service sits on its panels',
      'Searching for learning: not given',
      'Potential future work: not given',
      'Contact details: not given',
      'Helpful links: not given',
    ])
      expect(said).toContain(line)
    expect(policyOf('provider-collaborative').collaboratives?.fields).toHaveLength(13)
  })

  test('one is found by a part of its name, several by whoever speaks for them', async () => {
    expect(await words('acute')).toMatch(/^Downs Acute Alliance\n/)
    expect(await words('harbour secure care collaborative')).toContain('Footprint: Multi-system')
    expect(await words('harbour')).toMatch(/^Collaboratives: harbour\n/)
  })

  test('one that is not there is answered with those that are', async () => {
    expect(await words('lighthouse')).toContain(
      'No collaborative in the directory is called “lighthouse”. Choose one of “Harbour Secure Care Collaborative”, “Downs Acute Alliance”',
    )
  })

  test('is for whoever is in the directory', async () => {
    expect(await words('', guest)).toContain('You are not in the directory')
  })

  test('says who adds one, where there is none', async () => {
    const empty = await openApp()

    expect(wordsOf(empty, await told(empty, ''))).toContain(
      'The directory names none yet. An administrator adds them to the directory file',
    )
  })

  test('says so where the rules keep no such directory', async () => {
    const { collaboratives, ...policy } = policyOf('provider-collaborative')
    const without = await openApp({ policy, listings: naming('harbour', [secure]) })

    expect(wordsOf(without, await told(without, ''))).toContain('keep no directory of them')
  })
})
