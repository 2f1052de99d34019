import { describe, expect, test } from 'vitest'
import type { FormView } from '../../../src/core/message/form.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import {
  ENHANCED,
  fieldIn,
  formIn,
  guest,
  pressOn,
  raisedIncident,
  shownIn,
  speaker,
  standingIn,
  triaged,
  WILLOW_KEY,
  wordsOf,
} from './speaking.ts'

const INCIDENT = {
  what: 'A window restrictor was broken.',
  where: 'Alder ward',
  occurred: '2027-03-26 20:15',
  identified: '2027-03-26 20:20',
  done: 'The window is guarded.',
  safeguarding: 'no',
}

async function incidentForm(world: TestApp, who = 'nia'): Promise<FormView> {
  return formIn(await speaker(world, who).command('incident'))
}

async function cases(world: TestApp) {
  return world.store.list({ facets: { kind: 'case' } })
}

describe('a form', () => {
  test('opens with what is known: the provider somebody works for, and the time now', async () => {
    const world = await openApp()

    const form = await incidentForm(world)

    expect(fieldIn(form, 'provider').value).toBe('willow')
    expect(fieldIn(form, 'identified').value).toBe('2027-03-26 20:20')
    expect(fieldIn(form, 'occurred').value).toBeUndefined()
    expect(fieldIn(form, 'how').value).toBe('named')
  })

  test('shows no provider to somebody of a body that is none', async () => {
    const world = await openApp()

    const form = await incidentForm(world, 'mara')

    expect(fieldIn(form, 'provider').value).toBeUndefined()
    expect(fieldIn(form, 'provider').options?.at(-1)?.label).toBe('Not listed')
  })

  test('shows whom to phone now as soon as somebody is in danger, and not before', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = await incidentForm(world)
    expect(fieldIn(form, 'danger').live).toBe(true)
    expect(form.fields.map(({ id }) => id)).not.toContain('dangerNow')

    const answers = { ...shownIn(form), what: 'A fire.', danger: 'yes' }
    const live = formIn(await nia.refresh(form.ticket, answers))

    const statement = fieldIn(live, 'dangerNow')
    expect(statement).toMatchObject({ urgent: true, label: expect.stringContaining('Phone now') })
    expect(statement.hint).toContain('Emergency 999')
    expect(statement.hint).toContain('Willow House on call 01632 960200')
    expect(statement.hint).toContain('Harbour NHS Foundation Trust on call 01632 960100')
    expect(fieldIn(live, 'what').value).toBe('A fire.')
    expect(await cases(world)).toEqual([])
  })

  test('asks for evidence of each trigger that is ticked, and for no other', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press({ do: 'open', form: 'triage', record: id }))

    const live = formIn(await quinn.refresh(form.ticket, { triggers: ['T3'] }))

    const asked = live.fields.map((field) => field.id).filter((one) => one.startsWith('triggers__'))
    expect(asked).toEqual(['triggers__T3__evidence', 'triggers__T3__direction'])
  })

  test('names every fault where it is, keeps what was typed, and makes nothing', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = await incidentForm(world)

    const again = formIn(
      await nia.fill(form, {
        what: ' ',
        where: 'Alder ward',
        occurred: '2027-03-26 20:25',
        identified: '2027-03-26 20:10',
        done: 'x'.repeat(3001),
        safeguarding: 'no',
      }),
    )

    expect(again.ticket).toEqual(form.ticket)
    expect(fieldIn(again, 'what').error).toContain('needed')
    expect(fieldIn(again, 'occurred').error).toContain('in the future')
    expect(fieldIn(again, 'done').error).toContain('3,001 characters')
    expect(fieldIn(again, 'where').value).toBe('Alder ward')
    expect(fieldIn(again, 'identified').value).toBe('2027-03-26 20:10')
    expect(again.problem).toContain('Nothing has been sent yet')
    expect(await cases(world)).toEqual([])
  })

  test('refuses a time that does not exist and asks which of two is meant', async () => {
    const world = await openApp({ startsAt: '2027-10-31T09:00:00Z' })
    const nia = speaker(world, 'nia')
    const form = await incidentForm(world)

    const gap = formIn(await nia.fill(form, { ...INCIDENT, occurred: '2027-03-28 01:30' }))
    expect(fieldIn(gap, 'occurred').error).toContain('does not exist')

    const twice = { ...INCIDENT, occurred: '2027-10-31 01:30', identified: '2027-10-31 08:00' }
    const asked = formIn(await nia.fill(form, twice))
    expect(fieldIn(asked, 'occurred__fold').value).toBe('first')
    expect(fieldIn(asked, 'occurred__fold').label).toContain('01:30 happens twice')

    const said = await nia.fill(asked, { ...twice, occurred__fold: 'second' })
    expect(said.type).toBe('say')
    const [found] = await cases(world)
    expect(found && (await world.record('case', found.id)).occurredAt).toBe('2027-10-31T01:30:00Z')
  })

  test('refuses a provider that is not offered, and takes “not listed” to triage', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = await incidentForm(world)

    const wrong = formIn(await nia.fill(form, { ...INCIDENT, provider: 'nowhere' }))
    expect(fieldIn(wrong, 'provider').error).toContain('not on the list')
    const said = await nia.fill(form, { ...INCIDENT, provider: 'not-listed' })

    expect(said.type).toBe('say')
    expect(world.web.says('web/room/harbour-triage', 'root')).toContain('not listed')
    expect(world.web.says(WILLOW_KEY, 'root')).toBeUndefined()
  })

  test('that is handed in twice makes one case, with the same answer', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = await incidentForm(world)

    const [first, second] = [await nia.fill(form, INCIDENT), await nia.fill(form, INCIDENT)]
    const both = await Promise.all([nia.fill(form, INCIDENT), nia.fill(form, INCIDENT)])

    expect(wordsOf(world, first)).toMatch(/Recorded as C-/)
    expect([second, ...both]).toEqual([first, first, first])
    expect(await cases(world)).toHaveLength(1)
    expect(world.web.standing.filter(({ slot }) => slot === 'receipt')).toHaveLength(1)
  })

  test('of an incident in danger says again whom to phone when it is recorded', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')

    const said = await nia.fill(await incidentForm(world), { ...INCIDENT, danger: 'yes' })

    expect(wordsOf(world, said)).toContain('phone now')
    expect(world.web.says('web/person/nia', 'receipt')).toContain('01632 960100')
  })

  test('that is no part of the rules in force says so', async () => {
    const world = await openApp()

    const said = await speaker(world, 'nia').press({ do: 'open', form: 'no-such-form' })

    expect(wordsOf(world, said)).toContain('not part of the rules in force here')
  })

  test('is refused to somebody who may not fill it in, and keeps what they typed', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.press({ do: 'open', form: 'triage', record: id }))

    const again = formIn(await nia.fill(form, ENHANCED))

    expect(again.problem).toMatch(/Only the quality lead of Harbour.*Quinn Adeyemi.* may triage/)
    expect(fieldIn(again, 'triggers__T3__evidence').value).toBe('Three incidents in a month.')
    expect((await world.record('case', id)).triage).toBeNull()
  })
})

describe('whoever is not in the directory', () => {
  test('may raise, and is told what comes of it', async () => {
    const world = await openApp()
    const gus = speaker(world, guest)
    const form = formIn(await gus.command('concern'))

    const said = await gus.fill(form, { what: 'The door does not lock.', provider: 'willow' })

    expect(wordsOf(world, said)).toMatch(/Recorded as C-/)
    expect(world.web.says('web/account/guest', 'receipt')).toContain('Thank you.')
    expect(world.web.says(WILLOW_KEY, 'root')).toContain('Gus Guest (not in the directory)')
  })

  test('may not decide: each way is answered with a sentence, and nothing changes', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    await triaged(world, id)
    const before = await world.store.load(id)
    const gus = speaker(world, guest)

    const said = [
      await gus.press(pressOn(standingIn(world, 'prompt:level'), 'Accept')),
      await gus.press({ do: 'have', record: id, clock: 'D1' }),
      await gus.press({ do: 'open', form: 'triage', record: id }),
      await gus.command('muster', `have ${reference} D1`),
      await gus.command('muster', `close ${reference}`),
      await gus.reply(id, 'accept'),
      await gus.reply(id, 'done StEIS ref 2027/1234'),
    ]

    for (const reply of said)
      expect(wordsOf(world, reply)).toContain('You are not in the directory')
    expect(await world.store.load(id)).toEqual(before)
  })

  test('is left alone when they only talk', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)

    expect(await speaker(world, guest).reply(id, 'Thank you all.')).toEqual({ type: 'nothing' })
  })
})

describe('a button', () => {
  test('of an answered question names who answered, and changes nothing', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const accept = pressOn(standingIn(world, 'prompt:level'), 'Accept')

    const first = await speaker(world, 'quinn').press(accept)
    const before = await world.store.load(id)
    const second = await speaker(world, 'dora').press(accept)

    expect(first).toEqual({ type: 'nothing' })
    expect(wordsOf(world, second)).toContain(
      'Quinn Adeyemi answered this at Fri 26 Mar 2027 20:20 GMT',
    )
    expect(await world.store.load(id)).toEqual(before)
  })

  test('that two people press at the same moment is answered by one of them', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const accept = pressOn(standingIn(world, 'prompt:level'), 'Accept')

    const said = await Promise.all([
      speaker(world, 'quinn').press(accept),
      speaker(world, 'dora').press(accept),
    ])

    expect(said.map(({ type }) => type).sort()).toEqual(['nothing', 'say'])
    const { notices } = await world.record('case', id)
    expect(notices.filter((one) => one.said.say === 'levelChosen')).toHaveLength(1)
  })

  test('from before the question was asked again is out of date', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const old = pressOn(standingIn(world, 'prompt:level'), 'Accept')
    await triaged(world, id, { triggers: [], consequence: '1', likelihood: '1' })

    const said = await speaker(world, 'quinn').press(old)

    expect(wordsOf(world, said)).toContain('out of date')
    expect((await world.record('case', id)).level).toBeNull()
  })

  test('pressed twice does it once', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const accept = pressOn(standingIn(world, 'prompt:level'), 'Accept')
    const quinn = speaker(world, 'quinn')

    const said = [await quinn.press(accept), await quinn.press(accept)]

    expect(said).toEqual([{ type: 'nothing' }, { type: 'nothing' }])
    expect((await world.record('case', id)).notices).toHaveLength(1)
  })

  test('“I have it” works again after somebody else had it', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const have = { do: 'have', record: id, clock: 'D1' } as const

    for (const who of ['ivan', 'ines', 'ivan']) await speaker(world, who).press(have)

    const { clocks } = await world.record('case', id)
    expect(clocks.find(({ rule }) => rule === 'D1')?.haver).toBe('ivan')
  })

  test('of somebody who may not answer says who may', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)

    const said = await speaker(world, 'nia').press(
      pressOn(standingIn(world, 'prompt:level'), 'Accept'),
    )

    expect(wordsOf(world, said)).toMatch(/Only the quality lead of Harbour.*may answer this/)
  })

  test('on something that somebody may not see answers as if it were not there', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    const nowhere = { do: 'have', record: 'case-00000000' as typeof id, clock: 'D1' } as const
    const anya = speaker(world, 'anya')

    const hidden = wordsOf(world, await anya.press({ ...nowhere, record: id }))
    const absent = wordsOf(world, await anya.press(nowhere))

    expect(hidden.replaceAll(reference, 'C-0000-0000')).toBe(absent)
  })
})

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
    const form = formIn(
      await nia.press({ do: 'open', form: 'convene', record: id, with: { meeting: 'M3' } }),
    )
    const preview = formIn(await nia.fill(form, { why: 'I am worried.' }))

    const said = formIn(await nia.fill(preview, {}))

    expect(said.problem).toMatch(/Only the quality lead of Harbour/)
    expect(await meetings(world)).toEqual([])
  })
})

describe('a store that fails', () => {
  test('is told to the person in a sentence, nothing half-made is left, and the same form works later', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = await incidentForm(world)
    const { save } = world.store
    world.store.save = async () => {
      throw new Error('ENOSPC: no space left on device')
    }

    const said = await nia.fill(form, INCIDENT)

    expect(wordsOf(world, said)).toMatch(/This was not saved.*try again/)
    expect(await cases(world)).toEqual([])
    expect(world.web.standing).toEqual([])

    world.store.save = save
    expect(wordsOf(world, await nia.fill(form, INCIDENT))).toMatch(/Recorded as C-/)
    expect(await cases(world)).toHaveLength(1)
  })
})
