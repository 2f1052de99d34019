import { describe, expect, test } from 'vitest'
import { Listing } from '../../../src/core/organisation/organisation.ts'
import { doerOf } from '../../../src/core/people/doer.ts'
import { organisationId, providerId, RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, person } from '../../fixtures/cases.ts'
import { hosted } from '../../fixtures/hosted.ts'
import { access, confidential, done, listed } from './confidentially.ts'
import { fieldIn, formIn, pressOn, shownIn, speaker, standingIn, wordsOf } from './speaking.ts'

const ASPEN = providerId('aspen')
const CARL = 'web/person/carl'
const listings = hosted.map((one) =>
  one.slug === 'aspen' ? Listing.parse({ ...one, leadProvider: null }) : one,
)

function opened(): Promise<TestApp> {
  return openApp({ startsAt: '2027-03-01T09:00:00Z', listings })
}

async function raised(world: TestApp): Promise<RecordId> {
  const answer = await world.ask(concern({ by: person('anya'), provider: 'aspen' }))
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

async function says(world: TestApp, who: string, words: string): Promise<string> {
  return wordsOf(world, await speaker(world, who).command('muster', words))
}

/** Calls a meeting about it as its host does; what is said at the end. */
async function calledByHost(world: TestApp, meeting: string): Promise<string> {
  const carl = speaker(world, 'carl')
  const form = formIn(await carl.command('muster', 'convene aspen'))
  const chosen = formIn(await carl.fill(form, { meeting, why: 'A grave risk.' }))
  const preview = formIn(await carl.fill(chosen, {}))
  return wordsOf(world, await carl.fill(preview, {}))
}

describe('a unit whose host is named and that has no Lead Provider (A19)', () => {
  test('has a record, which its host and the team of its region read, and no Lead Provider does', async () => {
    const world = await opened()

    expect(await says(world, 'carl', 'status aspen')).toContain('Aspen Clinic: Routine')
    expect(await says(world, 'meera', 'status aspen')).toContain('Aspen Clinic: Routine')
    expect(await says(world, 'carl', 'tracker')).toContain('of 1 in enhanced')
    expect(await says(world, 'quinn', 'status aspen')).toContain('There is no aspen that you can')
  })

  test('steps up by the decision of its host, and what a Lead Provider would owe says that there is none', async () => {
    const world = await opened()
    const carl = speaker(world, 'carl')
    const form = formIn(await carl.command('muster', 'level aspen'))
    await carl.fill(form, { transition: 'G1', reason: 'It persists.', evidence: 'Three reports.' })

    expect((await world.record('provider', ASPEN)).level).not.toBe('ROUTINE')
    expect(await says(world, 'carl', 'status aspen')).toContain(
      'owed by quality lead (this unit has no Lead Provider)',
    )
  })

  test('has its host call a risk summit and a quality review; of what the host may not call, it hears who may', async () => {
    const world = await opened()

    for (const meeting of ['M1', 'M6'])
      expect(await calledByHost(world, meeting)).toContain('The meeting is being called.')
    const { meetings } = await world.record('provider', ASPEN)
    expect(meetings).toMatchObject([{ rule: 'M1' }, { rule: 'M6' }])
    expect(await calledByHost(world, 'M5b').catch(String)).toContain(
      'a Lead Provider (it has none)',
    )
  })

  test('has every concern about it go to its host, who triages and closes it', async () => {
    const world = await opened()
    const id = await raised(world)

    const { prompts } = await world.record('case', id)
    expect(prompts.map(({ asks, asked }) => [asks, asked])).toEqual([['triage', ['carl']]])
    expect(standingIn(world, 'root', CARL)).toBeDefined()
    const carl = speaker(world, 'carl')
    const press = pressOn(standingIn(world, 'prompt:triage', CARL), 'Triage')
    await carl.fill(formIn(await carl.press(press)), {
      consequence: '2',
      likelihood: '2',
      urgent: 'no',
      safeguardingRoute: 'no',
    })
    expect((await world.record('case', id)).triage).not.toBeNull()
    const close = formIn(await carl.command('muster', `close ${referenceOf(id)}`))
    await carl.fill(close, { outcome: 'Looked into.', reason: 'Settled.' })
    expect((await world.record('case', id)).status).toBe('closed')
  })

  test('has no people who read the safeguarding figures as those of a Lead Provider do', async () => {
    const lead = { role: 'quality-lead', holder: 'anya', deputy: null, onCall: null }
    const own = listings.map((one) =>
      one.slug === 'aspen' ? { ...one, holdings: [...one.holdings, lead] } : one,
    )
    const world = await openApp({ startsAt: '2027-03-01T09:00:00Z', listings: own })

    expect(await says(world, 'anya', 'safeguarding')).toContain('are for the Lead Provider')
    expect(await says(world, 'quinn', 'safeguarding')).toContain('None that you can see.')
  })

  test('catches up after an outage, also in a room that the directory has no more', async () => {
    const world = await opened()
    await raised(world)
    const listing = listings.find(({ slug }) => slug === 'aspen')
    if (!listing) throw new Error('Aspen is not listed')
    const emptied = { ...listing, rooms: [] }
    const changed = { kind: 'organisation', type: 'import', listing: emptied } as const
    await done(world, changed, organisationId('aspen'))

    await world.off(3 * 24 * 3600)

    expect(world.web.says('web/room/aspen', 'notice:1')).toContain('Muster was off')
    const { outages } = await world.record('organisation', organisationId('downs-icb'))
    expect(outages).toHaveLength(1)
  })
})

describe('a unit that has nobody but its host, in confidence', () => {
  const SECRET = { confidential: true, by: person('anya'), provider: 'aspen' } as const

  test('has a confidential concern about it go to its host, who alone decides who else sees it', async () => {
    const world = await opened()
    const { id } = await confidential(world, SECRET)

    expect(await listed(world, id)).toEqual(['carl', 'anya'])
    const refused = await world.ask(access('anya', 'giveAccess', 'meera'), id)
    expect(refused).toMatchObject({ refusal: { code: 'notYours' } })
    await done(world, access('carl', 'giveAccess', 'meera'), id)
    expect(await listed(world, id)).toEqual(['carl', 'anya', 'meera'])
  })

  test('says before sending that its host sees it, and names nobody of a Lead Provider', async () => {
    const world = await opened()
    const anya = speaker(world, 'anya')
    const form = formIn(await anya.command('concern'))
    const answers = { ...shownIn(form), provider: 'aspen', confidential: 'yes' }

    const { hint } = fieldIn(formIn(await anya.refresh(form.ticket, answers)), 'visible')
    expect(hint).toMatch(/^Carl Nowak \(commissioner, Downs Integrated Care Board\); you\./)
  })

  test('has its host shut others out later on', async () => {
    const world = await opened()
    const id = await raised(world)
    const asked = { kind: 'case', type: 'makeConfidential', by: person('carl') } as const
    await done(world, { ...asked, reason: 'It is about a colleague.' }, id)

    expect(await listed(world, id)).toEqual(['carl', 'anya'])
  })

  test('shows a name that is given in confidence to its host only, and says so to whoever gave it', async () => {
    const world = await opened()
    const anya = speaker(world, 'anya')
    const form = formIn(await anya.command('concern'))
    const answers = { ...shownIn(form), provider: 'aspen', how: 'inConfidence' }
    const { hint } = fieldIn(formIn(await anya.refresh(form.ticket, answers)), 'howConfidence')
    expect(hint).toContain('commissioner, Downs Integrated Care Board: now Carl Nowak')

    const answer = await world.ask(
      concern({ by: person('anya'), provider: 'aspen', how: 'inConfidence' }),
    )
    if (!answer.ok) throw new Error(answer.refusal.message)
    const reference = referenceOf(answer.id)
    expect(await says(world, 'carl', `status ${reference}`)).toContain(
      'Anya Kowalska (incident lead, Aspen Clinic) (in confidence)',
    )
    expect(await says(world, 'meera', `status ${reference}`)).not.toContain('Anya')
    const receipt = world.web.says('web/person/anya', 'receipt')
    expect(receipt).toContain(
      'Carl Nowak, commissioner, Downs Integrated Care Board, has been asked to look at it.',
    )
    expect(receipt).toContain('your name is shown to the host commissioner only')
    expect(receipt).not.toMatch(/quality lead|incident lead/)
  })
})

describe('the level of a unit that has nobody but its host', () => {
  async function enhanced(): Promise<TestApp> {
    const world = await opened()
    const change = { transition: 'G1', reason: 'It persists.', evidence: 'Reports.', because: null }
    const by = person('carl')
    await done(world, { kind: 'provider', type: 'changeLevel', by, ...change }, ASPEN)
    return world
  }

  test('is asked about of its host where nothing is recorded, who says when they look again', async () => {
    const world = await enhanced()
    await world.moveTo('2027-04-06T09:00:00Z')

    expect(world.web.says(CARL, 'prompt:question-1')).toContain(
      'Aspen Clinic: nothing on its own record since',
    )
    const look = { type: 'lookAgain', by: person('carl'), on: '2027-05-04T09:00:00Z' } as const
    await done(world, { kind: 'provider', ...look }, ASPEN)
  })

  test('is asked about of its host where the record that it rests on is corrected, who says that it stands', async () => {
    const world = await enhanced()
    const correctedBy = doerOf(world.app.directory(), person('meera'))
    const meeting = RecordId.parse('meeting-7k2m9q4x')
    const said = {
      meeting,
      label: 'Quality review meeting',
      how: 'corrected',
      correctedBy,
    } as const
    await done(world, { kind: 'provider', type: 'noteRecordChanged', ...said }, ASPEN)

    expect((await world.record('provider', ASPEN)).reviews).toMatchObject([{ asked: ['carl'] }])
    const by = person('carl')
    const stands = {
      type: 'confirmLevel',
      by,
      review: 1,
      reason: 'The risks are in both.',
    } as const
    await done(world, { kind: 'provider', ...stands }, ASPEN)
  })

  test('is decided at meetings that have no bridge, and they say so in words of their own', async () => {
    const world = await enhanced()
    await calledByHost(world, 'M6')

    const { meetings = [] } = await world.record('provider', ASPEN)
    const called = meetings[0]?.meeting
    if (!called) throw new Error('It was not called.')
    expect(await says(world, 'carl', `status ${referenceOf(called)}`)).toContain(
      'There is no bridge, since this unit has no Lead Provider. Whoever chairs says how to join.',
    )
  })
})
