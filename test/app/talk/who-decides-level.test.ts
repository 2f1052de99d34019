import { describe, expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { policies } from '../../../src/policies/index.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { hosted } from '../../fixtures/hosted.ts'
import { toLevel } from './on-file.ts'
import { fieldIn, formIn, speaker, wordsOf } from './speaking.ts'

const ASPEN = providerId('aspen')
const opens = async (world: TestApp, who: string, slug = 'willow') =>
  formIn(await speaker(world, who).command('muster', `level ${slug}`))

async function offered(world: TestApp, who: string, slug = 'willow') {
  const form = await opens(world, who, slug)
  const ways = fieldIn(form, 'transition').options?.map(({ value }) => value)
  return { form, ways, heading: form.heading.join('\n') }
}

describe('the form that decides on a level', () => {
  test('offers the host commissioner the ways on which they decide, and says who decides on the rest', async () => {
    const world = await openApp({ listings: hosted })
    const { ways, heading } = await offered(world, 'carl', 'aspen')

    expect(ways).toEqual(['G1', 'G2', 'G13'])
    expect(heading).toContain('What others decide:\nG3 Clearly escalated to the governing body')
    expect(heading).toContain('By: quality lead, Harbour NHS Foundation Trust; head of quality')
    expect(heading).not.toContain('not in the directory')
  })

  test('says who decides where whoever opens it decides on nothing from there', async () => {
    const world = await openApp({ listings: hosted })
    const carl = speaker(world, 'carl')
    await carl.fill(await opens(world, 'carl', 'aspen'), { transition: 'G13', reason: 'Fire.' })
    const { form, ways, heading } = await offered(world, 'hugo', 'aspen')

    expect((await offered(world, 'carl', 'aspen')).ways).toEqual(['G0'])
    expect(ways).toBeUndefined()
    expect(fieldIn(form, 'transition').label).toContain('There is nothing to choose from here.')
    expect(heading).toContain('G12 Improvement plan embedded')
  })

  test('offers the quality lead every way on which they decide', async () => {
    const world = await openApp()
    expect((await offered(world, 'quinn')).ways).toEqual(['G1', 'G2', 'G3', 'G13'])
    expect((await offered(world, 'quinn')).heading).not.toContain('What others decide')
    await toLevel(world, 'G13')

    const { ways, heading } = await offered(world, 'quinn')
    expect(ways).toContain('G12')
    expect(ways).not.toContain('G9')
    expect(heading).toContain('G9 Assurance gained at the quality risk profile')
  })

  test('refuses a way of others by name of who may', async () => {
    const world = await openApp({ listings: hosted })
    const form = await opens(world, 'carl', 'aspen')
    const answers = { transition: 'G3', reason: 'It is known.', evidence: 'A minute of March.' }

    const refused = wordsOf(world, await speaker(world, 'carl').fill(form, answers))

    expect(refused).toMatch(/Only the quality lead of .+ may decide this \(G3/)
  })
})

test('the host commissioner decides on urgent action, as they may call a risk summit for it', async () => {
  const world = await openApp({ listings: hosted })
  const form = await opens(world, 'carl', 'aspen')

  await speaker(world, 'carl').fill(form, { transition: 'G13', reason: 'Two people are hurt.' })

  expect(await world.record('provider', ASPEN)).toMatchObject({
    level: 'ENHANCED',
    decisions: [{ transition: 'G13', by: { person: 'carl', role: 'commissioner' } }],
  })
})

test('the host commissioner who calls a risk summit sits in it', async () => {
  const world = await openApp({ listings: hosted })
  const by = person('carl')
  const how = {
    via: 'web',
    seats: null,
    startsAt: null,
    why: 'Two are hurt.',
    urgent: true,
  } as const
  await world.ask({ kind: 'provider', type: 'convene', by, meeting: 'M1', ...how }, ASPEN)

  const called = (await world.record('provider', ASPEN)).meetings?.[0]?.meeting ?? ASPEN
  const seats = (await world.record('meeting', called)).lines.flatMap((line) => line.seats)
  const own = seats.find(({ id }) => id === 'host-commissioner')
  expect(own).toMatchObject({ calls: [{ person: 'carl', state: 'coming' }], empty: null })
})

test.each(policies.map((policy) => ({ id: policy.id, policy })))(
  'whoever may call a meeting that leads to a level may decide on that way too ($id)',
  ({ policy }) => {
    for (const { mayCall, entersLevel } of policy.meetings) {
      const way = policy.transitions.find(({ id }) => id === entersLevel?.transition)
      if (way) expect(way.decides).toEqual(expect.arrayContaining(mayCall))
    }
  },
)
