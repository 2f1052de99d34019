import { describe, expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { fieldIn, formIn, pressOn, raisedIncident, shownIn, speaker, wordsOf } from './speaking.ts'

describe('a meeting', () => {
  async function conveneForm(world: TestApp, meeting = 'M1') {
    const { id } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const open = { do: 'open', form: 'convene', record: id, with: { meeting } } as const
    return { id, quinn, form: formIn(await quinn.press(open)) }
  }

  async function meetings(world: TestApp) {
    return world.store.list({ facets: { kind: 'meeting' } })
  }

  test('is called in two steps: the first shows who would be called, and calls nobody', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world)

    const preview = formIn(await quinn.fill(form, { why: 'A grave risk.' }))

    const heading = preview.heading.join('\n')
    expect(preview.submit).toBe('Call them now')
    expect(heading).toContain('Nobody has been called yet.')
    expect(heading).toContain('Rhea Dutta')
    expect(heading).toContain('General Medical Council – empty – required: the organisation')
    expect(heading).toMatch(/Empty: .+/)
    expect(await meetings(world)).toEqual([])

    const said = await quinn.fill(preview, {})

    expect(said.type).toBe('say')
    expect(await meetings(world)).toHaveLength(1)
    expect(world.web.rooms).toHaveLength(1)
  })

  test('ticks the seats that are usually called, and leaves those that are only offered', async () => {
    const world = await openApp()
    const { form } = await conveneForm(world, 'M3')

    const seats = fieldIn(form, 'seats')

    expect(seats.value).toEqual(['lead-provider-quality-lead', 'quality-manager'])
    expect(seats.options?.map(({ value }) => value)).toContain('provider-incident-lead')
  })

  test('is shown again before anybody is called when the seats were changed after the preview', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world, 'M3')
    const preview = formIn(await quinn.fill(form, { why: 'To agree what to do.' }))
    const more = { seats: ['quality-manager', 'provider-incident-lead'] }

    const again = formIn(await quinn.fill(preview, more))

    expect(await meetings(world)).toEqual([])
    expect(again.heading.join('\n')).toContain('Ivan Petrov')
    const said = await quinn.fill(again, {})
    expect(said.type).toBe('say')
    const [meeting] = await meetings(world)
    const { people } = meeting ? await world.record('meeting', meeting.id) : { people: [] }
    expect(people).toContain('ivan')
  })

  test('shows the seats of another meeting as soon as that is chosen', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world)

    const live = formIn(await quinn.refresh(form.ticket, { ...shownIn(form), meeting: 'M3' }))

    expect(fieldIn(live, 'seats').value).toEqual(['lead-provider-quality-lead', 'quality-manager'])
  })

  test('needs somebody to be called and a reason, and says so', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world, 'M3')

    const noReason = formIn(await quinn.fill(form, {}))
    const nobody = formIn(await quinn.fill(form, { why: 'Why not.', seats: [] }))

    expect(fieldIn(noReason, 'why').error).toContain('needed')
    expect(fieldIn(nobody, 'seats').error).toContain('Nobody would be called')
    expect(await meetings(world)).toEqual([])
  })

  test('handed in twice is called once', async () => {
    const world = await openApp()
    const { quinn, form } = await conveneForm(world, 'M3')
    const preview = formIn(await quinn.fill(form, { why: 'To agree what to do.' }))

    const said = [await quinn.fill(preview, {}), await quinn.fill(preview, {})]

    expect(said.map(({ type }) => type)).toEqual(['say', 'say'])
    expect(await meetings(world)).toHaveLength(1)
  })

  test('is not called by somebody who may not, and they are told who may', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const nia = speaker(world, 'nia')

    const opened = await nia.press({
      do: 'open',
      form: 'convene',
      record: id,
      with: { meeting: 'M3' },
    })
    const ticket = { form: 'convene', nonce: 'n-1', record: id }
    const handedIn = await nia.submit(ticket, { meeting: 'M3', why: 'I am worried.' })

    for (const said of [opened, handedIn])
      expect(wordsOf(world, said)).toMatch(/Only the quality lead of Harbour/)
    expect(await meetings(world)).toEqual([])
  })
})

describe('a meeting about a provider', () => {
  const offered = (form: ReturnType<typeof formIn>) =>
    fieldIn(form, 'meeting').options?.map(({ value }) => value)

  test('is called by the short name of the provider; only what is about one is offered', async () => {
    const world = await openApp()
    const { reference } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')

    const ofProvider = formIn(await quinn.command('muster', 'convene Willow'))
    const ofCase = formIn(await quinn.command('muster', `convene ${reference}`))

    expect(offered(ofProvider)).toContain('M6')
    expect(offered(ofProvider)).not.toContain('M3')
    expect(offered(ofCase)).toEqual(expect.arrayContaining(['M3', 'M4', 'M6', 'M8']))
  })

  test('has a room of its own on each service, and the provider’s card and thread show it', async () => {
    const world = await openApp()
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', 'convene willow'))
    const chosen = { meeting: 'M6', seats: ['quality-manager', 'cqc-inspector'] }
    const live = formIn(await quinn.refresh(form.ticket, { ...shownIn(form), ...chosen }))
    const preview = formIn(await quinn.fill(live, { ...chosen, why: 'It is in enhanced.' }))

    expect(preview.heading.join('\n')).toContain('Quorum: none stated.')
    await quinn.fill(preview, {})

    expect(world.channels.map(({ rooms }) => rooms.length)).toEqual([1, 1])
    const provider = await world.record('provider', providerId('willow'))
    expect(provider.meetings).toMatchObject([{ rule: 'M6', closedAt: null }])
    const card = world.web.standing.findLast(
      ({ record, slot }) => record === provider.id && slot === 'root',
    )
    expect(card?.words).toMatch(/Quality review meeting M-.*: called .*, not recorded yet/)
    expect(pressOn(card?.message, 'Convene…')).toMatchObject({ form: 'convene' })
    const status = wordsOf(world, await quinn.command('muster', 'status willow'))
    expect(status).toContain('Quality review meeting M-')
  })

  test('decides on the level by its record, and the provider is told that it did', async () => {
    const world = await openApp({ startsAt: '2027-05-10T09:00:00Z' })
    const willow = providerId('willow')
    const by = { type: 'person', person: 'quinn' } as const
    const change = { transition: 'G2', reason: 'A trigger.', evidence: 'T1', because: null }
    await world.ask({ kind: 'provider', type: 'changeLevel', by, ...change }, willow)
    const wanted = { meeting: 'M6', seats: null, startsAt: null, why: 'To review it.' }
    await world.ask(
      { kind: 'provider', type: 'convene', by, via: 'web', urgent: false, ...wanted },
      willow,
    )
    const [meeting] = await meetingsOf(world)
    const quinn = speaker(world, 'quinn')
    const press = { do: 'open', form: 'qualityReviewRecord', record: meeting } as const
    const form = formIn(await quinn.press(press))

    const present = ['quinn', 'mara']
    await quinn.fill(form, { judgement: 'A grave matter remains.', outcome: 'continue', present })

    const { level, decisions } = await world.record('provider', willow)
    expect(level).toBe('ENHANCED')
    expect(decisions.at(-1)).toMatchObject({ transition: 'G5', because: meeting })
    const card = world.web.standing.filter(({ record }) => record === willow)
    const words = card.map((one) => one.words).join('\n')
    expect(words).toContain('Decided by the quality review meeting M-')
    expect(words).not.toContain('A grave matter remains.')
  })

  test('is not called where its provider’s people may not, nor from what cannot be seen', async () => {
    const world = await openApp()

    const may = wordsOf(world, await speaker(world, 'ivan').command('muster', 'convene willow'))
    const seen = wordsOf(world, await speaker(world, 'ada').command('muster', 'convene willow'))

    expect(may).toMatch(/Only .* may call the/)
    expect(seen).toContain('There is no willow that you can see.')
    expect(await meetingsOf(world)).toEqual([])
  })

  async function meetingsOf(world: TestApp) {
    return (await world.store.list({ facets: { kind: 'meeting' } })).map(({ id }) => id)
  }
})

describe('standing in', () => {
  test('is a button on the roll: whoever is in the meeting takes a seat, and the roll shows it', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const open = { do: 'open', form: 'convene', record: id, with: { meeting: 'M3' } } as const
    const form = formIn(await quinn.press(open))
    await quinn.fill(formIn(await quinn.fill(form, { why: 'To agree what to do.' })), {})
    const roll = () => world.web.standing.findLast(({ slot }) => slot === 'roll')

    const stand = formIn(await quinn.press(pressOn(roll()?.message, 'Stand in…')))
    expect(fieldIn(stand, 'seat').options?.map(({ value }) => value)).toEqual([
      'lead-provider-quality-lead',
      'quality-manager',
    ])
    const said = await quinn.fill(stand, { seat: 'quality-manager', person: 'quinn' })

    expect(wordsOf(world, said)).toContain('The roll shows who stands in')
    expect(roll()?.words).toContain('Quinn Adeyemi, standing in: coming')
    expect(roll()?.words).toContain('Seats: 2 coming (1 person)')
    const nia = wordsOf(
      world,
      await speaker(world, 'nia').press(pressOn(roll()?.message, 'Stand in…')),
    )
    expect(nia).toMatch(/Only .* may say who stands in at the teleconference/)
  })
})
