import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policyOf } from '../fixtures/context.ts'
import { scoresOf } from '../fixtures/risk-rating.ts'
import { services } from './scene/index.ts'
import { type Entered, OWN, type Scene, type Somebody, type Where } from './scene/scene.ts'
import { playgroundWorld, type World } from './scene/world.ts'

const PACK = ['extends: social-care', 'id: ours', 'version: 1'].join('\n')
const ROOM: Where = { room: 'alder-house-quality' }
const CARD = /^Alder House: Routine/
const UNDER_CARD: Where = { ...ROOM, under: CARD }
const STAGE = /^Alder House: concerns and serious concerns procedure, another stage/

/** The council has somebody who decides on its procedure. */
function withCommissioner(): World {
  const organisations = playgroundWorld().organisations.map((one) => {
    if (one.slug !== 'westwater-council') return one
    const roles = { commissioner: { holder: 'magda-fairhurst', deputy: 'delroy-winspear' } }
    return { ...one, roles: { ...(one.roles as object), ...roles } } // as the file has them
  })
  return { organisations }
}

/** The rows of a nursing home, by what the form offers. */
function scored(...steps: readonly number[]): Entered {
  const form = policyOf('social-care').forms.find(({ id }) => id === 'prr')
  return Object.fromEntries(
    Object.entries(scoresOf(steps)).map(([row, score]) => {
      const field = form?.fields.find(({ id }) => id === row)
      const options = field?.kind === 'choice' ? (field.options ?? []) : []
      const option = options.find(({ value }) => value === `${score}`)
      if (!field || !option) throw new Error(`${row} cannot be ${score}`)
      return [field.label, option.label]
    }),
  )
}

describe.each(services)('S09 on $name: a rating goes up and comes back', ({ open }) => {
  let scene: Scene
  let lead: Somebody
  let commissioner: Somebody

  beforeAll(async () => {
    scene = await open(withCommissioner(), '2027-03-31T09:00:00Z', PACK)
    lead = await scene.person('Teodora Whitlock')
    commissioner = await scene.person('Magda Fairhurst')
  })
  afterAll(() => scene?.close())

  async function rates(who: Somebody, ...steps: readonly number[]): Promise<void> {
    const form = await who.types('/muster rate alder-house')
    await form.send(scored(...steps))
  }

  async function records(label: string, when: string): Promise<void> {
    const form = await lead.opens(ROOM, CARD, label)
    await form.send({ 'When was it done?': when, 'In brief': 'Done and written down.' })
  }

  test('31 March: 28.5 is B3, and each duty is counted from when it was done last', async () => {
    await rates(lead, 3, 3, 3, 2, 2, 4, 2)
    await records('Record monitoring meeting', '2027-02-15 10:00')
    await records('Record full PAMMS assessment', '2026-11-05 10:00')
    await records('Record contact with the provider', '2027-03-31 09:30')

    await lead.reads(
      ROOM,
      CARD,
      'Provider Risk Rating: 28.5, B3: 22.5 to 33',
      'Contact with the provider: due Fri 30 Apr 2027',
      'Monitoring meeting: due Sun 15 Aug 2027',
      'Full PAMMS assessment: due Fri 5 Nov 2027',
      'no stage is invoked',
    )
  })

  test('the commissioner is asked about stage 2, decides not to invoke it yet, and says why', async () => {
    await lead.reads(UNDER_CARD, STAGE, 'suggests to consider Stage 2', 'Magda Fairhurst')
    const form = await commissioner.opens({ room: OWN }, STAGE, 'Not now')
    await form.send({ 'Why?': 'The thresholds are not met: the home acts on all of it.' })

    await lead.reads(UNDER_CARD, STAGE, 'the home acts on all of it')
    expect(await lead.isTold(ROOM, CARD, 'Decide on the stage')).toContain(
      'Only the commissioner of Westwater Council',
    )
  })

  test('12 April: 42 is B5; contact is weekly, the meeting quarterly, PAMMS is suspended', async () => {
    await scene.at('2027-04-12T09:00:00Z')
    await rates(commissioner, 4, 5, 4, 4, 3, 4, 4)

    await lead.reads(
      ROOM,
      CARD,
      'Provider Risk Rating: 42, B5: 40 and more',
      'Contact with the provider: due Mon 19 Apr 2027',
      'Monitoring meeting: due Mon 12 Jul 2027',
      'Full PAMMS assessment: suspended',
      'PAMMS self-assessment: suspended',
      'quality monitoring meeting',
    )
  })

  test('stage 4 or 5 is put to the commissioner, who sets stage 4', async () => {
    await lead.reads(UNDER_CARD, STAGE, 'suggests to consider Stage 4 or Stage 5')
    const form = await commissioner.opens({ room: OWN }, STAGE, 'Stage 4')
    await form.send({ 'Why?': 'Safeguarding alerts go on.' })

    await lead.reads(ROOM, CARD, 'Stage 4, since Mon 12 Apr 2027', 'Safeguarding alerts go on.')
  })

  test('11 October: 30.5 is B3 again, counted from what was done; the stage does not fall by itself', async () => {
    await scene.at('2027-07-09T12:00:00Z')
    await records('Record monitoring meeting', '2027-07-09 12:00')
    await scene.at('2027-10-08T12:00:00Z')
    await records('Record contact with the provider', '2027-10-08 12:00')
    await scene.at('2027-10-11T09:00:00Z')
    await rates(commissioner, 3, 4, 3, 2, 2, 4, 3)

    await lead.reads(
      ROOM,
      CARD,
      'Provider Risk Rating: 30.5, B3: 22.5 to 33',
      'Contact with the provider: due Mon 8 Nov 2027',
      'Monitoring meeting: due Sun 9 Jan 2028',
      'Full PAMMS assessment: due Fri 5 Nov 2027',
      'Stage 4, since Mon 12 Apr 2027',
    )
    await lead.reads(UNDER_CARD, STAGE, 'It is at Stage 4 now, and stays there until somebody')
    expect(scene.faults.join('\n')).toBe('')
  }, 240_000)
})
