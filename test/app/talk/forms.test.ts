import { describe, expect, test } from 'vitest'
import type { FormView } from '../../../src/core/message/form.ts'
import { panel } from '../../core/case/cases.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import {
  fieldIn,
  formIn,
  raisedIncident,
  shownIn,
  speaker,
  WILLOW_KEY,
  wordsOf,
} from './speaking.ts'

const INCIDENT = {
  what: 'A window restrictor was broken.',
  where: 'Alder ward',
  occurred: '2027-03-26 20:15',
  identified: '2027-03-26 20:20',
  danger: 'no',
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

  test('is not opened for somebody who may not fill it in: they hear who may', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)

    for (const form of ['triage', 'panel'])
      expect(
        wordsOf(world, await speaker(world, 'nia').press({ do: 'open', form, record: id })),
      ).toMatch(/Only the quality lead of Harbour.*Quinn Adeyemi/)
  })

  test.each(['triage', 'otherwise', 'convene', 'panel', 'becomeIncident'])(
    '%s is not opened by an old button of a closed case: the person hears that it is closed',
    async (form) => {
      const world = await openApp()
      const { id, reference } = await raisedIncident(world)
      expect(
        await world.ask(panel({ decision: 'delete', heldAt: '2027-03-26T20:20:00Z' }), id),
      ).toMatchObject({ ok: true })

      const reply = await speaker(world, 'quinn').press({ do: 'open', form, record: id })

      expect(wordsOf(world, reply)).toContain(`${reference} is closed; nothing was changed.`)
    },
  )
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

    expect(wordsOf(world, said)).toMatch(
      /This was not saved.*What you wrote is still here.*try again/,
    )
    expect(said.type).toBe('form')
    expect(await cases(world)).toEqual([])
    expect(world.web.standing).toEqual([])

    world.store.save = save
    expect(wordsOf(world, await nia.fill(form, INCIDENT))).toMatch(/Recorded as C-/)
    expect(await cases(world)).toHaveLength(1)
  })
})
