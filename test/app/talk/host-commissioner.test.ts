import { describe, expect, test } from 'vitest'
import { providerId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, person } from '../../fixtures/cases.ts'
import { hosted } from '../../fixtures/hosted.ts'
import {
  fieldIn,
  formIn,
  guest,
  pressOn,
  shownIn,
  speaker,
  standingIn,
  wordsOf,
} from './speaking.ts'

const MONDAY = '2027-03-01T09:00:00Z'
const ASPEN = providerId('aspen')
const CARL = 'web/person/carl'
const H1 = { signs__H1__evidence: 'Belts on two wards.', signs__H1__direction: 'rising' }
const H7 = { signs__H7__evidence: 'Two people hurt.', signs__H7__direction: 'new' }
const SHARED = {
  provider: 'aspen',
  what: 'People are restrained with belts.',
  danger: 'no',
  knownFrom: ['cetr', 'visit'],
  followUp: 'A visit with us.',
}
const BOTH = { ...SHARED, signs: ['H1', 'H7'], ...H1, ...H7 }

async function shared(world: TestApp, answers: Record<string, string | string[]> = BOTH) {
  const fay = speaker(world, 'fay')
  const form = formIn(await fay.command('muster', 'host aspen'))
  // What is asked of each sign shows once the signs are chosen.
  const asked = formIn(await fay.refresh(form.ticket, { ...shownIn(form), ...answers }))
  const reply = await fay.submit(form.ticket, { ...shownIn(asked), ...answers })
  const rows = await world.store.list({ facets: { kind: 'case' } })
  const id = rows.at(-1)?.id
  if (!id) throw new Error(wordsOf(world, reply))
  return { id, reply: wordsOf(world, reply) }
}

function says(world: TestApp, slot: string, place: string): string {
  const message = standingIn(world, slot, place)
  return message ? wordsOf(world, { type: 'say', message }) : ''
}

async function triaged(world: TestApp, id: RecordId, who = 'carl') {
  const speaking = speaker(world, who)
  const press = pressOn(standingIn(world, 'prompt:triage', CARL), 'Triage')
  const form = formIn(await speaking.press(press))
  const reply = await speaking.fill(form, {
    consequence: '4',
    likelihood: '4',
    urgent: 'no',
    safeguardingRoute: 'no',
  })
  return { form, reply, kase: await world.record('case', id) }
}

describe('what a placing commissioner shares about a unit (S12)', () => {
  test('goes to the named host commissioner, who is asked to triage it', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id, reply } = await shared(world)

    expect(reply).toContain('Asked to look at it: Carl Nowak.')
    const kase = await world.record('case', id)
    expect(kase).toMatchObject({ type: 'intelligence', shared: { placing: 'fen-icb' } })
    expect(kase.prompts.map(({ asks, asked }) => [asks, asked])).toEqual([
      ['triage', ['carl']],
      ['urgent', ['carl']],
    ])
    const root = says(world, 'root', CARL)
    expect(root).toContain('Intelligence · Aspen Clinic')
    expect(root).toContain('Fen Integrated Care Board, who stays responsible for its own patients')
    expect(root).toContain('Carl Nowak, commissioner, Downs Integrated Care Board')
    expect(root).toContain('Rule A19 · QSIF 2020, 5.3.4')
    expect(root).toContain('Restrictive practice outside national policy (rising): Belts on two')
    expect(root).toContain('C(E)TR, Commissioner’s oversight visit')
    expect(says(world, 'receipt', 'web/person/fay')).toContain(
      'Carl Nowak, commissioner, Downs Integrated Care Board, has been asked to look at it.',
    )
  })

  test('raises the question of a risk summit at once where it is an immediate risk (H7)', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    await shared(world)

    const asked = says(world, 'prompt:urgent', CARL)
    expect(asked).toContain('Does this need a risk summit now?')
    expect(asked).toContain('H7 was shared: immediate risk of harm to patients or staff.')
    const press = pressOn(standingIn(world, 'prompt:urgent', CARL), 'Call a risk summit')
    const form = formIn(await speaker(world, 'carl').press(press))
    expect(fieldIn(form, 'meeting').value).toBe('M1')
    const calm = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id } = await shared(calm, { ...SHARED, signs: ['H1'], ...H1 })
    const { prompts } = await calm.record('case', id)
    expect(prompts.map(({ asks }) => asks)).toEqual(['triage'])
  })

  test('names H7 to the host beside the danger, where somebody is in danger too', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    await shared(world, { ...BOTH, danger: 'yes' })

    const asked = says(world, 'prompt:urgent', CARL)
    expect(asked).toContain('Someone was in immediate danger when this was raised.')
    expect(asked).toContain('H7 was shared: immediate risk of harm to patients or staff.')
  })

  test('leads to enhanced only by the decision of the host', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id } = await shared(world)

    const quinn = speaker(world, 'quinn')
    const press = pressOn(standingIn(world, 'prompt:triage', 'web/room/aspen'), 'Triage')
    expect(wordsOf(world, await quinn.press(press))).toContain(
      'Only the commissioner of Downs Integrated Care Board (Carl Nowak) may triage this case.',
    )
    expect((await world.record('provider', ASPEN)).level).toBe('ROUTINE')
    const { form, kase } = await triaged(world, id)
    expect(fieldIn(form, 'triggers').value).toEqual(['H1', 'H7'])
    expect(fieldIn(form, 'triggers__H1__evidence').value).toBe('Belts on two wards.')
    expect(kase.triage).toMatchObject({ enhanced: true, urgent: true })
    expect((await world.record('provider', ASPEN)).level).toBe('ROUTINE')
    const accept = pressOn(standingIn(world, 'prompt:level', CARL), 'Accept')
    expect(wordsOf(world, await quinn.press(accept))).toContain('Only the commissioner of Downs')
    await speaker(world, 'carl').press(accept)

    const { level, decisions } = await world.record('provider', ASPEN)
    expect(level).toBe('ENHANCED_PENDING_REVIEW')
    expect(decisions[0]).toMatchObject({ transition: 'G2', because: id, by: { person: 'carl' } })
  })

  test('is told by the host to the other commissioners who are responsible, with proof', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id } = await shared(world)
    const carl = speaker(world, 'carl')
    const press = pressOn(standingIn(world, 'root', CARL), 'Tell: Placing commissioners')
    const form = formIn(await carl.press(press))
    expect(fieldIn(form, 'telling').value).toBe('A20')
    const named = await carl.fill(form, { words: 'NHS number 999 000 0018 is restrained.' })
    expect(wordsOf(world, named)).toContain('NHS number')
    await carl.fill(form, { words: 'Belts are used on two wards. Look to your people.' })

    const { tellings = [] } = await world.record('case', id)
    expect(tellings[0]?.lines.map(({ label, person }) => [label, person])).toEqual([
      ['Placing commissioner: Downs Integrated Care Board', 'carl'],
      ['Placing commissioner: March Integrated Care Board', 'mert'],
      ['Regional lead for learning disability and autism', 'meera'],
    ])
    const told = says(world, 'notice:tell.1', 'web/person/mert')
    expect(told).toContain('Belts are used on two wards.')
    expect(told).toContain('You stay responsible for the people whom you placed there.')
    expect(told).toContain(
      'For more, ask Carl Nowak, commissioner, Downs Integrated Care Board, carl@example.org.',
    )
    expect(says(world, 'notice:tell.1', 'web/person/meera')).toContain(
      'You are told who the host commissioner of the unit is.',
    )
    expect(says(world, 'notice:tell.1', 'web/person/fay')).toBe('')
    expect(says(world, 'notice:1', CARL)).toContain('Mert Halloran: told Mon 1 Mar 2027 09:00 GMT')
  })

  test('offers the host M7’s list as the next step, and nobody else', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    await shared(world)
    const root = standingIn(world, 'root', CARL)
    const links = root?.parts.find(
      (part) => part.kind === 'buttons' && part.buttons.some(({ label }) => /links/.test(label)),
    )
    expect(links).toMatchObject({ for: ['carl'] })
  })

  test('goes to the Lead Provider’s quality lead where the directory names no host', async () => {
    const world = await openApp({
      startsAt: MONDAY,
      listings: hosted.map(({ host: _, ...one }) => one),
    })
    const { id, reply } = await shared(world)

    expect(reply).toContain('Asked to look at it: Quinn Adeyemi.')
    const { prompts } = await world.record('case', id)
    expect(prompts[0]?.asked).toEqual(['quinn'])
    expect(says(world, 'root', 'web/room/aspen')).toContain('none is named in the directory')
  })

  test('goes to the host’s head when nobody answers, in private as well', async () => {
    const headed = hosted.map((one) => (one.slug === 'downs-icb' ? { ...one, head: 'ada' } : one))
    const world = await openApp({ startsAt: MONDAY, listings: headed })
    const { id } = await shared(world)
    await world.moveTo('2027-03-01T09:20:00Z')

    const kase = await world.record('case', id)
    expect(kase.prompts[1]?.asked).toEqual(['carl', 'ada'])
    expect(says(world, 'root', 'web/person/ada')).toContain('Intelligence · Aspen Clinic')
    expect(says(world, 'nudge:prompt.urgent:2', 'web/person/ada')).toContain('you are asked next')
  })

  test('is not seen by those of other units, nor by whoever shared it', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id } = await shared(world)
    const reference = referenceOf(id)
    for (const who of ['ivan', 'fay', 'mert', 'lena']) {
      const reply = await speaker(world, who).command('muster', `status ${reference}`)
      expect(wordsOf(world, reply)).not.toContain('belts')
    }
    const own = await speaker(world, 'ada').command('muster', `status ${reference}`)
    expect(wordsOf(world, own)).toContain('belts')
  })

  test('that is confidential is seen by the host and the quality lead, and not by the unit', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id } = await shared(world, { ...BOTH, confidential: 'yes' })
    const { confidential, prompts } = await world.record('case', id)

    expect(confidential?.access.map(({ person }) => person)).toEqual([
      'quinn',
      'dora',
      'carl',
      'fay',
    ])
    expect(prompts[0]?.asked).toEqual(['carl'])
    expect(standingIn(world, 'root', 'web/room/aspen')).toBeUndefined()
  })
})

test('where no host is named, whoever is asked in its place has the placing commissioners told (A20)', async () => {
  const listings = hosted.map((one) => {
    const { host, ...withoutHost } = one
    return one.slug === 'aspen' ? withoutHost : one
  })
  const world = await openApp({ channels: ['web'], startsAt: MONDAY, listings })
  const { id } = await shared(world)
  const { prompts } = await world.record('case', id)
  const [who = ''] = prompts.find(({ asks }) => asks === 'triage')?.asked ?? []
  expect(who).toBe('quinn')
  const somebody = speaker(world, who)

  const form = formIn(await somebody.command('muster', `tell ${referenceOf(id)} A20`))
  const reply = await somebody.fill(form, { telling: 'A20', words: 'Belts are used there.' })

  expect(wordsOf(world, reply)).toContain('Each is told in private')
  const [telling] = (await world.record('provider', ASPEN)).tellings ?? []
  expect(telling?.told.length).toBeGreaterThan(0)
})

describe('in the name of a placing commissioner', () => {
  test.each(['nia', 'anya', 'cleo', guest])(
    '%s, who speaks for none, is told who may share and what to do instead',
    async (who) => {
      const world = await openApp({ startsAt: MONDAY, listings: hosted })
      const whoever = speaker(world, who)
      const opened = wordsOf(world, await whoever.command('muster', 'host aspen'))
      expect(opened).toMatch(
        /Only whoever holds the role “commissioner” .+ may share .+ \/concern\./,
      )

      const ticket = { form: 'hostIntelligence', nonce: 'nonce-of-nobody' }
      const sent = await whoever.submit(ticket, {
        ...BOTH,
        placing: 'march-icb',
        confidential: 'no',
      })
      expect(wordsOf(world, sent)).toContain('Only whoever holds the role')
      expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
    },
  )

  test('each is offered their own alone; the host records what one says that is not in the directory', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const offered = async (who: string) => {
      const form = formIn(await speaker(world, who).command('muster', 'host aspen'))
      const { options = [], value } = fieldIn(form, 'placing')
      return [options.map((one) => one.value), value]
    }
    expect(await offered('fay')).toEqual([['fen-icb'], 'fen-icb'])
    expect(await offered('carl')).toEqual([['downs-icb', 'not-listed'], 'downs-icb'])
  })

  test('nobody shares for another, whatever reaches the record', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    const { id } = await shared(world)
    const { type, provider, what } = await world.record('case', id)
    const raised = concern({ by: person('fay'), case: type, provider: provider.slug, what })
    const answer = await world.ask({ ...raised, shared: { placing: 'march-icb', signs: [] } })
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        message: expect.stringMatching(
          /^Only the commissioner of March Integrated Care Board \(Mert Halloran\) may share .+ \/concern\.$/,
        ),
      },
    })
  })

  test('of a unit in another region the card names who oversees it, and no clock that does not run', async () => {
    const world = await openApp({ startsAt: MONDAY, listings: hosted })
    await shared(world)
    expect(says(world, 'root', CARL)).toContain(
      'Oversight: NHSE Midlands quality team, where the service is.',
    )
    expect(says(world, 'root', CARL)).not.toContain('D1')
  })
})
